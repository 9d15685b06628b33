package io.salesops.commission.calc;

import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The running figures at one moment. */
final class Figures {
    private final Settlement at;
    final long[] totals;
    final long[][] paid;
    final long[][] base;
    final long[] gates;
    final long[] caps;
    final List<Optional<Rate>> attainments = new ArrayList<>();

    Figures(Settlement at) {
        this.at = at;
        totals = at.totals.clone();
        paid = copy(at.paid);
        base = copy(at.base);
        gates = at.gates.clone();
        caps = at.caps.clone();
        for (int measure = 0; measure < totals.length; measure++) {
            attainments.add(at.attainment(measure));
        }
    }

    private static long[][] copy(long[][] rows) {
        return Arrays.stream(rows).map(long[]::clone).toArray(long[][]::new);
    }

    long sum(int payer) {
        long sum = 0;
        for (long tier : paid[payer]) {
            sum = Math.addExact(sum, tier);
        }
        return sum;
    }

    long sum() {
        long sum = 0;
        for (int payer = 0; payer < paid.length; payer++) {
            sum = Math.addExact(sum, sum(payer));
        }
        for (long gate : gates) {
            sum = Math.addExact(sum, gate);
        }
        for (long cap : caps) {
            sum = Math.addExact(sum, cap);
        }
        return sum;
    }

    Rational exact(int payer, int tier) {
        return at.curve(payer).exact(totals[at.measure(payer)], tier);
    }
}
