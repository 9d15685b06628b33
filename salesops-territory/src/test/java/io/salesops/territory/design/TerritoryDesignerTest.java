package io.salesops.territory.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Rate;
import io.salesops.core.run.Cancellation;
import io.salesops.core.run.Execution;
import io.salesops.territory.area.Adjacency;
import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Balance;
import io.salesops.territory.area.Border;
import io.salesops.territory.area.Disruption;
import io.salesops.territory.area.Forbidden;
import io.salesops.territory.area.Location;
import io.salesops.territory.area.Objective;
import io.salesops.territory.area.Territory;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.area.UnitGroup;
import io.salesops.territory.area.UnitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class TerritoryDesignerTest {
    private static final TerritoryDesigner DESIGNER = TerritoryDesigner.of(
            DesignOptions.builder().steps(60).alternatives(1).build());

    private static AlignmentUnit.Builder unit(String id, double x, double y, long weight) {
        return AlignmentUnit.builder()
                .id(UnitId.of(id))
                .location(Location.planar(x, y))
                .weights(ImmutableMap.of("accounts", weight));
    }

    private static TerritoryProblem.Builder problem(int count, String band) {
        return TerritoryProblem.builder()
                .id("map")
                .version("1")
                .count(count)
                .addBalance(Balance.of("accounts", band))
                .objective(Objective.builder().measure("accounts").build());
    }

    /** A row of units from left to right, each touching the next. */
    private static TerritoryProblem.Builder row(int count, String band, long... weights) {
        TerritoryProblem.Builder problem = problem(count, band);
        for (int i = 0; i < weights.length; i++) {
            problem.addUnits(unit("u" + i, i, 0, weights[i]).build());
            if (i > 0) {
                problem.addBorders(Border.of("u" + (i - 1), "u" + i));
            }
        }
        return problem;
    }

    private static Alternative best(TerritoryProblem problem) {
        return DESIGNER.design(problem).orThrow().best();
    }

    private static Optional<TerritoryId> of(Alternative plan, String unit) {
        return Optional.ofNullable(plan.plan().assignment().get(UnitId.of(unit)));
    }

    private static List<String> codes(TerritoryProblem problem) {
        return DESIGNER.design(problem).findings().stream().map(Finding::code).toList();
    }

    @Test
    void aRowFallsIntoEqualHalves() {
        Alternative best = best(row(2, "5%", 5, 5, 5, 5, 5, 5).build());

        assertThat(best.maxDeviation("accounts")).isEqualTo(Rate.ZERO);
        assertThat(best.fragments()).isZero();
        assertThat(of(best, "u0")).isEqualTo(of(best, "u2")).isNotEqualTo(of(best, "u3"));
        assertThat(best.explain()).contains("accounts within 0%").contains("0 fragments");
    }

    /**
     * Four counties weigh too much for one territory. Dropping the small one puts that right, but its neighbour must at once pass
     * as much on: one move is stuck, a chain is not.
     */
    @Test
    void aChainOfMovesFreesATerritoryThatOneMoveDoesNot() {
        TerritoryProblem.Builder problem = row(3, "3%", 7965, 3559, 3685, 1410, 13900, 1400, 13800);
        Alternative best = best(problem.build());

        assertThat(best.measures().get(0).outside()).isEmpty();
        assertThat(of(best, "u3")).isEqualTo(of(best, "u4"));
        assertThat(of(best, "u5")).isEqualTo(of(best, "u6"));
    }

    @Test
    void theChainIsFoundFromThePresentPlanToo() {
        TerritoryProblem stuck =
                row(3, "3%", 7965, 3559, 3685, 1410, 13900, 1400, 13800).build();
        String[] present = {"T-01", "T-01", "T-01", "T-01", "T-02", "T-02", "T-03"};
        List<AlignmentUnit> units = new ArrayList<>();
        for (int i = 0; i < present.length; i++) {
            units.add(stuck.units().get(i).withPresent(TerritoryId.of(present[i])));
        }
        TerritoryDesigner designer = TerritoryDesigner.of(DesignOptions.builder()
                .steps(60)
                .alternatives(1)
                .beginning(Beginning.PRESENT)
                .build());
        Alternative best = designer.design(stuck.withUnits(units)
                        .withDisruption(Disruption.builder().importance(0.1).build()))
                .orThrow()
                .best();

        assertThat(best.measures().get(0).outside()).isEmpty();
        assertThat(best.moves()).extracting(move -> move.unit().value()).containsExactly("u3", "u5");
        assertThat(best.moves()).allMatch(move -> move.reason() == Reason.BALANCE);
        assertThat(best.moves().get(0).why()).contains("T-01 and T-02 would together be");
    }

    /** Twelve thousand records, one owner, three territories: moving is a cost, so all three get work. */
    @Test
    void keepingOwnersDoesNotLeaveTerritoriesEmpty() {
        TerritoryProblem.Builder problem = TerritoryProblem.builder()
                .id("trap")
                .version("1")
                .contiguous(false)
                .addTerritories(Territory.of("territory_1"), Territory.of("territory_2"), Territory.of("territory_3"))
                .addBalance(Balance.of("accounts", "5%"))
                .disruption(Disruption.builder().importance(1).build());
        for (int i = 0; i < 12_000; i++) {
            problem.addUnits(unit("r" + i, i % 120, i / 120.0, 1)
                    .present(TerritoryId.of("territory_1"))
                    .build());
        }
        Alternative best = TerritoryDesigner.of(
                        DesignOptions.builder().steps(5).alternatives(1).build())
                .design(problem.build())
                .orThrow()
                .best();

        assertThat(best.empties()).isZero();
        assertThat(best.measures().get(0).outside()).isEmpty();
        assertThat(best.certificate().holds()).isTrue();
        assertThat(best.moved()).isBetween(Rate.of("60%"), Rate.of("70%"));
    }

    @Test
    void anOversizedUnitIsNamedAndGetsATerritoryOfItsOwn() {
        TerritoryDesign design =
                DESIGNER.design(row(3, "10%", 10, 10, 100, 10, 10, 10).build()).orThrow();

        assertThat(design.bounds()).isNotEmpty();
        assertThat(design.bounds().get(0).units()).containsExactly(UnitId.of("u2"));
        assertThat(design.bounds().get(0).deviation()).isEqualTo(Rate.of("100%"));
        assertThat(design.bounds().get(0).why()).contains("u2 alone weighs 100 in accounts");
    }

    /** A unit at the end of a peninsula: no connected set around it weighs what a territory should. */
    @Test
    void aPeninsulaIsExplained() {
        TerritoryProblem.Builder problem = row(2, "2%", 30, 40, 90, 40);
        TerritoryDesign design = DESIGNER.design(problem.build()).orThrow();

        assertThat(design.best().attainable("accounts")).isEqualTo(Rate.of("30%"));
        assertThat(design.best().maxDeviation("accounts")).isEqualTo(Rate.of("30%"));
        assertThat(design.bounds().get(0).why()).contains("comes nearest to 100");
    }

    @Test
    void rulesAreKept() {
        TerritoryProblem problem = row(3, "70%", 5, 5, 5, 5, 5, 5, 5, 5, 5)
                .addTogether(UnitGroup.of("u2", "u3"))
                .addApart(UnitGroup.of("u0", "u1"))
                .build();
        Alternative best = best(problem);

        assertThat(of(best, "u2")).isEqualTo(of(best, "u3"));
        assertThat(of(best, "u0")).isNotEqualTo(of(best, "u1"));
        assertThat(best.certificate().faults()).isEmpty();
    }

    @Test
    void homesTargetsAndForbiddenPairsDecideWhoGetsWhat() {
        TerritoryProblem problem = row(1, "10%", 5, 5, 5, 5, 5, 5)
                .count(java.util.OptionalInt.empty())
                .addTerritories(
                        Territory.builder()
                                .id(TerritoryId.of("EAST"))
                                .home(UnitId.of("u5"))
                                .putTarget("accounts", 20L)
                                .build(),
                        Territory.builder()
                                .id(TerritoryId.of("WEST"))
                                .home(UnitId.of("u0"))
                                .build())
                .addForbidden(new Forbidden(UnitId.of("u0"), TerritoryId.of("EAST")))
                .objective(Objective.builder().measure("accounts").travel(1).build())
                .build();
        Alternative best = best(problem);

        assertThat(of(best, "u0")).contains(TerritoryId.of("WEST"));
        assertThat(of(best, "u1")).contains(TerritoryId.of("WEST"));
        assertThat(of(best, "u2")).contains(TerritoryId.of("EAST"));
        assertThat(best.maxDeviation("accounts")).isEqualTo(Rate.ZERO);
    }

    @Test
    void infeasibleInputIsDiagnosedBeforeTheSearch() {
        assertThat(codes(row(7, "5%", 1, 1, 1).build())).contains("territory.count.tooMany");
        assertThat(codes(problem(1, "5%")
                        .addUnits(unit("a", 0, 0, 1).build(), unit("b", 1, 0, 1).build())
                        .build()))
                .containsExactly("territory.islands.tooMany");
        assertThat(codes(row(2, "5%", 10, 10)
                        .addBalance(Balance.builder().measure("arr").maximum(3).build())
                        .build()))
                .contains("territory.measure.unknown");
        TerritoryProblem capacity = row(2, "5%", 10, 10, 30).build();
        assertThat(codes(capacity.withBalance(List.of(
                        Balance.builder().measure("accounts").maximum(20).build()))))
                .contains("territory.capacity.short", "territory.capacity.unit");
        assertThat(codes(row(2, "5%", 1, 1, 1)
                        .addTogether(UnitGroup.of("u0", "u1"))
                        .addApart(UnitGroup.of("u1", "u0"))
                        .build()))
                .contains("territory.apart.together");
    }

    @Test
    void whatIsWrongIsFoundAtOnce() {
        TerritoryProblem wrong = row(2, "5%", 1, 1)
                .addUnits(unit("u0", 3, 3, 1).build())
                .addUnits(AlignmentUnit.builder()
                        .id(UnitId.of("globe"))
                        .location(Location.of(1, 1))
                        .putWeights("accounts", -1L)
                        .locked(true)
                        .protection("gold")
                        .build())
                .addBorders(Border.of("u0", "nowhere"))
                .addTerritories(Territory.of("ONE"))
                .addForbidden(new Forbidden(UnitId.of("u1"), TerritoryId.of("NONE")))
                .build();

        assertThat(codes(wrong))
                .contains(
                        "territory.count.unclear",
                        "territory.unit.duplicate",
                        "territory.location.mixed",
                        "territory.limit.negative",
                        "territory.locked.nowhere",
                        "territory.protection.unknown",
                        "territory.unit.unknown",
                        "territory.territory.unknown");
        assertThat(TerritoryDesigner.check(wrong)).isNotEmpty();
    }

    @Test
    void islandsAreBridgedWhereAskedFor() {
        TerritoryProblem problem = problem(1, "5%")
                .addUnits(
                        unit("a", 0, 0, 1).build(),
                        unit("b", 1, 0, 1).build(),
                        unit("c", 9, 0, 1).build())
                .addBorders(Border.of("a", "b"))
                .bridgeIslands(true)
                .build();
        TerritoryDesign design = DESIGNER.design(problem).orThrow();

        assertThat(design.bridges()).containsExactly(Border.of("b", "c"));
        assertThat(design.best().fragments()).isZero();
    }

    @Test
    void islandsGetTerritoriesByTheirWeight() {
        TerritoryProblem.Builder problem = row(3, "5%", 5, 5, 5, 5);
        problem.addUnits(unit("far", 100, 0, 10).build());
        Alternative best = best(problem.build());

        assertThat(best.fragments()).isZero();
        assertThat(best.maxDeviation("accounts")).isEqualTo(Rate.ZERO);
    }

    @Test
    void oneTerritoryAndOneForEachUnitAreTrivial() {
        assertThat(best(row(1, "0%", 3, 4, 5).build()).maxDeviation("accounts")).isEqualTo(Rate.ZERO);
        Alternative each = best(row(3, "0%", 3, 4, 5).build());
        assertThat(each.plan().assignment().values()).doesNotHaveDuplicates();
        assertThat(each.empties()).isZero();
    }

    @Test
    void pointsThatAreEqualAndWeightsOfZeroDoNoHarm() {
        TerritoryProblem.Builder problem = problem(4, "10%").adjacency(Adjacency.GABRIEL);
        for (int i = 0; i < 40; i++) {
            problem.addUnits(unit("p" + i, 1, 1, i % 2).build());
        }
        Alternative best = best(problem.build());

        assertThat(best.empties()).isZero();
        assertThat(best.fragments()).isZero();
        assertThat(best.rmsKm()).isZero();
        assertThat(best.certificate().faults()).isEmpty();
        TerritoryProblem nothing = row(2, "10%", 0, 0, 0, 0).build();
        Alternative idle = best(
                nothing.withUnits(nothing.units().stream().map(unit -> unit).toList()));
        assertThat(idle.empties()).isZero();
        assertThat(idle.certificate().faults()).isEmpty();
    }

    @Test
    void weightsNearTheEndOfLongAreExact() {
        long huge = Long.MAX_VALUE;
        Alternative best =
                best(row(2, "1%", huge, huge - 1, huge, huge - 1, huge, huge).build());

        assertThat(best.measures().get(0).outside()).isEmpty();
        assertThat(best.certificate().faults()).isEmpty();
        assertThat(best.territories().get(0).weights().get("accounts"))
                .isGreaterThan(java.math.BigInteger.valueOf(huge));
    }

    @Test
    void twoHundredMeasuresAreBalancedAtOnce() {
        TerritoryProblem.Builder problem =
                TerritoryProblem.builder().id("many").version("1").count(3);
        for (int m = 0; m < 200; m++) {
            problem.addBalance(Balance.of("m" + m, "40%"));
        }
        for (int i = 0; i < 60; i++) {
            ImmutableMap.Builder<String, Long> weights = ImmutableMap.builder();
            for (int m = 0; m < 200; m++) {
                weights.put("m" + m, 10L + (i * 7L + m * 3L) % 5);
            }
            problem.addUnits(AlignmentUnit.builder()
                    .id(UnitId.of("u" + i))
                    .location(Location.planar(i % 10, i / 10.0))
                    .weights(weights.buildOrThrow())
                    .build());
        }
        Alternative best = best(problem.adjacency(Adjacency.DELAUNAY).build());

        assertThat(best.measures())
                .hasSize(200)
                .allMatch(measure -> measure.outside().isEmpty());
        assertThat(best.certificate().faults()).isEmpty();
    }

    @Test
    void progressIsReportedAndACancelledCallStops() {
        TerritoryProblem problem = row(3, "5%", 1, 2, 3, 4, 5, 6, 7, 8).build();
        List<Long> heard = new ArrayList<>();
        DESIGNER.design(problem, Execution.here().reporting((phase, done, total) -> heard.add(done)))
                .orThrow();
        assertThat(heard).isSorted().contains(60L);
        Cancellation cancellation = new Cancellation();
        cancellation.raise();
        assertThatThrownBy(() -> DESIGNER.design(problem, Execution.here().cancelledBy(cancellation)))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void lockedUnitsFarApartAreJoinedByAPath() {
        TerritoryProblem.Builder problem = problem(2, "90%");
        for (int y = 0; y < 5; y++) {
            for (int x = 0; x < 5; x++) {
                boolean corner = (x == 0 && y == 0) || (x == 4 && y == 4);
                AlignmentUnit.Builder unit = unit("x" + x + "y" + y, x, y, 1);
                problem.addUnits(
                        corner
                                ? unit.present(TerritoryId.of("T-01"))
                                        .locked(true)
                                        .build()
                                : unit.build());
                if (x > 0) {
                    problem.addBorders(Border.of("x" + (x - 1) + "y" + y, "x" + x + "y" + y));
                }
                if (y > 0) {
                    problem.addBorders(Border.of("x" + x + "y" + (y - 1), "x" + x + "y" + y));
                }
            }
        }
        Alternative best = best(problem.build());

        assertThat(of(best, "x0y0")).contains(TerritoryId.of("T-01")).isEqualTo(of(best, "x4y4"));
        assertThat(best.fragments()).isZero();
        assertThat(best.certificate().faults()).isEmpty();
    }

    /** Where all units lie in one place there are no distances: balance still counts. */
    @Test
    void unitsInOnePlaceAreBalanced() {
        for (Adjacency adjacency : List.of(Adjacency.DELAUNAY, Adjacency.GABRIEL)) {
            TerritoryProblem.Builder problem = problem(3, "2%").adjacency(adjacency);
            for (int i = 0; i < 300; i++) {
                problem.addUnits(unit("p" + i, 1, 1, 1).build());
            }
            assertThat(best(problem.build()).measures().get(0).outside()).isEmpty();
        }
        TerritoryProblem.Builder free = problem(3, "2%").contiguous(false);
        for (int i = 0; i < 300; i++) {
            free.addUnits(unit("p" + i, 1, 1, 1).build());
        }
        assertThat(best(free.build()).measures().get(0).outside()).isEmpty();
    }

    /** A unit beyond all others does not make them weigh nothing. */
    @Test
    void lightUnitsCountBesideAnEnormousOne() {
        long[] weights = new long[61];
        java.util.Arrays.fill(weights, 1);
        weights[60] = Long.MAX_VALUE;
        Alternative best = best(row(7, "5%", weights).build());

        assertThat(best.territories().stream().map(TerritoryFigures::units))
                .containsExactlyInAnyOrder(1, 10, 10, 10, 10, 10, 10);
    }

    @Test
    void alternativesDifferInBalanceCompactnessAndMoves() {
        TerritoryProblem.Builder problem = problem(4, "10%").adjacency(Adjacency.GABRIEL);
        java.util.Random random = new java.util.Random(4);
        for (int i = 0; i < 200; i++) {
            double x = random.nextDouble() * 10;
            problem.addUnits(unit("p" + i, x, random.nextDouble() * 10, 1 + random.nextInt(9))
                    .present(TerritoryId.of("T-0" + (1 + (int) (x / 2.5))))
                    .build());
        }
        TerritoryDesign design = TerritoryDesigner.of(
                        DesignOptions.builder().steps(900).alternatives(5).build())
                .design(problem.build())
                .orThrow();
        List<Alternative> found = design.alternatives();

        assertThat(found).hasSizeGreaterThanOrEqualTo(3);
        for (Alternative one : found) {
            assertThat(one.certificate().faults()).isEmpty();
            assertThat(found)
                    .noneMatch(other -> other.number() != one.number()
                            && other.maxDeviation("accounts").compareTo(one.maxDeviation("accounts")) <= 0
                            && other.compactness().compareTo(one.compactness()) <= 0
                            && other.moved().compareTo(one.moved()) <= 0);
        }
        Alternative best = design.best();
        assertThat(best.measures().get(0).outside()).isEmpty();
        assertThat(found).anyMatch(other -> other.moved().compareTo(best.moved()) < 0);
        assertThat(found)
                .anyMatch(other -> other.maxDeviation("accounts").compareTo(best.maxDeviation("accounts")) < 0);
    }

    /** A unit that is nobody's nearest gets company all the same. */
    @Test
    void aFarUnitIsNotLeftAlone() {
        TerritoryProblem.Builder problem = TerritoryProblem.builder()
                .id("far")
                .version("1")
                .count(3)
                .contiguous(false)
                .addBalance(Balance.of("accounts", "2%"))
                .objective(Objective.builder()
                        .compactness(io.salesops.territory.area.Compactness.MEDIAN)
                        .build())
                .addUnits(unit("far", 90, 90, 1).build());
        for (int i = 0; i < 89; i++) {
            problem.addUnits(unit("p" + i, i % 3, i % 3, 1).build());
        }
        assertThat(best(problem.build()).measures().get(0).outside()).isEmpty();
    }
}
