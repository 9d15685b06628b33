package io.salesops.core.match;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.criteria.Truth;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Outcome;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import io.salesops.core.run.Execution;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The records of a table that a rule joins. A rule has no weights by which clusters could be parted: a cluster is whatever
 * its matches connect. Immutable and thread-safe.
 *
 * @param <I> the type of the ids
 */
public final class RuleDuplicates<I extends Comparable<? super I>> implements Outcome {
    private static final String UNIT = "pairs";
    private static final int PART = 1 << 14;
    private static final int EXAMPLES = 5;

    private final RuleMatcher matcher;
    private final Records<I> records;
    private final RuleComparison comparison;
    private final ImmutableList<BlockingRule> rules;
    private final long[] pairsByRule;
    private final long[] matches;
    private final ImmutableList<Cluster<I>> clusters;
    private final ImmutableList<Omission> omitted;

    RuleDuplicates(RuleMatcher matcher, Records<I> records, RuleComparison comparison, Execution execution) {
        this.matcher = matcher;
        this.records = records;
        this.comparison = comparison;
        CandidatePairs candidates = comparison.candidates(execution);
        this.rules = candidates.rules();
        long[] pairs = untransposed(candidates, comparison.size());
        this.pairsByRule = new long[rules.size()];
        for (long pair : pairs) {
            pairsByRule[PairSet.rule(pair)]++;
        }
        int parts = (pairs.length + PART - 1) / PART;
        List<long[]> met = Parallel.run(execution, "compare", parts, part -> {
            RuleComparison.Comparer comparer = comparison.comparer();
            return Arrays.stream(pairs, part * PART, Math.min(pairs.length, (part + 1) * PART))
                    .filter(pair -> comparer.truth(PairSet.first(pair), PairSet.second(pair)) == Truth.TRUE)
                    .map(pair -> PairList.pack(PairSet.first(pair), PairSet.second(pair)))
                    .toArray();
        });
        this.matches = LongStream.concat(met.stream().flatMapToLong(Arrays::stream), equal())
                .sorted()
                .distinct()
                .toArray();
        this.clusters = connected();
        ImmutableList<String> alone = IntStream.range(0, comparison.size())
                .filter(record -> !candidates.hasKey(record))
                .mapToObj(record -> records.ids().get(record).toString())
                .collect(ImmutableList.toImmutableList());
        this.omitted = alone.isEmpty()
                ? candidates.omitted()
                : ImmutableList.<Omission>builder()
                        .addAll(candidates.omitted())
                        .add(Omission.of("records without a blocking key", alone, EXAMPLES))
                        .build();
    }

    /** The pairs of records, each once under its first rule, whether they share a block as they are or transposed. */
    private static long[] untransposed(CandidatePairs candidates, int size) {
        long[] pairs = IntStream.range(0, candidates.size())
                .filter(pair -> candidates.first(pair) % size != candidates.second(pair) % size)
                .mapToLong(pair -> {
                    int a = candidates.first(pair) % size;
                    int b = candidates.second(pair) % size;
                    return PairSet.pack(Math.min(a, b), Math.max(a, b), candidates.rule(pair));
                })
                .sorted()
                .toArray();
        return IntStream.range(0, pairs.length)
                .filter(pair -> pair == 0
                        || PairSet.first(pairs[pair]) != PairSet.first(pairs[pair - 1])
                        || PairSet.second(pairs[pair]) != PairSet.second(pairs[pair - 1]))
                .mapToLong(pair -> pairs[pair])
                .toArray();
    }

    /** Each record that is equal to an earlier one in all that is compared, with the first of them, if that is a match. */
    private LongStream equal() {
        RuleComparison.Comparer comparer = comparison.comparer();
        return Arrays.stream(EqualRecords.sets(comparison.size(), comparison.columns()))
                .filter(equal -> equal.length > 1 && comparer.truth(equal[0], equal[1]) == Truth.TRUE)
                .flatMapToLong(equal -> Arrays.stream(equal).skip(1).mapToLong(copy -> PairList.pack(equal[0], copy)));
    }

    private ImmutableList<Cluster<I>> connected() {
        UnionFind joined = new UnionFind(comparison.size());
        for (long match : matches) {
            joined.union(PairList.first(match), PairList.second(match));
        }
        return joined.sets().stream()
                .map(members -> members.stream().map(records.ids()::get).collect(ImmutableList.toImmutableList()))
                .map(members -> new Cluster<>(members.get(0), members))
                .collect(ImmutableList.toImmutableList());
    }

    /** The clusters of two records and more, by representative; the smallest id represents and members are ascending. */
    public ImmutableList<Cluster<I>> clusters() {
        return clusters;
    }

    /** How many pairs were decided on. */
    public long comparedPairs() {
        return Arrays.stream(pairsByRule).sum();
    }

    /** How many pairs each rule gave that no earlier one had given; rules that gave none are left out. */
    public ImmutableMap<BlockingRule, Long> pairsByRule() {
        ImmutableMap.Builder<BlockingRule, Long> pairs = ImmutableMap.builder();
        for (int rule = 0; rule < pairsByRule.length; rule++) {
            if (pairsByRule[rule] > 0) {
                pairs.put(rules.get(rule), pairsByRule[rule]);
            }
        }
        return pairs.buildOrThrow();
    }

    /** How many pairs match; of records that are equal in all that is compared, those of each with the first. */
    public int matchCount() {
        return matches.length;
    }

    /**
     * The decision on any two records, in either order, a match or not.
     *
     * @throws IllegalArgumentException if a record is not of this run
     */
    public RuleMatch compared(I first, I second) {
        int a = Collections.binarySearch(records.ids(), first);
        int b = Collections.binarySearch(records.ids(), second);
        checkArgument(a >= 0, "no record %s was compared", first);
        checkArgument(b >= 0, "no record %s was compared", second);
        String subject =
                records.ids().get(Math.min(a, b)) + " and " + records.ids().get(Math.max(a, b));
        return matcher.decide(comparison, Math.min(a, b), Math.max(a, b), subject, computedFrom());
    }

    /** The compared pairs, a step for each blocking rule. */
    @Override
    public Explanation explanation() {
        MatchRule rule = matcher.rule();
        ImmutableList.Builder<Step> steps = ImmutableList.builder();
        for (int number = 0; number < pairsByRule.length; number++) {
            if (pairsByRule[number] > 0) {
                steps.add(Step.builder()
                        .rule(new RuleRef(rule.id(), rule.version(), "/blocking/" + number))
                        .label("share {keys}")
                        .amount(Quantity.of(pairsByRule[number], UNIT))
                        .putInputs("keys", rules.get(number).toString())
                        .build());
            }
        }
        String subject = "compared: " + records.size() + " records, " + matches.length + " matches, " + clusters.size()
                + " clusters";
        return new Explanation.Sum(subject, Quantity.of(comparedPairs(), UNIT), steps.build());
    }

    /** What it was computed from; the records are fingerprinted at each call, in time linear in their texts. */
    @Override
    public Provenance computedFrom() {
        return Provenance.builder()
                .engine("RuleMatcher")
                .putInputs("rule", matcher.ruleInput())
                .putInputs("records", records.input())
                .build();
    }

    @Override
    public ImmutableList<Finding> findings() {
        return ColumnFindings.of(
                comparison.model(), ImmutableSet.copyOf(records.columns()), comparison.columns(), "/conditions/");
    }

    @Override
    public ImmutableList<Omission> omitted() {
        return omitted;
    }
}
