package io.salesops.core.match;

import com.google.common.primitives.Ints;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The best link of each record: pairs by falling weight, ties by their records, each record once. */
final class BestLinks {
    private final long[] links;
    private final int beaten;

    private BestLinks(long[] links, int beaten) {
        this.links = links;
        this.beaten = beaten;
    }

    static BestLinks of(int records, long[] matches, int[] weights) {
        int[] order = IntStream.range(0, matches.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer match) -> -weights[match])
                        .thenComparingLong(match -> matches[match]))
                .mapToInt(Integer::intValue)
                .toArray();
        boolean[] isLinked = new boolean[records];
        long[] links = new long[matches.length];
        int size = 0;
        for (int match : Ints.asList(order)) {
            int first = PairList.first(matches[match]);
            int second = PairList.second(matches[match]);
            if (!isLinked[first] && !isLinked[second]) {
                isLinked[first] = true;
                isLinked[second] = true;
                links[size++] = matches[match];
            }
        }
        long[] kept = Arrays.copyOf(links, size);
        Arrays.sort(kept);
        return new BestLinks(kept, matches.length - size);
    }

    /** Packed pairs, ascending. */
    long[] links() {
        return links;
    }

    /** How many matches lost to a better one. */
    int beaten() {
        return beaten;
    }
}
