package io.salesops.benchmarks.territory;

import com.google.common.collect.ImmutableMap;
import io.salesops.territory.area.Adjacency;
import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Balance;
import io.salesops.territory.area.Border;
import io.salesops.territory.area.Location;
import io.salesops.territory.area.Objective;
import io.salesops.territory.area.TerritoryProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Territories on a map: {@code territory DIR weight= k= [band=] [seconds=|steps=] [clock=cpu] [seed=] [threads=]}, where DIR has
 * {@code units.csv} with degrees and {@code edges.csv}; or {@code territory generated:N from=DIR k=}, with N accounts strewn over
 * the units of DIR.
 */
public final class MapFigures {
    private MapFigures() {}

    /** Measures, and prints one line. */
    public static void main(String[] args) throws IOException {
        Arguments arguments = Arguments.of(args);
        String source = arguments.file(0, "a folder, or generated:N");
        if (source.startsWith("generated:")) {
            generated(Integer.parseInt(source.substring("generated:".length())), arguments);
            return;
        }
        Path folder = Path.of(source);
        Csv units = Csv.read(folder.resolve("units.csv"));
        Csv edges = Csv.read(folder.resolve("edges.csv"));
        String measure = arguments.text("weight", "accounts");
        long[] weights = units.longs(measure);
        double[] latitudes = units.doubles("lat");
        double[] longitudes = units.doubles("lon");
        int[] from = edges.ints("u");
        int[] to = edges.ints("v");
        int count = arguments.number("k", 50);
        TerritoryProblem.Builder problem = problem(measure, latitudes, longitudes, weights, count, arguments);
        for (int e = 0; e < from.length; e++) {
            problem.addBorders(new Border(Trial.unit(from[e]), Trial.unit(to[e])));
        }
        Trial trial = Trial.of(problem.build(), arguments);
        Measures measures = new Measures(trial.labels(units.size()), count);
        double[][] sphere = Measures.sphere(latitudes, longitudes);
        print(
                folder.getFileName() + "/" + measure,
                count,
                measures,
                weights,
                Integer.toString(measures.fragments(from, to)),
                Integer.toString(measures.cutEdges(from, to)),
                String.format(Locale.ROOT, "%.2f", measures.rms(sphere, weights)),
                String.format(Locale.ROOT, "%.2f", measures.medianKilometres(sphere, weights)),
                trial);
    }

    private static TerritoryProblem.Builder problem(
            String measure, double[] latitudes, double[] longitudes, long[] weights, int count, Arguments arguments) {
        TerritoryProblem.Builder problem = TerritoryProblem.builder()
                .id("map")
                .version("1")
                .count(count)
                .addBalance(Balance.builder()
                        .measure(measure)
                        .band(arguments.percent("band", "1.5"))
                        .build())
                .objective(Objective.builder().measure(measure).build());
        for (int i = 0; i < weights.length; i++) {
            problem.addUnits(AlignmentUnit.builder()
                    .id(Trial.unit(i))
                    .location(Location.of(latitudes[i], longitudes[i]))
                    .weights(ImmutableMap.of(measure, weights[i]))
                    .build());
        }
        return problem;
    }

    private static void generated(int size, Arguments arguments) throws IOException {
        GeneratedAccounts accounts = GeneratedAccounts.over(
                Csv.read(Path.of(arguments.text("from", "us_zips48")).resolve("units.csv")),
                size,
                arguments.number("seed", 1));
        int count = arguments.number("k", Math.max(1, size / 1_000));
        TerritoryProblem problem = problem(
                        "workload", accounts.latitudes(), accounts.longitudes(), accounts.workloads(), count, arguments)
                .adjacency(Adjacency.GABRIEL)
                .bridgeIslands(true)
                .build();
        Trial trial = Trial.of(problem, arguments);
        Measures measures = new Measures(trial.labels(size), count);
        double[][] sphere = Measures.sphere(accounts.latitudes(), accounts.longitudes());
        print(
                "generated",
                count,
                measures,
                accounts.workloads(),
                Integer.toString(trial.fragments()),
                Integer.toString(trial.cutEdges()),
                String.format(Locale.ROOT, "%.2f", measures.rms(sphere, accounts.workloads())),
                "-",
                trial);
    }

    private static void print(
            String name,
            int count,
            Measures measures,
            long[] weights,
            String fragments,
            String cutEdges,
            String rms,
            String median,
            Trial trial) {
        System.out.printf(
                Locale.ROOT,
                "territory %s k=%d maxDev=%.3f meanAbsDev=%.3f fragments=%s empty=%d rmsKm=%s pmedMeanKm=%s cutEdges=%s %s%n",
                name,
                count,
                measures.maxDeviation(weights),
                measures.meanDeviation(weights),
                fragments,
                measures.empty(),
                rms,
                median,
                cutEdges,
                trial.cost());
    }
}
