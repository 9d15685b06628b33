package io.salesops.core.match;

import static com.google.common.base.Preconditions.checkArgument;

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
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Clusters and matches of a run; oversize blocks, counted in pairs, and records without a key are omissions. A match is
 * made with its waterfall when it is asked for. Immutable and thread-safe.
 *
 * @param <I> the type of the ids
 */
public final class Duplicates<I extends Comparable<? super I>> implements Outcome {
    private static final String UNIT = "pairs";
    private static final int LARGE = 100;

    private final Records<I> records;
    private final PairSource source;
    private final long[] matches;
    private final long[] pairsByRule;
    private final ImmutableList<Finding> findings;
    private final ImmutableList<Omission> omitted;
    private final Provenance.Input model;
    private final ImmutableList<Cluster<I>> clusters;

    Duplicates(Records<I> records, Comparison comparison, Clusters clusters, Provenance.Input model) {
        this.records = records;
        this.source = comparison.source();
        this.matches = clusters.matches();
        this.pairsByRule = comparison.pairsByRule();
        this.model = model;
        this.clusters = clusters.ofIds(records.ids());
        this.findings = ImmutableList.<Finding>builder()
                .addAll(comparison.findings())
                .addAll(large(this.clusters))
                .build();
        IntFunction<String> label = row -> records.ids().get(row).toString();
        this.omitted = ImmutableList.<Omission>builder()
                .addAll(comparison.omitted(label))
                .addAll(clusters.omitted(label))
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

    /** The clusters of two records and more, by representative; the smallest id represents and members are ascending. */
    public ImmutableList<Cluster<I>> clusters() {
        return clusters;
    }

    /** How many pairs were compared. */
    public long comparedPairs() {
        return Arrays.stream(pairsByRule).sum();
    }

    /** How many pairs each rule gave that no earlier one had given; rules that gave none are left out. */
    public ImmutableMap<BlockingRule, Long> pairsByRule() {
        ImmutableMap.Builder<BlockingRule, Long> pairs = ImmutableMap.builder();
        for (int rule = 0; rule < pairsByRule.length; rule++) {
            if (pairsByRule[rule] > 0) {
                pairs.put(source.rules().get(rule), pairsByRule[rule]);
            }
        }
        return pairs.buildOrThrow();
    }

    /** How many pairs within clusters are matches. */
    public int matchCount() {
        return matches.length;
    }

    /**
     * The pairs within clusters at or above the threshold, by first and second id; made at each call. A pair that no
     * blocking rule selected is among them where others joined its records.
     */
    public ImmutableList<Match<I>> matches() {
        return Arrays.stream(matches)
                .mapToObj(match -> match(PairList.first(match), PairList.second(match)))
                .collect(ImmutableList.toImmutableList());
    }

    /** The match of two records in either order; absent where they were not compared, or are of two clusters. */
    public Optional<Match<I>> match(I first, I second) {
        int a = number(first);
        int b = number(second);
        if (a < 0 || b < 0 || Arrays.binarySearch(matches, PairList.pack(Math.min(a, b), Math.max(a, b))) < 0) {
            return Optional.empty();
        }
        return Optional.of(match(Math.min(a, b), Math.max(a, b)));
    }

    /**
     * How any two records compare, in either order, a match or not.
     *
     * @throws IllegalArgumentException if a record is not of this run
     */
    public Match<I> compared(I first, I second) {
        int a = number(first);
        int b = number(second);
        checkArgument(a >= 0, "no record %s was compared", first);
        checkArgument(b >= 0, "no record %s was compared", second);
        return match(Math.min(a, b), Math.max(a, b));
    }

    /**
     * Whether a blocking rule selected two records, in either order; others are joined only by way of a third.
     *
     * @throws IllegalArgumentException if a record is not of this run
     */
    public boolean wasCompared(I first, I second) {
        int a = number(first);
        int b = number(second);
        checkArgument(a >= 0, "no record %s was compared", first);
        checkArgument(b >= 0, "no record %s was compared", second);
        return source.isCandidate(Math.min(a, b), Math.max(a, b));
    }

    /** The matches of a cluster of this run, with their weights. */
    ImmutableList<ScoredPair<I>> scored(Cluster<I> cluster) {
        PairWeigher weigher = source.weigher();
        ImmutableList.Builder<ScoredPair<I>> scored = ImmutableList.builder();
        for (I member : cluster.members()) {
            int row = number(member);
            int at = Arrays.binarySearch(matches, PairList.pack(row, 0));
            for (int i = at < 0 ? -at - 1 : at; i < matches.length && PairList.first(matches[i]) == row; i++) {
                int other = PairList.second(matches[i]);
                scored.add(new ScoredPair<>(member, records.ids().get(other), Bits.toBits(weigher.weight(row, other))));
            }
        }
        return scored.build();
    }

    private int number(I id) {
        return Collections.binarySearch(records.ids(), id);
    }

    private Match<I> match(int first, int second) {
        return new Match<>(records.ids().get(first), records.ids().get(second), source.explain(first, second));
    }

    /** The compared pairs, a step for each blocking rule. */
    @Override
    public Explanation explanation() {
        ImmutableList.Builder<Step> steps = ImmutableList.builder();
        for (int rule = 0; rule < pairsByRule.length; rule++) {
            if (pairsByRule[rule] == 0) {
                continue;
            }
            steps.add(Step.builder()
                    .rule(new RuleRef(model.id(), model.version(), "/blocking/" + rule))
                    .label("share {keys}")
                    .amount(Quantity.of(pairsByRule[rule], UNIT))
                    .putInputs("keys", source.rules().get(rule).toString())
                    .build());
        }
        String subject = "compared: " + records.size() + " records, " + matches.length + " matches, " + clusters.size()
                + " clusters";
        return new Explanation.Sum(subject, Quantity.of(comparedPairs(), UNIT), steps.build());
    }

    /** What it was computed from; the records are fingerprinted at each call, in time linear in their texts. */
    @Override
    public Provenance computedFrom() {
        return Provenance.builder()
                .engine("Deduplicator")
                .putInputs("model", model)
                .putInputs("records", records.input())
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
