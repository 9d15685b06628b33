package io.salesops.core.match;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.crm.Account;
import java.util.Optional;

/**
 * Which of several accounts is preferred; those that do not come first in it are out.
 *
 * @param prefer what is preferred
 * @param when the condition of {@link Preference#MEETS}; absent for all others
 */
public record TieBreaker(@JsonProperty(required = true) Preference prefer, Optional<Criteria<Account>> when) {

    /** Obtains a tie-breaker that needs no condition. */
    public static TieBreaker of(Preference prefer) {
        return new TieBreaker(prefer, Optional.empty());
    }

    /** Obtains the tie-breaker that prefers accounts that meet a condition; one that is unknown is not met. */
    public static TieBreaker meets(Criteria<Account> when) {
        return new TieBreaker(Preference.MEETS, Optional.of(when));
    }

    /** What is preferred. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    public enum Preference {
        /** The same company name, legal form aside, before a close one. */
        EXACT_NAME,
        /** The same company name with its legal form. */
        FULL_NAME,
        /** The lead's domain. */
        DOMAIN,
        /** The lead's phone number. */
        PHONE,
        /** The lead's postal code. */
        POSTAL_CODE,
        /** The lead's country. */
        COUNTRY,
        /** The fewest accounts above it. */
        TOP_OF_GROUP,
        /** The most accounts above it. */
        BOTTOM_OF_GROUP,
        /** Some owner. */
        HAS_OWNER,
        /** The owner of the lead. */
        OWNER_OF_LEAD,
        /** The latest change; none known comes last. */
        MODIFIED_LAST,
        /** The most employees; none known comes last. */
        MOST_EMPLOYEES,
        /** A condition on the account. */
        MEETS
    }
}
