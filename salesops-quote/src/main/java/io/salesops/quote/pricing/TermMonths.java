package io.salesops.quote.pricing;

import io.salesops.core.time.DayCount;
import io.salesops.quote.document.Term;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The length of terms in months, for the lines of one quote: they share few terms, and most are whole months. Equal to
 * {@link Term#months(DayCount)}. Not thread-safe.
 */
final class TermMonths {
    private static final int YEAR = 12;
    private static final int DAYS_OF_A_YEAR = 365;

    private final DayCount convention;
    private final boolean countsMonths;
    private final boolean fixedYears;
    private @Nullable Term lastTerm;
    private Exact.Ratio last = Exact.Ratio.ONE;

    TermMonths(DayCount convention) {
        this.convention = convention;
        this.countsMonths = convention.equals(DayCount.MONTHS_DAYS);
        this.fixedYears = convention.equals(DayCount.ACT_365F);
    }

    /** The months that a monthly price is multiplied with. */
    Exact.Ratio months(Term term) {
        if (term.equals(lastTerm)) {
            return last;
        }
        lastTerm = term;
        last = counted(term);
        return last;
    }

    private Exact.Ratio counted(Term term) {
        if (countsMonths && term.from().getDayOfMonth() == term.before().getDayOfMonth()) {
            return new Exact.Ratio(wholeMonths(term.from(), term.before()), 1, null);
        }
        if (fixedYears) {
            long days = term.before().toEpochDay() - term.from().toEpochDay();
            return new Exact.Ratio(YEAR * days, DAYS_OF_A_YEAR, null);
        }
        return Exact.Ratio.of(term.months(convention));
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
