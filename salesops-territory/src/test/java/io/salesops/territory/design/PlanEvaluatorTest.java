package io.salesops.territory.design;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Rate;
import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Balance;
import io.salesops.territory.area.Border;
import io.salesops.territory.area.Location;
import io.salesops.territory.area.TerritoryPlan;
import io.salesops.territory.area.TerritoryPlanId;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.area.UnitId;
import org.junit.jupiter.api.Test;

class PlanEvaluatorTest {

    private static TerritoryProblem row(long... weights) {
        TerritoryProblem.Builder problem =
                TerritoryProblem.builder().id("row").version("1").count(2).addBalance(Balance.of("accounts", "10%"));
        for (int i = 0; i < weights.length; i++) {
            problem.addUnits(AlignmentUnit.builder()
                    .id(UnitId.of("u" + i))
                    .location(Location.planar(i, 0))
                    .putWeights("accounts", weights[i])
                    .build());
            if (i > 0) {
                problem.addBorders(Border.of("u" + (i - 1), "u" + i));
            }
        }
        return problem.build();
    }

    private static TerritoryPlan plan(String... territories) {
        ImmutableMap.Builder<UnitId, TerritoryId> assignment = ImmutableMap.builder();
        for (int i = 0; i < territories.length; i++) {
            assignment.put(UnitId.of("u" + i), TerritoryId.of(territories[i]));
        }
        return TerritoryPlan.builder()
                .id(TerritoryPlanId.of("by hand"))
                .assignment(assignment.buildOrThrow())
                .build();
    }

    @Test
    void aDesignedPlanHasTheFiguresOfItsDesign() {
        TerritoryProblem problem = row(3, 4, 5, 6, 7, 8);
        Alternative designed = TerritoryDesigner.of(
                        DesignOptions.builder().steps(10).alternatives(1).build())
                .design(problem)
                .orThrow()
                .best();
        assertThat(PlanEvaluator.of(problem).evaluate(designed.plan()).orThrow())
                .isEqualTo(designed);
    }

    @Test
    void aPlanByHandHasFiguresAndFaults() {
        TerritoryProblem problem = row(10, 10, 10, 10);
        Checked<Alternative> evaluated = PlanEvaluator.of(problem).evaluate(plan("T-01", "T-02", "T-01", "T-01"));
        Alternative alternative = evaluated.orThrow();

        assertThat(alternative.maxDeviation("accounts")).isEqualTo(Rate.of("50%"));
        assertThat(alternative.fragments()).isEqualTo(1);
        assertThat(alternative.plan().id()).isEqualTo(TerritoryPlanId.of("by hand"));
        assertThat(evaluated.findings()).extracting(Finding::code).contains("territory.balance.outside");
    }

    @Test
    void whatDoesNotFitIsFoundAtOnce() {
        TerritoryProblem problem = row(10, 10, 10, 10);
        Checked<Alternative> refused = PlanEvaluator.of(problem)
                .evaluate(plan("T-01", "T-07", "T-02")
                        .withAssignment(ImmutableMap.of(
                                UnitId.of("u0"), TerritoryId.of("T-07"), UnitId.of("u9"), TerritoryId.of("T-01"))));
        assertThat(refused.findings())
                .extracting(Finding::message)
                .containsExactly(
                        "unit u1 has no territory",
                        "unit u2 has no territory",
                        "unit u3 has no territory",
                        "there is no territory T-07",
                        "there is no unit u9");
    }
}
