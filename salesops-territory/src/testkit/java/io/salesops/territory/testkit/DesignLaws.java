package io.salesops.territory.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Rate;
import io.salesops.core.run.Execution;
import io.salesops.core.testkit.JsonLaws;
import io.salesops.core.testkit.Laws;
import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Disruption;
import io.salesops.territory.area.Territory;
import io.salesops.territory.area.TerritoryPlan;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.area.UnitId;
import io.salesops.territory.design.Alternative;
import io.salesops.territory.design.DesignOptions;
import io.salesops.territory.design.MeasureFigures;
import io.salesops.territory.design.PlanEvaluator;
import io.salesops.territory.design.TerritoryDesign;
import io.salesops.territory.design.TerritoryDesigner;
import java.util.List;

/**
 * The laws of territory design, held against one problem, and what a plan of it must keep; see {@link TerritoryLaws}.
 *
 * <p>A case is a seed and a number of steps; the shorter a search, the more of its repairs show. Where only a share may move,
 * a present plan that is empty or torn somewhere may have to stay so: those laws are then not held.
 */
final class DesignLaws {
    static final int TRIES = 5;
    private static final int MOST_STEPS = 30;

    private final TerritoryProblem problem;
    private final Designing designing;

    private DesignLaws(TerritoryProblem problem, Designing designing) {
        this.problem = problem;
        this.designing = designing;
    }

    /** What designs: the engine, or in tests one with a fault. */
    interface Designing {
        TerritoryDesign design(TerritoryProblem problem, DesignOptions options, Execution execution);
    }

    /** A seed and steps. */
    record Search(long seed, int steps) {

        DesignOptions options() {
            return DesignOptions.builder()
                    .seed(seed)
                    .steps(steps)
                    .alternatives(2)
                    .build();
        }

        ImmutableList<Search> shorter() {
            return steps == 0 ? ImmutableList.of() : ImmutableList.of(new Search(seed, 0), new Search(seed, steps - 1));
        }
    }

    static Designing engine() {
        return (problem, options, execution) ->
                TerritoryDesigner.of(options).design(problem, execution).orThrow();
    }

    static Laws<Search> laws(TerritoryProblem problem, Designing designing) {
        DesignLaws laws = new DesignLaws(problem, designing);
        Laws<Search> always = Laws.about(
                        subject(problem),
                        random -> new Search(random.nextInt(1_000_000), random.nextInt(MOST_STEPS + 1)),
                        Search::shorter,
                        search -> "seed " + search.seed() + ", " + search.steps() + " steps")
                .law("every unit is in one territory", laws::coverage)
                .law("locked units never move", laws::locks)
                .law("no more moves than allowed", laws::allowance)
                .law("deviation is not below what is attainable", laws::attainable)
                .law("the order of units is irrelevant", laws::order)
                .law("threads are irrelevant", laws::threads)
                .law("nothing moves where nothing may", laws::stillness)
                .law("designs survive JSON", laws::json);
        return problem.disruption().mostMoved().compareTo(Rate.ONE) < 0
                ? always
                : always.law("no territory is empty", laws::empties)
                        .law("territories hang together where asked", laws::fragments)
                        .law("the certificate has no faults", laws::certificate);
    }

    static String subject(TerritoryProblem problem) {
        return "territory problem " + problem.id() + " v" + problem.version();
    }

    private TerritoryDesign design(Search search) {
        return designing.design(problem, search.options(), Execution.here());
    }

    private void coverage(Search search) {
        ImmutableSet<UnitId> units =
                problem.units().stream().map(AlignmentUnit::id).collect(ImmutableSet.toImmutableSet());
        ImmutableSet<TerritoryId> territories =
                problem.designed().stream().map(Territory::id).collect(ImmutableSet.toImmutableSet());
        for (Alternative alternative : design(search).alternatives()) {
            ImmutableMap<UnitId, TerritoryId> assignment = alternative.plan().assignment();
            Laws.equal("units of the plan", units, ImmutableSet.copyOf(assignment.keySet()));
            assignment.forEach((unit, territory) -> Laws.require(
                    territories.contains(territory), unit + " is in " + territory + ", which there is not"));
        }
    }

