package io.salesops.core.match;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.SetMultimap;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.finding.Omission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Parts the clusters of a run that hold records which must be kept apart: their matches join records anew, the heaviest
 * first, and a match that would bring together two that must be apart is left out. Other clusters stay as they are.
 *
 * <p>Every part has its smallest id as representative. Time is linear in the matches of the parted clusters, beyond sorting
 * them, and in the pairs to keep apart. Immutable and thread-safe.
 *
 * <p>Source: I. Davidson and S. S. Ravi, Agglomerative Hierarchical Clustering with Constraints, 2005.
 *
 * @param <I> the type of the ids
 */
public final class ClusterParting<I extends Comparable<? super I>> {
    private static final String UNIT = "clusters";
    private static final int EXAMPLES = 5;

    private final KeptApart<I> apart;

    private ClusterParting(KeptApart<I> apart) {
        this.apart = apart;
    }

    /** Obtains the engine of rules. */
    public static <I extends Comparable<? super I>> ClusterParting<I> of(KeptApart<I> apart) {
        return new ClusterParting<>(apart);
    }

    /** Parts the clusters of a run. */
    public PartedClusters<I> part(Duplicates<I> duplicates) {
        return new Run().part(duplicates);
    }

    private final class Run {
        private final List<Cluster<I>> clusters = new ArrayList<>();
        private final ImmutableList.Builder<Separation<I>> separations = ImmutableList.builder();
        private final ImmutableList.Builder<Step> steps = ImmutableList.builder();
        private final List<I> alone = new ArrayList<>();
        private long cut;

        PartedClusters<I> part(Duplicates<I> duplicates) {
            int before = duplicates.clusters().size();
            steps.add(Step.of(rule("/clusters"), "clusters of the run", Quantity.of(before, UNIT)));
            for (Cluster<I> cluster : duplicates.clusters()) {
                ImmutableList<Separation<I>> pairs = apart.within(cluster.members());
                if (pairs.isEmpty()) {
                    clusters.add(cluster);
                } else {
                    separations.addAll(pairs);
                    part(cluster, pairs, duplicates.scored(cluster));
                }
            }
            clusters.sort(Comparator.comparing(Cluster::representative));
            Collections.sort(alone);
            ImmutableList.Builder<Omission> omitted = ImmutableList.builder();
            if (!alone.isEmpty()) {
                omitted.add(Omission.of(
                        "records left without a duplicate",
                        alone.stream().map(Object::toString).toList(),
                        EXAMPLES));
            }
            if (cut > 0) {
                omitted.add(new Omission("matches between two clusters", cut, ImmutableList.of()));
            }
            return PartedClusters.<I>builder()
                    .clusters(clusters)
                    .separations(separations.build())
                    .explanation(new Explanation.Sum(
                            "clusters without records that are kept apart",
                            Quantity.of(clusters.size(), UNIT),
                            steps.build()))
                    .omitted(omitted.build())
                    .computedFrom(Provenance.builder()
                            .engine("ClusterParting")
                            .putInputs("keptApart", new Provenance.Input("keptApart", "1", apart.fingerprint()))
                            .putInputs(
                                    UNIT,
                                    new Provenance.Input(
                                            UNIT,
                                            Integer.toString(before),
                                            Fingerprint.ofFacts(duplicates.clusters().stream()
                                                    .map(Cluster::toString)
                                                    .toList())))
                            .build())
                    .build();
        }

        private void part(Cluster<I> cluster, List<Separation<I>> pairs, List<ScoredPair<I>> matches) {
            ImmutableList<I> members = cluster.members();
            Map<I, Integer> numbers = new HashMap<>();
            members.forEach(member -> numbers.put(member, numbers.size()));
            Parts parts = new Parts(members.size());
            for (Separation<I> pair : pairs) {
                parts.keepApart(number(numbers, pair.first()), number(numbers, pair.second()));
            }
            List<ScoredPair<I>> heaviest = new ArrayList<>(matches);
            heaviest.sort(Comparator.<ScoredPair<I>>comparingDouble(ScoredPair::weight)
                    .reversed()
                    .thenComparing(ScoredPair::first)
                    .thenComparing(ScoredPair::second));
            for (ScoredPair<I> match : heaviest) {
                parts.join(number(numbers, match.first()), number(numbers, match.second()));
            }
            Map<Integer, List<I>> groups = new TreeMap<>();
            members.forEach(
                    member -> groups.computeIfAbsent(parts.find(number(numbers, member)), first -> new ArrayList<>())
                            .add(member));
            for (ScoredPair<I> match : matches) {
                cut += parts.find(number(numbers, match.first())) == parts.find(number(numbers, match.second()))
                        ? 0
                        : 1;
            }
            int left = 0;
            for (List<I> group : groups.values()) {
                if (group.size() > 1) {
                    left++;
                    clusters.add(new Cluster<>(group.get(0), ImmutableList.copyOf(group)));
                } else {
                    alone.add(group.get(0));
                }
            }
            steps.add(Step.builder()
                    .rule(rule("/keptApart"))
                    .label("{cluster} is parted into {parts}: {reason}")
                    .amount(Quantity.of(left - 1, UNIT))
                    .putInputs("cluster", cluster.representative().toString())
                    .putInputs("parts", groups.values().toString())
                    .putInputs(
                            "reason",
                            pairs.get(0).first() + " and " + pairs.get(0).second() + ", "
                                    + pairs.get(0).reason()
                                    + (pairs.size() > 1 ? ", and " + (pairs.size() - 1) + " more pairs" : ""))
                    .build());
        }

        private int number(Map<I, Integer> numbers, I member) {
            return numbers.getOrDefault(member, 0);
        }

        private RuleRef rule(String path) {
            return new RuleRef("ClusterParting", "1", path);
        }
    }

    /** Numbered records that are joined unless that brings together two that are kept apart. */
    private static final class Parts {
        private final UnionFind joined;
        /** By the number that stands for a part, those that stand for parts from which it is kept apart. */
        private final SetMultimap<Integer, Integer> apart = HashMultimap.create();

        Parts(int size) {
            this.joined = new UnionFind(size);
        }

        void keepApart(int first, int second) {
            apart.put(first, second);
            apart.put(second, first);
        }

        int find(int member) {
            return joined.find(member);
        }

        void join(int first, int second) {
            int a = find(first);
            int b = find(second);
            if (a == b || apart.containsEntry(a, b)) {
                return;
            }
            joined.union(a, b);
            int stays = find(a);
            int goes = stays == a ? b : a;
            for (int other : ImmutableList.copyOf(apart.removeAll(goes))) {
                apart.remove(other, goes);
                keepApart(stays, other);
            }
        }
    }
}
