package io.salesops.core.forecast;

import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/** Collects the parts of a forecast, each rounded once to minor units (half even), so that their sum is the total exactly. */
final class PartList {
    private static final double DEALS_SCALE = 1e6;

    private final CurrencyUnit currency;
    private final int decimals;
    private final List<ForecastPart> parts = new ArrayList<>();
    private long sum;

    PartList(CurrencyUnit currency) {
        this.currency = currency;
        this.decimals = Math.max(0, currency.getDefaultFractionDigits());
    }

    /** Adds a part, unless it stands for nothing. */
    void add(ForecastPart.Kind kind, String name, double deals, double minorUnits) {
        long units = units(minorUnits);
        if (units != 0 || deals != 0) {
            parts.add(new ForecastPart(kind, name, Math.rint(deals * DEALS_SCALE) / DEALS_SCALE, amount(units)));
            sum = Math.addExact(sum, units);
        }
    }

    static long units(double minorUnits) {
        if (!(Math.abs(minorUnits) < Long.MAX_VALUE)) {
            throw new ArithmeticException("forecast part is out of range: " + minorUnits);
        }
        return (long) Math.rint(minorUnits);
    }

    MonetaryAmount amount(long units) {
        return Amounts.of(BigDecimal.valueOf(units, decimals), currency);
    }

    /** What the parts add up to, in minor units. */
    long sum() {
        return sum;
    }

    ImmutableList<ForecastPart> parts() {
        return ImmutableList.copyOf(parts);
    }
}
