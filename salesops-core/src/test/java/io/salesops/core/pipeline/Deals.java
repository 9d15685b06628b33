package io.salesops.core.pipeline;

import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.crm.RepId;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.process.ForecastCategory;
import io.salesops.core.process.SalesProcess;
import io.salesops.core.process.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.Monetary;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

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

    static Arbitrary<Opportunity> any() {
        Arbitrary<String> stages = Arbitraries.of("Engaging", "Won", "Lost", "Lost elsewhere");
        Arbitrary<Optional<BigDecimal>> amounts = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(100_000))
                .ofScale(2)
                .optional();
        Arbitrary<String> currencies = Arbitraries.of("EUR", "USD", "JPY");
        Arbitrary<Optional<Integer>> engaged =
                Arbitraries.integers().between(0, 300).optional();
        Arbitrary<Optional<Integer>> closed =
                Arbitraries.integers().between(0, 700).optional();
        Arbitrary<Optional<String>> owners = Arbitraries.of("ana", "ben", "cho").optional();
        LocalDate start = LocalDate.parse("2026-01-01");
        return Combinators.combine(Arbitraries.longs(), stages, amounts, currencies, engaged, closed, owners)
                .as((id, stage, amount, currency, from, to, owner) -> Opportunity.builder()
                        .id(OpportunityId.of("O" + id))
                        .stage(stage)
                        .amount(amount.map(number -> Amounts.of(number, Monetary.getCurrency(currency))))
                        .engagedOn(from.map(start::plusDays))
                        .closeDate(to.map(start::plusDays))
                        .owner(owner.map(RepId::of))
                        .build());
    }
}
