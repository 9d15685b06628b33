package io.salesops.core.quality;

import io.salesops.core.money.Amounts;
import io.salesops.core.time.AsOf;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;

/** Values of fields that have an order: days, moments, numbers, and amounts of one currency. */
final class OrderedValues {
    private OrderedValues() {}

    /** The number of a value, that of an amount in its own currency; empty where it is none. */
    static Optional<BigDecimal> number(Object value) {
        if (value instanceof BigDecimal decimal) {
            return Optional.of(decimal);
        }
        if (value instanceof Long whole) {
            return Optional.of(BigDecimal.valueOf(whole));
        }
        return value instanceof MonetaryAmount amount ? Optional.of(Amounts.number(amount)) : Optional.empty();
    }

    /** The day of a value, that of a moment in the zone of the question; empty where it is none. */
    static Optional<LocalDate> day(Object value, AsOf asOf) {
        if (value instanceof LocalDate day) {
            return Optional.of(day);
        }
        return value instanceof Instant instant
                ? Optional.of(LocalDate.ofInstant(instant, asOf.zone()))
                : Optional.empty();
    }

    /** How two values are ordered; a day and a moment by their days, amounts of two currencies not at all. */
    static Optional<Integer> order(Object first, Object second, AsOf asOf) {
        if (first instanceof Instant one && second instanceof Instant other) {
            return Optional.of(one.compareTo(other));
        }
        if (first instanceof MonetaryAmount one
                && second instanceof MonetaryAmount other
                && !one.getCurrency()
                        .getCurrencyCode()
                        .equals(other.getCurrency().getCurrencyCode())) {
            return Optional.empty();
        }
        Optional<LocalDate> day = day(first, asOf);
        if (day.isPresent()) {
            return day(second, asOf).map(other -> day.get().compareTo(other));
        }
        return number(first).flatMap(one -> number(second).map(one::compareTo));
    }
}
