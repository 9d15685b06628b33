package io.salesops.core.pipeline;

import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.crm.RepId;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.process.ForecastCategory;
import io.salesops.core.process.SalesProcess;
import io.salesops.core.process.Stage;
import java.time.LocalDate;

/** Deals and a process for the tests of this package. */
final class Deals {

    private Deals() {}

    static SalesProcess process() {
        return SalesProcess.builder()
                .id("new-business")
                .version("1")
                .addStages(
                        stage("Engaging", ForecastCategory.PIPELINE, "40%")
                                .addNext("Won", "Lost")
                                .build(),
                        stage("Won", ForecastCategory.CLOSED, "100%").build(),
                        stage("Lost", ForecastCategory.OMITTED, "0%").build())
                .build();
    }

    static Stage.Builder stage(String id, ForecastCategory category, String probability) {
        return Stage.builder().id(id).category(category).probability(Rate.of(probability));
    }

    static Opportunity deal(String id, String stage, String amount, String engaged, String closed) {
        return Opportunity.builder()
                .id(OpportunityId.of(id))
                .stage(stage)
                .owner(RepId.of("ana"))
                .amount(Amounts.of(amount, "EUR"))
                .engagedOn(LocalDate.parse(engaged))
                .closeDate(LocalDate.parse(closed))
                .build();
    }
}
