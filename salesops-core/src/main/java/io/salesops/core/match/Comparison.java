package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import com.google.common.primitives.Longs;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import io.salesops.core.run.Execution;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Blocks and weighs the rows of one table or two by a model: what finding duplicates and linking have in common. */
final class Comparison {
    private static final int PART = 1 << 16;
    private static final int EXAMPLES = 5;

    private final Rows rows;
    private final MatchModel model;
    private final Execution execution;
    private final ImmutableList<Column> columns;
    private final CandidatePairs pairs;
    private final PairSource source;
    private final long[] matches;
    private final int[] weights;

    Comparison(Rows rows, MatchModel model, Execution execution) {
        this.rows = rows;
        this.model = model;
        this.execution = execution;
        this.columns = PairWeigher.columns(rows, model, execution);
        this.pairs = CandidatePairs.of(rows, model, columns, model.pairBudget(), execution);
        this.source = new PairSource(rows, model, columns, pairs, new PairWeights(model, columns));
        int parts = (pairs.size() + PART - 1) / PART;
        List<Part> compared = Parallel.run(execution, "compare", parts, this::compare);
        this.matches = Longs.concat(
                compared.stream().map(part -> part.matches.toArray()).toArray(long[][]::new));
        this.weights = Ints.concat(
                compared.stream().map(part -> part.weights.toArray()).toArray(int[][]::new));
    }

    private Part compare(int number) {
        PairWeigher weigher = source.weigher();
        Part part = new Part();
        int threshold = threshold();
        int before = (int) Math.min(pairs.size(), (number + 1L) * PART);
        for (int pair = number * PART; pair < before; pair++) {
            int weight = weigher.weight(pairs.first(pair), pairs.second(pair), threshold);
            if (weight != PairWeigher.OUT_OF_REACH) {
                part.matches.add(pairs.first(pair), pairs.second(pair));
                part.weights.add(weight);
            }
        }
        return part;
    }

    int threshold() {
        return Bits.ofBits(model.threshold());
    }

    /** The records that are equal in all that is compared, and all matches, theirs among them. */
    EqualRecords equal() {
        return EqualRecords.of(rows, columns, this);
    }

    /** The pairs of blocks at or above the threshold, packed, ascending. */
    long[] matches() {
        return matches;
    }

    /** Their weights in thousandths of a bit. */
    int[] weights() {
        return weights;
    }

    PairSource source() {
        return source;
    }

    long[] pairsByRule() {
        return pairs.pairsByRule();
    }

    Execution execution() {
        return execution;
    }

    ImmutableList<Finding> findings() {
        return ColumnFindings.of(rows, model, columns);
    }

    /** What was not compared; {@code label} names a record. */
    ImmutableList<Omission> omitted(IntFunction<String> label) {
        ImmutableList<String> alone = IntStream.range(0, rows.size())
                .filter(record -> !pairs.hasKey(record))
                .mapToObj(label)
                .collect(ImmutableList.toImmutableList());
        return alone.isEmpty()
                ? pairs.omitted()
                : ImmutableList.<Omission>builder()
                        .addAll(pairs.omitted())
                        .add(Omission.of("records without a blocking key", alone, EXAMPLES))
                        .build();
    }

    /** What one part of the pairs gave. */
    private static final class Part {
        private final PairList matches = new PairList();
        private final IntList weights = new IntList();
    }
}
