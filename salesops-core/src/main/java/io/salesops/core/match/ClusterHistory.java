package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Keeps the representatives of clusters from run to run, and says what became of the clusters of an earlier run.
 *
 * <p>A cluster keeps the representative of an earlier cluster that is among its members; of several, that of the cluster
 * most of whose records it has, and of equals the smallest. So after a split the part with the representative keeps its name,
 * and a joined cluster that of its largest part. A cluster without such a member has the representative that its own run
 * gave it. The order of clusters and members is irrelevant; time is linear in the records beyond sorting. Immutable and
 * thread-safe.
 *
 * @param <I> the type of the ids
 */
public final class ClusterHistory<I extends Comparable<? super I>> {
    private static final String UNIT = "clusters";

    private final ImmutableList<Cluster<I>> before;

    private ClusterHistory(ImmutableList<Cluster<I>> before) {
        this.before = before;
    }

    /**
     * Obtains the history that ends with these clusters.
     *
     * @throws FindingsException naming every record that is in two clusters
     */
    public static <I extends Comparable<? super I>> ClusterHistory<I> of(Iterable<Cluster<I>> before) {
        return new ClusterHistory<>(canonical(before));
    }

    /**
     * Compares the clusters of a later run with those of the earlier.
     *
     * @throws FindingsException naming every record that is in two clusters
     */
    public ClusterChanges<I> compare(Iterable<Cluster<I>> after) {
        return new Run(canonical(after)).changes();
    }

    /** Members ascending, clusters by their smallest member. */
    private static <I extends Comparable<? super I>> ImmutableList<Cluster<I>> canonical(
            Iterable<Cluster<I>> clusters) {
        Set<I> seen = new HashSet<>();
        ImmutableList.Builder<Finding> twice = ImmutableList.builder();
        List<Cluster<I>> sorted = new ArrayList<>();
        for (Cluster<I> cluster : clusters) {
            ImmutableList<I> members = ImmutableList.sortedCopyOf(cluster.members());
            members.stream().filter(member -> !seen.add(member)).forEach(member -> {
                String id = member.toString();
                twice.add(Finding.error("match.cluster.overlap", id, id + " is in two clusters, or in one twice")
                        .maybe("Maybe the clusters are of two runs."));
            });
            sorted.add(new Cluster<>(cluster.representative(), members));
        }
        ImmutableList<Finding> findings = twice.build();
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
        sorted.sort(Comparator.comparing(cluster -> cluster.members().get(0)));
        return ImmutableList.copyOf(sorted);
    }

    private final class Run {
        private final ImmutableList<Cluster<I>> after;
        private final Map<I, Integer> earlier = new HashMap<>();
        private final List<Cluster<I>> kept = new ArrayList<>();
        private final ImmutableList.Builder<ClusterChange<I>> changes = ImmutableList.builder();
        private final Map<ClusterChange.Kind, Integer> more = new EnumMap<>(ClusterChange.Kind.class);
        private final Map<ClusterChange.Kind, Integer> count = new EnumMap<>(ClusterChange.Kind.class);
        private int unchanged;

        Run(ImmutableList<Cluster<I>> after) {
            this.after = after;
            for (int cluster = 0; cluster < before.size(); cluster++) {
                for (I member : before.get(cluster).members()) {
                    earlier.put(member, cluster);
                }
            }
            after.forEach(cluster -> kept.add(named(cluster)));
        }

        /** The cluster under the representative that it keeps. */
        private Cluster<I> named(Cluster<I> cluster) {
            Map<Integer, Integer> shared = new TreeMap<>();
            for (I member : cluster.members()) {
                Integer there = earlier.get(member);
                if (there != null) {
                    shared.merge(there, 1, Integer::sum);
                }
            }
            I representative = cluster.representative();
            int most = 0;
            for (I member : cluster.members()) {
                Integer there = earlier.get(member);
                if (there != null && before.get(there).representative().equals(member)) {
                    int together = shared.getOrDefault(there, 0);
                    // Members are ascending: of equals the smallest comes first.
                    if (together > most) {
                        most = together;
                        representative = member;
                    }
                }
            }
            return new Cluster<>(representative, cluster.members());
        }

