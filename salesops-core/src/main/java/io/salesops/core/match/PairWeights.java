package io.salesops.core.match;

import com.google.common.collect.ImmutableList;

/** The weights of a model in thousandths of a bit, as tables by level and by value. Immutable and thread-safe. */
final class PairWeights {
    private static final int NONE = -1;
    private static final int UNKNOWN = Integer.MIN_VALUE;

    private final MatchModel model;
    private final ImmutableList<Column> columns;
    private final int prior;
    private final int[] parents;
    /** By comparison, level of the parent (0 where it is missing or there is none), level. */
    private final int[][][] byLevel;
    /** What is left of a value's bits where the parent agrees exactly, by comparison. */
    private final double[] shares;
    /** By comparison and value, found when first asked for; empty where all values tell the same. */
    private final int[][] byValue;

    PairWeights(MatchModel model, ImmutableList<Column> columns) {
        this.model = model;
        this.columns = columns;
        this.prior = Bits.ofRatio(model.priorMatches(), 1 - model.priorMatches());
        int size = model.comparisons().size();
        this.parents = new int[size];
        this.byLevel = new int[size][][];
        this.shares = new double[size];
        for (int c = 0; c < size; c++) {
            FieldComparison comparison = model.comparisons().get(c);
            parents[c] = comparison.given().map(given -> numberOf(model, given)).orElse(NONE);
            byLevel[c] = weights(comparison);
            shares[c] =
                    comparison.given().map(given -> share(comparison, given)).orElse(1.0);
        }
        this.byValue = unknown(model, columns);
    }

    private PairWeights(PairWeights same, ImmutableList<Column> columns) {
        this.model = same.model;
        this.columns = columns;
        this.prior = same.prior;
        this.parents = same.parents;
        this.byLevel = same.byLevel;
        this.shares = same.shares;
        this.byValue = unknown(model, columns);
    }

    /** The weights of the model for other records. */
    PairWeights of(ImmutableList<Column> others) {
        return new PairWeights(this, others);
    }

    private static int[][] unknown(MatchModel model, ImmutableList<Column> columns) {
        int[][] unknown = new int[model.comparisons().size()][];
        for (int c = 0; c < unknown.length; c++) {
            boolean isEach = model.comparisons().get(c).frequencies().isPresent();
            unknown[c] = new int[isEach ? columns.get(c).distinct() : 0];
            java.util.Arrays.fill(unknown[c], UNKNOWN);
        }
        return unknown;
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

    /** The same for every thread that finds it. */
    private int bits(int comparison, int value) {
        int known = byValue[comparison][value];
        if (known == UNKNOWN) {
            TermFrequencies frequencies =
                    model.comparisons().get(comparison).frequencies().orElseThrow();
            known = Bits.ofBits(frequencies.of(columns.get(comparison).text(value)));
            byValue[comparison][value] = known;
        }
        return known;
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
        int all = bits(comparison, columns.get(comparison).value(record));
        int above = parentLevel(comparison, levels);
        int bits = above == 1 ? (int) Math.round(all * shares[comparison]) : all;
        int[] weights = byLevel[comparison][above];
        return Math.max(bits, Math.min(0, weights[2] - weights[1]));
    }
}
