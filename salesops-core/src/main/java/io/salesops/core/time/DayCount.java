package io.salesops.core.time;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Rational;
import java.time.LocalDate;

/**
 * A convention for how much time dates cover, and so for the share of a period that is charged.
 *
 * <p>Dates are half-open: {@code from} counts, {@code before} does not. Results are exact.
 *
 * <table>
 * <caption>Conventions; "adds up" says whether the parts of a split term sum to the whole for every date of the split</caption>
 * <tr><th>name</th><th>what it counts</th><th>unit</th><th>adds up</th></tr>
 * <tr><td>{@code ACT/365F}</td><td>days over 365 (2006 ISDA Definitions 4.16(d))</td><td>year</td><td>yes</td></tr>
 * <tr><td>{@code ACT/360}</td><td>days over 360 (ISDA 4.16(e))</td><td>year</td><td>yes</td></tr>
 * <tr><td>{@code ACT/ACT}</td><td>days of leap years over 366 and other days over 365 (ISDA 4.16(b))</td><td>year</td><td>yes</td></tr>
 * <tr><td>{@code ACT/ACT ICMA}</td><td>days over the days of the whole period (ICMA Rule 251, before it is divided by the
 * periods of a year)</td><td>period</td><td>yes</td></tr>
 * <tr><td>{@code 30/360}</td><td>the US rule with its ends of February: see below</td><td>year</td><td>no</td></tr>
 * <tr><td>{@code 30/360 ISDA}</td><td>months of 30 days; a last 31st is a 30th only if the first is a 30th or 31st (ISDA
 * 4.16(f))</td><td>year</td><td>no</td></tr>
 * <tr><td>{@code 30E/360}</td><td>months of 30 days; every 31st is a 30th (ISDA 4.16(g))</td><td>year</td><td>yes</td></tr>
 * <tr><td>{@code FIXED/n}</td><td>months of n days, n from 1 to 31; days of a month after the n-th do not count</td><td>month</td><td>yes</td></tr>
 * <tr><td>{@code MONTHS+DAYS}</td><td>whole months from the anchor, and days over the length of the started month; the anchor
 * is the first day of the whole period, or {@code from} where it has none</td><td>month</td><td>yes, with one anchor</td></tr>
 * <tr><td>{@code MONTHS+DAYS EOM}</td><td>the same; an anchor on the last day of its month stays on last days</td><td>month</td>
 * <td>yes, with one anchor</td></tr>
 * </table>
 *
 * <p>{@code 30/360} follows the Standard Securities Calculation Methods of SIFMA (formerly SIA) for securities that pay at
 * the end of the month, in this order: where both dates are the last of February, the last becomes a 30th; where the first
 * is the last of February, it becomes a 30th; a last 31st becomes a 30th if the first is a 30th or 31st; a first 31st
 * becomes a 30th.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name the name of the convention
 */
public record DayCount(@JsonValue String name) {
    /** Days over 365. */
    public static final DayCount ACT_365F = new DayCount("ACT/365F");

    /** Days over 360. */
    public static final DayCount ACT_360 = new DayCount("ACT/360");

    /** Days over the length of the calendar year they fall into, of ISDA. */
    public static final DayCount ACT_ACT = new DayCount("ACT/ACT");

    /** Days over the days of the whole period, of ICMA. */
    public static final DayCount ACT_ACT_ICMA = new DayCount("ACT/ACT ICMA");

    /** Months of 30 days by the US rule with its ends of February. */
    public static final DayCount THIRTY_360_US = new DayCount("30/360");

    /** Months of 30 days by the rule of ISDA, also called bond basis. */
    public static final DayCount THIRTY_360_ISDA = new DayCount("30/360 ISDA");

    /** Months of 30 days by the European rule, also called Eurobond basis. */
    public static final DayCount THIRTY_E_360 = new DayCount("30E/360");

