package io.salesops.benchmarks.text;

import io.salesops.benchmarks.BesidePeer;
import io.salesops.core.text.TextPattern;
import java.util.concurrent.TimeUnit;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Levenshtein distance of pairs of names; the figures are per pair, the results are equal. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@BesidePeer(ours = "kernel", peer = "commonsText")
public class LevenshteinBenchmark {
    private static final int PAIRS = 1_024;

    private final NamePairs names = new NamePairs(PAIRS, 42);
    private final TextPattern pattern = TextPattern.of("");
    private final LevenshteinDistance commonsText = LevenshteinDistance.getDefaultInstance();

    /** Shows that both agree. */
    @Setup
    public void setUp() {
        if (kernel() != commonsText()) {
            throw new IllegalStateException("the kernel and commons-text give different distances");
        }
    }

    /** The bit-parallel kernel; the pattern is made anew for each pair. */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public long kernel() {
        long sum = 0;
        for (int pair = 0; pair < names.size(); pair++) {
            pattern.set(names.first(pair));
            sum += pattern.levenshtein(names.second(pair));
        }
        return sum;
    }

    /** The peer. */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public long commonsText() {
        long sum = 0;
        for (int pair = 0; pair < names.size(); pair++) {
            sum += commonsText.apply(names.first(pair), names.second(pair));
        }
        return sum;
    }
}
