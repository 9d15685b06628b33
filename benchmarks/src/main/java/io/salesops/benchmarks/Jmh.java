package io.salesops.benchmarks;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** JMH with its own arguments, and after a run a line with the ratio of each benchmark that has a peer. */
final class Jmh {

    private Jmh() {}

    static void run(String[] args) throws Exception {
        CommandLineOptions options = new CommandLineOptions(args);
        if (options.shouldHelp()
                || options.shouldList()
                || options.shouldListWithParams()
                || options.shouldListProfilers()
                || options.shouldListResultFormats()) {
            org.openjdk.jmh.Main.main(args);
            return;
        }
        print(new Runner(options).run());
    }

    private static void print(Collection<RunResult> results) throws ClassNotFoundException {
        Map<String, Result<?>> byMethod = new LinkedHashMap<>();
        results.forEach(result -> byMethod.put(
                result.getParams().getBenchmark() + settings(result.getParams()), result.getPrimaryResult()));
        for (RunResult result : results) {
            BenchmarkParams params = result.getParams();
            int dot = params.getBenchmark().lastIndexOf('.');
            String type = params.getBenchmark().substring(0, dot);
            BesidePeer beside = Class.forName(type).getAnnotation(BesidePeer.class);
            if (beside == null || !params.getBenchmark().endsWith("." + beside.ours())) {
                continue;
            }
            Result<?> peer = byMethod.get(type + "." + beside.peer() + settings(params));
            if (peer != null) {
                double ours = typical(params, result.getPrimaryResult());
                double theirs = typical(params, peer);
                System.out.printf(
                        Locale.ROOT,
                        "jmh %s%s ours=%.2f peer=%.2f (%s, %s) ratio=%.2f%n",
                        type.substring(type.lastIndexOf('.') + 1),
                        settings(params),
                        ours,
                        theirs,
                        beside.peer(),
                        peer.getScoreUnit(),
                        theirs / ours);
            }
        }
    }

    /** Of samples the median: pauses by other work do not count. */
    private static double typical(BenchmarkParams params, Result<?> result) {
        return params.getMode() == Mode.SampleTime ? result.getStatistics().getPercentile(50) : result.getScore();
    }

    private static String settings(BenchmarkParams params) {
        StringBuilder settings = new StringBuilder();
        for (String key : params.getParamsKeys()) {
            settings.append(' ').append(key).append('=').append(params.getParam(key));
        }
        return settings.toString();
    }
}
