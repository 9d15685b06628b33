package io.salesops.quote.billing;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.PeriodSchedule;
import io.salesops.quote.document.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * By how much a price rises from year to year, exactly.
 *
 * @param rate the rise; a negative one lowers the price, at most to nothing
 * @param frequency once after the first year, or each year
 * @param growth what later rises are a share of
 */
public record Uplift(Rate rate, Frequency frequency, Growth growth) {

    /** Checks that no price turns negative in its first year of rise. */
    public Uplift {
        requireNonNull(frequency, "frequency");
        requireNonNull(growth, "growth");
        checkArgument(rate.compareTo(Rate.ofPercent(-100)) >= 0, "uplift must be at least -100%%: %s", rate);
    }

    /** Obtains a rise after the first year, and none later. */
    public static Uplift once(Rate rate) {
        return new Uplift(rate, Frequency.ONCE, Growth.COMPOUND);
    }

    /** Obtains a rise each year on the price of the year before. */
    public static Uplift compound(Rate rate) {
        return new Uplift(rate, Frequency.ANNUAL, Growth.COMPOUND);
    }

    /** Obtains a rise each year by the same share of the first price. */
    public static Uplift simple(Rate rate) {
        return new Uplift(rate, Frequency.ANNUAL, Growth.SIMPLE);
    }

    /**
     * Returns what the first price is multiplied with after so many whole years; never below zero.
     *
     * @param years not negative
     */
    public Rational factor(int years) {
        checkArgument(years >= 0, "years must not be negative: %s", years);
        int rises = frequency == Frequency.ONCE ? Math.min(years, 1) : years;
        if (growth == Growth.SIMPLE) {
            return Rational.ONE.plus(rate.value().times(Rational.of(rises))).max(Rational.ZERO);
        }
        Rational step = Rational.ONE.plus(rate.value());
        return new Rational(step.numerator().pow(rises), step.denominator().pow(rises));
    }

    /**
     * Returns the ramp of a price under this uplift, by years from the first day of the term, never chained.
     *
     * @param monthly the price of a month in the first year
     */
    public Ramp ramp(Term term, Rational monthly) {
        int years = PeriodSchedule.of(term.from(), 12)
                .within(DateRange.of(term.from(), term.before()))
                .size();
        List<Rational> prices = new ArrayList<>();
        for (int year = 0; year < years; year++) {
            prices.add(monthly.times(factor(year)));
        }
        return Ramp.yearly(term, prices);
    }

    /** How often a price rises. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    public enum Frequency {
        /** After the first year only. */
        ONCE,
        /** After each year. */
        ANNUAL
    }

    /** What later rises are a share of. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    public enum Growth {
        /** The price of the year before. */
        COMPOUND,
        /** The first price. */
        SIMPLE
    }
}
