package io.salesops.territory.testkit;

import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.run.Execution;
import io.salesops.territory.area.Scenario;
import io.salesops.territory.area.TerritoryPlan;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.area.TerritoryScenarios;
import io.salesops.territory.area.UnitId;
import io.salesops.territory.design.DesignOptions;
import io.salesops.territory.design.MovedWeight;
import io.salesops.territory.design.PlanComparer;
import io.salesops.territory.design.PlanComparison;
import io.salesops.territory.design.RepChange;
import io.salesops.territory.design.ScenarioDesign;
import io.salesops.territory.design.ScenarioDesigner;
import io.salesops.territory.design.ScenarioDesigns;
import io.salesops.territory.design.TerritoryChange;
import io.salesops.territory.design.UnitChange;
import io.salesops.territory.design.WeightChange;
import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Plans side by side, and designs of several scenarios. */
public final class ComparisonArbitraries {
    private static final ScenarioDesigner DESIGNER =
            ScenarioDesigner.of(DesignOptions.builder().steps(4).alternatives(1).build());

    private ComparisonArbitraries() {}

    /** Plans of the units of a problem in up to five territories; about one unit in ten has none. */
    public static TerritoryPlan randomPlan(String id, TerritoryProblem problem, Random random) {
        ImmutableMap.Builder<UnitId, TerritoryId> assignment = ImmutableMap.builder();
        int count = 1 + random.nextInt(5);
        problem.units().forEach(unit -> {
            if (random.nextInt(10) > 0) {
                assignment.put(unit.id(), TerritoryId.of("territory-" + (1 + random.nextInt(count))));
            }
        });
        return TerritoryPlan.builder()
                .id(io.salesops.territory.area.TerritoryPlanId.of(id))
                .assignment(assignment.buildOrThrow())
                .build();
    }

    /** Comparisons of two plans of a small map. */
    public static Arbitrary<PlanComparison> planComparisons() {
        return Combinators.combine(MapArbitraries.maps(), Arbitraries.longs().between(0, 1_000_000))
                .as((problem, seed) -> {
                    Random random = new Random(seed);
                    return PlanComparer.of(problem)
                            .compare(
                                    randomPlan("last year", problem, random), randomPlan("this year", problem, random));
                });
    }

    /** Units that move. */
    public static Arbitrary<UnitChange> unitChanges() {
        return Combinators.combine(
                        TerritoryArbitraries.unitIds(),
                        TerritoryArbitraries.territories(),
                        TerritoryArbitraries.territories())
                .as(UnitChange::new);
    }

    /** Weights that move, up to beyond the range of a long. */
    public static Arbitrary<MovedWeight> movedWeights() {
        return Combinators.combine(weights(), weights())
                .as((one, other) -> new MovedWeight("accounts", one.min(other), one.max(other)));
    }

    /** Changes of weights, up to beyond the range of a long. */
    public static Arbitrary<WeightChange> weightChanges() {
        return Combinators.combine(weights(), weights(), weights())
                .as((one, gained, other) -> new WeightChange(one.max(other), gained, one.min(other)));
    }

    private static Arbitrary<BigInteger> weights() {
        return Arbitraries.bigIntegers()
                .between(BigInteger.ZERO, BigInteger.valueOf(Long.MAX_VALUE).multiply(BigInteger.TWO));
    }

    /** Changes of territories, new ones and ending ones among them. */
    public static Arbitrary<TerritoryChange> territoryChanges() {
        return Arbitraries.oneOf(
                planComparisons().map(comparison -> comparison.territories().get(0)),
                TerritoryArbitraries.territories()
                        .map(territory -> TerritoryChange.builder()
                                .after(territory)
                                .kept(0)
                                .gained(3)
                                .lost(0)
                                .build()));
    }

    /** What reps keep, gain and lose. */
    public static Arbitrary<RepChange> repChanges() {
        return Combinators.combine(
                        io.salesops.core.testkit.CrmArbitraries.ids("r-", io.salesops.core.crm.RepId::of),
                        Arbitraries.integers().between(0, 100),
                        weightChanges())
                .as((rep, count, change) -> RepChange.builder()
                        .rep(rep)
                        .kept(count)
                        .gained(count / 2)
                        .lost(count / 3)
                        .putWeights("accounts", change)
                        .build());
    }

    /** Designs of a small map as it is, and with more territories than it has units, which is refused. */
    public static Arbitrary<ScenarioDesigns> scenarioDesigns() {
        return MapArbitraries.maps()
                .map(problem -> DESIGNER.design(
                                TerritoryScenarios.builder()
                                        .problem(problem)
                                        .addScenarios(
                                                Scenario.named("as it is"),
                                                Scenario.builder()
                                                        .name("too many")
                                                        .count(problem.units().size() + 1)
                                                        .build())
                                        .build(),
                                Execution.here())
                        .orThrow());
    }

    /** What became of scenarios, with and without a design. */
    public static Arbitrary<ScenarioDesign> scenarioResults() {
        return Combinators.combine(scenarioDesigns(), Arbitraries.of(0, 1))
                .as((designs, number) -> designs.scenarios().get(number));
    }
}
