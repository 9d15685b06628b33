package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.Ratio;
import java.util.Comparator;
import java.util.Optional;

/**
 * Precision, recall and F1 at every threshold, from the weights of one run; see {@link MatchEvaluator#curve}.
 *
 * @param points by ascending threshold, in tenths of a bit; only those at which more pairs come in than at the next higher one
 */
public record MatchCurve(ImmutableList<Point> points) {

    /** The point of the largest F1, the highest threshold of several; absent where no pair was compared. */
    public Optional<Point> best() {
        return points.stream().max(Comparator.comparingDouble(Point::f1).thenComparingDouble(Point::threshold));
    }

    /** The figures at a threshold: those of the next point at or above it; absent where no pair has such a weight. */
    public Optional<Point> at(double threshold) {
        return points.stream().filter(point -> point.threshold() >= threshold).findFirst();
    }

    /**
     * The figures at one threshold.
     *
     * @param threshold in bits; pairs at or above it are joined
     * @param precision pairs joined and true, over pairs joined
     * @param recall pairs joined and true, over true pairs
     */
    public record Point(double threshold, Ratio precision, Ratio recall) {

        /** The harmonic mean of precision and recall; 0 where nothing true was found. */
        public double f1() {
            return MatchScores.harmonic(precision, recall);
        }
    }
}
