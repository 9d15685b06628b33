package io.salesops.quote.revenue;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Rational;
import io.salesops.core.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/** How much of an obligation is satisfied before a day, from 0 to 1. */
interface Progress {

    static Progress of(Recognition recognition) {
        return recognition.match(new Recognition.Cases<>() {
            @Override
            public Progress pointInTime(Recognition.PointInTime at) {
                return new AtOnce(at.on());
            }

            @Override
            public Progress ratable(Recognition.Ratable ratable) {
                return new OverTime(ratable);
            }

            @Override
            public Progress usage(Recognition.Usage usage) {
                return new ByUnits(
                        Rational.of(usage.expected()),
                        usage.used().stream()
                                .sorted(Comparator.comparing(Recognition.UsedUnits::on))
                                .collect(ImmutableList.toImmutableList()));
            }
        });
    }

    /** Whether nothing has been satisfied on any day. */
    default boolean isEmpty() {
        return false;
    }

    /** The first day of progress. */
    LocalDate first();

    /** The last. */
    LocalDate last();

    /** The share that is satisfied before a day. */
    Rational at(LocalDate before);

    /** More units than were expected: the price pays for no more. */
    default Optional<Finding> excess(String path, ObligationId obligation) {
        return Optional.empty();
    }

    record AtOnce(LocalDate on) implements Progress {
        @Override
        public LocalDate first() {
            return on;
        }

        @Override
        public LocalDate last() {
            return on;
        }

        @Override
        public Rational at(LocalDate before) {
            return on.isBefore(before) ? Rational.ONE : Rational.ZERO;
        }
    }

    record OverTime(Recognition.Ratable ratable) implements Progress {
        @Override
        public LocalDate first() {
            return ratable.days().from().orElseThrow();
        }

        @Override
        public LocalDate last() {
            return ratable.days().before().orElseThrow().minusDays(1);
        }

        @Override
        public Rational at(LocalDate before) {
            if (before.isAfter(last())) {
                return Rational.ONE;
            }
            return before.isAfter(first())
                    ? ratable.dayCount().share(DateRange.of(first(), before), ratable.days())
                    : Rational.ZERO;
        }
    }

    record ByUnits(Rational expected, ImmutableList<Recognition.UsedUnits> used) implements Progress {
        @Override
        public boolean isEmpty() {
            return used.isEmpty();
        }

        @Override
        public LocalDate first() {
            return used.get(0).on();
        }

        @Override
        public LocalDate last() {
            return used.get(used.size() - 1).on();
        }

        @Override
        public Rational at(LocalDate before) {
            return units(before).dividedBy(expected).min(Rational.ONE);
        }

        private Rational units(LocalDate before) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Recognition.UsedUnits units : used) {
                sum = units.on().isBefore(before) ? sum.add(units.units()) : sum;
            }
            return Rational.of(sum);
        }

        @Override
        public Optional<Finding> excess(String path, ObligationId obligation) {
            return isEmpty() || units(last().plusDays(1)).compareTo(expected) <= 0
                    ? Optional.empty()
                    : Optional.of(Finding.warning(
                                    "revenue.usage.excess",
                                    path + "/used",
                                    "obligation " + obligation + " was used for " + units(last().plusDays(1))
                                            + " units, but its price pays for " + expected)
                            .maybe("Maybe add the overage as variable consideration."));
        }
    }
}
