package io.salesops.territory.design;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.run.Execution;
import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Scenario;
import io.salesops.territory.area.TerritoryPlanId;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.area.TerritoryScenarios;
import io.salesops.territory.area.UnitId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Designs every scenario of a set with the same options, one after the other. Immutable and thread-safe.
 *
 * <p>A scenario that no plan can keep has findings instead of a design; the others are designed all the same.
 */
public final class ScenarioDesigner {
    private final DesignOptions options;

    private ScenarioDesigner(DesignOptions options) {
        this.options = options;
    }

    /** Obtains the designer with options; each best plan is called as its scenario. */
    public static ScenarioDesigner of(DesignOptions options) {
        return new ScenarioDesigner(options);
    }

    /** Returns what is wrong with the scenarios beside their problem: names that occur twice, units that there are not; never throws. */
    public static ImmutableList<Finding> check(TerritoryScenarios scenarios) {
        ImmutableSet<UnitId> known =
                scenarios.problem().units().stream().map(AlignmentUnit::id).collect(ImmutableSet.toImmutableSet());
        List<Finding> findings = new ArrayList<>();
        Set<String> names = new HashSet<>();
        if (scenarios.scenarios().isEmpty()) {
            findings.add(Finding.error("territory.scenarios.missing", "/scenarios", "there are no scenarios")
                    .maybe("Maybe the list was not filled."));
        }
        for (int i = 0; i < scenarios.scenarios().size(); i++) {
            Scenario scenario = scenarios.scenarios().get(i);
            String path = "/scenarios/" + i;
            if (!names.add(scenario.name())) {
                findings.add(Finding.error(
                                "territory.scenario.duplicate",
                                path + "/name",
                                "scenario " + scenario.name() + " is named twice")
                        .maybe("Maybe one of them has another name."));
            }
            unknown(scenario.lock(), known, path + "/lock", findings);
            unknown(scenario.unlock(), known, path + "/unlock", findings);
        }
        return ImmutableList.copyOf(findings);
    }

    private static void unknown(
            ImmutableSet<UnitId> units, ImmutableSet<UnitId> known, String path, List<Finding> findings) {
        for (UnitId unit : units) {
            if (!known.contains(unit)) {
                findings.add(Finding.error("territory.unit.unknown", path, "there is no unit " + unit)
                        .maybe("Maybe it is misspelt, or its unit was left out."));
            }
        }
    }

    /**
     * Designs each scenario; refused where {@link #check} finds an error. A time limit is that of each scenario.
     *
     * @throws java.util.concurrent.CancellationException if the execution is cancelled
     */
    public Checked<ScenarioDesigns> design(TerritoryScenarios scenarios, Execution execution) {
        ImmutableList<Finding> findings = check(scenarios);
        if (!findings.isEmpty()) {
            return Checked.refused(findings);
        }
        TerritoryProblem problem = scenarios.problem();
        ScenarioDesigns.Builder designs = ScenarioDesigns.builder();
        List<Step> steps = new ArrayList<>();
        long designed = 0;
        for (int i = 0; i < scenarios.scenarios().size(); i++) {
            Scenario scenario = scenarios.scenarios().get(i);
            Checked<TerritoryDesign> design = TerritoryDesigner.of(
                            options.withPlanId(TerritoryPlanId.of(scenario.name())))
                    .design(scenario.of(problem), execution);
            designs.addScenarios(ScenarioDesign.builder()
                    .scenario(scenario.name())
                    .design(design.value())
                    .findings(design.findings())
                    .build());
            design.findings().forEach(designs::addFindings);
            designed += design.value().isPresent() ? 1 : 0;
            steps.add(step(problem, scenario, i, design));
        }
        return Checked.accepted(designs.explanation(new Explanation.Sum(
                        "scenarios of " + problem.id(), Quantity.of(designed, "designs"), ImmutableList.copyOf(steps)))
                .computedFrom(Provenance.builder()
                        .engine("ScenarioDesigner")
                        .putInputs(
                                "problem",
                                new Provenance.Input(
                                        problem.id(), problem.version(), DesignReport.fingerprint(problem)))
                        .putInputs(
                                "scenarios",
                                new Provenance.Input(
                                        "scenarios",
                                        Integer.toString(steps.size()),
                                        Fingerprint.ofText(SalesOpsJson.write(scenarios.scenarios()))))
                        .putInputs("options", new Provenance.Input("options", "1", SalesOpsJson.fingerprint(options)))
                        .build())
                .build());
    }

    private static Step step(TerritoryProblem problem, Scenario scenario, int number, Checked<TerritoryDesign> design) {
        String became = design.value()
                .map(value -> value.best().explanation().subject())
                .orElseGet(() -> "no design: " + design.findings().get(0).message());
        return Step.builder()
                .rule(new RuleRef(problem.id(), problem.version(), "/scenarios/" + number))
                .label("{scenario}: {became}")
                .amount(Quantity.of(design.value().isPresent() ? 1 : 0, "designs"))
                .residue(Optional.empty())
                .inputs(ImmutableMap.of("scenario", scenario.name(), "became", became))
                .parts(ImmutableList.of())
                .build();
    }
}
