package io.salesops.quote.document;

import static com.google.common.base.Preconditions.checkArgument;

import io.salesops.core.money.Rational;
import io.salesops.core.time.DayCount;
import java.time.LocalDate;

/**
 * The days for which a line is sold, and how often it is billed.
 *
 * @param from the first day
 * @param before the first day after the term
 * @param billingMonths how many months an invoice covers: 1, 3, 12
 */
public record Term(LocalDate from, LocalDate before, int billingMonths) {
    private static final Rational MONTHS_OF_A_YEAR = Rational.of(12);

    /** Checks that the term has a day, and the billing period a month. */
    public Term {
        checkArgument(from.isBefore(before), "term must end after it starts: from %s, before %s", from, before);
        checkArgument(billingMonths >= 1, "billing months must be at least 1: %s", billingMonths);
    }

    /**
     * Obtains a term of whole months that is billed monthly.
     *
     * @throws java.time.format.DateTimeParseException if the text is no ISO date
     */
    public static Term months(String from, int months) {
        LocalDate start = LocalDate.parse(from);
        return new Term(start, start.plusMonths(months), 1);
    }

    /** Returns this term with another billing period. */
    public Term billedEvery(int months) {
        return new Term(from, before, months);
    }

    /**
     * The length in months by a convention; one of years counts twelve months a year.
     *
     * @throws IllegalArgumentException if the convention counts periods that have no length in months
     */
    public Rational months(DayCount convention) {
        Rational fraction = convention.fraction(from, before);
        return switch (convention.unit()) {
            case MONTH -> fraction;
            case YEAR -> fraction.times(MONTHS_OF_A_YEAR);
            case PERIOD ->
                throw new IllegalArgumentException("day count " + convention + " does not count months: " + this);
        };
    }

    /** The length in months, see {@link #monthsUntil}. */
    public Rational months() {
        return monthsUntil(before);
    }

    /**
     * Returns the months from the first day to a date: whole months, and the days that are left as a share of the month
     * that they are in. Months are counted from the first day and never chained, so a term that starts on the 31st ends
     * each month on its last day. Zero for dates that are not after the first day.
     */
    public Rational monthsUntil(LocalDate date) {
        if (!date.isAfter(from)) {
            return Rational.ZERO;
        }
        return DayCount.MONTHS_DAYS.fraction(from, date);
    }

    @Override
    public String toString() {
        return from + " to before " + before;
    }
}
