package io.salesops.core.match;

import com.google.common.collect.ImmutableList;

/** The weights of a model in thousandths of a bit, as tables by level and by value. Immutable and thread-safe. */
final class PairWeights {
    private static final int NONE = -1;
    private static final int UNKNOWN = Integer.MIN_VALUE;
    /** Comparing texts word by word costs as much as so many other comparisons. */
    private static final double COST_OF_WORDS = 3;

    private final MatchModel model;
    private final ImmutableList<Column> columns;
    private final int prior;
    private final int[] parents;
    /** By comparison, level of the parent (0 where it is missing or there is none), level. */
    private final int[][][] byLevel;

    private final int[][][] most;
    private final int[] order;
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
        PairLevels.Conditions conditions = PairLevels.Conditions.of(model);
        this.most = most(byLevel, conditions.groups());
        this.order = order(most, conditions.groups(), conditions);
        this.byValue = unknown(model, columns);
    }

    private PairWeights(PairWeights same, ImmutableList<Column> columns) {
        this.model = same.model;
        this.columns = columns;
        this.prior = same.prior;
        this.parents = same.parents;
        this.byLevel = same.byLevel;
        this.most = same.most;
        this.order = same.order;
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

    /** Groups of comparisons, those first that leave most pairs out of reach at the least cost. */
    int[] order() {
        return order;
    }

    /**
     * What a group is expected to take from the reach of a pair that is not one, beside its cost: the distance from the
     * most it can weigh without exact agreement to the weight of its last level.
     */
    private static int[] order(int[][][] most, ComparisonGroups groups, PairLevels.Conditions conditions) {
        double[] gain = new double[groups.count()];
        for (int group = 0; group < gain.length; group++) {
            double cost = 0;
            for (int c : groups.members(group)) {
                int[] of = most[c][0];
                gain[group] += of[0] - of[of.length - 1];
                cost += conditions.comparesWords(c) ? COST_OF_WORDS : 1;
            }
            gain[group] /= cost;
        }
        return java.util.stream.IntStream.range(0, gain.length)
                .boxed()
                .sorted(java.util.Comparator.comparingDouble((Integer group) -> -gain[group])
                        .thenComparing(java.util.Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    int prior() {
        return prior;
    }

    /** The level of the comparison on which this one depends; 0 where it is missing or there is none. */
    int parentLevel(int comparison, int[] levels) {
        return parents[comparison] == NONE ? FieldComparer.MISSING : levels[parents[comparison]];
    }

    /**
     * The most that a comparison can weigh, as far as levels are known.
     *
     * @param levels those that are not known are {@link FieldComparer#UNREAD}
     */
    int most(int comparison, int[] levels, int record) {
        int above = parentLevel(comparison, levels);
        int level = levels[comparison];
        int[] of = most[comparison][above == FieldComparer.UNREAD ? byLevel[comparison].length : above];
        if (level == FieldComparer.UNREAD) {
            return of[0];
        }
        return level == 1 && byValue[comparison].length > 0
                ? of[1] + Math.max(0, bits(comparison, columns.get(comparison).value(record)))
                : level == FieldComparer.MISSING ? 0 : of[level];
    }

    /**
     * The most that each level can weigh, by comparison and level of the parent, the last row where that is not known; at
     * 0 the most of a pair that does not agree exactly.
     */
    private static int[][][] most(int[][][] byLevel, ComparisonGroups groups) {
        int[][][] most = new int[byLevel.length][][];
        for (int c = 0; c < most.length; c++) {
            int rows = byLevel[c].length;
            most[c] = new int[rows + 1][];
            most[c][rows] = byLevel[c][0].clone();
            for (int row = 0; row < rows; row++) {
                most[c][row] = byLevel[c][row].clone();
                for (int level = 1; level < byLevel[c][row].length; level++) {
                    most[c][rows][level] = Math.max(most[c][rows][level], byLevel[c][row][level]);
                }
            }
            for (int[] row : most[c]) {
                // Texts that are crossed with others say nothing in their own place.
                row[0] = groups.isCrossed(c) ? 0 : Integer.MIN_VALUE / 2;
                for (int level = 2; level < row.length; level++) {
                    row[0] = Math.max(row[0], row[level]);
                }
            }
        }
        return most;
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
