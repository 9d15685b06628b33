package io.salesops.quote.pricing;

import io.salesops.core.explain.Quantity;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How numbers stand in explanations. */
final class Figures {
    private static final Rational HUNDRED = Rational.of(100);

    private Figures() {}

    /** Thousands grouped, with at least so many decimals; a quotient where the decimals do not end. */
    static String grouped(Rational value, int decimals) {
        return value.decimal()
                .map(decimal -> Quantity.of(decimal, "").grouped(decimals))
                .orElseGet(value::toString);
    }

    /** Percent to two decimals, half up, without trailing zeros: for reading, not for reckoning. */
    static String percent(Rate rate) {
        BigDecimal rounded = rate.value().times(HUNDRED).round(2, RoundingMode.HALF_UP);
        return Rational.of(rounded) + "%";
    }
}
