package io.salesops.core.match;

import java.util.Arrays;

/**
 * Learns from pairs without labels how records that are one agree (m), how others do (u), and how many pairs are one.
 *
 * <p>Pairs fall into two classes. Within matches, levels of different columns are independent; within the others, each may
 * depend on one other column ({@link DependenceTree}), because records of one place or family agree in several columns
 * without being one. The share of matches is one of all pairs: pairs outside the candidates count as others. What random
 * pairs show is cleaned of the matches among them. m keeps a part of its expected shape, and never gains weight with
 * distance ({@link Monotone}). In a link of two tables a record is one with at most one other, so that its candidates
 * compete.
 *
 * <p>Sources: Fellegi and Sunter, 1969; W. E. Winkler, Using the EM Algorithm for Weight Computation in the
 * Fellegi-Sunter Model of Record Linkage, 1988. Time: iterations times (patterns + pairs of a link). One thread.
 */
final class ExpectationMaximization {
    /** Pairs of the expected m that count as if they had been seen. */
    private static final double EXPECTED_PAIRS = 200;
    /** The part of what was seen that the expected m weighs beside it. */
    private static final double EXPECTED_SHARE = 0.3;

    private static final double EXPECTED_SHARE_OF_LINK = 0.05;
    /** What stays of u, at least, when matches are taken out. */
    private static final double LEAST_KEPT = 0.05;

    /** From fewer records of one table m is not learned: the few pairs that agree would confirm themselves. */
    private static final int SMALL = 500;

    private static final double HALF_A_PAIR = 0.5;
    private static final double START = 0.1;
    private static final double MOST_LINKED = 0.95;
    private static final int FIRST_TREE = 3;
    private static final int LAST_TREE = 13;
    /** A search of more doubt than this is tried in another way. */
    private static final double MOST_DOUBT = 0.1;
    /** Matches for each record beyond which they are no duplicates but records of one place, trade or family. */
    private static final double MOST_FOR_EACH = 10;
    /** Keeps odds of a sure match from overflowing sums. */
    private static final double LARGEST_EXPONENT = 300;

    private final Rows rows;
    private final Agreement agreement;
    private final RandomPairs random;
    private final DependenceTree tree;
    private final double[][] expected;
    private final boolean[][] isOrdered;
    private final double[][] m;
    private final double[][] u;
    private final double[][] matchesAt;
    private final double[] weights;
    private final double[] matches;
    private final double expectedShare;
    private boolean learnsM;
    private double logOdds;
    private double total;

    /**
     * Prepares the search.
     *
     * @param expected m of each comparison and level, level 0 unused
     * @param isOrdered which levels stand in the order of closeness
     */
    ExpectationMaximization(
            Rows rows,
            Agreement agreement,
            RandomPairs random,
            DependenceTree tree,
            double[][] expected,
            boolean[][] isOrdered) {
        this.rows = rows;
        this.agreement = agreement;
        this.random = random;
        this.tree = tree;
        this.expected = expected;
        this.isOrdered = isOrdered;
        this.m = new double[expected.length][];
        this.u = new double[expected.length][];
        this.matchesAt = new double[expected.length][];
        for (int c = 0; c < expected.length; c++) {
            m[c] = new double[expected[c].length];
            u[c] = new double[expected[c].length];
            matchesAt[c] = new double[expected[c].length];
        }
        this.weights = new double[agreement.size()];
        this.matches = new double[agreement.size()];
        this.learnsM = !isSmall(rows);
        this.expectedShare = rows.isLink() ? EXPECTED_SHARE_OF_LINK : EXPECTED_SHARE;
    }

    private void start() {
        for (int c = 0; c < expected.length; c++) {
            System.arraycopy(expected[c], 0, m[c], 0, m[c].length);
            Arrays.fill(matchesAt[c], 0);
        }
        Arrays.fill(matches, 0);
        total = 0;
        double first = START * (rows.isLink() ? smallerTable() : rows.size()) / Math.max(1, random.all());
        logOdds = logOdds(Math.min(first, HALF_A_PAIR));
        tree.clear();
    }

    /**
     * Learns. Dependences that are seen before any match is found may explain a few matches away: then the matches come
     * first. Where they are not seen soon enough, pairs of one place pass for matches, of which it is seldom sure: then the
     * dependences come first, and of the two the surer stays. A class with more pairs than duplicates can have is none of
     * duplicates, however sure: where both searches end in one, m stays as it is expected of columns of their kind.
     */
    void run(int iterations) {
        int firstTree = FIRST_TREE;
        run(iterations, firstTree);
        if (total < 1) {
            firstTree = LAST_TREE;
            run(iterations, firstTree);
        }
        double doubt = doubt();
        boolean wereMany = areMany();
        if (doubt > MOST_DOUBT || wereMany) {
            run(iterations, 0);
            if (total < 1 || areMany() || (!wereMany && doubt() > doubt)) {
                run(iterations, firstTree);
            }
        }
        if (areMany()) {
            learnsM = false;
            run(iterations, 0);
        }
    }

    /** Whether more pairs are expected to be one than duplicates can be. */
    private boolean areMany() {
        return !rows.isLink() && total > MOST_FOR_EACH * rows.size();
    }

    /** How far from 0 and 1 the probabilities of the expected matches are, on average; 0 is sure of all. */
    private double doubt() {
        double sum = 0;
        for (int pattern = 0; pattern < matches.length; pattern++) {
            double share = matches[pattern] / agreement.count(pattern);
            sum += matches[pattern] * (1 - share);
        }
        return total > 0 ? sum / total : 0;
    }

