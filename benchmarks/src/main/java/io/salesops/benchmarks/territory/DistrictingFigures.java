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

/**
 * Connected districts with three balanced activities: {@code districting UNITS EDGES p= [tolerance=5] [seconds=|steps=] [seed=]}; the
 * cost is the sum of distances to the best unit of each district.
 */
public final class DistrictingFigures {
    private static final String[] ACTIVITIES = {"w1", "w2", "w3"};

    private DistrictingFigures() {}

    /** Measures, and prints one line. */
    public static void main(String[] args) throws IOException {
        Arguments arguments = Arguments.of(args);
        Path file = Path.of(arguments.file(0, "a file of units"));
        Csv units = Csv.read(file);
        Csv edges = Csv.read(Path.of(arguments.file(1, "a file of edges")));
        double[] x = units.doubles("x");
        double[] y = units.doubles("y");
        int[] from = edges.ints("u");
        int[] to = edges.ints("v");
        int count = arguments.number("p", 4);
        TerritoryProblem.Builder problem = TerritoryProblem.builder()
                .id("districting")
                .version("1")
                .count(count)
                .objective(Objective.builder().compactness(Compactness.MEDIAN).build());
        for (String activity : ACTIVITIES) {
            problem.addBalance(Balance.builder()
                    .measure(activity)
                    .band(arguments.percent("tolerance", "5"))
                    .build());
        }
        for (int i = 0; i < units.size(); i++) {
            ImmutableMap.Builder<String, Long> weights = ImmutableMap.builder();
            for (String activity : ACTIVITIES) {
                weights.put(activity, Long.parseLong(units.text(i, activity)));
            }
            problem.addUnits(AlignmentUnit.builder()
                    .id(Trial.unit(i))
                    .location(Location.planar(x[i], y[i]))
                    .weights(weights.buildOrThrow())
                    .build());
        }
        for (int e = 0; e < from.length; e++) {
            problem.addBorders(new Border(Trial.unit(from[e]), Trial.unit(to[e])));
        }
        Trial trial = Trial.of(problem.build(), arguments);
        Measures measures = new Measures(trial.labels(units.size()), count);
        double deviation = 0;
        for (String activity : ACTIVITIES) {
            deviation = Math.max(deviation, measures.maxDeviation(units.longs(activity)));
        }
        boolean feasible = deviation <= Double.parseDouble(arguments.text("tolerance", "5")) + 1e-9
                && measures.fragments(from, to) == 0
                && measures.empty() == 0;
        System.out.printf(
                Locale.ROOT,
                "districting %s feasible=%s cost=%.2f maxDev=%.3f %s%n",
                file.getFileName().toString().replace("_units.csv", ""),
                feasible,
                measures.medianCost(Measures.plane(x, y), false),
                deviation,
                trial.cost());
    }
}