        ClusterChanges<I> changes() {
            UnionFind connected = new UnionFind(before.size() + kept.size());
            for (int cluster = 0; cluster < kept.size(); cluster++) {
                for (I member : kept.get(cluster).members()) {
                    Integer there = earlier.get(member);
                    if (there != null) {
                        connected.union(there, before.size() + cluster);
                    }
                }
            }
            Map<Integer, List<Cluster<I>>> beforeOf = new TreeMap<>();
            Map<Integer, List<Cluster<I>>> afterOf = new TreeMap<>();
            Set<Integer> roots = new HashSet<>();
            for (int cluster = 0; cluster < before.size(); cluster++) {
                roots.add(connected.find(cluster));
                beforeOf.computeIfAbsent(connected.find(cluster), first -> new ArrayList<>())
                        .add(before.get(cluster));
            }
            for (int cluster = 0; cluster < kept.size(); cluster++) {
                int root = connected.find(before.size() + cluster);
                roots.add(root);
                afterOf.computeIfAbsent(root, first -> new ArrayList<>()).add(kept.get(cluster));
            }
            List<ClusterChange<I>> found = new ArrayList<>();
            for (int root : roots) {
                ImmutableList<Cluster<I>> was = ImmutableList.copyOf(beforeOf.getOrDefault(root, List.of()));
                ImmutableList<Cluster<I>> is = ImmutableList.copyOf(afterOf.getOrDefault(root, List.of()));
                if (was.equals(is)) {
                    unchanged++;
                } else {
                    found.add(new ClusterChange<>(kind(was, is), was, is));
                }
            }
            found.sort(Comparator.comparing(Run.this::first));
            found.forEach(change -> {
                changes.add(change);
                count.merge(change.kind(), 1, Integer::sum);
                more.merge(
                        change.kind(), change.after().size() - change.before().size(), Integer::sum);
            });
            return ClusterChanges.<I>builder()
                    .clusters(ImmutableList.sortedCopyOf(Comparator.comparing(Cluster::representative), kept))
                    .unchanged(unchanged)
                    .changes(changes.build())
                    .explanation(explanation())
                    .computedFrom(Provenance.builder()
                            .engine("ClusterHistory")
                            .putInputs("before", input(before))
                            .putInputs("after", input(after))
                            .build())
                    .build();
        }

        private I first(ClusterChange<I> change) {
            if (change.before().isEmpty()) {
                return change.after().get(0).members().get(0);
            }
            I was = change.before().get(0).members().get(0);
            if (change.after().isEmpty()) {
                return was;
            }
            I is = change.after().get(0).members().get(0);
            return was.compareTo(is) <= 0 ? was : is;
        }

        private ClusterChange.Kind kind(List<Cluster<I>> was, List<Cluster<I>> is) {
            if (was.isEmpty()) {
                return ClusterChange.Kind.NEW;
            } else if (is.isEmpty()) {
                return ClusterChange.Kind.GONE;
            } else if (was.size() > 1) {
                return is.size() > 1 ? ClusterChange.Kind.REGROUPED : ClusterChange.Kind.JOINED;
            } else if (is.size() > 1) {
                return ClusterChange.Kind.SPLIT;
            }
            ImmutableSet<I> earlierMembers = ImmutableSet.copyOf(was.get(0).members());
            ImmutableSet<I> laterMembers = ImmutableSet.copyOf(is.get(0).members());
            if (laterMembers.containsAll(earlierMembers)) {
                return ClusterChange.Kind.GROWN;
            }
            return earlierMembers.containsAll(laterMembers) ? ClusterChange.Kind.SHRUNK : ClusterChange.Kind.EXCHANGED;
        }

        private Explanation explanation() {
            ImmutableList.Builder<Step> steps = ImmutableList.builder();
            steps.add(step("clusters of the earlier run", "before", before.size(), before.size()));
            count.forEach((kind, changed) ->
                    steps.add(step("{count} " + words(kind), words(kind), changed, more.getOrDefault(kind, 0))));
            return new Explanation.Sum(
                    "clusters, of which " + unchanged + " are unchanged",
                    Quantity.of(kept.size(), UNIT),
                    steps.build());
        }

        private String words(ClusterChange.Kind kind) {
            return switch (kind) {
                case NEW -> "new";
                case GONE -> "gone";
                case GROWN -> "grown";
                case SHRUNK -> "shrunk";
                case EXCHANGED -> "with other records";
                case JOINED -> "joined from several";
                case SPLIT -> "split";
                case REGROUPED -> "regrouped";
            };
        }

        private Step step(String label, String path, int count, int amount) {
            return Step.builder()
                    .rule(new RuleRef("ClusterHistory", "1", "/" + path.replace(' ', '-')))
                    .label(label)
                    .amount(Quantity.of(amount, UNIT))
                    .putInputs("count", Integer.toString(count))
                    .build();
        }

        private Provenance.Input input(List<Cluster<I>> clusters) {
            return new Provenance.Input(
                    UNIT,
                    Integer.toString(clusters.size()),
                    Fingerprint.ofFacts(clusters.stream().map(Cluster::toString).toList()));
        }
    }
}
