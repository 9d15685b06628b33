package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.finding.Severity;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.run.Execution;
import java.util.function.Consumer;

/**
 * Finds the records of a set that are one thing, by a trained model: blocks, weighs every pair of a block, joins the
 * matches, and parts what they join into clusters whose members agree on the whole.
 *
 * <p>The result depends neither on the order of the records nor on the execution: weights are whole thousandths of a bit.
 * Time is linear in the records and in the compared pairs, memory in the records and pairs (8 bytes each). Immutable and
 * thread-safe.
 *
 * <p>Source: I. P. Fellegi and A. B. Sunter, A Theory for Record Linkage, JASA 64, 1969.
 */
public final class Deduplicator {
    private final MatchModel model;
    private final Provenance.Input modelInput;

    private Deduplicator(MatchModel model) {
        this.model = model;
        this.modelInput = input(model);
    }

    /**
     * Obtains the engine of a model.
     *
     * @throws FindingsException with every finding, if the model is not sound
     */
    public static Deduplicator of(MatchModel model) {
        requireSound(model);
        return new Deduplicator(model);
    }

    static void requireSound(MatchModel model) {
        ImmutableList<Finding> findings = check(model);
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            throw new FindingsException(findings);
        }
    }

    static Provenance.Input input(MatchModel model) {
        return new Provenance.Input(model.id(), model.version(), Fingerprint.ofText(SalesOpsJson.write(model)));
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
     * without any blocking key, are omissions, and so are matches between two clusters. Records that are equal in all that is
     * compared are one also where their blocks are too large to be compared.
     *
     * @throws java.util.concurrent.CancellationException if the execution was cancelled
     */
    public <I extends Comparable<? super I>> Duplicates<I> dedupe(Records<I> records, Execution execution) {
        Comparison comparison = new Comparison(records.rows(), model, execution);
        Clusters clusters =
                Clusters.of(comparison.equal(), comparison.threshold(), comparison.source()::weigher, execution);
        return new Duplicates<>(records, comparison, clusters, modelInput);
    }

    /**
     * Passes the matches to a sink, ascending by first and second id, each once, in the calling thread, after all pairs were
     * compared. Neither matches nor records are kept by what is returned. They are the matches before clusters are formed:
     * {@link #dedupe} leaves those out that would join two clusters, and joins equal records that share no block which is
     * compared.
     *
     * <p>Memory during the call is linear in the records, with 8 bytes a compared pair and 12 a match.
     *
     * @throws java.util.concurrent.CancellationException if the execution was cancelled
     */
    public <I extends Comparable<? super I>> StreamedMatches matchesTo(
            Records<I> records, Execution execution, Consumer<? super ScoredPair<I>> sink) {
        Comparison comparison = new Comparison(records.rows(), model, execution);
        long[] matches = comparison.matches();
        int[] weights = comparison.weights();
        for (int match = 0; match < matches.length; match++) {
            sink.accept(new ScoredPair<>(
                    records.ids().get(PairList.first(matches[match])),
                    records.ids().get(PairList.second(matches[match])),
                    Bits.toBits(weights[match])));
        }
        StreamedMatches.Builder result = StreamedMatches.builder()
                .model(modelInput)
                .records(records.size())
                .matches(matches.length)
                .findings(comparison.findings())
                .omitted(comparison.omitted(row -> records.ids().get(row).toString()))
                .computedFrom(Provenance.builder()
                        .engine("Deduplicator")
                        .putInputs("model", modelInput)
                        .putInputs("records", records.input())
                        .build());
        long[] pairsByRule = comparison.pairsByRule();
        for (int rule = 0; rule < pairsByRule.length; rule++) {
            if (pairsByRule[rule] > 0) {
                result.addPairsByRule(
                        new TrainedModel.RulePairs(comparison.source().rules().get(rule), pairsByRule[rule]));
            }
        }
        return result.build();
    }
}