    private void locks(Search search) {
        for (Alternative alternative : design(search).alternatives()) {
            for (AlignmentUnit unit : problem.units()) {
                TerritoryId there = alternative.plan().assignment().get(unit.id());
                Laws.require(
                        !unit.locked()
                                || unit.present()
                                        .filter(present -> present.equals(there))
                                        .isPresent(),
                        "unit " + unit.id() + " is locked, but in " + there);
            }
        }
    }

    private void allowance(Search search) {
        Rate most = problem.disruption().mostMoved();
        for (Alternative alternative : design(search).alternatives()) {
            Laws.require(
                    alternative.moved().compareTo(most) <= 0,
                    alternative.moved() + " moved, but only " + most + " may");
        }
    }

    private void attainable(Search search) {
        for (Alternative alternative : design(search).alternatives()) {
            for (MeasureFigures measure : alternative.measures()) {
                Laws.require(
                        measure.maxDeviation().compareTo(measure.attainable()) >= 0,
                        measure.measure() + " is within " + measure.maxDeviation() + ", but attainable is only "
                                + measure.attainable());
            }
        }
    }

    private void empties(Search search) {
        for (Alternative alternative : design(search).alternatives()) {
            Laws.equal("empty territories", 0, alternative.empties());
        }
    }

    private void fragments(Search search) {
        for (Alternative alternative : design(search).alternatives()) {
            Laws.require(
                    !problem.contiguous() || alternative.fragments() == 0,
                    "territories fall into parts: " + alternative.fragments());
        }
    }

    private void certificate(Search search) {
        for (Alternative alternative : design(search).alternatives()) {
            Laws.equal("faults", List.of(), alternative.certificate().faults());
        }
    }

    private void order(Search search) {
        TerritoryDesign other = designing.design(MapArbitraries.reversed(problem), search.options(), Execution.here());
        Laws.equal("design", SalesOpsJson.write(design(search)), SalesOpsJson.write(other));
    }

    private void threads(Search search) {
        TerritoryDesign other = designing.design(problem, search.options(), Execution.on(Runnable::run, 3));
        Laws.equal("design", SalesOpsJson.write(design(search)), SalesOpsJson.write(other));
    }

    private void stillness(Search search) {
        ImmutableMap<UnitId, TerritoryId> plan = design(search).best().plan().assignment();
        TerritoryProblem settled = MapArbitraries.settled(problem, plan)
                .withDisruption(Disruption.builder()
                        .from(problem.disruption())
                        .mostMoved(Rate.ZERO)
                        .build());
        Laws.equal(
                "plan",
                plan,
                designing
                        .design(settled, search.options(), Execution.here())
                        .best()
                        .plan()
                        .assignment());
    }

    private void json(Search search) {
        JsonLaws.roundTrips(problem, TerritoryProblem.class);
        JsonLaws.roundTrips(design(search), TerritoryDesign.class);
    }

    /** What a plan of the problem must keep. */
    static Laws<TerritoryPlan> planLaws(TerritoryProblem problem, TerritoryPlan plan) {
        PlanEvaluator evaluator = PlanEvaluator.of(problem);
        Laws.sound("plan " + plan.id(), evaluator.check(plan));
        Alternative figures = evaluator.evaluate(plan).orThrow();
        return Laws.about(
                        "plan " + plan.id() + " of " + subject(problem),
                        random -> plan,
                        one -> ImmutableList.of(),
                        one -> one.assignment().size() + " units")
                .law(
                        "rules are kept",
                        one -> Laws.equal(
                                "faults", List.of(), figures.certificate().faults()))
                .law("no territory is empty", one -> Laws.equal("empty territories", 0, figures.empties()))
                .law(
                        "bands and capacities are kept",
                        one -> figures.measures()
                                .forEach(measure -> Laws.require(
                                        measure.outside().isEmpty(),
                                        measure.measure() + " is outside its limits in " + measure.outside())));
    }
}
