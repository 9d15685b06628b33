package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.Provenance;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.run.Execution;

/**
 * Finds the records of two tables that are one thing, each with at most one of the other table: leads and accounts, or the
 * customers of two systems. The model is trained on both tables ({@link MatchTrainer#train(Records, Records, Execution)}).
 *
 * <p>The best pair is linked first; a record that is linked takes part in no other link. The result depends neither on the
 * order of the records nor on the execution. Cost as {@link Deduplicator}. Immutable and thread-safe.
 */
public final class Linker {
    private final MatchModel model;
    private final Provenance.Input modelInput;

    private Linker(MatchModel model) {
        this.model = model;
        this.modelInput = Deduplicator.input(model);
    }

    /**
     * Obtains the engine of a model.
     *
     * @throws FindingsException with every finding, if the model is not sound
     */
    public static Linker of(MatchModel model) {
        Deduplicator.requireSound(model);
        return new Linker(model);
    }

    /** Returns what is wrong with a model; never throws. */
    public static ImmutableList<Finding> check(MatchModel model) {
        return ModelCheck.of(model);
    }

    /** Links two tables in the calling thread. */
    public <I extends Comparable<? super I>, J extends Comparable<? super J>> Links<I, J> link(
            Records<I> first, Records<J> second) {
        return link(first, second, Execution.here());
    }

    /**
     * Links two tables.
     *
     * @throws java.util.concurrent.CancellationException if the execution was cancelled
     */
    public <I extends Comparable<? super I>, J extends Comparable<? super J>> Links<I, J> link(
            Records<I> first, Records<J> second, Execution execution) {
        LinkedRows rows = new LinkedRows(first, second);
        Comparison comparison = new Comparison(rows, model, execution);
        EqualRecords equal = comparison.equal();
        BestLinks best = BestLinks.of(rows.size(), equal.matches(), equal.weights());
        return new Links<>(first, second, comparison, best, modelInput);
    }
}
