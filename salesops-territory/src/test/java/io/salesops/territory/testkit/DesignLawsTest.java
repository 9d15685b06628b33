package io.salesops.territory.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.money.Rate;
import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Balance;
import io.salesops.territory.area.Border;
import io.salesops.territory.area.Disruption;
import io.salesops.territory.area.Location;
import io.salesops.territory.area.TerritoryPlan;
import io.salesops.territory.area.TerritoryPlanId;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.area.UnitId;
import io.salesops.territory.design.Alternative;
import io.salesops.territory.design.DesignOptions;
import io.salesops.territory.design.TerritoryDesign;
import io.salesops.territory.design.TerritoryDesigner;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Every law of design is broken once on purpose. */
class DesignLawsTest {
    private static final TerritoryProblem PROBLEM = grid(true);

    private static TerritoryProblem grid(boolean locked) {
        TerritoryProblem.Builder problem =
                TerritoryProblem.builder().id("grid").version("1").count(3).addBalance(Balance.of("accounts", "40%"));
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 4; column++) {
                problem.addUnits(AlignmentUnit.builder()
                        .id(UnitId.of("c" + column + "r" + row))
                        .location(Location.planar(column, row))
                        .putWeights("accounts", 5L + row + column)
                        .present(TerritoryId.of(row == 0 ? "T-01" : row == 1 ? "T-02" : "T-03"))
                        .locked(locked && row == 0 && column == 0)
                        .build());
                if (column > 0) {
                    problem.addBorders(Border.of("c" + (column - 1) + "r" + row, "c" + column + "r" + row));
                }
                if (row > 0) {
                    problem.addBorders(Border.of("c" + column + "r" + (row - 1), "c" + column + "r" + row));
                }
            }
        }
        return problem.build();
    }

    /** The engine, with the best alternative changed. */
    private static DesignLaws.Designing faulty(BiFunction<TerritoryProblem, Alternative, Alternative> fault) {
        return (problem, options, execution) -> {
            TerritoryDesign design = DesignLaws.engine().design(problem, options, execution);
            return design.withAlternatives(fault.apply(problem, design.best()));
        };
    }

    private static Alternative placed(Alternative alternative, String unit, String territory) {
        ImmutableMap<UnitId, TerritoryId> assignment = ImmutableMap.<UnitId, TerritoryId>builder()
                .putAll(alternative.plan().assignment())
                .put(UnitId.of(unit), TerritoryId.of(territory))
                .buildKeepingLast();
        return alternative.withPlan(alternative.plan().withAssignment(assignment));
    }

    private static void breaks(String law, BiFunction<TerritoryProblem, Alternative, Alternative> fault) {
        assertThatThrownBy(() -> DesignLaws.laws(PROBLEM, faulty(fault)).hold(1, 1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("law '" + law + "'");
    }

    @Test
    void theEngineKeepsTheLaws() {
        assertThatCode(() -> {
                    TerritoryLaws.holdFor(PROBLEM);
                    TerritoryLaws.holdFor(
                            PROBLEM.withDisruption(Disruption.builder()
                                    .importance(0.5)
                                    .mostMoved(Rate.of("20%"))
                                    .build()),
                            3,
                            7);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void aFaultIsCaughtByTheNameOfItsLaw() {
        breaks("every unit is in one territory", (problem, best) -> placed(best, "c9r9", "T-01"));
        breaks("every unit is in one territory", (problem, best) -> placed(best, "c1r1", "T-77"));
        breaks("locked units never move", (problem, best) -> placed(best, "c0r0", "T-02"));
        breaks("no territory is empty", (problem, best) -> best.withEmpties(1));
        breaks("territories hang together where asked", (problem, best) -> best.withFragments(2));
        breaks(
                "the order of units is irrelevant",
                (problem, best) -> placed(best, problem.units().get(1).id().value(), "T-03"));
        breaks(
                "nothing moves where nothing may",
                (problem, best) -> problem.disruption().mostMoved().signum() == 0
                        ? placed(best, "c3r3", "T-01")
                        : placed(best, "c3r3", "T-02"));
    }

    @Test
    void moreMovesThanAllowedAreCaught() {
        TerritoryProblem limited = PROBLEM.withDisruption(
                Disruption.builder().mostMoved(Rate.of("20%")).build());
        assertThatThrownBy(() -> DesignLaws.laws(limited, faulty((problem, best) -> best.withMoved(Rate.of("21%"))))
                        .hold(1, 1))
                .hasMessageContaining("law 'no more moves than allowed': 21% moved, but only 20% may");
    }

    @Test
    void aPlanIsHeldAgainstItsProblem() {
        TerritoryProblem free = grid(false);
        TerritoryPlan good = TerritoryDesigner.of(
                        DesignOptions.builder().steps(30).alternatives(1).build())
                .design(free)
                .orThrow()
                .best()
                .plan();
        assertThatCode(() -> TerritoryLaws.holdFor(free, good)).doesNotThrowAnyException();
        TerritoryPlan everything = TerritoryPlan.builder()
                .id(TerritoryPlanId.of("one has all"))
                .assignment(free.units().stream()
                        .collect(ImmutableMap.toImmutableMap(AlignmentUnit::id, unit -> TerritoryId.of("T-01"))))
                .build();
        assertThatThrownBy(() -> TerritoryLaws.holdFor(free, everything))
                .hasMessageContaining("law 'no territory is empty'")
                .hasMessageContaining("accounts is outside its limits in [T-01, T-02, T-03]");
        assertThatThrownBy(() -> TerritoryLaws.holdFor(free, good.withAssignment(ImmutableMap.of())))
                .hasMessageContaining("cannot be used")
                .hasMessageContaining("unit c3r3 has no territory");
    }

    @Test
    void aProblemThatCannotBeUsedIsToldWithAllErrors() {
        assertThatThrownBy(() -> TerritoryLaws.holdFor(PROBLEM.withCount(0).withUnits()))
                .hasMessageContaining("territory.count.range")
                .hasMessageContaining("territory.units.missing");
    }
}
