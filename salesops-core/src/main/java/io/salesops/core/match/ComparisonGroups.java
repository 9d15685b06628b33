package io.salesops.core.match;

import java.util.ArrayList;
import java.util.List;

/**
 * Comparisons whose levels become known together: each by itself, and those whose texts may be crossed with one another as
 * one. Immutable and thread-safe.
 */
final class ComparisonGroups {
    private final int[][] members;
    private final PairLevels.Crossing[][] crossings;
    private final boolean[] crossed;

    private ComparisonGroups(int[][] members, PairLevels.Crossing[][] crossings, boolean[] crossed) {
        this.members = members;
        this.crossings = crossings;
        this.crossed = crossed;
    }

    static ComparisonGroups of(int comparisons, PairLevels.Crossing[] crossings) {
        int[] groupOf = new int[comparisons];
        boolean[] isCrossed = new boolean[comparisons];
        for (int c = 0; c < comparisons; c++) {
            groupOf[c] = c;
        }
        for (PairLevels.Crossing crossing : crossings) {
            isCrossed[crossing.column()] = true;
            isCrossed[crossing.other()] = true;
            int joined = groupOf[crossing.other()];
            for (int c = 0; c < comparisons; c++) {
                groupOf[c] = groupOf[c] == joined ? groupOf[crossing.column()] : groupOf[c];
            }
        }
        List<int[]> members = new ArrayList<>();
        List<PairLevels.Crossing[]> crossed = new ArrayList<>();
        for (int group = 0; group < comparisons; group++) {
            int mine = group;
            int[] of = java.util.stream.IntStream.range(0, comparisons)
                    .filter(c -> groupOf[c] == mine)
                    .toArray();
            if (of.length > 0) {
                members.add(of);
                crossed.add(java.util.Arrays.stream(crossings)
                        .filter(crossing -> groupOf[crossing.column()] == mine)
                        .toArray(PairLevels.Crossing[]::new));
            }
        }
        return new ComparisonGroups(
                members.toArray(int[][]::new), crossed.toArray(PairLevels.Crossing[][]::new), isCrossed);
    }

    int count() {
        return members.length;
    }

    /** The comparisons of a group, ascending; not to be changed. */
    int[] members(int group) {
        return members[group];
    }

    /** Whether a level other than exact agreement may change with those of other comparisons. */
    boolean isCrossed(int comparison) {
        return crossed[comparison];
    }

    /** What may be crossed in a group, in the order of the comparisons; not to be changed. */
    PairLevels.Crossing[] crossings(int group) {
        return crossings[group];
    }
}
