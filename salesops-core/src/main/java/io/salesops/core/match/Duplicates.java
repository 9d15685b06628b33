package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Outcome;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Clusters and matches of a run; oversize blocks, counted in pairs, and records without a key are omissions. A match is
 * made with its waterfall when it is asked for. Immutable and thread-safe.
 *
 * @param <I> the type of the ids
 */
public final class Duplicates<I extends Comparable<? super I>> implements Outcome {
    private static final String UNIT = "pairs";
    private static final int LARGE = 100;

    private final PairSource<I> source;
    private final long[] matches;
    private final long[] pairsByRule;
    private final ImmutableList<Finding> findings;
    private final ImmutableList<Omission> omitted;
    private final Provenance.Input model;
    private final ImmutableList<Cluster<I>> clusters;

    Duplicates(
            PairSource<I> source,
            long[] matches,
            long[] pairsByRule,
            ImmutableList<Finding> findings,
            ImmutableList<Omission> omitted,
            Provenance.Input model) {
        this.source = source;
        this.matches = matches;
        this.pairsByRule = pairsByRule;
        this.omitted = omitted;
        this.model = model;
        this.clusters = clusters(source.records(), matches);
        this.findings = ImmutableList.<Finding>builder()
                .addAll(findings)
                .addAll(large(clusters))
                .build();
    }

    /** One wrong match joins two clusters: very large ones are worth a look. */
    private static <I> List<Finding> large(List<Cluster<I>> clusters) {
        return clusters.stream()
                .filter(cluster -> cluster.members().size() > LARGE)
                .map(cluster -> Finding.warning(
                                "match.cluster.large",
                                cluster.representative().toString(),
                                "the cluster of " + cluster.representative() + " has "
                                        + cluster.members().size() + " records")
                        .maybe("Maybe a higher threshold, or without columns that imply each other."))
                .toList();
    }

    private static <I extends Comparable<? super I>> ImmutableList<Cluster<I>> clusters(
            Records<I> records, long[] matches) {
        UnionFind components = new UnionFind(records.size());
        boolean[] matched = new boolean[records.size()];
        for (long match : matches) {
            components.union(PairList.first(match), PairList.second(match));
            matched[PairList.first(match)] = true;
            matched[PairList.second(match)] = true;
        }
        java.util.TreeMap<Integer, ImmutableList.Builder<I>> members = new java.util.TreeMap<>();
        for (int record = 0; record < matched.length; record++) {
            if (matched[record]) {
                members.computeIfAbsent(components.find(record), root -> ImmutableList.builder())
                        .add(records.ids().get(record));
            }
        }
        return members.values().stream()
                .map(ImmutableList.Builder::build)
                .map(ids -> new Cluster<>(ids.get(0), ids))
                .collect(ImmutableList.toImmutableList());
    }

    /** The clusters of two records and more, by representative; the smallest id represents and members are ascending. */
    public ImmutableList<Cluster<I>> clusters() {
        return clusters;
    }

    /** How many pairs were compared. */
    public long comparedPairs() {
        return Arrays.stream(pairsByRule).sum();
    }

    /** How many pairs each rule gave that no earlier one had given. */
    public ImmutableMap<BlockingRule, Long> pairsByRule() {
        ImmutableMap.Builder<BlockingRule, Long> pairs = ImmutableMap.builder();
        for (int rule = 0; rule < pairsByRule.length; rule++) {
            pairs.put(source.rules().get(rule), pairsByRule[rule]);
        }
        return pairs.buildOrThrow();
    }

    /** How many pairs are matches. */
    public int matchCount() {
        return matches.length;
    }

    /** The matches, by first and second id; made at each call. */
    public ImmutableList<Match<I>> matches() {
        return Arrays.stream(matches)
                .mapToObj(match -> source.match(PairList.first(match), PairList.second(match)))
                .collect(ImmutableList.toImmutableList());
    }

    /** The match of two records in either order; absent where they were not compared or stay below the threshold. */
    public Optional<Match<I>> match(I first, I second) {
        int a = source.number(first);
        int b = source.number(second);
        if (a < 0 || b < 0 || Arrays.binarySearch(matches, PairList.pack(Math.min(a, b), Math.max(a, b))) < 0) {
            return Optional.empty();
        }
        return Optional.of(source.match(Math.min(a, b), Math.max(a, b)));
    }

    /** The compared pairs, a step for each blocking rule. */
    @Override
    public Explanation explanation() {
        ImmutableList.Builder<Step> steps = ImmutableList.builder();
        for (int rule = 0; rule < pairsByRule.length; rule++) {
            steps.add(Step.builder()
                    .rule(new RuleRef(model.id(), model.version(), "/blocking/" + rule))
                    .label("share {keys}")
                    .amount(Quantity.of(pairsByRule[rule], UNIT))
                    .putInputs("keys", source.rules().get(rule).toString())
                    .build());
        }
        String subject = "compared: " + source.records().size() + " records, " + matches.length + " matches, "
                + clusters.size() + " clusters";
        return new Explanation.Sum(subject, Quantity.of(comparedPairs(), UNIT), steps.build());
    }

    /** What it was computed from; the records are fingerprinted at each call, in time linear in their texts. */
    @Override
    public Provenance computedFrom() {
        return Provenance.builder()
                .engine("Deduplicator")
                .putInputs("model", model)
                .putInputs("records", source.records().input())
                .build();
    }

    @Override
    public ImmutableList<Finding> findings() {
        return findings;
    }

    @Override
    public ImmutableList<Omission> omitted() {
        return omitted;
    }
}
