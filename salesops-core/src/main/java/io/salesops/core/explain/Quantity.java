package io.salesops.core.explain;

import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * A number with its unit: a currency code, bits, km, deals. Equal numbers are equal quantities, whatever their scale.
 *
 * @param value the number, without trailing zeros
 * @param unit what it counts
 */
public record Quantity(BigDecimal value, String unit) {

    /** Drops trailing zeros. */
    public Quantity {
        value = Amounts.plain(value);
    }

    /** Obtains a quantity. */
    public static Quantity of(BigDecimal value, String unit) {
        return new Quantity(value, unit);
    }

    /** Obtains a whole number of things. */
    public static Quantity of(long value, String unit) {
        return new Quantity(BigDecimal.valueOf(value), unit);
    }

    /** Returns the number with thousands grouped and at least {@code decimals} decimals: {@code 83,750.00}. */
    public String grouped(int decimals) {
        int scale = Math.max(decimals, value.scale());
        return String.format(Locale.ROOT, "%,." + scale + "f", value);
    }

    @Override
    public String toString() {
        return unit + " " + grouped(0);
    }
}
