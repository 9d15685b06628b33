package io.salesops.territory.design;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.finding.Severity;
import io.salesops.territory.area.Territory;
import io.salesops.territory.area.TerritoryPlan;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.area.UnitId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts a plan from anywhere into the figures that designed ones have: the present one, one of another tool, one that was
 * changed by hand. Immutable and thread-safe.
 *
 * <p>Rules that the plan breaks are the faults of its certificate. O(n log n), beside the bounds, which are found once.
 */
public final class PlanEvaluator {
    private final TerritoryProblem problem;
    private final UnitTable table;
    private final Adjacencies adjacencies;
    private final ImmutableList<AttainableBound> bounds;
    private final List<Targets> aimed;

    private PlanEvaluator(TerritoryProblem problem) {
        this.problem = problem;
        table = new UnitTable(problem);
        adjacencies = Adjacencies.of(table);
        Compilation compilation = new Compilation(table, adjacencies.graph());
        Graph borders = compilation.borders();
        bounds = new AttainableBounds(table, compilation, borders).find();
        int[] locked = compilation.problem(List.of()).ties.locked;
        aimed = compilation.aimed(OversizedUnits.of(table, compilation, borders, locked));
    }

    /**
     * Obtains the evaluator of a problem's plans.
     *
     * @throws FindingsException with everything that is wrong with the problem as it is written
     */
    public static PlanEvaluator of(TerritoryProblem problem) {
        ImmutableList<Finding> findings = ProblemCheck.check(problem);
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            throw new FindingsException(findings);
        }
        return new PlanEvaluator(problem);
    }

    /** Returns everything that keeps a plan from being put into figures; never throws. */
    public ImmutableList<Finding> check(TerritoryPlan plan) {
        Set<TerritoryId> territories = new HashSet<>();
        for (Territory territory : table.territories) {
            territories.add(territory.id());
        }
        List<Finding> findings = new ArrayList<>();
        Set<UnitId> known = new HashSet<>();
        table.units.forEach(unit -> {
            known.add(unit.id());
            if (!plan.assignment().containsKey(unit.id())) {
                findings.add(
                        Finding.error("territory.plan.gap", "/assignment", "unit " + unit.id() + " has no territory")
                                .maybe("Maybe the plan is of an earlier problem."));
            }
        });
        plan.assignment().forEach((unit, territory) -> {
            String path = "/assignment/" + unit;
            if (!known.contains(unit)) {
                findings.add(Finding.error("territory.unit.unknown", path, "there is no unit " + unit)
                        .maybe("Maybe it is misspelt, or its unit was left out."));
            }
            if (!territories.contains(territory)) {
                findings.add(Finding.error("territory.territory.unknown", path, "there is no territory " + territory)
                        .maybe("Maybe it is misspelt."));
            }
        });
        return ImmutableList.copyOf(findings);
    }

    /** Returns the plan with its figures, as alternative 1; refused where a unit or a territory is not the problem's. */
    public Checked<Alternative> evaluate(TerritoryPlan plan) {
        ImmutableList<Finding> findings = check(plan);
        if (!findings.isEmpty()) {
            return Checked.refused(findings);
        }
        int[] labels = new int[table.units.size()];
        for (int u = 0; u < labels.length; u++) {
            TerritoryId territory = plan.assignment().get(table.units.get(u).id());
            labels[u] = territory == null ? -1 : table.number(territory);
        }
        DesignOptions options = DesignOptions.standard().withPlanId(plan.id());
        Alternative alternative =
                new DesignReport(problem, options, table, adjacencies, bounds, aimed).alternative(labels);
        return Checked.accepted(alternative, DesignReport.findings(alternative));
    }
}
