package io.salesops.core.match;

import java.util.Arrays;

/**
 * Learns m, u and the prior from the counts of agreement patterns, without labels.
 *
 * <p>The patterns are those of blocked pairs; the prior is relative to all pairs, so that the pairs outside the blocks
 * count as no matches. Guards against the wrong mixture: u starts from all pairs and is cleaned of the expected matches;
 * m is drawn to a weak prior; the weight never rises from a closer level to a farther one. Time is patterns times columns
 * times iterations.
 *
 * <p>Source: A. P. Dempster, N. M. Laird and D. B. Rubin, Maximum Likelihood from Incomplete Data via the EM Algorithm,
 * 1977, in the use of W. E. Winkler, 1988.
 */
final class ExpectationMaximization {
    /** What the prior of m weighs: as many matches, and as large a share of the expected ones. */
    private static final double PRIOR_MATCHES = 20;

    private static final double PRIOR_SHARE = 0.1;
    /** The least share of u that is left when expected matches are taken out. */
    private static final double LEAST_U = 0.05;

    private static final double START_SHARE = 0.1;
    private static final double SETTLED = 1e-6;

    private final double allPairs;
    private final double[][] randomPairs;
    private final double[][] priorM;
    private final boolean learnM;
    private final long[] counts;
    private final byte[][] levels;
    private final double[][] m;
    private final double[][] u;
    private double matches;
    private int iterations;

    /**
     * Prepares the search.
     *
     * @param patterns the patterns of the blocked pairs
     * @param records how many records there are
     * @param randomPairs by comparison and level, from 1, how many of all pairs have it
     * @param priorM by comparison and level, from 1, what m is expected to be
     * @param learnM whether m is learned, or stays as expected
     */
    ExpectationMaximization(
            PatternCounts patterns, long records, double[][] randomPairs, double[][] priorM, boolean learnM) {
        this.allPairs = Math.max(1, Blocks.pairs(records));
        this.randomPairs = randomPairs;
        this.priorM = priorM;
        this.learnM = learnM;
        long[] sorted = patterns.sorted();
        int[] radix = patterns.radix();
        this.counts = Arrays.stream(sorted).map(patterns::count).toArray();
        this.levels = new byte[sorted.length][radix.length];
        for (int p = 0; p < sorted.length; p++) {
            long rest = sorted[p];
            for (int c = 0; c < radix.length; c++) {
                levels[p][c] = (byte) (rest % radix[c]);
                rest /= radix[c];
            }
        }
        this.m = new double[radix.length][];
        this.u = new double[radix.length][];
        double[][] none = new double[radix.length][];
        for (int c = 0; c < radix.length; c++) {
            m[c] = priorM[c].clone();
            none[c] = new double[radix[c]];
        }
        updateU(none);
        this.matches = Math.min(START_SHARE * records, START_SHARE * allPairs);
    }

    void run(int most) {
        for (boolean settled = false; !settled && iterations < most; iterations++) {
            double before = matches;
            step();
            settled = Math.abs(matches - before) <= SETTLED * before;
        }
    }

    private void step() {
        double[][] expected = new double[m.length][];
        double[][] logRatios = new double[m.length][];
        for (int c = 0; c < m.length; c++) {
            expected[c] = new double[m[c].length];
            logRatios[c] = new double[m[c].length];
            for (int level = 1; level < m[c].length; level++) {
                logRatios[c][level] = StrictMath.log(m[c][level] / u[c][level]);
            }
        }
        double priorLogOdds = StrictMath.log(matches / Math.max(allPairs - matches, 1e-9));
        double sum = 0;
        for (int p = 0; p < counts.length; p++) {
            double logOdds = priorLogOdds;
            for (int c = 0; c < m.length; c++) {
                logOdds += logRatios[c][levels[p][c]];
            }
            double share = counts[p] / (1 + StrictMath.exp(-logOdds));
            sum += share;
            for (int c = 0; c < m.length; c++) {
                expected[c][levels[p][c]] += share;
            }
        }
        // At least half a match, and never all pairs: the logarithm needs odds.
        matches = Math.min(Math.max(sum, 0.5), allPairs * (1 - START_SHARE));
        if (learnM) {
            updateM(expected);
        }
        updateU(expected);
        for (int c = 0; c < m.length; c++) {
            Monotone.ratios(m[c], u[c]);
        }
    }

    private void updateM(double[][] expected) {
        for (int c = 0; c < m.length; c++) {
            double observed = 0;
            for (int level = 1; level < m[c].length; level++) {
                observed += expected[c][level];
            }
            double weight = PRIOR_MATCHES + PRIOR_SHARE * observed;
            for (int level = 1; level < m[c].length; level++) {
                m[c][level] = (expected[c][level] + weight * priorM[c][level]) / (observed + weight);
            }
        }
    }

    private void updateU(double[][] expected) {
        for (int c = 0; c < m.length; c++) {
            double sum = 0;
            u[c] = new double[m[c].length];
            for (int level = 1; level < m[c].length; level++) {
                double all = randomPairs[c][level];
                // Half a pair: what was never seen is rare, not impossible.
                u[c][level] = Math.max(all - expected[c][level], LEAST_U * all) + 0.5;
                sum += u[c][level];
            }
            for (int level = 1; level < m[c].length; level++) {
                u[c][level] /= sum;
            }
        }
    }

    /** The expected number of matches among all pairs. */
    double matches() {
        return matches;
    }

    double prior() {
        return matches / allPairs;
    }

    double m(int comparison, int level) {
        return m[comparison][level];
    }

    double u(int comparison, int level) {
        return u[comparison][level];
    }

    int iterations() {
        return iterations;
    }
}
