package io.salesops.core.match;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
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
import java.util.Optional;

/**
 * Which records of two tables are one, each with at most one of the other. A link is made with its waterfall when it is
 * asked for. Immutable and thread-safe.
 *
 * @param <I> the type of the ids of the first table
 * @param <J> the type of the ids of the second table
 */
public final class Links<I extends Comparable<? super I>, J extends Comparable<? super J>> implements Outcome {
    private static final String UNIT = "pairs";

    private final Records<I> first;
    private final Records<J> second;
    private final PairSource source;
    private final long[] links;
    private final long[] pairsByRule;
    private final ImmutableList<Finding> findings;
    private final ImmutableList<Omission> omitted;
    private final Provenance.Input model;

    Links(Records<I> first, Records<J> second, Comparison comparison, BestLinks best, Provenance.Input model) {
        this.first = first;
        this.second = second;
        this.source = comparison.source();
        this.links = best.links();
        this.pairsByRule = comparison.pairsByRule();
        this.findings = comparison.findings();
        this.model = model;
        LinkedRows rows = new LinkedRows(first, second);
        ImmutableList.Builder<Omission> all = ImmutableList.builder();
        all.addAll(comparison.omitted(rows::label));
        if (best.beaten() > 0) {
            all.add(new Omission("matches of a record that is linked better", best.beaten(), ImmutableList.of()));
        }
        this.omitted = all.build();
    }

    /** How many records are linked. */
    public int size() {
        return links.length;
    }

    /** The links, by the id in the first table; made at each call. */
    public ImmutableList<Link<I, J>> links() {
        return Arrays.stream(links).mapToObj(this::link).collect(ImmutableList.toImmutableList());
    }

    /** The link of a record of the first table. */
    public Optional<Link<I, J>> of(I id) {
        int row = Collections.binarySearch(first.ids(), id);
        if (row < 0) {
            return Optional.empty();
        }
        int at = Arrays.binarySearch(links, PairList.pack(row, 0));
        int index = at < 0 ? -at - 1 : at;
        return index < links.length && PairList.first(links[index]) == row
                ? Optional.of(link(links[index]))
                : Optional.empty();
    }

    /**
     * How any record of the first table compares with any of the second, linked or not.
     *
     * @throws IllegalArgumentException if a record is not of its table
     */
    public Link<I, J> compared(I id, J other) {
        return link(pair(id, other));
    }

    /**
     * Whether a blocking rule selected a record of the first table and one of the second.
     *
     * @throws IllegalArgumentException if a record is not of its table
     */
    public boolean wasCompared(I id, J other) {
        long pair = pair(id, other);
        return source.isCandidate(PairList.first(pair), PairList.second(pair));
    }

    private long pair(I id, J other) {
        int row = Collections.binarySearch(first.ids(), id);
        int otherRow = Collections.binarySearch(second.ids(), other);
        checkArgument(row >= 0, "the first table has no record %s", id);
        checkArgument(otherRow >= 0, "the second table has no record %s", other);
        return PairList.pack(row, first.size() + otherRow);
    }

    private Link<I, J> link(long pair) {
        int row = PairList.first(pair);
        int other = PairList.second(pair);
        return new Link<>(first.ids().get(row), second.ids().get(other - first.size()), source.explain(row, other));
    }

    /** How many pairs were compared. */
    public long comparedPairs() {
        return Arrays.stream(pairsByRule).sum();
    }

    /** The compared pairs, a step for each blocking rule. */
    @Override
    public Explanation explanation() {
        ImmutableList.Builder<Step> steps = ImmutableList.builder();
        for (int rule = 0; rule < pairsByRule.length; rule++) {
            if (pairsByRule[rule] > 0) {
                steps.add(Step.builder()
                        .rule(new RuleRef(model.id(), model.version(), "/blocking/" + rule))
                        .label("share {keys}")
                        .amount(Quantity.of(pairsByRule[rule], UNIT))
                        .putInputs("keys", source.rules().get(rule).toString())
                        .build());
            }
        }
        String subject =
                "compared: " + first.size() + " records with " + second.size() + ", " + links.length + " are linked";
        return new Explanation.Sum(subject, Quantity.of(comparedPairs(), UNIT), steps.build());
    }

    /** What it was computed from; the records are fingerprinted at each call, in time linear in their texts. */
    @Override
    public Provenance computedFrom() {
        return Provenance.builder()
                .engine("Linker")
                .putInputs("model", model)
                .putInputs("first", first.input())
                .putInputs("second", second.input())
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
