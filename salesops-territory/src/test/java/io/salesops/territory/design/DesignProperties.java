package io.salesops.territory.design;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Rate;
import io.salesops.core.run.Execution;
import io.salesops.core.testkit.JsonLaws;
import io.salesops.territory.area.Balance;
import io.salesops.territory.area.Compactness;
import io.salesops.territory.area.Disruption;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.area.UnitId;
import io.salesops.territory.testkit.DesignArbitraries;
import io.salesops.territory.testkit.MapArbitraries;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;

/** Laws of territory design on generated maps. */
class DesignProperties {
    private static TerritoryDesign design(TerritoryProblem problem, int steps) {
        return TerritoryDesigner.of(
                        DesignOptions.builder().steps(steps).alternatives(1).build())
                .design(problem)
                .orThrow();
    }

    @Property(tries = 60)
    void everyUnitIsInOneTerritoryThatHangsTogether(
            @ForAll("maps") TerritoryProblem problem, @ForAll @IntRange(max = 30) int steps) {
        Alternative best = design(problem, steps).best();

        assertThat(best.plan().assignment().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        problem.units().stream().map(unit -> unit.id()).toList());
        assertThat(best.empties()).isZero();
        assertThat(best.fragments()).isZero();
        assertThat(best.certificate().faults()).isEmpty();
    }

