package io.salesops.quote.pricing;

import io.salesops.core.money.Rational;
import io.salesops.core.time.DayCount;
import io.salesops.quote.document.Term;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The length of terms in months, for the lines of one quote: they share few terms and fewer first days, and most are whole
 * months. Equal to {@link Term#months(DayCount)}. Not thread-safe.
 */
final class TermMonths {
    private static final int YEAR = 12;
    private static final int DAYS_OF_A_YEAR = 365;

    private final DayCount convention;
    private final boolean countsMonths;
    private final boolean fixedYears;
    private @Nullable Term lastTerm;
    private Exact.Ratio last = Exact.Ratio.ONE;
    private @Nullable LocalDate lastFrom;
    private long firstDay;
    private long over = 1;
    private long under = 1;
    private @Nullable Rational wide;

    TermMonths(DayCount convention) {
        this.convention = convention;
        this.countsMonths = convention.equals(DayCount.MONTHS_DAYS);
        this.fixedYears = convention.equals(DayCount.ACT_365F);
    }

    /** Counts the months of a term, that prices are multiplied with from now on. */
    void count(Term term) {
        LocalDate from = term.from();
        LocalDate before = term.before();
        if (countsMonths && from.getDayOfMonth() == before.getDayOfMonth()) {
            set(wholeMonths(from, before), 1, null);
        } else if (fixedYears) {
            if (!from.equals(lastFrom)) {
                lastFrom = from;
                firstDay = from.toEpochDay();
            }
            set(YEAR * (before.toEpochDay() - firstDay), DAYS_OF_A_YEAR, null);
        } else {
            if (!term.equals(lastTerm)) {
                lastTerm = term;
                last = Exact.Ratio.of(term.months(convention));
            }
            set(last.over(), last.under(), last.wide());
        }
    }

    /** Counts no term: a price is for all of it. */
    void countOne() {
        set(1, 1, null);
    }

    private void set(long number, long divisor, @Nullable Rational value) {
        over = number;
        under = divisor;
        wide = value;
    }

    /** Multiplies a monthly price. */
    void multiply(Exact price) {
        if (wide == null) {
            if (over != 1 || under != 1) {
                price.times(over, under);
            }
        } else {
            price.times(wide);
        }
    }

    /** The months that were counted. */
    Rational value() {
        return wide == null ? Rational.of(over, under) : wide;
    }

    /** Full months from the first day of the term. */
    static long wholeMonths(Term term) {
        long months = wholeMonths(term.from(), term.before());
        // Days beyond the end of a short month are its last day: counted up from the first day, never back from the
        // end.
        return term.from().plusMonths(months).isAfter(term.before()) ? months - 1 : months;
    }

    private static long wholeMonths(LocalDate from, LocalDate before) {
        return (before.getYear() - from.getYear()) * (long) YEAR + before.getMonthValue() - from.getMonthValue();
    }
}