    private void run(int iterations, int firstTree) {
        start();
        cleanU();
        for (int iteration = 0; iteration < iterations; iteration++) {
            if (iteration == firstTree || iteration == LAST_TREE) {
                tree.grow(agreement, matches, total, u);
            } else if (iteration > firstTree) {
                tree.learn(agreement, matches, u);
            }
            expect();
            learnPrior();
            learnM();
            cleanU();
            for (int c = 0; c < m.length; c++) {
                Monotone.ratios(m[c], u[c], isOrdered[c]);
            }
        }
        tree.learn(agreement, matches, u);
        weigh();
    }

    private void weigh() {
        for (int pattern = 0; pattern < weights.length; pattern++) {
            byte[] levels = agreement.pattern(pattern);
            double weight = 0;
            for (int c = 0; c < levels.length; c++) {
                if (levels[c] != FieldComparer.MISSING) {
                    weight += StrictMath.log(m[c][levels[c]] / tree.u(c, levels, u));
                }
            }
            weights[pattern] = weight;
        }
    }

    private void expect() {
        weigh();
        Arrays.fill(matches, 0);
        if (rows.isLink()) {
            compete();
        } else {
            for (int pattern = 0; pattern < matches.length; pattern++) {
                matches[pattern] = agreement.count(pattern) / (1 + StrictMath.exp(-(weights[pattern] + logOdds)));
            }
        }
        total = 0;
        for (double[] levels : matchesAt) {
            Arrays.fill(levels, 0);
        }
        for (int pattern = 0; pattern < matches.length; pattern++) {
            total += matches[pattern];
            byte[] levels = agreement.pattern(pattern);
            for (int c = 0; c < levels.length; c++) {
                matchesAt[c][levels[c]] += matches[pattern];
            }
        }
    }

    /** Each candidate's odds beside those of the other candidates of both its records. */
    private void compete() {
        double[] odds = new double[weights.length];
        for (int pattern = 0; pattern < odds.length; pattern++) {
            odds[pattern] = StrictMath.exp(Math.min(LARGEST_EXPONENT, weights[pattern] + logOdds));
        }
        CandidatePairs pairs = agreement.pairs();
        double[] ofRecord = new double[rows.size()];
        for (int pair = 0; pair < pairs.size(); pair++) {
            ofRecord[pairs.first(pair)] += odds[agreement.patternOf(pair)];
            ofRecord[pairs.second(pair)] += odds[agreement.patternOf(pair)];
        }
        for (int pair = 0; pair < pairs.size(); pair++) {
            int pattern = agreement.patternOf(pair);
            matches[pattern] +=
                    odds[pattern] / (1 + ofRecord[pairs.first(pair)] + ofRecord[pairs.second(pair)] - odds[pattern]);
        }
    }

    /** Whether there are so few records that m stays as expected of columns of their kind, and only u and the prior are learned. */
    static boolean isSmall(Rows rows) {
        return rows.size() < SMALL && !rows.isLink();
    }

    private void learnPrior() {
        logOdds = logOddsOf(rows, random.all(), total);
    }

    /** The logarithm of the prior odds of a pair, where so many pairs are expected to be one. */
    static double logOddsOf(Rows rows, double all, double matches) {
        if (rows.isLink()) {
            int smaller = Math.min(rows.split(), rows.size() - rows.split());
            int larger = Math.max(rows.split(), rows.size() - rows.split());
            double linked = Math.min(MOST_LINKED, Math.max(matches, HALF_A_PAIR) / smaller);
            return StrictMath.log(linked / (1 - linked) / larger);
        }
        return logOdds(Math.min(HALF_A_PAIR, Math.max(matches, HALF_A_PAIR) / Math.max(1, all)));
    }

    private static double logOdds(double share) {
        return StrictMath.log(share / (1 - share));
    }

    private int smallerTable() {
        return Math.min(rows.split(), rows.size() - rows.split());
    }

    private void learnM() {
        for (int c = 0; c < m.length; c++) {
            double seen = 0;
            for (int level = 1; level < m[c].length; level++) {
                seen += matchesAt[c][level];
            }
            double weight = EXPECTED_PAIRS + expectedShare * seen;
            for (int level = 1; level < m[c].length; level++) {
                m[c][level] = learnsM
                        ? (matchesAt[c][level] + weight * expected[c][level]) / (seen + weight)
                        : expected[c][level];
            }
        }
    }

    private void cleanU() {
        for (int c = 0; c < u.length; c++) {
            double sum = 0;
            for (int level = 1; level < u[c].length; level++) {
                double pairs = random.single(c, level);
                u[c][level] = Math.max(pairs - matchesAt[c][level], LEAST_KEPT * pairs) + HALF_A_PAIR;
                sum += u[c][level];
            }
            for (int level = 1; level < u[c].length; level++) {
                u[c][level] /= sum;
            }
        }
    }

    /** The weight of a pattern in nats, without prior. */
    double weight(int pattern) {
        return weights[pattern];
    }

    double m(int comparison, int level) {
        return m[comparison][level];
    }

    double u(int comparison, int level) {
        return u[comparison][level];
    }

    DependenceTree tree() {
        return tree;
    }

    /** The logarithm of the odds that any pair is one. */
    double logOdds() {
        return logOdds;
    }

    /** How many pairs are expected to be one. */
    double matches() {
        return total;
    }
}
