package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Longs;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.finding.Omission;
import io.salesops.core.finding.Severity;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.run.Execution;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the records of a set that are one thing, by a trained model: blocks, weighs every pair of a block, and joins the
 * matches into clusters (connected components).
 *
 * <p>The result depends neither on the order of the records nor on the execution: weights are whole thousandths of a bit.
 * Time is linear in the records and in the compared pairs, memory in the records and matches. Immutable and thread-safe.
 *
 * <p>Source: I. P. Fellegi and A. B. Sunter, A Theory for Record Linkage, JASA 64, 1969.
 */
public final class Deduplicator {
    private static final int EXAMPLES = 5;

    private final MatchModel model;
    private final Provenance.Input modelInput;

    private Deduplicator(MatchModel model) {
        this.model = model;
        this.modelInput =
                new Provenance.Input(model.id(), model.version(), Fingerprint.ofText(SalesOpsJson.write(model)));
    }

    /**
     * Obtains the engine of a model.
     *
     * @throws FindingsException with every finding, if the model is not sound
     */
    public static Deduplicator of(MatchModel model) {
        ImmutableList<Finding> findings = check(model);
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            throw new FindingsException(findings);
        }
        return new Deduplicator(model);
    }

    /** Returns what is wrong with a model; never throws. */
    public static ImmutableList<Finding> check(MatchModel model) {
        return ModelCheck.of(model);
    }

    /** Finds the duplicates in the calling thread. */
    public <I extends Comparable<? super I>> Duplicates<I> dedupe(Records<I> records) {
        return dedupe(records, Execution.here());
    }

    /**
     * Finds the duplicates.
     *
     * <p>A column of the model that the records lack is a finding; pairs of blocks beyond the pair budget, and records
     * without any blocking key, are omissions.
     *
     * @throws java.util.concurrent.CancellationException if the execution was cancelled
     */
    public <I extends Comparable<? super I>> Duplicates<I> dedupe(Records<I> records, Execution execution) {
        return new Run<>(records, execution).dedupe();
    }

    private final class Run<I extends Comparable<? super I>> {
        private final Records<I> records;
        private final Execution execution;
        private final ImmutableList<Column> columns;
        private final Blocks blocks;

        Run(Records<I> records, Execution execution) {
            this.records = records;
            this.execution = execution;
            execution.progress().at("block", 0, 1);
            this.columns = PairWeigher.columns(records, model);
            this.blocks = Blocks.of(records, model, columns, model.pairBudget());
            execution.progress().at("block", 1, 1);
        }

        Duplicates<I> dedupe() {
            int[] parts = blocks.parts();
            int threshold = Bits.ofBits(model.threshold());
            List<Part> compared = Parallel.run(execution, "compare", parts.length - 1, number -> {
                PairWeigher weigher = new PairWeigher(records, model, columns);
                PairList matches = new PairList();
                long[] pairs = blocks.forEachPair(parts[number], parts[number + 1], (first, second) -> {
                    if (weigher.weight(first, second) >= threshold) {
                        matches.add(first, second);
                    }
                });
                return new Part(matches, pairs);
            });
            long[] pairsByRule = new long[blocks.rules().size()];
            for (Part part : compared) {
                Arrays.setAll(pairsByRule, rule -> pairsByRule[rule] + part.pairs[rule]);
            }
            long[] matches = Longs.concat(
                    compared.stream().map(part -> part.matches.toArray()).toArray(long[][]::new));
            Arrays.sort(matches);
            return new Duplicates<>(
                    new PairSource<>(records, model, columns, blocks),
                    matches,
                    pairsByRule,
                    findings(),
                    omissions(),
                    modelInput);
        }

        private ImmutableList<Finding> findings() {
            ImmutableList.Builder<Finding> findings = ImmutableList.builder();
            ImmutableSet<String> known = ImmutableSet.copyOf(records.columns());
            for (int c = 0; c < columns.size(); c++) {
                FieldComparison comparison = model.comparisons().get(c);
                String path = "/comparisons/" + c + "/column";
                if (!known.contains(comparison.column())) {
                    findings.add(Finding.warning(
                                    "match.column.missing",
                                    path,
                                    "the records have no column '" + comparison.column() + "'")
                            .maybe("Maybe it is called differently: " + known + "."));
                }
                if (columns.get(c).cut() > 0) {
                    findings.add(Finding.info(
                            "match.text.cut",
                            path,
                            columns.get(c).cut() + " texts of column '" + comparison.column()
                                    + "' are compared by their first " + Column.LONGEST + " characters"));
                }
            }
            return findings.build();
        }

        private ImmutableList<Omission> omissions() {
            ImmutableList<String> alone = IntStream.range(0, records.size())
                    .filter(record -> !blocks.hasKey(record))
                    .mapToObj(record -> records.ids().get(record).toString())
                    .collect(ImmutableList.toImmutableList());
            return alone.isEmpty()
                    ? blocks.omitted()
                    : ImmutableList.<Omission>builder()
                            .addAll(blocks.omitted())
                            .add(Omission.of("records without a blocking key", alone, EXAMPLES))
                            .build();
        }
    }

    /** What one part of the blocks gave. */
    private static final class Part {
        private final PairList matches;
        private final long[] pairs;

        Part(PairList matches, long[] pairs) {
            this.matches = matches;
            this.pairs = pairs;
        }
    }
}
