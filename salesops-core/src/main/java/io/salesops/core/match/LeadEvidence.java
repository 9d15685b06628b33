package io.salesops.core.match;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What may confirm that a lead whose company has a close name belongs to an account. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum LeadEvidence {
    /** The domain of the lead's e-mail address is that of the account's website or of one of its contacts; free mail says nothing. */
    DOMAIN,
    /** The phone numbers end in the same eight digits. */
    PHONE,
    /** The postal codes are the same. */
    POSTAL_CODE
}
