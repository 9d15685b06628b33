package io.salesops.benchmarks.text;

import io.salesops.benchmarks.BesidePeer;
import io.salesops.core.text.TextPattern;
import java.util.concurrent.TimeUnit;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Jaro-Winkler similarity of pairs of names; the figures are per pair.
 *
 * <p>The results need not be equal: commons-text departs from the definition where characters can be matched in several
 * ways, and the kernel is held against the definition in the tests of the library.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@BesidePeer(ours = "kernel", peer = "commonsText")
public class JaroWinklerBenchmark {
    private static final int PAIRS = 1_024;

    private final NamePairs names = new NamePairs(PAIRS, 42);
    private final TextPattern pattern = TextPattern.of("");
    private final JaroWinklerSimilarity commonsText = new JaroWinklerSimilarity();

    /** The bit-parallel kernel; the pattern is made anew for each pair. */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public double kernel() {
        double sum = 0;
        for (int pair = 0; pair < names.size(); pair++) {
            pattern.set(names.first(pair));
            sum += pattern.jaroWinkler(names.second(pair));
        }
        return sum;
    }

    /** The same where one name is compared with many, as within a block. */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public double kernelOneWithMany() {
        double sum = 0;
        pattern.set(names.first(0));
        for (int pair = 0; pair < names.size(); pair++) {
            sum += pattern.jaroWinkler(names.second(pair));
        }
        return sum;
    }

    /** The peer. */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public double commonsText() {
        double sum = 0;
        for (int pair = 0; pair < names.size(); pair++) {
            sum += commonsText.apply(names.first(pair), names.second(pair));
        }
        return sum;
    }
}
