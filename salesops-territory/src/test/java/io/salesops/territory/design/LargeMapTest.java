package io.salesops.territory.design;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.money.Rate;
import io.salesops.core.run.Execution;
import io.salesops.territory.area.Adjacency;
import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Balance;
import io.salesops.territory.area.Disruption;
import io.salesops.territory.area.Location;
import io.salesops.territory.area.Objective;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.area.UnitId;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Maps with so many units or territories that they are joined to coarser ones, and annealed in areas. */
class LargeMapTest {

    private static TerritoryProblem.Builder map(int units, int territories, String band) {
        Random random = new Random(7);
        TerritoryProblem.Builder problem = TerritoryProblem.builder()
                .id("large")
                .version("1")
                .count(territories)
                .adjacency(Adjacency.GABRIEL)
                .addBalance(Balance.of("accounts", band))
                .objective(Objective.builder().measure("accounts").build());
        for (int i = 0; i < units; i++) {
            problem.addUnits(AlignmentUnit.builder()
                    .id(UnitId.of("u" + i))
                    .location(Location.planar(random.nextDouble() * 100, Math.abs(random.nextGaussian()) * 40))
                    .weights(ImmutableMap.of("accounts", 1L + random.nextInt(20)))
                    .build());
        }
        return problem;
    }

    private static TerritoryDesign design(TerritoryProblem problem, int steps, Execution execution) {
        return TerritoryDesigner.of(
                        DesignOptions.builder().steps(steps).alternatives(1).build())
                .design(problem, execution)
                .orThrow();
    }

    @Test
    void areasAreAnnealedAtOnceWithTheSamePlan() {
        TerritoryProblem problem = map(2_600, 70, "6%").build();
        TerritoryDesign alone = design(problem, 900, Execution.here());
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            assertThat(design(problem, 900, Execution.on(pool, 3))).isEqualTo(alone);
        } finally {
            pool.shutdown();
        }
        assertThat(alone.best().fragments()).isZero();
        assertThat(alone.best().empties()).isZero();
        assertThat(alone.best().maxDeviation("accounts")).isLessThanOrEqualTo(Rate.of("6%"));
        assertThat(alone.best().certificate().faults()).isEmpty();
    }

    /** A number of steps that ends in the middle of a round does no harm. */
    @Test
    void areasMayBeLeftOut() {
        TerritoryProblem problem = map(2_600, 70, "6%").build();
        for (int steps : new int[] {1, 7}) {
            Alternative best = design(problem, steps, Execution.here()).best();
            assertThat(best.fragments()).isZero();
            assertThat(best.certificate().faults()).isEmpty();
        }
    }

    @Test
    void aMapOfManyUnitsIsSearchedOnCoarserOnesFirst() {
        TerritoryProblem problem = map(45_000, 40, "2%").build();
        Alternative best = design(problem, 120, Execution.here()).best();

        assertThat(best.fragments()).isZero();
        assertThat(best.empties()).isZero();
        assertThat(best.measures().get(0).outside()).isEmpty();
        assertThat(best.certificate().faults()).isEmpty();
    }

    @Test
    void noMoreThanAllowedMovesInAreasAndOnCoarserMaps() {
        TerritoryProblem problem = map(12_000, 70, "4%").build();
        ImmutableMap<UnitId, TerritoryId> present =
                design(problem, 40, Execution.here()).best().plan().assignment();
        Random growth = new Random(3);
        TerritoryProblem grown = problem.withUnits(problem.units().stream()
                        .map(unit -> unit.withPresent(Optional.ofNullable(present.get(unit.id())))
                                .withLocked(growth.nextInt(20) == 0)
                                .withWeights(ImmutableMap.of(
                                        "accounts", unit.weight("accounts") * (50 + growth.nextInt(100)))))
                        .toList())
                .withDisruption(Disruption.builder()
                        .mostMoved(Rate.of("3%"))
                        .measure("accounts")
                        .build());
        Alternative before =
                PlanEvaluator.of(grown).evaluate(grown.presentPlan("present")).orThrow();
        Alternative best = design(grown, 300, Execution.here()).best();

        assertThat(best.certificate().faults()).isEmpty();
        assertThat(best.moved()).isBetween(Rate.of("0.01%"), Rate.of("3%"));
        assertThat(best.measures().get(0).outside().size())
                .isLessThan(before.measures().get(0).outside().size());
    }
}
