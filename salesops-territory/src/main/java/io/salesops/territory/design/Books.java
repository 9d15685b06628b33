package io.salesops.territory.design;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.territory.area.AlignmentUnit;
import java.math.BigInteger;
import java.util.Arrays;

/** Who has what: sums of what stays, comes in and goes out, by the number of the book. */
final class Books {
    private final ImmutableList<String> measures;
    private final int[] kept;
    private final int[] gained;
    private final int[] lost;
    private final BigInteger[][] weights;

    Books(ImmutableList<String> measures, int count) {
        this.measures = measures;
        kept = new int[count];
        gained = new int[count];
        lost = new int[count];
        weights = new BigInteger[count][3 * measures.size()];
        for (BigInteger[] row : weights) {
            Arrays.fill(row, BigInteger.ZERO);
        }
    }

    int kept(int book) {
        return kept[book];
    }

    int gained(int book) {
        return gained[book];
    }

    int lost(int book) {
        return lost[book];
    }

    /** Counts a unit that goes from one book to another; -1 is none. */
    void add(AlignmentUnit unit, int from, int to) {
        if (from >= 0 && from == to) {
            kept[from]++;
        } else {
            count(gained, to);
            count(lost, from);
        }
        for (int m = 0; m < measures.size(); m++) {
            BigInteger weight = BigInteger.valueOf(unit.weight(measures.get(m)));
            weigh(from, 3 * m, weight);
            if (from != to) {
                weigh(to, 3 * m + 1, weight);
                weigh(from, 3 * m + 2, weight);
            }
        }
    }

    private void count(int[] counts, int book) {
        if (book >= 0) {
            counts[book]++;
        }
    }

    private void weigh(int book, int place, BigInteger weight) {
        if (book >= 0) {
            weights[book][place] = weights[book][place].add(weight);
        }
    }

    ImmutableMap<String, WeightChange> weights(int book) {
        ImmutableMap.Builder<String, WeightChange> changes = ImmutableMap.builder();
        for (int m = 0; m < measures.size(); m++) {
            changes.put(
                    measures.get(m),
                    new WeightChange(weights[book][3 * m], weights[book][3 * m + 1], weights[book][3 * m + 2]));
        }
        return changes.buildOrThrow();
    }
}
