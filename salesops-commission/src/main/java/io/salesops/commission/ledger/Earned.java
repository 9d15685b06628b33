package io.salesops.commission.ledger;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.time.FiscalPeriod;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * What a deal earned by one component.
 *
 * @param component the rule of the plan
 * @param source the deal, invoice or payment
 * @param origin the period in which it was earned
 * @param on the day on which it was earned
 * @param amount how much; negative where it was taken back
 */
@Value.Builder
@JsonDeserialize(builder = EarnedBuilder.class)
public record Earned(String component, String source, FiscalPeriod origin, LocalDate on, MonetaryAmount amount) {

    /** Checks that component and source carry text. */
    public Earned {
        checkArgument(!component.isBlank(), "component of what was earned must not be blank: '%s'", component);
        checkArgument(!source.isBlank(), "source of what was earned must not be blank: '%s'", source);
    }

    /** Starts what was earned. */
    public static EarnedBuilder builder() {
        return new EarnedBuilder();
    }
}
