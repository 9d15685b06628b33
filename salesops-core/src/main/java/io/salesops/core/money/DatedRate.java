package io.salesops.core.money;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.money.CurrencyUnit;
import org.immutables.value.Value;

/**
 * An exchange rate of a day: one unit of {@code from} buys {@code rate} units of {@code to}. Immutable and thread-safe.
 *
 * @param from the currency that is given
 * @param to the currency that is got
 * @param date the first day on which the rate holds; it holds until a later one takes its place
 * @param rate positive
 * @param source who says so, for example {@code "ECB"} or {@code "plan 2026"}
 */
@Value.Builder
// The usual name of the builder's copying method is taken by the currency.
@Value.Style(from = "like")
@JsonDeserialize(builder = DatedRateBuilder.class)
public record DatedRate(CurrencyUnit from, CurrencyUnit to, LocalDate date, Rational rate, String source) {

    /** Checks that the rate is positive and joins two currencies; where neither is so, both are named. */
    public DatedRate {
        List<String> faults = new ArrayList<>();
        if (rate.signum() <= 0) {
            faults.add("exchange rate " + from + " to " + to + " on " + date + " must be positive: " + rate);
        }
        if (Amounts.same(from, to)) {
            faults.add("exchange rate must join two currencies: " + from + " to " + to);
        }
        checkArgument(faults.isEmpty(), "%s", String.join("; ", faults));
    }

    /** Starts a rate. */
    public static DatedRateBuilder builder() {
        return new DatedRateBuilder();
    }

    @Override
    public String toString() {
        return "1 " + from.getCurrencyCode() + " = " + rate + " " + to.getCurrencyCode() + " on " + date + " (" + source
                + ")";
    }
}
