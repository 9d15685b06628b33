package io.salesops.benchmarks;

import com.google.common.collect.ImmutableSortedMap;
import io.salesops.benchmarks.commission.StreamedFigures;
import io.salesops.benchmarks.forecast.ForecastFigures;
import io.salesops.benchmarks.io.FileFigures;
import io.salesops.benchmarks.match.LookUpFigures;
import io.salesops.benchmarks.match.MatchFigures;
import io.salesops.benchmarks.match.PairsPerSecond;
import io.salesops.benchmarks.quality.QualityFigures;
import io.salesops.benchmarks.territory.CutEdgesFigures;
import io.salesops.benchmarks.territory.DistrictingFigures;
import io.salesops.benchmarks.territory.MapFigures;
import io.salesops.benchmarks.territory.MedianFigures;
import java.util.Arrays;

/**
 * Runs one of the measurements: {@code java -jar benchmarks.jar jmh [arguments of JMH]}.
 *
 * <p>The first argument names the measurement, the others are its own.
 */
public final class Main {
    private static final ImmutableSortedMap<String, Measurement> MEASUREMENTS =
            ImmutableSortedMap.<String, Measurement>naturalOrder()
                    .put("commission", StreamedFigures::main)
                    .put("cutedges", CutEdgesFigures::main)
                    .put("districting", DistrictingFigures::main)
                    .put("files", FileFigures::main)
                    .put("forecast", ForecastFigures::main)
                    .put("jmh", Jmh::run)
                    .put("lookup", LookUpFigures::main)
                    .put("match", MatchFigures::main)
                    .put("pairs", PairsPerSecond::main)
                    .put("pmedian", MedianFigures::main)
                    .put("quality", QualityFigures::main)
                    .put("territory", MapFigures::main)
                    .buildOrThrow();

    private Main() {}

    /** Runs the measurement that the first argument names. */
    public static void main(String[] args) throws Exception {
        Measurement measurement = args.length == 0 ? null : MEASUREMENTS.get(args[0]);
        if (measurement == null) {
            System.err.println("usage: java -jar benchmarks.jar " + String.join("|", MEASUREMENTS.keySet())
                    + " [arguments]" + (args.length == 0 ? "" : "; no measurement is called '" + args[0] + "'"));
            System.exit(2);
            return;
        }
        measurement.run(Arrays.copyOfRange(args, 1, args.length));
    }

    /** A program that measures, and prints what it measured. */
    @FunctionalInterface
    interface Measurement {

        /** Measures. */
        void run(String[] args) throws Exception;
    }
}
