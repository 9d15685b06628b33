package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Outcome;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The records of an index that are the same thing as one record, best first; blocks that are too large, and records beyond
 * {@link DuplicateIndex#MOST_COMPARED}, are omissions. A match is made with its waterfall when it is asked for: until it is
 * dropped, the answer keeps the index as it was. Immutable and thread-safe.
 *
 * @param <I> the type of the ids
 */
public final class FoundDuplicates<I extends Comparable<? super I>> implements Outcome {
    private static final String UNIT = "records";
    private static final int EXAMPLES = 5;

    private final IndexState<I> state;
    private final IndexedRow<I> asked;
    private final Provenance.Input model;
    private final ImmutableList<Column> read;
    private final int own;
    private final ImmutableList<Found<I>> found;
    private final int[] comparedByRule;
    private final ImmutableList<Omission> omitted;

    private record Found<I>(IndexedRow<I> row, int weight, int rule) {}

    FoundDuplicates(
            IndexState<I> state,
            IndexedRow<I> asked,
            ImmutableList<Column> read,
            Provenance.Input model,
            int mostCompared) {
        this.state = state;
        this.asked = asked;
        this.model = model;
        this.read = read;
        this.own = state.slot(asked.id());
        IndexKeys<I> keys = new IndexKeys<>(state, own, read);
        IndexBlocks<I> blocks = new IndexBlocks<>(state, keys, state.equal(asked), own, mostCompared);
        this.comparedByRule = new int[state.plan().rules().size() + 1];
        this.found = weigh(keys, blocks.slots(), blocks.rules());
        this.omitted = omitted(blocks);
    }

    private ImmutableList<Found<I>> weigh(IndexKeys<I> keys, int[] slots, int[] rules) {
        IndexPlan plan = state.plan();
        List<IndexedRow<I>> rows = new ArrayList<>(slots.length + 1);
        rows.add(asked);
        for (int slot : slots) {
            rows.add(state.row(slot));
        }
        int threshold = Bits.ofBits(plan.model().threshold());
        PairWeigher weigher = new IndexRows<>(state.columns(), rows).weigher(plan, keys);
        List<Found<I>> matches = new ArrayList<>();
        for (int row = 1; row < rows.size(); row++) {
            comparedByRule[rules[row - 1]]++;
            // The batch compares the smaller id with the larger.
            boolean isFirst = asked.id().compareTo(rows.get(row).id()) < 0;
            int weight = weigher.weight(isFirst ? 0 : row, isFirst ? row : 0, threshold);
            if (weight != PairWeigher.OUT_OF_REACH) {
                matches.add(new Found<>(rows.get(row), weight, rules[row - 1]));
            }
        }
        Comparator<Found<I>> best = Comparator.comparingInt(match -> -match.weight());
        matches.sort(best.thenComparing(match -> match.row().id()));
        return ImmutableList.copyOf(matches);
    }

    private ImmutableList<Omission> omitted(IndexBlocks<I> blocks) {
        ImmutableList.Builder<Omission> omissions = ImmutableList.builder();
        int refineAbove = state.plan().model().refineAbove();
        if (!blocks.large().isEmpty()) {
            omissions.add(Omission.of(
                    "blocks of more than " + refineAbove + " records, compared only where another key cuts them",
                    blocks.large(),
                    EXAMPLES));
        }
        if (blocks.uncut() > 0) {
            omissions.add(new Omission(
                    "blocks of two keys with more than " + refineAbove + " records",
                    blocks.uncut(),
                    ImmutableList.of()));
        }
        if (blocks.left() > 0) {
            omissions.add(new Omission(
                    "records of blocks that are too large to compare as a whole", blocks.left(), ImmutableList.of()));
        }
        if (!blocks.hasKey()) {
            omissions.add(
                    new Omission("records without a blocking key", 1, ImmutableList.of(String.valueOf(asked.id()))));
        }
        return omissions.build();
    }

    /** Whether no record of the index is the same. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** The ids of the records that are the same, best first; equally good ones by id. */
    public ImmutableList<I> ids() {
        return found.stream().map(match -> match.row().id()).collect(ImmutableList.toImmutableList());
    }

    /** The best match, if there is one. */
    public Optional<Match<I>> best() {
        return found.stream().findFirst().map(this::match);
    }

    /** The matches, best first; made at each call. */
    public ImmutableList<Match<I>> matches() {
        return found.stream().map(this::match).collect(ImmutableList.toImmutableList());
    }

    private Match<I> match(Found<I> match) {
        boolean isFirst = asked.id().compareTo(match.row().id()) < 0;
        IndexKeys<I> keys = new IndexKeys<>(state, own, read);
        Explanation.Sum explanation = new IndexRows<>(state.columns(), List.of(asked, match.row()))
                .weigher(state.plan(), keys)
                .explain(
                        isFirst ? 0 : 1,
                        isFirst ? 1 : 0,
                        match.rule() == state.plan().rules().size()
                                ? "equal in all that is compared"
                                : "blocked by "
                                        + state.plan().rules().get(match.rule()).rule());
        return new Match<>(
                isFirst ? asked.id() : match.row().id(), isFirst ? match.row().id() : asked.id(), explanation);
    }

    /** How many records were compared. */
    public int comparedRecords() {
        return IntStream.of(comparedByRule).sum();
    }

    /** The compared records, a step for each blocking rule. */
    @Override
    public Explanation explanation() {
        ImmutableList.Builder<Step> steps = ImmutableList.builder();
        for (int rule = 0; rule < comparedByRule.length; rule++) {
            if (comparedByRule[rule] > 0) {
                boolean areEqual = rule == state.plan().rules().size();
                steps.add(Step.builder()
                        .rule(new RuleRef(model.id(), model.version(), areEqual ? "/comparisons" : "/blocking/" + rule))
                        .label(areEqual ? "are equal in {keys}" : "share {keys}")
                        .amount(Quantity.of(comparedByRule[rule], UNIT))
                        .putInputs(
                                "keys",
                                areEqual
                                        ? "all that is compared"
                                        : state.plan().rules().get(rule).rule().toString())
                        .build());
            }
        }
        String subject =
                asked.id() + " compared: " + state.size() + " records in the index, " + found.size() + " matches";
        return new Explanation.Sum(subject, Quantity.of(comparedRecords(), UNIT), steps.build());
    }

    /** The model and the record; the index by the number of its records. */
    @Override
    public Provenance computedFrom() {
        StringBuilder facts = new StringBuilder(String.valueOf(asked.id()));
        for (int column = 0; column < state.columns().size(); column++) {
            String cell = asked.cell(column);
            facts.append('\u0001').append(cell == null ? "" : cell);
        }
        return Provenance.builder()
                .engine("DuplicateIndex")
                .putInputs("model", model)
                .putInputs(
                        "record",
                        new Provenance.Input(
                                "record", "1", Fingerprint.ofFacts(Collections.singleton(facts.toString()))))
                .addLookups("index of " + state.size() + " records")
                .build();
    }

    @Override
    public ImmutableList<Finding> findings() {
        return ColumnFindings.of(state.plan().model(), ImmutableSet.copyOf(state.columns()), read);
    }

    @Override
    public ImmutableList<Omission> omitted() {
        return omitted;
    }
}
