package io.salesops.territory.design;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.money.Rate;
import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Balance;
import io.salesops.territory.area.Border;
import io.salesops.territory.area.Compactness;
import io.salesops.territory.area.Location;
import io.salesops.territory.area.Objective;
import io.salesops.territory.area.Territory;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.area.UnitId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A figure that is not what the plan says is a fault, whichever figure it is. */
class PlanAuditTest {
    private static final BigDecimal OTHER = new BigDecimal("123456.789");

    private static TerritoryProblem problem(Compactness compactness, boolean globe) {
        TerritoryProblem.Builder problem = TerritoryProblem.builder()
                .id("lattice")
                .version("1")
                .addTerritories(
                        Territory.builder()
                                .id(TerritoryId.of("EAST"))
                                .home(UnitId.of("x3y3"))
                                .build(),
                        Territory.of("WEST"))
                .addBalance(Balance.of("accounts", "20%"))
                .objective(Objective.builder()
                        .compactness(compactness)
                        .measure("accounts")
                        .build());
        for (int x = 0; x < 4; x++) {
            for (int y = 0; y < 4; y++) {
                problem.addUnits(AlignmentUnit.builder()
                        .id(UnitId.of("x" + x + "y" + y))
                        .location(globe ? Location.of(50 + y, x) : Location.planar(x, y))
                        .putWeights("accounts", 5L + (3 * x + y) % 4)
                        .present(TerritoryId.of(x < 1 ? "EAST" : "WEST"))
                        .build());
                if (x > 0) {
                    problem.addBorders(Border.of("x" + (x - 1) + "y" + y, "x" + x + "y" + y));
                }
                if (y > 0) {
                    problem.addBorders(Border.of("x" + x + "y" + (y - 1), "x" + x + "y" + y));
                }
            }
        }
        return problem.build();
    }

    private static UnaryOperator<Alternative> first(UnaryOperator<TerritoryFigures> change) {
        return alternative -> {
            List<TerritoryFigures> territories = new ArrayList<>(alternative.territories());
            territories.set(0, change.apply(territories.get(0)));
            return alternative.withTerritories(territories);
        };
    }

    private static final ImmutableMap<String, UnaryOperator<Alternative>> FORGERIES =
            ImmutableMap.<String, UnaryOperator<Alternative>>builder()
                    .put(
                            "largest deviation",
                            one -> one.withMeasures(one.measures().stream()
                                    .map(measure -> measure.withMaxDeviation(Rate.of("77%")))
                                    .toList()))
                    .put(
                            "mean deviation",
                            one -> one.withMeasures(one.measures().stream()
                                    .map(measure -> measure.withMeanDeviation(Rate.of("77%")))
                                    .toList()))
                    .put(
                            "attainable",
                            one -> one.withMeasures(one.measures().stream()
                                    .map(measure -> measure.withAttainable(Rate.of("99%")))
                                    .toList()))
                    .put("compactness", one -> one.withCompactness(OTHER))
                    .put("bound", one -> one.withCompactnessBound(new BigDecimal("1e15")))
                    .put("rms", one -> one.withRmsKm(OTHER))
                    .put("median", one -> one.withMedianKm(OTHER))
                    .put("cut edges", one -> one.withCutEdges(one.cutEdges() + 1))
                    .put("fragments", one -> one.withFragments(1))
                    .put("empties", one -> one.withEmpties(1))
                    .put("moved", one -> one.withMoved(Rate.of("99%")))
                    .put("moves", one -> one.withMoves(List.of()))
                    .put("units of a territory", first(one -> one.withUnits(99)))
                    .put(
                            "weight of a territory",
                            first(one -> one.withWeights(ImmutableMap.of("accounts", BigInteger.ONE))))
                    .put(
                            "deviation of a territory",
                            first(one -> one.withDeviations(ImmutableMap.of("accounts", Rate.of("66%")))))
                    .put("rms of a territory", first(one -> one.withRms(OTHER)))
                    .put("fragments of a territory", first(one -> one.withFragments(3)))
                    .put("travel of a territory", first(one -> one.withTravel(OTHER)))
                    .buildOrThrow();

    @TestFactory
    Stream<DynamicTest> everyForgeryIsAFault() {
        return Stream.of(Compactness.values())
                .flatMap(compactness -> Stream.of(true, false).map(globe -> problem(compactness, globe)))
                .flatMap(problem -> {
                    Alternative best = TerritoryDesigner.of(DesignOptions.builder()
                                    .steps(30)
                                    .alternatives(1)
                                    .build())
                            .design(problem)
                            .orThrow()
                            .best();
                    UnitTable table = new UnitTable(problem);
                    Graph borders = Adjacencies.of(table).graph();
                    assertThat(best.certificate().faults()).isEmpty();
                    return FORGERIES.entrySet().stream()
                            .map(forgery -> DynamicTest.dynamicTest(
                                    forgery.getKey() + ", "
                                            + problem.objective().compactness() + ", "
                                            + (table.globe ? "globe" : "plane"),
                                    () -> assertThat(PlanAudit.audit(
                                                            problem,
                                                            table.units,
                                                            borders,
                                                            forgery.getValue().apply(best))
                                                    .faults())
                                            .isNotEmpty()));
                });
    }

    @Test
    void unitsThatDifferHaveOtherFacts() {
        AlignmentUnit unit = AlignmentUnit.builder()
                .id(UnitId.of("a"))
                .location(Location.of(1, 2))
                .putWeights("x", 1L)
                .putWeights("y", 2L)
                .build();
        List<AlignmentUnit> units = List.of(
                unit,
                unit.withId(UnitId.of("a 1:x=1")),
                unit.withLocation(Location.planar(1, 2)),
                unit.withLocation(Location.of(2, 1)),
                unit.withWeights(ImmutableMap.of("x", 1L)),
                unit.withWeights(ImmutableMap.of("x", 2L, "y", 1L)),
                unit.withWeights(ImmutableMap.of("x=1 1:y", 2L)),
                unit.withPresent(TerritoryId.of("t")),
                unit.withPresent(TerritoryId.of("t")).withLocked(true),
                unit.withMoveCost(1),
                unit.withProtection("t"));
        assertThat(units.stream().map(UnitFact::text)).doesNotHaveDuplicates();
        assertThat(UnitFact.text(unit.withWeights(ImmutableMap.of("y", 2L, "x", 1L))))
                .isEqualTo(UnitFact.text(unit));
    }
}
