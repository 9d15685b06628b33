package io.salesops.core.time;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.salesops.core.time.FiscalCalendar.NamedBy;
import io.salesops.core.time.FiscalCalendar.Pattern;
import io.salesops.core.time.FiscalPeriod.Kind;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** One year of a fiscal calendar and where its periods begin; every boundary is counted from the first day. */
record FiscalYear(Pattern pattern, int number, LocalDate from, LocalDate before) {
    private static final int LAST_YEAR = 9999;
    private static final int WEEKS_OF_QUARTER = 13;

    static FiscalYear of(FiscalCalendar calendar, int number) {
        checkArgument(number >= 1 && number <= LAST_YEAR, "fiscal year must be from 1 to %s: %s", LAST_YEAR, number);
        return new FiscalYear(calendar.pattern(), number, firstDay(calendar, number), firstDay(calendar, number + 1));
    }

    static FiscalYear of(FiscalCalendar calendar, LocalDate date) {
        int number = date.getYear();
        // A year opens at most eleven months and a few days from the January of its number.
        while (date.isBefore(firstDay(calendar, number))) {
            number--;
        }
        while (!date.isBefore(firstDay(calendar, number + 1))) {
            number++;
        }
        return of(calendar, number);
    }

    private static LocalDate firstDay(FiscalCalendar calendar, int number) {
        boolean opensBefore = calendar.namedBy() == NamedBy.END && calendar.start() != Month.JANUARY;
        YearMonth opening = YearMonth.of(opensBefore ? number - 1 : number, calendar.start());
        return calendar.yearEnd()
                .map(end -> end.lastDay(opening.minusMonths(1)).plusDays(1))
                .orElseGet(() -> opening.atDay(1));
    }

    FiscalPeriod period(Kind kind, int n) {
        int count = count(kind);
        PeriodName name = new PeriodName(kind, number, n);
        checkArgument(
                n >= 1 && n <= count,
                "no period %s: FY%s has %s of kind %s. Maybe count from 1.",
                name,
                number,
                count,
                kind);
        return new FiscalPeriod(name.toString(), boundary(kind, n - 1), boundary(kind, n));
    }

    FiscalPeriod periodOf(Kind kind, LocalDate date) {
        int n = kind == Kind.WEEK ? (int) (ChronoUnit.DAYS.between(from, date) / 7) + 1 : 1;
        while (!date.isBefore(boundary(kind, n))) {
            n++;
        }
        return period(kind, n);
    }

    ImmutableList<FiscalPeriod> subperiods(FiscalPeriod period, Kind kind) {
        ImmutableList.Builder<FiscalPeriod> parts = ImmutableList.builder();
        LocalDate reached = period.from();
        while (reached.isBefore(period.before())) {
            FiscalPeriod part = periodOf(kind, reached);
            checkArgument(
                    part.from().equals(reached) && !part.before().isAfter(period.before()),
                    "%s does not divide into periods of kind %s: %s covers %s. Maybe divide the year.",
                    period,
                    kind,
                    part,
                    part.range());
            parts.add(part);
            reached = part.before();
        }
        return parts.build();
    }

    private int count(Kind kind) {
        return switch (kind) {
            case YEAR -> 1;
            case HALF -> 2;
            case QUARTER -> 4;
            case MONTH -> 12;
            case WEEK -> (int) ((ChronoUnit.DAYS.between(from, before) + 6) / 7);
        };
    }

    /** The first day after {@code n} periods. */
    private LocalDate boundary(Kind kind, int n) {
        if (n == count(kind)) {
            return before;
        }
        return switch (kind) {
            case YEAR -> from;
            case WEEK -> from.plusWeeks(n);
            case HALF -> afterMonths(6 * n);
            case QUARTER -> afterMonths(3 * n);
            case MONTH -> afterMonths(n);
        };
    }

    private LocalDate afterMonths(int months) {
        int[] ofQuarter = switch (pattern) {
            case MONTHS -> null;
            case WEEKS_445 -> new int[] {0, 4, 8};
            case WEEKS_454 -> new int[] {0, 4, 9};
            case WEEKS_544 -> new int[] {0, 5, 9};
        };
        return ofQuarter == null
                ? from.plusMonths(months)
                : from.plusWeeks(WEEKS_OF_QUARTER * (months / 3) + ofQuarter[months % 3]);
    }
}
