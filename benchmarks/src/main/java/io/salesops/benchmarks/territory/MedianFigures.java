package io.salesops.benchmarks.territory;

import com.google.common.collect.ImmutableMap;
import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Balance;
import io.salesops.territory.area.Compactness;
import io.salesops.territory.area.Location;
import io.salesops.territory.area.Objective;
import io.salesops.territory.area.TerritoryProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The capacitated p-median: {@code pmedian FILE p= capacity= metric=floor|euclid [seconds=|steps=] [seed=]}, where FILE has columns
 * {@code x,y,demand}. A cost of -1 means that a capacity is exceeded.
 */
public final class MedianFigures {
    private MedianFigures() {}

    /** Measures, and prints one line. */
    public static void main(String[] args) throws IOException {
        Arguments arguments = Arguments.of(args);
        Path file = Path.of(arguments.file(0, "a file of points"));
        Csv table = Csv.read(file);
        double[] x = table.doubles("x");
        double[] y = table.doubles("y");
        long[] demand = table.longs("demand");
        int count = arguments.number("p", 5);
        long capacity = arguments.number("capacity", 120);
        boolean floor = arguments.text("metric", "euclid").equals("floor");
        TerritoryProblem.Builder problem = TerritoryProblem.builder()
                .id("pmedian")
                .version("1")
                .contiguous(false)
                .count(count)
                .addBalance(
                        Balance.builder().measure("demand").maximum(capacity).build())
                .objective(Objective.builder()
                        .compactness(Compactness.MEDIAN)
                        .wholeDistances(floor)
                        .build());
        for (int i = 0; i < table.size(); i++) {
            problem.addUnits(AlignmentUnit.builder()
                    .id(Trial.unit(i))
                    .location(Location.planar(x[i], y[i]))
                    .weights(ImmutableMap.of("demand", demand[i]))
                    .build());
        }
        Trial trial = Trial.of(problem.build(), arguments);
        Measures measures = new Measures(trial.labels(table.size()), count);
        boolean feasible = true;
        for (double load : measures.loads(demand)) {
            feasible &= load <= capacity;
        }
        System.out.printf(
                Locale.ROOT,
                "pmedian %s cost=%s %s%n",
                file.getFileName().toString().replace(".csv", ""),
                feasible
                        ? String.format(
                                Locale.ROOT, floor ? "%.0f" : "%.2f", measures.medianCost(Measures.plane(x, y), floor))
                        : "-1",
                trial.cost());
    }
}
