package io.salesops.core.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Parts connected records into clusters whose members agree on the whole: one wrong match must not join two families.
 *
 * <p>Every pair of a component is weighed, candidates or not, and the records are merged by average linkage as long as the
 * mean weight of the pairs between two groups is positive. A single pair counts at most {@link #MOST} bits either way.
 * Components of more than {@link #LARGEST} records are first cut at ever higher weights. Time is cubic in the size of a
 * component at worst, square in practice.
 *
 * <p>Source: R. R. Sokal and C. D. Michener, A statistical method for evaluating systematic relationships, 1958 (UPGMA).
 */
final class ClusterSplit {
    static final int LARGEST = 400;
    private static final int MOST = 11_500;
    private static final int STEP = 3_000;
    private static final int HIGHEST_CUT = 100_000;

    /** More copies of one record than this weigh no more: products of four such counts must not overflow. */
    private static final int MOST_COPIES = 20;

    private final int threshold;
    private final PairWeigher weigher;
    private final EqualRecords equal;
    private final List<int[]> groups = new ArrayList<>();
    private final PairList matches = new PairList();

    /** Starts with a threshold in thousandths of a bit. */
    ClusterSplit(int threshold, PairWeigher weigher, EqualRecords equal) {
        this.threshold = threshold;
        this.weigher = weigher;
        this.equal = equal;
    }

    /** The clusters so far, single records among them. */
    List<int[]> groups() {
        return groups;
    }

    /** The pairs within those clusters at or above the threshold, candidates or not. */
    PairList matches() {
        return matches;
    }

    /**
     * Parts a component.
     *
     * @param members the records, ascending; of equal ones the first
     * @param edges the matches within it, packed, with their weights
     */
    void split(int[] members, long[] edges, int[] weights) {
        cut(members, edges, weights, threshold);
    }

    private void cut(int[] members, long[] edges, int[] weights, int at) {
        if (members.length <= LARGEST) {
            link(members);
            return;
        }
        int higher = at + STEP;
        if (higher > HIGHEST_CUT) {
            groups.add(members); // identical through and through: all pairs would be too many
            for (long edge : edges) {
                matches.add(PairList.first(edge), PairList.second(edge));
            }
            return;
        }
        UnionFind parts = new UnionFind(members.length);
        for (int edge = 0; edge < edges.length; edge++) {
            if (weights[edge] >= higher) {
                parts.union(
                        Arrays.binarySearch(members, PairList.first(edges[edge])),
                        Arrays.binarySearch(members, PairList.second(edges[edge])));
            }
        }
        int[][] memberLists = lists(parts, members);
        int[] partOf = new int[members.length];
        for (int i = 0; i < members.length; i++) {
            partOf[i] = parts.find(i);
        }
        for (int part = 0; part < memberLists.length; part++) {
            if (memberLists[part] == null) {
                continue;
            }
            int mine = part;
            int[] kept = java.util.stream.IntStream.range(0, edges.length)
                    .filter(edge -> weights[edge] >= higher
                            && partOf[Arrays.binarySearch(members, PairList.first(edges[edge]))] == mine)
                    .toArray();
            cut(
                    memberLists[part],
                    Arrays.stream(kept).mapToLong(edge -> edges[edge]).toArray(),
                    Arrays.stream(kept).map(edge -> weights[edge]).toArray(),
                    higher);
        }
    }

    private static int[][] lists(UnionFind parts, int[] members) {
        int[] sizes = new int[members.length];
        for (int i = 0; i < members.length; i++) {
            sizes[parts.find(i)]++;
        }
        int[][] lists = new int[members.length][];
        int[] filled = new int[members.length];
        for (int i = 0; i < members.length; i++) {
            int part = parts.find(i);
            lists[part] = lists[part] == null ? new int[sizes[part]] : lists[part];
            lists[part][filled[part]++] = members[i];
        }
        return lists;
    }

    private void link(int[] members) {
        int size = members.length;
        int[][] weights = new int[size][size];
        boolean isWhole = true;
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                weights[i][j] = weigher.weight(members[i], members[j]) - threshold;
                weights[j][i] = weights[i][j];
                isWhole &= weights[i][j] >= 0;
            }
        }
        if (isWhole) {
            keep(members, weights, new UnionFind(1), true);
            return;
        }
        int[] copies = Arrays.stream(members)
                .map(member -> Math.min(MOST_COPIES, equal.copies(member)))
                .toArray();
        keep(members, weights, new AverageLinkage(weights, copies).merge(), false);
    }

    private void keep(int[] members, int[][] weights, UnionFind parts, boolean isWhole) {
        for (int i = 0; i < members.length; i++) {
            for (int j = i + 1; j < members.length; j++) {
                if (weights[i][j] >= 0 && (isWhole || parts.find(i) == parts.find(j))) {
                    matches.add(members[i], members[j]);
                }
            }
        }
        if (isWhole) {
            groups.add(members);
            return;
        }
        for (int[] group : lists(parts, members)) {
            if (group != null) {
                groups.add(group);
            }
        }
    }

    /** Merges the two groups with the highest mean weight, ties to the smaller numbers, until none is positive. */
    private static final class AverageLinkage {
        private static final int NONE = -1;

        private final long[][] sums;
        private final int[] sizes;
        private final int[] nearest;
        private final boolean[] isMerged;

        AverageLinkage(int[][] weights, int[] copies) {
            this.sums = new long[weights.length][weights.length];
            for (int i = 0; i < weights.length; i++) {
                for (int j = 0; j < weights.length; j++) {
                    sums[i][j] = (long) Math.max(-MOST, Math.min(MOST, weights[i][j])) * copies[i] * copies[j];
                }
            }
            this.sizes = copies;
            this.nearest = new int[sums.length];
            this.isMerged = new boolean[sums.length];
        }

        UnionFind merge() {
            UnionFind groups = new UnionFind(sums.length);
            for (int i = 0; i < sums.length; i++) {
                nearest[i] = nearest(i);
            }
            for (int best = best(); best != NONE; best = best()) {
                int into = Math.min(best, nearest[best]);
                int from = Math.max(best, nearest[best]);
                groups.union(into, from);
                isMerged[from] = true;
                sizes[into] += sizes[from];
                for (int other = 0; other < sums.length; other++) {
                    if (!isMerged[other] && other != into) {
                        sums[into][other] += sums[from][other];
                        sums[other][into] = sums[into][other];
                    }
                }
                for (int other = 0; other < sums.length; other++) {
                    if (!isMerged[other]) {
                        refresh(other, into, from);
                    }
                }
            }
            return groups;
        }

        /** Only groups that pointed to one of the two, or are nearer to the merged one, have another neighbour. */
        private void refresh(int group, int into, int from) {
            if (group == into || nearest[group] == into || nearest[group] == from) {
                nearest[group] = nearest(group);
            } else if (nearest[group] == NONE || isHigher(group, into, group, nearest[group])) {
                nearest[group] = into;
            }
        }

        private int best() {
            int best = NONE;
            for (int i = 0; i < sums.length; i++) {
                if (!isMerged[i]
                        && nearest[i] != NONE
                        && sums[i][nearest[i]] > 0
                        && (best == NONE || isHigher(i, nearest[i], best, nearest[best]))) {
                    best = i;
                }
            }
            return best;
        }

        private int nearest(int group) {
            int nearest = NONE;
            for (int other = 0; other < sums.length; other++) {
                if (other != group && !isMerged[other] && (nearest == NONE || isHigher(group, other, group, nearest))) {
                    nearest = other;
                }
            }
            return nearest;
        }

        /** Whether the mean weight between the first two groups is above that between the other two, without division. */
        private boolean isHigher(int a, int b, int c, int d) {
            long first = sums[a][b] * sizes[c] * sizes[d];
            long second = sums[c][d] * sizes[a] * sizes[b];
            return first > second;
        }
    }
}
