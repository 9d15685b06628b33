package io.salesops.commission.calc;

import io.salesops.commission.plan.Axis;
import io.salesops.commission.plan.Conventions.Tie;
import io.salesops.commission.plan.Countable;
import io.salesops.core.criteria.Truth;
import io.salesops.core.money.Rational;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The places of one dimension: by how far a measure has come, or by what a credit is. */
final class Places {
    private final int measure;
    private final long[] lastIn;
    private final List<Rational> bounds;
    private final Optional<Axis.Category> category;
    private final int size;

    private Places(int measure, long[] lastIn, List<Rational> bounds, Optional<Axis.Category> category, int size) {
        this.measure = measure;
        this.lastIn = lastIn;
        this.bounds = bounds;
        this.category = category;
        this.size = size;
    }

    /** Places by the running total of a measure; {@code bounds} in its units, one fewer than places. */
    static Places attained(int measure, List<Rational> bounds, Tie tie) {
        long[] lastIn =
                bounds.stream().mapToLong(bound -> Pieces.last(bound, tie)).toArray();
        return new Places(measure, lastIn, bounds, Optional.empty(), bounds.size() + 1);
    }

    /** One place for ever, among {@code size}: where there is no attainment that could move. */
    static Places fixed(int place, int size) {
        long[] lastIn = new long[size - 1];
        List<Rational> bounds = new java.util.ArrayList<>();
        for (int i = 0; i < size - 1; i++) {
            lastIn[i] = i < place ? Long.MIN_VALUE : Long.MAX_VALUE;
            bounds.add(Rational.of(lastIn[i]));
        }
        return new Places(-1, lastIn, bounds, Optional.empty(), size);
    }

    static Places category(Axis.Category category) {
        return new Places(-1, new long[0], List.of(), Optional.of(category), category.size());
    }

    /** The single place of a dimension that is not there. */
    static Places one() {
        return new Places(-1, new long[0], List.of(), Optional.empty(), 1);
    }

    int size() {
        return size;
    }

    /** The measure that moves; -1 where none does. */
    int measure() {
        return measure;
    }

    boolean isCategory() {
        return category.isPresent();
    }

    /** The place of a credit by what it is: 0 where that does not matter, -1 where it has none. */
    int of(Countable credit) {
        if (category.isEmpty()) {
            return 0;
        }
        for (int i = 0; i < category.get().when().size(); i++) {
            if (category.get().when().get(i).test(credit) == Truth.TRUE) {
                return i;
            }
        }
        return -1;
    }

    /** The place that a running total has reached. */
    int reached(long total) {
        int place = 0;
        while (place < lastIn.length && total > lastIn[place]) {
            place++;
        }
        return place;
    }

    /** How much of what lies between two running totals lies in a place. */
    Rational within(long from, long to, int place) {
        Rational low = place == 0 ? Rational.of(BigDecimal.valueOf(Long.MIN_VALUE)) : bounds.get(place - 1);
        Rational high = place == bounds.size() ? Rational.of(BigDecimal.valueOf(Long.MAX_VALUE)) : bounds.get(place);
        Rational start = Rational.of(Math.min(from, to)).max(low);
        Rational end = Rational.of(Math.max(from, to)).min(high);
        return end.minus(start).max(Rational.ZERO);
    }
}