    /** Whole months from an anchor, and days over the length of the started month. */
    public static final DayCount MONTHS_DAYS = new DayCount("MONTHS+DAYS");

    /** The same, where an anchor on the last day of its month stays on last days. */
    public static final DayCount MONTHS_DAYS_EOM = new DayCount("MONTHS+DAYS EOM");

    /** Checks that the convention is known. */
    public DayCount {
        checkArgument(
                DayCountConvention.find(name).isPresent(),
                "unknown day count: '%s'. Maybe it is one of %s.",
                name,
                String.join(", ", known()));
    }

    /**
     * Obtains a convention by name.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DayCount of(String name) {
        return new DayCount(name);
    }

    /** Obtains the convention of months of {@code days} days. */
    public static DayCount fixed(int days) {
        return new DayCount("FIXED/" + days);
    }

    /** Returns the names of all conventions, that of fixed months as {@code "FIXED/n"}. */
    public static ImmutableList<String> known() {
        return DayCountConvention.Named.ALL;
    }

    /** Returns what {@link #fraction} counts. */
    public Unit unit() {
        return convention().unit();
    }

    /** Whether the fractions of the parts of a split term sum to that of the whole, for every date of the split and one whole period. */
    public boolean addsUp() {
        return convention().addsUp();
    }

    /**
     * Returns how many years, months or whole periods the dates cover; see {@link #unit}.
     *
     * @param wholePeriod the period of which the dates are a part; its first day is the anchor of months,
     *     {@code ACT/ACT ICMA} divides by its days, and other conventions do not look at it
     * @throws IllegalArgumentException if {@code before} is before {@code from}, or if {@code ACT/ACT ICMA} is asked about a
     *     period without end, without days, or that does not hold the dates
     */
    public Rational fraction(LocalDate from, LocalDate before, DateRange wholePeriod) {
        return convention().fraction(inOrder(from, before), before, wholePeriod);
    }

    /** Returns the fraction of dates that are a period of their own. */
    public Rational fraction(LocalDate from, LocalDate before) {
        return fraction(from, before, DateRange.of(inOrder(from, before), before));
    }

    /**
     * Returns the days between the dates as the convention counts them: months of 30 or n days where it has such, days of
     * the calendar elsewhere.
     *
     * @throws IllegalArgumentException if {@code before} is before {@code from}
     */
    public long days(LocalDate from, LocalDate before) {
        return convention().days(inOrder(from, before), before);
    }

    /**
     * Returns the share of a period that some dates cover, from 0 to 1; dates outside the period do not count.
     *
     * <p>Where the convention {@linkplain #addsUp adds up}, the shares of parts that tile the period sum to 1.
     *
     * @throws IllegalArgumentException if the period is without end, or empty as the convention counts
     */
    public Rational share(DateRange covered, DateRange wholePeriod) {
        checkArgument(wholePeriod.days() > 0, "a share needs a period with days: %s", wholePeriod);
        LocalDate start = wholePeriod.from().orElseThrow();
        Rational whole = fraction(start, wholePeriod.before().orElseThrow(), wholePeriod);
        checkArgument(whole.signum() > 0, "%s counts no days in the period %s", name, wholePeriod);
        return covered.intersection(wholePeriod)
                .map(part -> fraction(part.from().orElseThrow(), part.before().orElseThrow(), wholePeriod)
                        .dividedBy(whole))
                .orElse(Rational.ZERO);
    }

    private DayCountConvention convention() {
        return DayCountConvention.find(name).orElseThrow();
    }

    private static LocalDate inOrder(LocalDate from, LocalDate before) {
        checkArgument(
                !before.isBefore(from), "dates must be in order: from %s, before %s. Maybe swap them.", from, before);
        return from;
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }

    /** What a fraction counts. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    public enum Unit {
        /** Years. */
        YEAR,
        /** Months. */
        MONTH,
        /** Whole periods. */
        PERIOD
    }
}
