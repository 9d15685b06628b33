package io.salesops.core.match;

import com.google.common.collect.ImmutableSortedMap;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Learns how much more or less each common value tells than an average one: from how often it agrees among pairs that are
 * not one. Values of few records share one figure, so that a model neither grows with the records nor holds names.
 */
final class FrequencyLearner {
    private static final int ROUNDS = 2;
    /** Values of fewer records are not listed. */
    private static final int FEWEST_RECORDS = 5;

    private static final int MOST_VALUES = 20_000;
    private static final double LEAST_KEPT = 0.02;
    private static final double HALF_A_PAIR = 0.5;
    private static final double MOST_NATS = 6;
    private static final double LN2 = StrictMath.log(2);
    private static final MathContext DIGITS = new MathContext(4);

    private final Rows rows;
    private final Agreement agreement;
    private final com.google.common.collect.ImmutableList<Column> columns;
    private final ExpectationMaximization search;
    private final double all;
    private final double[][] nats;
    private final double[] others;
    private double logOdds;

    FrequencyLearner(
            Rows rows,
            Agreement agreement,
            com.google.common.collect.ImmutableList<Column> columns,
            ExpectationMaximization search,
            double all) {
        this.rows = rows;
        this.agreement = agreement;
        this.columns = columns;
        this.search = search;
        this.all = all;
        this.nats = new double[columns.size()][];
        this.others = new double[columns.size()];
        this.logOdds = search.logOdds();
    }

    void run() {
        for (int round = 0; round < ROUNDS; round++) {
            double[] matches = expect();
            double total = 0;
            for (double match : matches) {
                total += match;
            }
            if (round > 0) {
                logOdds = ExpectationMaximization.logOddsOf(rows, all, total);
            }
            for (int c = 0; c < nats.length; c++) {
                nats[c] = learn(c, matches);
            }
        }
    }

    /** The probability of each candidate pair. */
    private double[] expect() {
        CandidatePairs pairs = agreement.pairs();
        double[] matches = new double[pairs.size()];
        double[] ofRecord = new double[rows.isLink() ? rows.size() : 0];
        for (int pair = 0; pair < matches.length; pair++) {
            double weight = logOdds + weight(pair);
            if (rows.isLink()) {
                matches[pair] = StrictMath.exp(Math.min(300, weight));
                ofRecord[pairs.first(pair)] += matches[pair];
                ofRecord[pairs.second(pair)] += matches[pair];
            } else {
                matches[pair] = 1 / (1 + StrictMath.exp(-weight));
            }
        }
        for (int pair = 0; pair < matches.length && rows.isLink(); pair++) {
            double odds = matches[pair];
            matches[pair] = odds / (1 + ofRecord[pairs.first(pair)] + ofRecord[pairs.second(pair)] - odds);
        }
        return matches;
    }

    private double weight(int pair) {
        int pattern = agreement.patternOf(pair);
        byte[] levels = agreement.pattern(pattern);
        double weight = search.weight(pattern);
        int first = agreement.pairs().first(pair);
        for (int c = 0; c < levels.length; c++) {
            if (levels[c] == 1 && nats[c] != null) {
                int parent = search.tree().parent(c);
                double share = parent >= 0 && levels[parent] == 1 ? share(c) : 1;
                weight += share * nats[c][columns.get(c).value(first)];
            }
        }
        return weight;
    }

    /** How much of a value's figure is left where the column it depends on agrees exactly, too. */
    private double share(int c) {
        double[][] given = search.tree().given(c);
        return given == null ? 1 : share(given[1][1], search.u(c, 1));
    }

    static double share(double given, double u) {
        return Math.max(0, Math.min(1, 1 - StrictMath.log(given / u) / StrictMath.log(1 / u)));
    }

    private double[] learn(int c, double[] matches) {
        Column column = columns.get(c);
        double[] matched = new double[column.distinct()];
        for (int pair = 0; pair < matches.length; pair++) {
            if (agreement.pattern(agreement.patternOf(pair))[c] == 1) {
                matched[column.value(agreement.pairs().first(pair))] += matches[pair];
            }
        }
        int[] inFirst = new int[matched.length];
        int[] inSecond = new int[matched.length];
        long filledFirst = 0;
        long filledSecond = 0;
        for (int row = 0; row < rows.size(); row++) {
            int value = column.value(row);
            if (value != Column.MISSING && row < rows.split()) {
                inFirst[value]++;
                filledFirst++;
            } else if (value != Column.MISSING) {
                inSecond[value]++;
                filledSecond++;
            }
        }
        int fewest = fewest(column);
        double[] learned = new double[matched.length];
        double rareOthers = 0;
        double rareCompared = 0;
        for (int value = 0; value < learned.length; value++) {
            double first = inFirst[value];
            double agreeing = rows.isLink() ? first * inSecond[value] : first * (first - 1) / 2;
            double compared = rows.isLink()
                    ? (first * filledSecond + (double) inSecond[value] * filledFirst) / 2
                    : first * (filledFirst - 1) / 2;
            double average = search.u(c, 1);
            boolean isRare = column.frequency(value) < fewest;
            if (isRare) {
                rareOthers += Math.max(agreeing - matched[value], LEAST_KEPT * agreeing);
                rareCompared += compared;
            }
            if (isRare || agreeing <= 0 || compared <= 0) {
                continue;
            }
            double others = Math.max(agreeing - matched[value], LEAST_KEPT * agreeing)
                    + Math.min(average * compared, agreeing / 2 + HALF_A_PAIR);
            double figure = StrictMath.log(average * compared / others);
            learned[value] = Math.max(-MOST_NATS, Math.min(MOST_NATS, figure));
        }
        double rare = StrictMath.log(search.u(c, 1) * rareCompared / (rareOthers + HALF_A_PAIR));
        others[c] = rareCompared > 0 ? Math.max(-MOST_NATS, Math.min(MOST_NATS, rare)) : 0;
        for (int value = 0; value < learned.length; value++) {
            learned[value] = column.frequency(value) < fewest ? others[c] : learned[value];
        }
        return learned;
    }

    /** The fewest records of a listed value, such that no more than {@link #MOST_VALUES} are listed. */
    private static int fewest(Column column) {
        int fewest = FEWEST_RECORDS;
        while (listed(column, fewest) > MOST_VALUES) {
            fewest *= 2;
        }
        return fewest;
    }

    private static int listed(Column column, int fewest) {
        int listed = 0;
        for (int value = 0; value < column.distinct(); value++) {
            listed += column.frequency(value) >= fewest ? 1 : 0;
        }
        return listed;
    }

    TermFrequencies frequencies(int c) {
        Column column = columns.get(c);
        int fewest = fewest(column);
        ImmutableSortedMap.Builder<String, Double> values = ImmutableSortedMap.naturalOrder();
        for (int value = 0; value < column.distinct(); value++) {
            if (column.frequency(value) >= fewest) {
                values.put(TermFrequencies.hash(column.text(value)), bits(nats[c][value]));
            }
        }
        return new TermFrequencies(bits(others[c]), values.buildOrThrow());
    }

    private static double bits(double nats) {
        return new BigDecimal(nats / LN2).round(DIGITS).doubleValue();
    }

    /** The logarithm of the odds that any pair is one. */
    double logOdds() {
        return logOdds;
    }
}
