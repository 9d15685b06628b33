package io.salesops.territory.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Rate;
import io.salesops.core.run.Execution;
import io.salesops.territory.area.Disruption;
import io.salesops.territory.area.Scenario;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.area.TerritoryScenarios;
import io.salesops.territory.area.UnitId;
import io.salesops.territory.design.Alternative;
import io.salesops.territory.design.Beginning;
import io.salesops.territory.design.DesignOptions;
import io.salesops.territory.design.MovedWeight;
import io.salesops.territory.design.PlanComparer;
import io.salesops.territory.design.PlanComparison;
import io.salesops.territory.design.PlanEvaluator;
import io.salesops.territory.design.PlanMap;
import io.salesops.territory.design.ScenarioDesigner;
import io.salesops.territory.design.ScenarioDesigns;
import io.salesops.territory.design.TerritoryDesign;
import io.salesops.territory.design.TerritoryDesigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerritoryDesignGuideTest {
    private static final Path PAGE = Path.of("../docs/guide/territory-design.md");

    private final List<String> shown = new ArrayList<>();

    private void show(String text) {
        shown.add(text);
    }

    /** The blocks of the page that are in a language. */
    private static List<String> blocks(String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        for (String part : Files.readString(PAGE).split("```" + language + "\n", -1)) {
            blocks.add(part.substring(0, Math.max(0, part.indexOf("```"))));
        }
        return blocks.subList(1, blocks.size());
    }

    private static TerritoryProblem problem() throws IOException {
        String json = blocks("json").get(0);
        // snippet:territory-problem
        TerritoryProblem problem =
                SalesOpsJson.read(json, TerritoryProblem.class).orThrow();
        ImmutableList<Finding> findings = TerritoryDesigner.check(problem);
        // end
        assertThat(findings).isEmpty();
        return problem;
    }

    private static TerritoryDesigner designer() {
        return TerritoryDesigner.of(
                DesignOptions.builder().seed(1).alternatives(3).build());
    }

    @Test
    void aDesignSaysWhatItReachedAndWhy() throws IOException {
        TerritoryProblem problem = problem();
        // snippet:territory-design
        TerritoryDesigner designer = TerritoryDesigner.of(
                DesignOptions.builder().seed(1).alternatives(3).build());
        TerritoryDesign design = designer.design(problem).orThrow();
        Alternative best = design.best();
        show(best.explain());
        best.moves().forEach(move -> show(move.unit() + " to " + move.to() + ": " + move.why()));
        // end
        assertThat(String.join("\n", shown) + "\n").isEqualTo(blocks("text").get(0));
        assertThat(best.certificate().holds()).isTrue();
        shown.clear();
        // snippet:territory-compare
        Alternative present = PlanEvaluator.of(problem)
                .evaluate(problem.presentPlan("present"))
                .orThrow();
        PlanComparison comparison = PlanComparer.of(problem).compareWithPresent(best.plan());
        show(comparison.explain());
        comparison.reps().forEach(rep -> show(rep.rep() + " gains " + rep.gained() + ", loses " + rep.lost()));
        MovedWeight moved = comparison.weight("accounts");
        // end
        assertThat(shown.get(0) + "\n").isEqualTo(blocks("text").get(1));
        assertThat(shown).contains("ana gains 0, loses 1", "ben gains 1, loses 0");
        assertThat(present.maxDeviation("accounts")).isEqualTo(Rate.of("23.81%"));
        assertThat(moved.share()).contains(best.moved());
        // snippet:territory-geojson
        String geoJson = PlanMap.of(problem).geoJson(best).orThrow();
        // end
        assertThat(geoJson).startsWith("{\"type\":\"FeatureCollection\"").contains("\"coordinates\":[-3.0,47.1]");
    }

    @Test
    void aRunThatALimitEndedIsReplayed() throws IOException {
        TerritoryProblem problem = problem();
        TerritoryDesigner designer = designer();
        // snippet:territory-limit
        TerritoryDesign quick = designer.design(
                        problem, Execution.here().within(Duration.ofSeconds(2), System::nanoTime))
                .orThrow();
        long steps = quick.computedFrom().steps().orElseThrow();
        TerritoryDesign again = TerritoryDesigner.of(DesignOptions.builder()
                        .seed(1)
                        .alternatives(3)
                        .steps(steps)
                        .build())
                .design(problem)
                .orThrow();
        // end
        assertThat(again.best().plan()).isEqualTo(quick.best().plan());
    }

    @Test
    void aRegionIsRebalanced() throws IOException {
        TerritoryProblem problem = problem();
        // snippet:territory-rebalance
        TerritoryDesign rebalanced = TerritoryDesigner.of(DesignOptions.builder()
                        .beginning(Beginning.PRESENT)
                        .addRegion(TerritoryId.of("NORTH"), TerritoryId.of("SOUTH"))
                        .build())
                .design(problem.withDisruption(Disruption.builder()
                        .mostMoved(Rate.of("15%"))
                        .measure("accounts")
                        .build()))
                .orThrow();
        // end
        assertThat(rebalanced.best().moved()).isLessThanOrEqualTo(Rate.of("15%"));
        assertThat(rebalanced.best().maxDeviation("accounts")).isEqualTo(Rate.ZERO);
    }

    @Test
    void scenariosAreDesignedTogether() throws IOException {
        TerritoryProblem problem = problem();
        // snippet:territory-scenarios
        TerritoryScenarios scenarios = TerritoryScenarios.builder()
                .problem(problem)
                .addScenarios(
                        Scenario.named("as planned"),
                        Scenario.builder().name("three reps").count(3).build(),
                        Scenario.builder()
                                .name("Corve stays")
                                .addLock(UnitId.of("Corve"))
                                .build())
                .build();
        ScenarioDesigns designs = ScenarioDesigner.of(
                        DesignOptions.builder().steps(60).alternatives(1).build())
                .design(scenarios, Execution.here())
                .orThrow();
        show(designs.explain());
        // end
        assertThat(designs.scenario("as planned").design()).isPresent();
        assertThat(designs.scenario("Corve stays").design()).isPresent();
        // Ferry is locked in SOUTH, which is none of the three.
        assertThat(designs.scenario("three reps").design()).isEmpty();
        assertThat(shown.get(0))
                .contains("three reps: no design: unit Ferry is locked, but its present territory SOUTH");
    }
}
