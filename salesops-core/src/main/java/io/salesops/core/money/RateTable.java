package io.salesops.core.money;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Ordering;
import com.google.common.collect.Table;
import com.google.common.collect.Tables;
import com.google.common.collect.TreeBasedTable;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.style.SalesOpsStyle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * Exchange rates as a value: what engines take, and what results name.
 *
 * <p>A rate holds from its date until the next one of the same two currencies, in the direction in which it was given
 * and no other: an inverse or a cross rate is somebody's decision and stands in the table or is not there. Tables with
 * the same rates are equal, whatever order they came in. Immutable and thread-safe; a look-up is O(log n).
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = RateTable.Builder.class)
public interface RateTable extends WithRateTable {

    /** What results call this table. */
    String id();

    /** The rates, by currencies and day; they may be given in any order, and no two for the same currencies and day. */
    ImmutableList<DatedRate> rates();

    /**
     * Returns the rate that holds on a day.
     *
     * @return empty where the table does not know; never a guess from other rates
     */
    default Optional<DatedRate> rate(CurrencyUnit from, CurrencyUnit to, LocalDate on) {
        NavigableMap<LocalDate, DatedRate> byDate = index().get(from.getCurrencyCode(), to.getCurrencyCode());
        return Optional.ofNullable(byDate == null ? null : byDate.floorEntry(on))
                .map(Map.Entry::getValue);
    }

    /**
     * Converts an amount by the rate that holds on a day, rounded once by the policy; an amount that already is in the
     * currency is only rounded.
     *
     * @return the amount with the rate that was used; refused with {@code money.rate.unknown} where the table does not
     *     know the rate, with {@code money.scale.unknown} where neither policy nor currency state decimals (gold), with
     *     {@code money.amount.digits} where the result has more digits than an amount can have
     * @throws ArithmeticException if the policy demands an exact result and there is none
     */
    default Checked<Conversion> convert(MonetaryAmount amount, CurrencyUnit to, LocalDate on, RoundingPolicy rounding) {
        CurrencyUnit from = amount.getCurrency();
        Optional<DatedRate> rate = rate(from, to, on);
        if (rate.isEmpty() && !Amounts.same(from, to)) {
            return Checked.refused(List.of(unknown(amount, to, on)));
        }
        Rational exact = Amounts.exact(amount).times(rate.map(DatedRate::rate).orElse(Rational.ONE));
        if (rounding.scale().isEmpty() && to.getDefaultFractionDigits() < 0) {
            return Checked.refused(List.of(refusal(
                            "money.scale.unknown",
                            amount,
                            to,
                            on,
                            "currency " + to.getCurrencyCode() + " has no minor units to which " + amount
                                    + " could be rounded")
                    .maybe("Maybe state the scale in the rounding policy.")));
        }
        BigDecimal rounded = exact.round(rounding.scaleOf(to), rounding.mode());
        MonetaryAmount converted;
        try {
            converted = Amounts.of(rounded, to);
        } catch (ArithmeticException e) {
            return Checked.refused(List.of(refusal(
                            "money.amount.digits",
                            amount,
                            to,
                            on,
                            "the conversion has more digits than an amount can have: " + e.getMessage())
                    .maybe("Maybe the rate is of another unit.")));
        }
        return Checked.accepted(
                new Conversion(Amounts.of(amount), converted, rate, exact.minus(Amounts.exact(converted))));
    }

    private Finding unknown(MonetaryAmount amount, CurrencyUnit to, LocalDate on) {
        String from = amount.getCurrency().getCurrencyCode();
        Finding finding = refusal(
                "money.rate.unknown",
                amount,
                to,
                on,
                "rate table " + id() + " has no rate from " + from + " to " + to.getCurrencyCode() + " on " + on
                        + " for " + amount);
        return rate(to, amount.getCurrency(), on)
                .map(inverse -> finding.maybe("Maybe add its inverse: the table has " + inverse + "."))
                .orElseGet(() -> finding.maybe("Maybe add a rate of that day or an earlier one."));
    }

    private Finding refusal(String code, MonetaryAmount amount, CurrencyUnit to, LocalDate on, String message) {
        return Finding.error(code, "", message)
                .withEvidence(Map.of(
                        "table",
                        id(),
                        "from",
                        amount.getCurrency().getCurrencyCode(),
                        "to",
                        to.getCurrencyCode(),
                        "on",
                        on.toString()));
    }

    /** The rates by code of the currency that is given, code of the one that is got, and day. */
    @Value.Lazy
    @JsonIgnore
    default ImmutableTable<String, String, NavigableMap<LocalDate, DatedRate>> index() {
        Table<String, String, NavigableMap<LocalDate, DatedRate>> index = TreeBasedTable.create();
        for (DatedRate rate : rates()) {
            String from = rate.from().getCurrencyCode();
            String to = rate.to().getCurrencyCode();
            NavigableMap<LocalDate, DatedRate> byDate = index.get(from, to);
            if (byDate == null) {
                byDate = new TreeMap<>();
                index.put(from, to, byDate);
            }
            DatedRate other = byDate.put(rate.date(), rate);
            checkArgument(other == null, "rate table %s has two rates for one day: %s and %s", id(), other, rate);
        }
        return ImmutableTable.copyOf(Tables.transformValues(index, Collections::unmodifiableNavigableMap));
    }

    /** The table without rates: amounts stay in their currency. */
    static RateTable none() {
        return builder().id("none").build();
    }

    /** Starts a table. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that no two rates contradict each other, and brings them into order. */
    @Value.Check
    default RateTable check() {
        index();
        Ordering<DatedRate> order = Ordering.from(
                Comparator.comparing((DatedRate rate) -> rate.from().getCurrencyCode())
                        .thenComparing(rate -> rate.to().getCurrencyCode())
                        .thenComparing(DatedRate::date));
        return order.isOrdered(rates()) ? this : withRates(order.sortedCopy(rates()));
    }

    /** Builds tables. */
    final class Builder extends ImmutableRateTable.Builder {
        Builder() {}
    }
}
