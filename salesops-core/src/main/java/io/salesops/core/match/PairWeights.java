package io.salesops.core.match;

import com.google.common.collect.ImmutableList;

/** The weights of a model in thousandths of a bit, as tables by level and by value. Immutable and thread-safe. */
final class PairWeights {
    private static final int NONE = -1;

    private final ImmutableList<Column> columns;
    private final int prior;
    private final int[] parents;
    /** By comparison, level of the parent (0 where it is missing or there is none), level. */
    private final int[][][] byLevel;
    /** By comparison and value; empty where all values tell the same. */
    private final int[][] byValue;
    /** The same where the parent agrees exactly. */
    private final int[][] byValueGiven;

    PairWeights(MatchModel model, ImmutableList<Column> columns) {
        this.columns = columns;
        this.prior = Bits.ofRatio(model.priorMatches(), 1 - model.priorMatches());
        int size = model.comparisons().size();
        this.parents = new int[size];
        this.byLevel = new int[size][][];
        this.byValue = new int[size][];
        this.byValueGiven = new int[size][];
        for (int c = 0; c < size; c++) {
            FieldComparison comparison = model.comparisons().get(c);
            parents[c] = comparison.given().map(given -> numberOf(model, given)).orElse(NONE);
            byLevel[c] = weights(comparison);
            byValue[c] = frequencies(comparison, columns.get(c));
            double share =
                    comparison.given().map(given -> share(comparison, given)).orElse(1.0);
            byValueGiven[c] = new int[byValue[c].length];
            for (int value = 0; value < byValue[c].length; value++) {
                byValueGiven[c][value] = (int) Math.round(byValue[c][value] * share);
            }
        }
    }

    private static int numberOf(MatchModel model, Dependence given) {
        int number = 0;
        while (!model.comparisons().get(number).name().equals(given.comparison())) {
            number++;
        }
        return number;
    }

    private static int[][] weights(FieldComparison comparison) {
        int levels = comparison.levels().size();
        int above = comparison.given().map(given -> given.u().size()).orElse(0);
        int[][] weights = new int[above + 1][levels + 1];
        for (int level = 1; level <= levels; level++) {
            ComparisonLevel at = comparison.levels().get(level - 1);
            weights[0][level] = Bits.ofRatio(at.m(), at.u());
            for (int row = 1; row <= above; row++) {
                double u = comparison.given().orElseThrow().u().get(row - 1).get(level - 1);
                weights[row][level] = Bits.ofRatio(at.m(), u);
            }
        }
        return weights;
    }

    private static int[] frequencies(FieldComparison comparison, Column column) {
        if (comparison.frequencies().isEmpty()) {
            return new int[0];
        }
        TermFrequencies frequencies = comparison.frequencies().get();
        int[] bits = new int[column.distinct()];
        for (int value = 0; value < bits.length; value++) {
            bits[value] = Bits.ofBits(frequencies.of(column.text(value)));
        }
        return bits;
    }

    /** What a value still tells where the column it depends on agrees exactly. */
    private static double share(FieldComparison comparison, Dependence given) {
        return FrequencyLearner.share(
                given.u().get(0).get(0), comparison.levels().get(0).u());
    }

    int prior() {
        return prior;
    }

    /** The level of the comparison on which this one depends; 0 where it is missing or there is none. */
    int parentLevel(int comparison, int[] levels) {
        return parents[comparison] == NONE ? FieldComparer.MISSING : levels[parents[comparison]];
    }

    /** The weight of a comparison's level, given those of the others; 0 where a text is missing. */
    int of(int comparison, int[] levels) {
        return byLevel[comparison][parentLevel(comparison, levels)][levels[comparison]];
    }

    /** What the value adds where a comparison agrees exactly; never so little that a misspelt value would tell more. */
    int frequency(int comparison, int[] levels, int record) {
        if (levels[comparison] != 1 || byValue[comparison].length == 0) {
            return 0;
        }
        int value = columns.get(comparison).value(record);
        int above = parentLevel(comparison, levels);
        int bits = above == 1 ? byValueGiven[comparison][value] : byValue[comparison][value];
        int[] weights = byLevel[comparison][above];
        return Math.max(bits, Math.min(0, weights[2] - weights[1]));
    }
}
