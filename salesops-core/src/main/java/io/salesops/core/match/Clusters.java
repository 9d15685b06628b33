package io.salesops.core.match;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Omission;
import io.salesops.core.run.Execution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The records that matches connect, parted into clusters, and the matches that stay within one. */
final class Clusters {
    private static final int PART = 256;
    private static final int NONE = -1;
    private static final int EXAMPLES = 5;

    private final List<int[]> groups;
    private final long[] matches;
    private final long cut;
    private final long[] firstCut;

    private Clusters(List<int[]> groups, long[] matches, long cut, long[] firstCut) {
        this.groups = groups;
        this.matches = matches;
        this.cut = cut;
        this.firstCut = firstCut;
    }

    /** Parts the records; of equal ones the first stands for all, and they stay together. */
    static Clusters of(EqualRecords equal, int threshold, Supplier<PairWeigher> weighers, Execution execution) {
        List<Component> components = components(equal);
        int parts = (components.size() + PART - 1) / PART;
        List<ClusterSplit> splits = Parallel.run(execution, "cluster", parts, part -> {
            ClusterSplit split = new ClusterSplit(threshold, weighers.get(), equal);
            for (Component component :
                    components.subList(part * PART, Math.min(components.size(), (part + 1) * PART))) {
                split.split(component.members.toArray(), component.edges.toArray(), component.weights.toArray());
            }
            return split;
        });
        int[] groupOf = new int[equal.size()];
        Arrays.fill(groupOf, NONE);
        int count = 0;
        for (ClusterSplit split : splits) {
            for (int[] group : split.groups()) {
                if (group.length > 1 || equal.copies(group[0]) > 1) {
                    for (int member : group) {
                        groupOf[member] = count;
                    }
                    count++;
                }
            }
        }
        int[] sizes = new int[count];
        for (int record = 0; record < groupOf.length; record++) {
            groupOf[record] = groupOf[equal.first(record)];
            if (groupOf[record] != NONE) {
                sizes[groupOf[record]]++;
            }
        }
        LongPredicate isCut = match -> groupOf[PairList.first(match)] == NONE
                || groupOf[PairList.first(match)] != groupOf[PairList.second(match)];
        return new Clusters(
                groups(groupOf, sizes),
                within(equal, splits, groupOf, sizes),
                Arrays.stream(equal.matches()).filter(isCut).count(),
                Arrays.stream(equal.matches()).filter(isCut).limit(EXAMPLES).toArray());
    }

    private static List<int[]> groups(int[] groupOf, int[] sizes) {
        int[][] groups = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
        int[] filled = new int[sizes.length];
        for (int record = 0; record < groupOf.length; record++) {
            if (groupOf[record] != NONE) {
                groups[groupOf[record]][filled[groupOf[record]]++] = record;
            }
        }
        return Arrays.stream(groups)
                .sorted(Comparator.comparingInt(group -> group[0]))
                .toList();
    }

    /** The matches of the records that stand for others are those of all their copies, except in clusters that are too large. */
    private static long[] within(EqualRecords equal, List<ClusterSplit> splits, int[] groupOf, int[] sizes) {
        int[] next = new int[groupOf.length];
        Arrays.fill(next, NONE);
        int[] last = IntStream.range(0, next.length).toArray();
        for (int record = 0; record < next.length; record++) {
            int first = equal.first(record);
            if (first != record) {
                next[last[first]] = record;
                last[first] = record;
            }
        }
        PairList within = new PairList();
        for (ClusterSplit split : splits) {
            for (long match : split.matches().toArray()) {
                boolean isSmall = sizes[groupOf[PairList.first(match)]] <= ClusterSplit.LARGEST;
                for (int a = PairList.first(match); a != NONE; a = isSmall ? next[a] : NONE) {
                    for (int b = PairList.second(match); b != NONE; b = isSmall ? next[b] : NONE) {
                        within.add(Math.min(a, b), Math.max(a, b));
                    }
                }
            }
        }
        for (int first = 0; first < next.length; first++) {
            boolean isSmall = groupOf[first] != NONE && sizes[groupOf[first]] <= ClusterSplit.LARGEST;
            for (int other = next[first]; other != NONE && (isSmall || equal.first(first) == first); ) {
                within.add(first, other);
                other = next[other];
            }
        }
        return Arrays.stream(within.toArray()).sorted().distinct().toArray();
    }

    private static List<Component> components(EqualRecords equal) {
        long[] matches = equal.matches();
        UnionFind connected = new UnionFind(equal.size());
        boolean[] isMatched = new boolean[equal.size()];
        for (long match : matches) {
            isMatched[equal.first(PairList.first(match))] = true;
            isMatched[equal.first(PairList.second(match))] = true;
            connected.union(equal.first(PairList.first(match)), equal.first(PairList.second(match)));
        }
        Map<Integer, Component> byRoot = new HashMap<>();
        List<Component> components = new ArrayList<>();
        for (int record = 0; record < isMatched.length; record++) {
            if (isMatched[record]) {
                byRoot.computeIfAbsent(connected.find(record), root -> {
                            Component component = new Component();
                            components.add(component);
                            return component;
                        })
                        .members
                        .add(record);
            }
        }
        for (int match = 0; match < matches.length; match++) {
            int first = equal.first(PairList.first(matches[match]));
            int second = equal.first(PairList.second(matches[match]));
            if (first != second) {
                Component component = checkNotNull(byRoot.get(connected.find(first)));
                component.edges.add(Math.min(first, second), Math.max(first, second));
                component.weights.add(equal.weights()[match]);
            }
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

    /** Counts the matches between two clusters, and names the first few; {@code label} names a record. */
    ImmutableList<Omission> omitted(IntFunction<String> label) {
        return cut == 0
                ? ImmutableList.of()
                : ImmutableList.of(new Omission(
                        "matches between two clusters",
                        cut,
                        Arrays.stream(firstCut)
                                .mapToObj(match -> label.apply(PairList.first(match)) + " and "
                                        + label.apply(PairList.second(match)))
                                .collect(ImmutableList.toImmutableList())));
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
        private final IntList members = new IntList();
        private final PairList edges = new PairList();
        private final IntList weights = new IntList();
    }
}
