package io.salesops.commission.calc;

import io.salesops.commission.plan.Level;
import io.salesops.commission.plan.PayRate;
import io.salesops.core.money.Rational;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Pay by buckets, each with a rate of its own: what falls in which is for the kinds of rules to say. */
abstract class BucketTally extends Tally {
    private final List<Bucket> buckets;
    private final RoundingMode mode;

    /**
     * One bucket.
     *
     * @param upTo where it ends, if buckets have an order
     * @param rate what it pays, as statements say
     * @param perUnit what it pays in units of pay for each unit of what falls in it
     */
    record Bucket(Optional<Level> upTo, PayRate rate, Rational perUnit) {}

    BucketTally(int measure, List<Bucket> buckets, RoundingMode mode) {
        super(measure, buckets.size());
        this.buckets = buckets;
        this.mode = mode;
    }

    /** What has fallen in a bucket. */
    abstract Rational in(int bucket);

    /** Brings pay to what is in the buckets: the sum is rounded once, and each bucket has what it adds to the sum. */
    final void settle() {
        Rational sum = Rational.ZERO;
        long before = 0;
        for (int bucket = 0; bucket < tiers(); bucket++) {
            Rational in = in(bucket);
            base[bucket] = in.round(0, RoundingMode.HALF_UP).longValueExact();
            if (in.signum() != 0) {
                sum = sum.plus(in.times(buckets.get(bucket).perUnit()));
            }
            long after = sum.round(0, mode).longValueExact();
            paid[bucket] = Math.subtractExact(after, before);
            before = after;
        }
    }

    @Override
    Optional<Level> upTo(int tier) {
        return buckets.get(tier).upTo();
    }

    @Override
    PayRate rate(int tier) {
        return buckets.get(tier).rate();
    }

    @Override
    boolean isNumbered() {
        return buckets.stream().anyMatch(bucket -> bucket.upTo().isPresent());
    }

    @Override
    Rational exact(int tier) {
        return in(tier).times(buckets.get(tier).perUnit());
    }
}
