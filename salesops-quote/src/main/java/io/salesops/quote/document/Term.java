package io.salesops.quote.document;

import static com.google.common.base.Preconditions.checkArgument;

import io.salesops.core.money.Rational;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The days for which a line is sold, and how often it is billed.
 *
 * @param from the first day
 * @param before the first day after the term
 * @param billingMonths how many months an invoice covers: 1, 3, 12
 */
public record Term(LocalDate from, LocalDate before, int billingMonths) {

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
        // The count of the calendar may be one short at month ends: 31 January to 28 February is a whole month here.
        long whole = ChronoUnit.MONTHS.between(from, date);
        if (!from.plusMonths(whole + 1).isAfter(date)) {
            whole++;
        }
        LocalDate start = from.plusMonths(whole);
        long days = ChronoUnit.DAYS.between(start, date);
        long monthDays = ChronoUnit.DAYS.between(start, from.plusMonths(whole + 1));
        return Rational.of(whole).plus(Rational.of(days, monthDays));
    }

    @Override
    public String toString() {
        return from + " to before " + before;
    }
}
