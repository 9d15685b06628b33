package io.salesops.commission.ledger;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How far a dispute has come. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum DisputeState {
    /** It was raised. */
    OPEN,
    /** Somebody looks into it. */
    UNDER_REVIEW,
    /** The payee was right, in whole or in part. */
    ACCEPTED,
    /** The payee was not right. */
    REJECTED,
    /** The payee no longer claims it. */
    WITHDRAWN
}
