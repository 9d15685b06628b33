package io.salesops.quote.billing;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import io.salesops.core.time.DateRange;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * What one invoice asks for a line.
 *
 * @param number counted from 1
 * @param days the days that it covers
 * @param period the whole billing period to which they belong
 * @param invoiceOn the day of the invoice
 * @param exact the share of the price before rounding
 * @param amount the share in whole minor units
 */
@Value.Builder
@JsonDeserialize(builder = InstalmentBuilder.class)
public record Instalment(
        int number, DateRange days, DateRange period, LocalDate invoiceOn, Rational exact, MonetaryAmount amount) {

    /** Checks the number. */
    public Instalment {
        checkArgument(number >= 1, "instalments are numbered from 1: %s", number);
    }

    /** Starts an instalment. */
    public static InstalmentBuilder builder() {
        return new InstalmentBuilder();
    }

    /** What rounding took: the exact share less the amount. */
    public Rational residue() {
        return exact.minus(Amounts.exact(amount));
    }
}
