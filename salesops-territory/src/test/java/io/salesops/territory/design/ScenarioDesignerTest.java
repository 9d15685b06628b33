package io.salesops.territory.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.core.crm.TerritoryId;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Rate;
import io.salesops.core.run.Execution;
import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Balance;
import io.salesops.territory.area.Border;
import io.salesops.territory.area.Disruption;
import io.salesops.territory.area.Location;
import io.salesops.territory.area.Scenario;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.area.TerritoryScenarios;
import io.salesops.territory.area.UnitId;
import org.junit.jupiter.api.Test;

class ScenarioDesignerTest {
    private static final ScenarioDesigner DESIGNER = ScenarioDesigner.of(
            DesignOptions.builder().steps(10).alternatives(1).build());

    private static TerritoryProblem row(int size) {
        TerritoryProblem.Builder problem =
                TerritoryProblem.builder().id("row").version("1").count(2).addBalance(Balance.of("accounts", "20%"));
        for (int i = 0; i < size; i++) {
            problem.addUnits(AlignmentUnit.builder()
                    .id(UnitId.of("u" + i))
                    .location(Location.planar(i, 0))
                    .putWeights("accounts", 10L)
                    .present(TerritoryId.of(i < 2 ? "T-01" : "T-02"))
                    .build());
            if (i > 0) {
                problem.addBorders(Border.of("u" + (i - 1), "u" + i));
            }
        }
        return problem.build();
    }

    private static TerritoryScenarios scenarios(Scenario... scenarios) {
        return TerritoryScenarios.builder()
                .problem(row(12))
                .addScenarios(scenarios)
                .build();
    }

    @Test
    void everyScenarioIsDesignedOrSaysWhyNot() {
        ScenarioDesigns designs = DESIGNER.design(
                        scenarios(
                                Scenario.named("as it is"),
                                Scenario.builder().name("three").count(3).build(),
                                Scenario.builder()
                                        .name("nobody moves")
                                        .disruption(Disruption.builder()
                                                .mostMoved(Rate.ZERO)
                                                .build())
                                        .build(),
                                Scenario.builder()
                                        .name("u2 stays")
                                        .lock(java.util.List.of(UnitId.of("u2")))
                                        .build(),
                                Scenario.builder().name("too many").count(13).build()),
                        Execution.here())
                .orThrow();

        assertThat(best(designs, "as it is").maxDeviation("accounts")).isEqualTo(Rate.ZERO);
        assertThat(best(designs, "three").territories()).hasSize(3);
        assertThat(best(designs, "nobody moves").moves()).isEmpty();
        assertThat(best(designs, "u2 stays").plan().assignment())
                .containsEntry(UnitId.of("u2"), TerritoryId.of("T-02"));
        assertThat(designs.scenario("too many").design()).isEmpty();
        assertThat(designs.scenario("too many").findings())
                .extracting(Finding::code)
                .contains("territory.count.tooMany");
        assertThat(designs.explain())
                .startsWith("designs 4  scenarios of row")
                .contains("too many: no design: 13 territories, but only 12 units");
        assertThat(SalesOpsJson.read(SalesOpsJson.write(designs), ScenarioDesigns.class)
                        .orThrow())
                .isEqualTo(designs);
        assertThatThrownBy(() -> designs.scenario("four")).hasMessageContaining("Maybe it is one of [as it is, three");
    }

    private static Alternative best(ScenarioDesigns designs, String scenario) {
        return designs.scenario(scenario).design().orElseThrow().best();
    }

    @Test
    void wrongScenariosAreFoundAtOnce() {
        TerritoryScenarios wrong = scenarios(
                Scenario.named("one"),
                Scenario.builder()
                        .name("one")
                        .addLock(UnitId.of("u77"))
                        .addUnlock(UnitId.of("u78"))
                        .build());
        assertThat(DESIGNER.design(wrong, Execution.here()).findings())
                .extracting(Finding::path)
                .containsExactly("/scenarios/1/name", "/scenarios/1/lock", "/scenarios/1/unlock");
        assertThat(ScenarioDesigner.check(scenarios()))
                .extracting(Finding::code)
                .containsExactly("territory.scenarios.missing");
        assertThatThrownBy(() -> Scenario.builder()
                        .name("both")
                        .addLock(UnitId.of("u1"))
                        .addUnlock(UnitId.of("u1"))
                        .build())
                .hasMessageContaining("scenario both both locks and unlocks unit u1");
    }
}
