package io.salesops.benchmarks.territory;

import com.google.common.collect.ImmutableMap;
import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Balance;
import io.salesops.territory.area.Border;
import io.salesops.territory.area.Compactness;
import io.salesops.territory.area.Location;
import io.salesops.territory.area.Objective;
import io.salesops.territory.area.TerritoryProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Connected districts with the fewest cut edges: {@code cutedges UNITS EDGES k= [tolerance=0.5] [seconds=|steps=] [seed=]}. */
public final class CutEdgesFigures {
    private CutEdgesFigures() {}

    /** Measures, and prints one line. */
    public static void main(String[] args) throws IOException {
        Arguments arguments = Arguments.of(args);
        Path file = Path.of(arguments.file(0, "a file of units"));
        Csv units = Csv.read(file);
        Csv edges = Csv.read(Path.of(arguments.file(1, "a file of edges")));
        long[] population = units.longs("pop");
        double[] latitudes = units.doubles("lat");
        double[] longitudes = units.doubles("lon");
        int[] from = edges.ints("u");
        int[] to = edges.ints("v");
        int count = arguments.number("k", 2);
        TerritoryProblem.Builder problem = TerritoryProblem.builder()
                .id("cutedges")
                .version("1")
                .count(count)
                .addBalance(Balance.builder()
                        .measure("pop")
                        .band(arguments.percent("tolerance", "0.5"))
                        .build())
                .objective(
                        Objective.builder().compactness(Compactness.CUT_EDGES).build());
        for (int i = 0; i < units.size(); i++) {
            problem.addUnits(AlignmentUnit.builder()
                    .id(Trial.unit(i))
                    .location(Location.of(latitudes[i], longitudes[i]))
                    .weights(ImmutableMap.of("pop", population[i]))
                    .build());
        }
        for (int e = 0; e < from.length; e++) {
            problem.addBorders(new Border(Trial.unit(from[e]), Trial.unit(to[e])));
        }
        Trial trial = Trial.of(problem.build(), arguments);
        Measures measures = new Measures(trial.labels(units.size()), count);
        System.out.printf(
                Locale.ROOT,
                "cutedges %s cutEdges=%d maxDev=%.4f fragments=%d %s%n",
                file.getFileName().toString().replace("_units.csv", ""),
                measures.cutEdges(from, to),
                measures.maxDeviation(population),
                measures.fragments(from, to),
                trial.cost());
    }
}
