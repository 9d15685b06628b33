package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import io.salesops.core.run.Execution;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How pairs of records agree in general, in pairs out of all: from random pairs, or from all where there are few; exact
 * agreement is counted, not estimated.
 */
final class RandomPairs {
    private static final int PART = 1 << 15;

    private final double all;
    private final int drawn;
    private final double[][] single;
    private final double[][][][] joint;

    private RandomPairs(double all, int drawn, double[][] single, double[][][][] joint) {
        this.all = all;
        this.drawn = drawn;
        this.single = single;
        this.joint = joint;
    }

    static RandomPairs of(
            Rows rows,
            ImmutableList<Column> columns,
            int[] radix,
            TrainingOptions options,
            Agreement.LevelsFactory factory,
            Execution execution) {
        execution.cancellation().check("sample");
        boolean isComplete = rows.pairs() <= options.randomPairs();
        long[] drawn = isComplete ? everyPair(rows) : draw(rows, options);
        int parts = (drawn.length + PART - 1) / PART;
        List<double[][][][]> counted = Parallel.run(execution, "sample", parts, part -> {
            double[][][][] counts = empty(radix);
            PairLevels levels = factory.make();
            int[] of = new int[radix.length];
            int before = (int) Math.min(drawn.length, (part + 1L) * PART);
            for (int i = part * PART; i < before; i++) {
                levels.of(PairSet.first(drawn[i]), PairSet.second(drawn[i]), of);
                for (int a = 0; a < radix.length; a++) {
                    for (int b = a; b < radix.length; b++) {
                        counts[a][b][of[a]][of[b]]++;
                    }
                }
            }
            return counts;
        });
        double scale = (double) rows.pairs() / Math.max(1, drawn.length);
        double[][][][] joint = empty(radix);
        double[][] single = new double[radix.length][];
        for (int a = 0; a < radix.length; a++) {
            for (int b = a; b < radix.length; b++) {
                for (double[][][][] part : counted) {
                    add(joint[a][b], part[a][b], scale);
                }
            }
            single[a] = new double[radix[a]];
            for (int level = 0; level < radix[a]; level++) {
                single[a][level] = joint[a][a][level][level];
            }
            if (!isComplete) {
                countExact(single[a], equalPairs(rows, columns.get(a), columns.get(a)));
            }
        }
        for (int a = 0; !isComplete && a < radix.length; a++) {
            execution.cancellation().check("sample");
            for (int b = a + 1; b < radix.length; b++) {
                joint[a][b][1][1] = equalPairs(rows, columns.get(a), columns.get(b));
            }
        }
        return new RandomPairs(rows.pairs(), drawn.length, single, joint);
    }

    /** Pairs counted elsewhere: a sample of all pairs of a table, or all of them. */
    static RandomPairs of(AgreementCounts sample, double all, int[] radix) {
        double scale = all / Math.max(1, sample.total());
        double[][][][] joint = empty(radix);
        sample.pairs().forEach((pattern, pairs) -> {
            int[] levels = AgreementCounts.levels(pattern);
            for (int a = 0; a < radix.length; a++) {
                for (int b = a; b < radix.length; b++) {
                    joint[a][b][levels[a]][levels[b]] += pairs * scale;
                }
            }
        });
        double[][] single = new double[radix.length][];
        for (int a = 0; a < radix.length; a++) {
            single[a] = new double[radix[a]];
            for (int level = 0; level < radix[a]; level++) {
                single[a][level] = joint[a][a][level][level];
            }
        }
        return new RandomPairs(all, (int) Math.min(Integer.MAX_VALUE, sample.total()), single, joint);
    }

    private static double[][][][] empty(int[] radix) {
        double[][][][] counts = new double[radix.length][radix.length][][];
        for (int a = 0; a < radix.length; a++) {
            for (int b = a; b < radix.length; b++) {
                counts[a][b] = new double[radix[a]][radix[b]];
            }
        }
        return counts;
    }

    private static void add(double[][] to, double[][] from, double scale) {
        for (int x = 0; x < to.length; x++) {
            for (int y = 0; y < to[x].length; y++) {
                to[x][y] += from[x][y] * scale;
            }
        }
    }

    private static long[] everyPair(Rows rows) {
        long[] pairs = new long[(int) rows.pairs()];
        int at = 0;
        for (int first = 0; first < (rows.isLink() ? rows.split() : rows.size()); first++) {
            for (int second = rows.isLink() ? rows.split() : first + 1; second < rows.size(); second++) {
                pairs[at++] = PairSet.pack(first, second, 0);
            }
        }
        return pairs;
    }

    private static long[] draw(Rows rows, TrainingOptions options) {
        SplittableRandom random = new SplittableRandom(options.seed());
        long[] pairs = new long[(int) options.randomPairs()];
        for (int i = 0; i < pairs.length; i++) {
            if (rows.isLink()) {
                pairs[i] = PairSet.pack(
                        random.nextInt(rows.split()), rows.split() + random.nextInt(rows.size() - rows.split()), 0);
            } else {
                int first = random.nextInt(rows.size());
                int second = random.nextInt(rows.size() - 1);
                second += second >= first ? 1 : 0;
                pairs[i] = PairSet.pack(Math.min(first, second), Math.max(first, second), 0);
            }
        }
        return pairs;
    }

    /** Puts the counted exact pairs in the place of the estimated ones; the other levels keep their proportions. */
    private static void countExact(double[] levels, double exact) {
        double others = 0;
        for (int level = 2; level < levels.length; level++) {
            others += levels[level];
        }
        double compared = others + levels[1];
        levels[1] = exact;
        for (int level = 2; others > 0 && level < levels.length; level++) {
            levels[level] *= Math.max(0, compared - exact) / others;
        }
    }

    /** How many pairs agree exactly in both columns. */
    private static double equalPairs(Rows rows, Column one, Column other) {
        LongNumbers numbers = new LongNumbers(1 << 10);
        int[] inFirst = new int[1 << 10];
        int[] inSecond = new int[1 << 10];
        for (int row = 0; row < rows.size(); row++) {
            int a = one.value(row);
            int b = other.value(row);
            if (a == Column.MISSING || b == Column.MISSING) {
                continue;
            }
            int group = numbers.of(((long) a << 32) | b);
            if (group == inFirst.length) {
                inFirst = Arrays.copyOf(inFirst, 2 * group);
                inSecond = Arrays.copyOf(inSecond, 2 * group);
            }
            if (row < rows.split()) {
                inFirst[group]++;
            } else {
                inSecond[group]++;
            }
        }
        double equal = 0;
        for (int group = 0; group < numbers.size(); group++) {
            double size = inFirst[group];
            equal += rows.isLink() ? size * inSecond[group] : size * (size - 1) / 2;
        }
        return equal;
    }

    /** How many pairs there are in all. */
    double all() {
        return all;
    }

    /** How many were looked at. */
    int drawn() {
        return drawn;
    }

    /** Pairs at a level of a comparison; level 0 is missing. */
    double single(int comparison, int level) {
        return single[comparison][level];
    }

    /** Pairs at two levels of two comparisons, the first of which has the smaller number. */
    double joint(int first, int second, int firstLevel, int secondLevel) {
        return joint[first][second][firstLevel][secondLevel];
    }
}
