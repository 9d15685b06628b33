package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import io.salesops.core.run.Execution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** The records that matches connect, parted into clusters, and the matches that stay within one. */
final class Clusters {
    private static final int PART = 256;

    private final List<int[]> groups;
    private final long[] matches;
    private final long cut;

    private Clusters(List<int[]> groups, long[] matches, long cut) {
        this.groups = groups;
        this.matches = matches;
        this.cut = cut;
    }

    /**
     * Parts the records.
     *
     * @param matches packed pairs, ascending
     * @param weights their weights
     */
    static Clusters of(
            int records,
            long[] matches,
            int[] weights,
            int threshold,
            Supplier<PairWeigher> weighers,
            Execution execution) {
        List<Component> components = components(records, matches, weights);
        int parts = (components.size() + PART - 1) / PART;
        List<ClusterSplit> splits = Parallel.run(execution, "cluster", parts, part -> {
            ClusterSplit split = new ClusterSplit(threshold, weighers.get());
            for (Component component :
                    components.subList(part * PART, Math.min(components.size(), (part + 1) * PART))) {
                split.split(component.members, component.edges, component.weights);
            }
            return split;
        });
        List<int[]> groups = splits.stream()
                .flatMap(split -> split.groups().stream())
                .filter(group -> group.length > 1)
                .sorted(java.util.Comparator.comparingInt(group -> group[0]))
                .toList();
        int[] groupOf = new int[records];
        Arrays.fill(groupOf, -1);
        for (int group = 0; group < groups.size(); group++) {
            for (int member : groups.get(group)) {
                groupOf[member] = group;
            }
        }
        long cut = Arrays.stream(matches)
                .filter(match -> groupOf[PairList.first(match)] < 0
                        || groupOf[PairList.first(match)] != groupOf[PairList.second(match)])
                .count();
        long[] within = splits.stream()
                .flatMapToLong(split -> Arrays.stream(split.matches().toArray()))
                .sorted()
                .toArray();
        return new Clusters(groups, within, cut);
    }

    private static List<Component> components(int records, long[] matches, int[] weights) {
        UnionFind connected = new UnionFind(records);
        for (long match : matches) {
            connected.union(PairList.first(match), PairList.second(match));
        }
        int[] edges = new int[records];
        for (long match : matches) {
            edges[connected.find(PairList.first(match))]++;
        }
        int[] members = new int[records];
        for (int record = 0; record < records; record++) {
            members[connected.find(record)]++;
        }
        Component[] byRoot = new Component[records];
        List<Component> components = new ArrayList<>();
        for (int record = 0; record < records; record++) {
            int root = connected.find(record);
            if (edges[root] > 0) {
                if (byRoot[root] == null) {
                    byRoot[root] = new Component(members[root], edges[root]);
                    components.add(byRoot[root]);
                }
                byRoot[root].add(record);
            }
        }
        for (int match = 0; match < matches.length; match++) {
            byRoot[connected.find(PairList.first(matches[match]))].add(matches[match], weights[match]);
        }
        return components;
    }

    /** The clusters of two records and more, by their smallest; members are ascending. */
    List<int[]> groups() {
        return groups;
    }

    /** The pairs within clusters at or above the threshold, ascending; candidates or not. */
    long[] matches() {
        return matches;
    }

    /** How many matches are between two clusters. */
    long cut() {
        return cut;
    }

    /** The clusters as ids; the smallest stands for its cluster. */
    <I extends Comparable<? super I>> ImmutableList<Cluster<I>> ofIds(ImmutableList<I> ids) {
        return groups.stream()
                .map(group -> Arrays.stream(group).mapToObj(ids::get).collect(ImmutableList.toImmutableList()))
                .map(members -> new Cluster<>(members.get(0), members))
                .collect(ImmutableList.toImmutableList());
    }

    /** Records that matches connect. */
    private static final class Component {
        private final int[] members;
        private final long[] edges;
        private final int[] weights;
        private int memberCount;
        private int edgeCount;

        Component(int members, int edges) {
            this.members = new int[members];
            this.edges = new long[edges];
            this.weights = new int[edges];
        }

        void add(int member) {
            members[memberCount++] = member;
        }

        void add(long edge, int weight) {
            edges[edgeCount] = edge;
            weights[edgeCount++] = weight;
        }
    }
}
