package io.salesops.core.pipeline;

import io.salesops.core.money.Rational;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Numbers of days with how often each occurs; memory for the different ones only. */
final class DayTally {
    private final TreeMap<Long, Long> counts = new TreeMap<>();
    private long size;
    private long sum;

    void add(long days) {
        add(days, 1);
    }

    private void add(long days, long times) {
        counts.merge(days, times, Long::sum);
        size += times;
        sum = Math.addExact(sum, Math.multiplyExact(days, times));
    }

    void merge(DayTally other) {
        other.counts.forEach(this::add);
    }

    long size() {
        return size;
    }

    Optional<Rational> sum() {
        return size == 0 ? Optional.empty() : Optional.of(Rational.of(sum));
    }

    Optional<Rational> mean() {
        return size == 0 ? Optional.empty() : Optional.of(Rational.of(sum, size));
    }

    Optional<Rational> least() {
        return size == 0 ? Optional.empty() : Optional.of(Rational.of(counts.firstKey()));
    }

    Optional<Rational> most() {
        return size == 0 ? Optional.empty() : Optional.of(Rational.of(counts.lastKey()));
    }

    /** The middle one, or the mean of the two in the middle. */
    Optional<Rational> median() {
        return size == 0
                ? Optional.empty()
                : Optional.of(Rational.of(Math.addExact(at((size - 1) / 2), at(size / 2)), 2));
    }

    /** The smallest that at least so many percent do not exceed (nearest rank). */
    Optional<Rational> percentile(int percent) {
        return size == 0 ? Optional.empty() : Optional.of(Rational.of(at((size * percent + 99) / 100 - 1)));
    }

    private long at(long rank) {
        long passed = 0;
        for (Map.Entry<Long, Long> count : counts.entrySet()) {
            passed += count.getValue();
            if (passed > rank) {
                return count.getKey();
            }
        }
        throw new IllegalStateException("rank " + rank + " of " + size + " must exist");
    }
}
