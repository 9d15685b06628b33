package io.salesops.territory.design;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.money.Rate;
import io.salesops.core.testdata.NeedsData;
import io.salesops.core.testdata.SharedData;
import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Balance;
import io.salesops.territory.area.Border;
import io.salesops.territory.area.Compactness;
import io.salesops.territory.area.Location;
import io.salesops.territory.area.Objective;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.area.UnitId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published instances whose optimum or best known plan is known, by steps, so that every machine does the same. */
@NeedsData
class SharedMapsTest {

    /** A file of comma-separated values. */
    private record Table(List<String> header, List<List<String>> rows) {

        private static Table of(String name) throws IOException {
            List<List<String>> lines = Files.readAllLines(SharedData.file("territory/" + name)).stream()
                    .map(line -> Splitter.on(',').splitToList(line.replaceAll("\"[^\"]*\"", "")))
                    .toList();
            return new Table(lines.get(0), lines.subList(1, lines.size()));
        }

        private String text(int row, String column) {
            return rows.get(row).get(header.indexOf(column)).trim();
        }

        private double number(int row, String column) {
            return Double.parseDouble(text(row, column));
        }

        private long whole(int row, String column) {
            return Long.parseLong(text(row, column));
        }
    }

    private static UnitId unit(Object row) {
        return UnitId.of("u" + row);
    }

    private static TerritoryProblem.Builder problem(int count, Table units, boolean globe, List<String> measures) {
        TerritoryProblem.Builder problem =
                TerritoryProblem.builder().id("shared").version("1").count(count);
        for (int i = 0; i < units.rows().size(); i++) {
            ImmutableMap.Builder<String, Long> weights = ImmutableMap.builder();
            for (String measure : measures) {
                weights.put(measure, units.whole(i, measure));
            }
            problem.addUnits(AlignmentUnit.builder()
                    .id(unit(i))
                    .location(
                            globe
                                    ? Location.of(units.number(i, "lat"), units.number(i, "lon"))
                                    : Location.planar(units.number(i, "x"), units.number(i, "y")))
                    .weights(weights.buildOrThrow())
                    .build());
        }
        return problem;
    }

    private static TerritoryProblem.Builder bordered(TerritoryProblem.Builder problem, Table edges) {
        for (int e = 0; e < edges.rows().size(); e++) {
            problem.addBorders(new Border(unit(edges.text(e, "u")), unit(edges.text(e, "v"))));
        }
        return problem;
    }

    private static TerritoryDesign design(TerritoryProblem problem, long steps) {
        TerritoryDesign design = TerritoryDesigner.of(
                        DesignOptions.builder().steps(steps).alternatives(1).build())
                .design(problem)
                .orThrow();
        assertThat(design.best().certificate().faults()).isEmpty();
        assertThat(design.best().empties()).isZero();
        return design;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"cpmp01, 5, 713, 0.025", "cpmp11, 10, 1006, 0.05"})
    void capacitatedMediansAreOptimalAndNearlyProved(String name, int medians, int optimum, BigDecimal gap)
            throws IOException {
        TerritoryProblem problem = problem(medians, Table.of("pmedcap/" + name + ".csv"), false, List.of("demand"))
                .contiguous(false)
                .addBalance(Balance.builder().measure("demand").maximum(120).build())
                .objective(Objective.builder()
                        .compactness(Compactness.MEDIAN)
                        .wholeDistances(true)
                        .build())
                .build();
        Alternative best = design(problem, 600).best();

        assertThat(best.compactness()).isEqualByComparingTo(BigDecimal.valueOf(optimum));
        assertThat(best.compactnessBound().orElseThrow()).isLessThanOrEqualTo(BigDecimal.valueOf(optimum));
        assertThat(best.gap().orElseThrow().value().approximate()).isLessThan(gap.doubleValue());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"2DU60-05-1", "DU150-05-2"})
    void districtsWithThreeActivitiesAreFeasibleAndNoWorseThanTheReference(String name) throws IOException {
        Table references = Table.of("rios_mercado_edited/reference.csv");
        int row = references.rows().stream().map(cells -> cells.get(0)).toList().indexOf(name);
        List<String> activities = List.of("w1", "w2", "w3");
        Table units = Table.of("rios_mercado_edited/" + name + "_units.csv");
        TerritoryProblem.Builder problem = problem((int) references.whole(row, "p"), units, false, activities)
                .objective(Objective.builder().compactness(Compactness.MEDIAN).build());
        activities.forEach(activity -> problem.addBalance(Balance.of(activity, "5%")));
        Alternative best = design(
                        bordered(problem, Table.of("rios_mercado_edited/" + name + "_edges.csv"))
                                .build(),
                        700)
                .best();

        assertThat(best.measures()).allMatch(measure -> measure.outside().isEmpty());
        assertThat(best.fragments()).isZero();
        assertThat(best.compactness())
                .isLessThanOrEqualTo(new BigDecimal(references.text(row, "ref_compactness")).add(BigDecimal.ONE));
        assertThat(best.compactnessBound().orElseThrow()).isLessThanOrEqualTo(best.compactness());
    }

    @Test
    void fewestCutEdgesOfCountiesAreFound() throws IOException {
        TerritoryProblem.Builder problem = problem(2, Table.of("state_counties2010/ID_units.csv"), true, List.of("pop"))
                .addBalance(Balance.of("pop", "0.5%"))
                .objective(
                        Objective.builder().compactness(Compactness.CUT_EDGES).build());
        Alternative best = design(
                        bordered(problem, Table.of("state_counties2010/ID_edges.csv"))
                                .build(),
                        1_000)
                .best();

        assertThat(best.cutEdges()).isEqualTo(10);
        assertThat(best.fragments()).isZero();
        assertThat(best.maxDeviation("pop")).isLessThanOrEqualTo(Rate.of("0.5%"));
    }

    @Test
    void countiesOfACountryAreBalancedAndCompact() throws IOException {
        TerritoryProblem.Builder problem = problem(50, Table.of("us_counties48/units.csv"), true, List.of("accounts"))
                .addBalance(Balance.of("accounts", "1.5%"))
                .objective(Objective.builder().measure("accounts").build());
        Alternative best = design(
                        bordered(problem, Table.of("us_counties48/edges.csv")).build(), 150)
                .best();

        assertThat(best.maxDeviation("accounts")).isLessThanOrEqualTo(Rate.of("1.5%"));
        assertThat(best.fragments()).isZero();
        assertThat(best.rmsKm()).isLessThan(BigDecimal.valueOf(156));
    }
}
