package io.salesops.commission.calc;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.commission.credit.WorkedCreditExamplesTest;
import io.salesops.commission.ledger.WorkedLedgerExamplesTest;
import io.salesops.core.testdata.NeedsData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every row of the worked examples has a test of its own, and only one: of plans, of credits or of the ledger. */
@NeedsData
class WorkedExamplesCountTest {

    @Test
    void noExampleIsLostUnseen() throws IOException {
        List<String> tested = new ArrayList<>(WorkedTableExamplesTest.ids());
        tested.addAll(WorkedTargetExamplesTest.ids());
        tested.addAll(WorkedDealExamplesTest.ids());
        tested.addAll(WorkedCreditExamplesTest.ids());
        tested.addAll(WorkedLedgerExamplesTest.ids());

        assertThat(WorkedExamples.rows()).hasSize(87);
        assertThat(tested)
                .containsExactlyInAnyOrderElementsOf(WorkedExamples.rows().keySet());
    }
}
