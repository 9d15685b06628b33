package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Rational;

/** The running figures when a period begins. Immutable. */
final class Start {
    private final ImmutableList<Moment> moments;
    private final ImmutableList<ImmutableList<Rational>> exact;
    private final long[] totals;
    private final long[] gates;
    private final long[] scalers;
    private final long[] caps;
    private final Rational all;
    private final long sum;
    private final long clawed;

    Start(Settlement at, ImmutableList<Moment> moments, Rational all, long sum, long clawed) {
        this.moments = moments;
        this.all = all;
        this.sum = sum;
        this.clawed = clawed;
        ImmutableList.Builder<ImmutableList<Rational>> byPayer = ImmutableList.builder();
        for (Tally tally : at.tallies()) {
            ImmutableList.Builder<Rational> byTier = ImmutableList.builder();
            for (int tier = 0; tier < tally.tiers(); tier++) {
                byTier.add(tally.exact(tier));
            }
            byPayer.add(byTier.build());
        }
        exact = byPayer.build();
        totals = at.totals.clone();
        gates = at.gates.clone();
        scalers = at.scalers.clone();
        caps = at.caps.clone();
    }

    Moment moment(int payer) {
        return moments.get(payer);
    }

    Rational exact(int payer, int tier) {
        return exact.get(payer).get(tier);
    }

    long total(int measure) {
        return totals[measure];
    }

    long gate(int gate) {
        return gates[gate];
    }

    long scaler(int scaler) {
        return scalers[scaler];
    }

    long cap(int limit) {
        return caps[limit];
    }

    /** The pay of everything, without rounding. */
    Rational all() {
        return all;
    }

    /** The pay of everything. */
    long sum() {
        return sum;
    }

    /** What cancellations had taken back. */
    long clawed() {
        return clawed;
    }
}
