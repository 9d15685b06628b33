package io.salesops.benchmarks.match;

import com.google.common.collect.ImmutableSet;
import io.salesops.core.run.Execution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * One line of figures for each folder, by the model that configures itself without labels:
 * {@code match DIR... [withhold=cluster,hardness] [rounds=4] [threads=2] [errors=10] [detail=true] [shuffle=SEED] [ids=kept]}.
 *
 * <p>Seconds are training and matching, the median of all rounds but the first, which warms up; of the only one where
 * there is only one. {@code generated:N} stands for N generated records of persons. {@code shuffle} puts rows and columns
 * into another order, gives the columns names that say nothing, and, unless {@code ids=kept}, ids that sort in another way.
 */
public final class MatchFigures {
    private static final String GENERATED = "generated:";
    private static final int SEED = 42;
    private static final double NANOS = 1e9;

    private MatchFigures() {}

    /** Measures the folders. */
    public static void main(String[] args) throws IOException {
        Arguments arguments =
                Arguments.of(args, "withhold", "rounds", "threads", "errors", "detail", "shuffle", "ids", "seed");
        int threads = arguments.number("threads", Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Execution execution = Execution.on(pool, threads);
            for (String folder : arguments.words()) {
                measure(folder, arguments, execution);
            }
        } finally {
            pool.shutdown();
        }
    }

    private static void measure(String folder, Arguments arguments, Execution execution) throws IOException {
        Matching matching = matching(folder, arguments);
        Phases phases = new Phases();
        List<Double> training = new ArrayList<>();
        List<Double> seconds = new ArrayList<>();
        Matching.Result result = null;
        for (int round = 0; round < Math.max(1, arguments.number("rounds", 4)); round++) {
            result = null;
            phases.clear();
            long start = System.nanoTime();
            result = matching.run(execution.reporting(phases));
            long end = System.nanoTime();
            training.add((result.trained() - start) / NANOS);
            seconds.add((end - start) / NANOS);
        }
        if (result == null) {
            throw new IllegalStateException("no round");
        }
        System.out.println(result.figures(warm(seconds)).line(name(folder)));
        if (Boolean.parseBoolean(arguments.text("detail", "false"))) {
            System.out.printf("training %.2f s of %s%n%s%n", warm(training), seconds, phases);
            result.printDetail(System.out);
        }
        if (arguments.number("errors", 0) > 0) {
            result.printErrors(arguments.number("errors", 0), System.out);
        }
    }

    private static Matching matching(String folder, Arguments arguments) throws IOException {
        ImmutableSet<String> withheld = arguments.names("withhold", "cluster,hardness");
        int shuffle = arguments.number("shuffle", 0);
        if (folder.startsWith(GENERATED)) {
            int size = Integer.parseInt(folder.substring(GENERATED.length()).replace("_", ""));
            return new PersonRecords(arguments.number("seed", SEED)).generate(size);
        }
        Path path = Path.of(folder);
        return shuffle == 0
                ? Matching.read(path, withheld)
                : Shuffled.read(
                        path, withheld, shuffle, arguments.text("ids", "new").equals("new"));
    }

    private static String name(String folder) {
        Path name = Path.of(folder).normalize().getFileName();
        return folder.startsWith(GENERATED) || name == null ? folder : name.toString();
    }

    /** The median without the first, which warms up. */
    static double warm(List<Double> rounds) {
        List<Double> sorted =
                rounds.stream().skip(rounds.size() == 1 ? 0 : 1).sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
