package io.salesops.quote.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.testdata.NeedsData;
import io.salesops.quote.WorkedExamples;
import io.salesops.quote.billing.WorkedBillingExamplesTest;
import io.salesops.quote.revenue.WorkedRevenueExamplesTest;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every row of the published examples has a test under its id: of prices, of billing or of revenue. */
@NeedsData
class WorkedExamplesCountTest {
    private static final int ROWS = 137;

    @Test
    void noExampleIsLostUnseen() throws IOException {
        Set<String> tested = new LinkedHashSet<>();
        tested.addAll(WorkedPriceModelExamplesTest.ids());
        tested.addAll(WorkedWaterfallExamplesTest.ids());
        tested.addAll(WorkedHeaderExamplesTest.ids());
        tested.addAll(WorkedBillingExamplesTest.ids());
        tested.addAll(WorkedRevenueExamplesTest.ids());

        assertThat(WorkedExamples.rows()).hasSize(ROWS);
        assertThat(tested)
                .containsExactlyInAnyOrderElementsOf(WorkedExamples.rows().keySet());
    }
}
