package io.salesops.core.match;

import io.salesops.core.run.Execution;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** How the candidate pairs agree: the pattern of levels of each pair, and how many pairs have each pattern. */
final class Agreement {
    private static final int PART = 1 << 17;

    private final CandidatePairs pairs;
    private final int[] patternOf;
    private final byte[][] patterns;
    private final double[] counts;

    private Agreement(CandidatePairs pairs, int[] patternOf, byte[][] patterns, double[] counts) {
        this.pairs = pairs;
        this.patternOf = patternOf;
        this.patterns = patterns;
        this.counts = counts;
    }

    /** Compares the pairs; patterns are in ascending order, so that sums over them have a fixed order. */
    static Agreement of(CandidatePairs pairs, LevelsFactory factory, int[] radix, Execution execution) {
        int parts = (pairs.size() + PART - 1) / PART;
        long[] patternOfPair = new long[pairs.size()];
        List<long[]> found = Parallel.run(execution, "compare", parts, part -> {
            PairLevels levels = factory.make();
            int[] of = new int[radix.length];
            int before = (int) Math.min(pairs.size(), (part + 1L) * PART);
            LongNumbers distinct = new LongNumbers(1 << 10);
            long[] patterns = new long[1 << 10];
            for (int pair = part * PART; pair < before; pair++) {
                levels.of(pairs.first(pair), pairs.second(pair), of);
                long pattern = pattern(of, radix);
                patternOfPair[pair] = pattern;
                int number = distinct.of(pattern);
                if (number == patterns.length) {
                    patterns = Arrays.copyOf(patterns, 2 * number);
                }
                patterns[number] = pattern;
            }
            return Arrays.copyOf(patterns, distinct.size());
        });
        long[] sorted =
                found.stream().flatMapToLong(Arrays::stream).sorted().distinct().toArray();
        LongNumbers numbers = new LongNumbers(sorted.length);
        byte[][] levels = new byte[sorted.length][];
        for (int number = 0; number < sorted.length; number++) {
            numbers.of(sorted[number]);
            levels[number] = levels(sorted[number], radix);
        }
        int[] patternOf = new int[pairs.size()];
        double[] counts = new double[sorted.length];
        for (int pair = 0; pair < patternOf.length; pair++) {
            patternOf[pair] = numbers.of(patternOfPair[pair]);
            counts[patternOf[pair]]++;
        }
        return new Agreement(pairs, patternOf, levels, counts);
    }

    /** Patterns counted elsewhere, of levels within the radix; which pairs have them is not known. */
    static Agreement of(AgreementCounts counts, int[] radix) {
        TreeMap<Long, Long> sorted = new TreeMap<>();
        counts.pairs().forEach((text, pairs) -> {
            if (pairs > 0) {
                sorted.put(pattern(AgreementCounts.levels(text), radix), pairs);
            }
        });
        byte[][] patterns =
                sorted.keySet().stream().map(pattern -> levels(pattern, radix)).toArray(byte[][]::new);
        double[] pairs = sorted.values().stream().mapToDouble(Long::doubleValue).toArray();
        return new Agreement(CandidatePairs.none(), new int[0], patterns, pairs);
    }

    private static long pattern(int[] levels, int[] radix) {
        long pattern = 0;
        for (int c = radix.length - 1; c >= 0; c--) {
            pattern = pattern * radix[c] + levels[c];
        }
        return pattern;
    }

    private static byte[] levels(long pattern, int[] radix) {
        byte[] levels = new byte[radix.length];
        long rest = pattern;
        for (int c = 0; c < radix.length; c++) {
            levels[c] = (byte) (rest % radix[c]);
            rest /= radix[c];
        }
        return levels;
    }

    CandidatePairs pairs() {
        return pairs;
    }

    int patternOf(int pair) {
        return patternOf[pair];
    }

    /** How many different patterns there are. */
    int size() {
        return patterns.length;
    }

    /** The levels of a pattern; not to be changed. */
    byte[] pattern(int number) {
        return patterns[number];
    }

    double count(int number) {
        return counts[number];
    }

    /** Makes what compares, for each thread its own. */
    @FunctionalInterface
    interface LevelsFactory {
        PairLevels make();
    }
}
