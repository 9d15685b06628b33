package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.core.run.Execution;
import org.junit.jupiter.api.Test;

class KeySelectionTest {
    private final GeneratedPersons persons = new GeneratedPersons(5);
    private final Rows rows = persons.records().rows();
    private final ModelProposal proposal =
            new ModelProposal(rows, rows.size(), TrainingOptions.standard(), Execution.here());
    private final ImmutableList<Column> columns = proposal.columns();
    private final MatchModel model = proposal.model();

    @Test
    void fewKeysFindAlmostAllThatManyDo() {
        Estimation fit =
                Estimation.of(rows, model, columns, proposal.kinds(), TrainingOptions.standard(), Execution.here());
        ImmutableList<BlockingRule> kept = select(fit, rows.size());
        assertThat(model.blocking()).containsAll(kept);
        assertThat(kept).hasSizeBetween(2, model.blocking().size() - 1);
        double all = found(model);
        assertThat(found(model.withBlocking(kept)) / all).isBetween(0.99, 1.0);
    }

    @Test
    void keysOfLargeBlocksAreOfLessUseInALargerTable() {
        Estimation fit =
                Estimation.of(rows, model, columns, proposal.kinds(), TrainingOptions.standard(), Execution.here());
        assertThat(select(fit, 50 * rows.size())).isNotEqualTo(select(fit, rows.size()));
    }

    private ImmutableList<BlockingRule> select(Estimation fit, int records) {
        return KeySelection.of(rows, records, model, columns, fit, Execution.here());
    }

    private long found(MatchModel with) {
        CandidatePairs pairs = CandidatePairs.of(rows, with, columns, with.pairBudget(), Execution.here());
        return persons.truth().stream()
                .filter(cluster -> isFound(
                        pairs,
                        row(cluster.members().get(0)),
                        row(cluster.members().get(1))))
                .count();
    }

    private static boolean isFound(CandidatePairs pairs, int one, int other) {
        return pairs.ruleOf(Math.min(one, other), Math.max(one, other)) >= 0;
    }

    private int row(String id) {
        return persons.records().ids().indexOf(id);
    }
}