    @Property(tries = 30)
    void theSameStepsGiveTheSameBytes(@ForAll("maps") TerritoryProblem problem) {
        String alone = SalesOpsJson.write(design(problem, 40));
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            DesignOptions options =
                    DesignOptions.builder().steps(40).alternatives(1).build();
            TerritoryDesign together = TerritoryDesigner.of(options)
                    .design(problem, Execution.on(pool, 3))
                    .orThrow();
            assertThat(SalesOpsJson.write(together)).isEqualTo(alone);
        } finally {
            pool.shutdown();
        }
    }

    @Property(tries = 20)
    void theOrderOfUnitsAndBordersMeansNothing(@ForAll("maps") TerritoryProblem problem) {
        TerritoryDesign one = design(problem, 20);
        TerritoryDesign other = design(MapArbitraries.reversed(problem), 20);

        assertThat(other.best().plan()).isEqualTo(one.best().plan());
        assertThat(SalesOpsJson.write(other)).isEqualTo(SalesOpsJson.write(one));
    }

    @Property(tries = 20)
    void aRunThatALimitEndsIsReplayedByItsSteps(
            @ForAll("maps") TerritoryProblem problem, @ForAll @IntRange(min = 1, max = 40) int ticks) {
        long[] clock = {0};
        Execution limited = Execution.here().within(java.time.Duration.ofNanos(ticks), () -> clock[0]++);
        DesignOptions options = DesignOptions.builder().alternatives(2).build();
        TerritoryDesign cut =
                TerritoryDesigner.of(options).design(problem, limited).orThrow();

        long steps = cut.computedFrom().steps().orElseThrow();
        TerritoryDesign replayed =
                TerritoryDesigner.of(options.withSteps(steps)).design(problem).orThrow();

        assertThat(SalesOpsJson.write(replayed)).isEqualTo(SalesOpsJson.write(cut));
    }

    @Property(tries = 20)
    void lockedUnitsNeverMove(@ForAll("maps") TerritoryProblem problem) {
        ImmutableMap<UnitId, TerritoryId> plan =
                design(problem, 10).best().plan().assignment();
        TerritoryProblem locked = problem.withUnits(problem.units().stream()
                .map(unit -> unit.id().value().contains("c1")
                        ? unit.withPresent(Optional.ofNullable(plan.get(unit.id())))
                                .withLocked(true)
                        : unit)
                .toList());
        Alternative best = design(locked, 20).best();

        locked.units().stream()
                .filter(unit -> unit.locked())
                .forEach(unit -> assertThat(
                                Optional.ofNullable(best.plan().assignment().get(unit.id())))
                        .isEqualTo(unit.present()));
        assertThat(best.certificate().faults()).noneMatch(fault -> fault.contains("locked"));
    }

    @Property(tries = 20)
    void nothingMovesWhereNothingMay(@ForAll("maps") TerritoryProblem problem) {
        ImmutableMap<UnitId, TerritoryId> plan =
                design(problem, 3).best().plan().assignment();
        TerritoryProblem settled = MapArbitraries.settled(problem, plan)
                .withDisruption(Disruption.builder().mostMoved(Rate.ZERO).build());
        Alternative best = design(settled, 20).best();

        assertThat(best.plan().assignment()).isEqualTo(plan);
        assertThat(best.moved()).isEqualTo(Rate.ZERO);
        assertThat(best.moves()).isEmpty();
    }

    @Property(tries = 20)
    void noMoreMovesThanAllowed(@ForAll("maps") TerritoryProblem problem, @ForAll @IntRange(max = 100) int percent) {
        ImmutableMap<UnitId, TerritoryId> plan =
                design(problem, 3).best().plan().assignment();
        Rate most = Rate.ofPercent(percent);
        TerritoryProblem settled = MapArbitraries.settled(problem, plan)
                .withBalance(List.of(Balance.of("accounts", "1%")))
                .withDisruption(
                        Disruption.builder().mostMoved(most).measure("accounts").build());
        Alternative best = design(settled, 20).best();

        assertThat(best.certificate().faults()).isEmpty();
        assertThat(best.moved()).isLessThanOrEqualTo(most);
    }

    @Property(tries = 20)
    void onlyTheRegionChanges(@ForAll("maps") TerritoryProblem problem) {
        ImmutableMap<UnitId, TerritoryId> plan =
                design(problem, 0).best().plan().assignment();
        TerritoryProblem settled = MapArbitraries.settled(problem, plan);
        ImmutableSet<TerritoryId> region = ImmutableSet.of(TerritoryId.of("T-01"), TerritoryId.of("T-02"));
        Alternative best = TerritoryDesigner.of(DesignOptions.builder()
                        .region(region)
                        .steps(20)
                        .alternatives(1)
                        .build())
                .design(settled)
                .orThrow()
                .best();

        plan.forEach((unit, territory) -> {
            if (!region.contains(territory)) {
                assertThat(best.plan().assignment().get(unit)).isEqualTo(territory);
            } else {
                assertThat(region).contains(best.plan().assignment().get(unit));
            }
        });
    }

    @Property(tries = 30)
    void noPlanIsBelowTheAttainableBound(@ForAll("maps") TerritoryProblem problem) {
        TerritoryDesign design = design(problem.withBalance(List.of(Balance.of("accounts", "0%"))), 20);

        assertThat(design.best().maxDeviation("accounts"))
                .isGreaterThanOrEqualTo(design.best().attainable("accounts"));
    }

    @Property(tries = 20)
    void noAlternativeIsWorseInEveryFigure(@ForAll("maps") TerritoryProblem problem) {
        TerritoryDesign design = TerritoryDesigner.of(
                        DesignOptions.builder().steps(60).alternatives(3).build())
                .design(problem)
                .orThrow();
        for (Alternative one : design.alternatives()) {
            for (Alternative other : design.alternatives()) {
                boolean worse = one.compactness().compareTo(other.compactness()) > 0
                        && one.maxDeviation("accounts").compareTo(other.maxDeviation("accounts")) > 0;
                assertThat(worse && one.moved().compareTo(other.moved()) > 0).isFalse();
            }
            assertThat(one.certificate().holds()).isTrue();
        }
        assertThat(design.alternatives()).extracting(Alternative::number).startsWith(1);
    }

    /**
     * Small maps have so few plans that all can be tried. The search begins anew again and again, and any one beginning may end
     * elsewhere: with 400 steps one map in some hundreds did.
     */
    @Property(tries = 25)
    void theBestPlanOfASmallMapIsFound(@ForAll("smallMaps") TerritoryProblem problem) {
        Alternative best = TerritoryDesigner.of(
                        DesignOptions.builder().steps(4_000).alternatives(1).build())
                .design(problem)
                .orThrow()
                .best();
        EveryPlan every = new EveryPlan(problem);

        assertThat(every.violation(best.plan().assignment())).isCloseTo(every.leastViolation(), offset());
        // Units without weight weigh a little in the search, so that plans that are nearly equal may change places.
        assertThat(every.objective(best.plan().assignment()))
                .isCloseTo(every.leastObjective(), Percentage.withPercentage(0.1));
    }

    private static Offset<Double> offset() {
        return Offset.offset(1e-6);
    }

    /** Whether a unit is as heavy as a territory, so that the others share what it leaves. */
    private static boolean oversized(TerritoryProblem map) {
        long heaviest = map.units().stream()
                .mapToLong(unit -> unit.weight("accounts"))
                .max()
                .orElse(0);
        long total =
                map.units().stream().mapToLong(unit -> unit.weight("accounts")).sum();
        return heaviest * map.count().orElseThrow() >= total;
    }

    @Property(tries = 30)
    void designsReadBackEqual(@ForAll("designs") TerritoryDesign design) {
        JsonLaws.roundTrips(design, TerritoryDesign.class);
    }

    @Property(tries = 200)
    void problemsReadBackEqual(@ForAll("problems") TerritoryProblem problem) {
        JsonLaws.roundTrips(problem, TerritoryProblem.class);
        TerritoryDesigner.check(problem);
    }

    @Property(tries = 100)
    void optionsReadBackEqual(@ForAll("options") DesignOptions options) {
        JsonLaws.roundTrips(options, DesignOptions.class);
    }

    @Provide
    Arbitrary<TerritoryProblem> maps() {
        return MapArbitraries.maps();
    }

    @Provide
    Arbitrary<TerritoryProblem> smallMaps() {
        return MapArbitraries.maps()
                .filter(map -> map.units().size() <= 9 && !oversized(map))
                .map(map -> map.withObjective(map.objective()
                        .withCompactness(
                                map.objective().compactness() == Compactness.MEDIAN
                                        ? Compactness.INERTIA
                                        : map.objective().compactness())))
                .map(map -> map.withUnits(map.units().stream()
                        .map(unit -> unit.withLocation(io.salesops.territory.area.Location.planar(
                                unit.id().value().charAt(1), unit.id().value().charAt(3) * 1.1)))
                        .toList()));
    }

    @Provide
    Arbitrary<TerritoryDesign> designs() {
        return DesignArbitraries.territoryDesigns();
    }

    @Provide
    Arbitrary<TerritoryProblem> problems() {
        return MapArbitraries.territoryProblems();
    }

    @Provide
    Arbitrary<DesignOptions> options() {
        return DesignArbitraries.designOptions();
    }
}
