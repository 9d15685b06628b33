package io.salesops.core.time;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.money.Rational;
import io.salesops.core.time.DayCount.Unit;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The arithmetic behind the name of a day count; callers have put the dates in order. */
sealed interface DayCountConvention {
    static Optional<DayCountConvention> find(String name) {
        DayCountConvention standard = Named.STANDARD.get(name);
        if (standard != null) {
            return Optional.of(standard);
        }
        Matcher fixed = Named.FIXED.matcher(name);
        return fixed.matches() ? Optional.of(new FixedMonths(Integer.parseInt(fixed.group(1)))) : Optional.empty();
    }

    Unit unit();

    boolean addsUp();

    Rational fraction(LocalDate from, LocalDate before, DateRange whole);

    default long days(LocalDate from, LocalDate before) {
        return ChronoUnit.DAYS.between(from, before);
    }

    record Actual(int yearDays) implements DayCountConvention {
        @Override
        public Unit unit() {
            return Unit.YEAR;
        }

        @Override
        public boolean addsUp() {
            return true;
        }

        @Override
        public Rational fraction(LocalDate from, LocalDate before, DateRange whole) {
            return Rational.of(days(from, before), yearDays);
        }
    }

    record ActualIsda() implements DayCountConvention {
        @Override
        public Unit unit() {
            return Unit.YEAR;
        }

        @Override
        public boolean addsUp() {
            return true;
        }

        @Override
        public Rational fraction(LocalDate from, LocalDate before, DateRange whole) {
            return position(before).minus(position(from));
        }

        /** Each day advances by one over the length of its year, which is what the two sums of the definition say. */
        private static Rational position(LocalDate date) {
            return Rational.of(date.getYear()).plus(Rational.of(date.getDayOfYear() - 1L, date.lengthOfYear()));
        }
    }

    record ActualIcma() implements DayCountConvention {
        @Override
        public Unit unit() {
            return Unit.PERIOD;
        }

        @Override
        public boolean addsUp() {
            return true;
        }

        @Override
        public Rational fraction(LocalDate from, LocalDate before, DateRange whole) {
            checkArgument(whole.days() > 0, "ACT/ACT ICMA needs a whole period with days: %s", whole);
            checkArgument(
                    whole.intersection(DateRange.of(from, before)).equals(Optional.of(DateRange.of(from, before))),
                    "ACT/ACT ICMA is a share of the whole period (%s), which must hold the dates: from %s, before %s."
                            + " Maybe cut the dates by periods first.",
                    whole,
                    from,
                    before);
            return Rational.of(days(from, before), whole.days());
        }
    }

    enum Thirty implements DayCountConvention {
        US {
            @Override
            public long days(LocalDate from, LocalDate before) {
                int first = from.getDayOfMonth();
                int last = before.getDayOfMonth();
                if (isEndOfFebruary(from)) {
                    last = isEndOfFebruary(before) ? 30 : last;
                    first = 30;
                }
                last = last == 31 && first >= 30 ? 30 : last;
                return days(from, before, Math.min(first, 30), last);
            }
        },
        ISDA {
            @Override
            public long days(LocalDate from, LocalDate before) {
                int first = from.getDayOfMonth();
                int last = before.getDayOfMonth();
                return days(from, before, Math.min(first, 30), last == 31 && first >= 30 ? 30 : last);
            }
        },
        EUROPEAN {
            @Override
            public long days(LocalDate from, LocalDate before) {
                return days(from, before, Math.min(from.getDayOfMonth(), 30), Math.min(before.getDayOfMonth(), 30));
            }
        };

        @Override
        public Unit unit() {
            return Unit.YEAR;
        }

        /** The other two adjust one date by the other, so that a date between them may count differently. */
        @Override
        public boolean addsUp() {
            return this == EUROPEAN;
        }

        @Override
        public Rational fraction(LocalDate from, LocalDate before, DateRange whole) {
            return Rational.of(days(from, before), 360);
        }

        static long days(LocalDate from, LocalDate before, int first, int last) {
            return 30 * monthsBetween(from, before) + last - first;
        }

        static boolean isEndOfFebruary(LocalDate date) {
            return date.getMonthValue() == 2 && date.getDayOfMonth() == date.lengthOfMonth();
        }
    }

    record FixedMonths(int monthDays) implements DayCountConvention {
        @Override
        public Unit unit() {
            return Unit.MONTH;
        }

        @Override
        public boolean addsUp() {
            return true;
        }

        @Override
        public long days(LocalDate from, LocalDate before) {
            return monthDays * monthsBetween(from, before) + elapsed(before) - elapsed(from);
        }

        /** The days of the month that have passed, of which no more than a whole month counts. */
        private int elapsed(LocalDate date) {
            return Math.min(date.getDayOfMonth() - 1, monthDays);
        }

        @Override
        public Rational fraction(LocalDate from, LocalDate before, DateRange whole) {
            return Rational.of(days(from, before), monthDays);
        }
    }

    record MonthsAndDays(MonthEnd monthEnd) implements DayCountConvention {
        @Override
        public Unit unit() {
            return Unit.MONTH;
        }

        @Override
        public boolean addsUp() {
            return true;
        }

        @Override
        public Rational fraction(LocalDate from, LocalDate before, DateRange whole) {
            PeriodSchedule months = new PeriodSchedule(whole.from().orElse(from), 1, monthEnd);
            return months.position(before).minus(months.position(from));
        }
    }

    private static long monthsBetween(LocalDate from, LocalDate before) {
        return before.getLong(ChronoField.PROLEPTIC_MONTH) - from.getLong(ChronoField.PROLEPTIC_MONTH);
    }

    /** The conventions by name; apart from the interface, so that loading one convention does not load them all. */
    final class Named {
        static final ImmutableMap<String, DayCountConvention> STANDARD =
                ImmutableMap.<String, DayCountConvention>builder()
                        .put("ACT/365F", new Actual(365))
                        .put("ACT/360", new Actual(360))
                        .put("ACT/ACT", new ActualIsda())
                        .put("ACT/ACT ICMA", new ActualIcma())
                        .put("30/360", Thirty.US)
                        .put("30/360 ISDA", Thirty.ISDA)
                        .put("30E/360", Thirty.EUROPEAN)
                        .put("MONTHS+DAYS", new MonthsAndDays(MonthEnd.KEEP_DAY))
                        .put("MONTHS+DAYS EOM", new MonthsAndDays(MonthEnd.LAST_DAY))
                        .buildOrThrow();
        static final ImmutableList<String> ALL = ImmutableList.<String>builder()
                .addAll(STANDARD.keySet())
                .add("FIXED/n")
                .build();
        private static final Pattern FIXED = Pattern.compile("FIXED/([1-9]|[12]\\d|3[01])");

        private Named() {}
    }
}
