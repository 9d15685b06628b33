package io.salesops.quote.reference;

import io.salesops.core.time.DayCount;
import io.salesops.quote.document.Term;
import java.time.LocalDate;

/** The months of a term, counted on the fingers. */
final class ReferenceTerm {
    private ReferenceTerm() {}

    static Fraction months(Term term, DayCount convention) {
        if (convention.equals(DayCount.MONTHS_DAYS)) {
            return monthsAndDays(term);
        } else if (convention.equals(DayCount.ACT_365F)) {
            return Fraction.of(12L * days(term.from(), term.before()), 365);
        } else if (convention.equals(DayCount.ACT_360)) {
            return Fraction.of(12L * days(term.from(), term.before()), 360);
        } else if (convention.equals(DayCount.THIRTY_E_360)) {
            return Fraction.of(12L * thirties(term.from(), term.before(), 30, true), 360);
        } else if (convention.equals(DayCount.THIRTY_360_ISDA)) {
            return Fraction.of(12L * thirties(term.from(), term.before(), 30, false), 360);
        } else if (convention.equals(DayCount.ACT_ACT)) {
            return actual(term);
        } else if (convention.equals(DayCount.fixed(30))) {
            return Fraction.of(fixed(term), 30);
        }
        throw new AssertionError("not in the reference: " + convention);
    }

    /** Whole months counted up from the first day, then the days that are left over the days of their month. */
    static Fraction monthsAndDays(Term term) {
        int whole = 0;
        while (!term.from().plusMonths(whole + 1).isAfter(term.before())) {
            whole++;
        }
        LocalDate start = term.from().plusMonths(whole);
        return Fraction.of(whole)
                .plus(Fraction.of(
                        days(start, term.before()), days(start, term.from().plusMonths(whole + 1))));
    }

    private static long days(LocalDate from, LocalDate before) {
        long days = 0;
        for (LocalDate day = from; day.isBefore(before); day = day.plusDays(1)) {
            days++;
        }
        return days;
    }

    /** 2006 ISDA Definitions 4.16(f) and (g). */
    private static long thirties(LocalDate from, LocalDate before, int most, boolean european) {
        int first = Math.min(from.getDayOfMonth(), most);
        int last = before.getDayOfMonth();
        if (last == 31 && (european || first == 30)) {
            last = 30;
        }
        return 360L * (before.getYear() - from.getYear())
                + 30L * (before.getMonthValue() - from.getMonthValue())
                + (last - first);
    }

    /** Each day is one over the days of its year. */
    private static Fraction actual(Term term) {
        Fraction years = Fraction.ZERO;
        for (LocalDate day = term.from(); day.isBefore(term.before()); day = day.plusDays(1)) {
            years = years.plus(Fraction.of(1, day.isLeapYear() ? 366 : 365));
        }
        return years.times(Fraction.of(12));
    }

    /** Every month has thirty days: the 31st does not count, and the last day of February counts for those that lack. */
    private static long fixed(Term term) {
        long days = 0;
        for (LocalDate day = term.from(); day.isBefore(term.before()); day = day.plusDays(1)) {
            boolean last = day.getDayOfMonth() == day.lengthOfMonth();
            days += day.getDayOfMonth() == 31 ? 0 : last ? 31 - day.getDayOfMonth() : 1;
        }
        return days;
    }
}
