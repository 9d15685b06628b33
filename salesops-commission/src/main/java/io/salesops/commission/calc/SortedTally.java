package io.salesops.commission.calc;

import io.salesops.core.money.Rational;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.ToIntFunction;

/** Buckets into which each credit falls by what it is: by month since the start, by what was paid below. */
final class SortedTally extends BucketTally {
    private final ToIntFunction<Event> bucket;
    private final boolean[] counting;
    private final long[] totals;

    /**
     * @param bucket the bucket of a credit; -1 for none
     * @param counting for each bucket whether it counts credits instead of what they credit
     */
    SortedTally(int measure, List<Bucket> buckets, RoundingMode mode, ToIntFunction<Event> bucket, boolean[] counting) {
        super(measure, buckets, mode);
        this.bucket = bucket;
        this.counting = counting;
        totals = new long[buckets.size()];
    }

    @Override
    void add(Event event, long[] ignored) {
        int at = bucket.applyAsInt(event);
        if (at >= 0) {
            long units = event.in(measure());
            totals[at] = Math.addExact(totals[at], counting[at] ? Long.signum(units) : units);
            settle();
        }
    }

    @Override
    Rational in(int at) {
        return Rational.of(totals[at]);
    }

    @Override
    boolean countsTimes(int tier) {
        return counting[tier];
    }
}
