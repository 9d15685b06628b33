package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Shifts the prior of a model to what a few labelled pairs say.
 *
 * <p>The shift is the number of bits, added to the weight of every pair, under which the labels are most likely, where shifts
 * themselves are expected to be normal around 0 with a standard deviation of 4 bits: so that ten labels all of one kind
 * shift a little, not without end. It goes to the prior odds; m, u and the threshold stay, and a threshold of 3 bits still
 * means odds of 8 to 1. How pairs were chosen for labelling does no harm as long as it was by their weight, for example
 * those near the threshold. Cost is linear in records and labels. Immutable and thread-safe.
 *
 * <p>Source: logistic calibration of scores with slope 1, J. C. Platt, 1999, with a normal prior on the intercept.
 */
public final class MatchCalibrator {
    /** How many bits a model is usually off. */
    static final double EXPECTED_SHIFT = 4;

    private static final double NATS = StrictMath.log(2);
    private static final int FEW = 10;
    private static final int HALVINGS = 100;
    private static final double LEAST = 1e-12;
    private static final double MOST = 0.999999;
    private static final MathContext DIGITS = new MathContext(9);

    private final MatchModel model;

    private MatchCalibrator(MatchModel model) {
        this.model = model;
    }

    /**
     * Obtains the calibrator of a model.
     *
     * @throws io.salesops.core.finding.FindingsException with every finding, if the model is not sound
     */
    public static MatchCalibrator of(MatchModel model) {
        Deduplicator.requireSound(model);
        return new MatchCalibrator(model);
    }

    /**
     * Returns the model with the shifted prior and a note that says by how much; refused where a label names a record that
     * is not there, or a pair is labelled both ways. A pair that is labelled twice the same way counts once.
     */
    public <I extends Comparable<? super I>> Checked<MatchModel> calibrate(
            Records<I> records, Iterable<LabelledPair<I>> labels) {
        List<Finding> findings = new ArrayList<>();
        Map<Long, Boolean> pairs = new HashMap<>();
        for (LabelledPair<I> label : labels) {
            int first = number(records, label.first(), findings);
            int second = number(records, label.second(), findings);
            if (first < 0 || second < 0) {
                continue;
            }
            Boolean before =
                    pairs.put(PairList.pack(Math.min(first, second), Math.max(first, second)), label.isMatch());
            if (first == second || (before != null && before != label.isMatch())) {
                findings.add(Finding.error(
                                "match.label.contradiction",
                                label.first().toString(),
                                first == second
                                        ? label.first() + " is paired with itself"
                                        : label.first() + " and " + label.second() + " are labelled both ways")
                        .maybe("Maybe two people disagreed: leave the pair out."));
            }
        }
        long matches = pairs.values().stream().filter(isMatch -> isMatch).count();
        if (findings.isEmpty() && (pairs.size() < FEW || matches == 0 || matches == pairs.size())) {
            findings.add(Finding.warning(
                            "match.label.few",
                            "",
                            "calibrated by " + matches + " matches and " + (pairs.size() - matches) + " other pairs")
                    .maybe("Maybe label ten pairs near the threshold, of both kinds."));
        }
        return Checked.of(calibrated(records, pairs, matches), findings);
    }

    private static <I extends Comparable<? super I>> int number(Records<I> records, I id, List<Finding> findings) {
        int number = Collections.binarySearch(records.ids(), id);
        if (number < 0) {
            findings.add(Finding.error("match.label.unknown", id.toString(), "no record has the id " + id)
                    .maybe("Maybe the labels are of another set."));
        }
        return number;
    }

    private MatchModel calibrated(Records<?> records, Map<Long, Boolean> pairs, long matches) {
        ImmutableList<Column> columns = PairWeigher.columns(records.rows(), model);
        PairWeigher weigher = new PairWeigher(records.rows(), model, columns, new PairWeights(model, columns));
        int[] positive = new int[(int) matches];
        int[] negative = new int[pairs.size() - positive.length];
        int p = 0;
        int n = 0;
        for (Map.Entry<Long, Boolean> pair : pairs.entrySet()) {
            int weight = weigher.weight(PairList.first(pair.getKey()), PairList.second(pair.getKey()));
            if (pair.getValue()) {
                positive[p++] = weight;
            } else {
                negative[n++] = weight;
            }
        }
        // Sorted, so that the sum does not depend on the order of the labels.
        Arrays.sort(positive);
        Arrays.sort(negative);
        BigDecimal shift = Bits.decimal(Bits.ofBits(shift(positive, negative)));
        double odds = model.priorMatches() / (1 - model.priorMatches()) * StrictMath.exp(shift.doubleValue() * NATS);
        String note = "prior shifted by " + shift.stripTrailingZeros().toPlainString() + " bits, calibrated by "
                + matches + " matches and " + negative.length + " other pairs";
        return model.withPriorMatches(new BigDecimal(Math.min(MOST, Math.max(LEAST, odds / (1 + odds))))
                        .round(DIGITS)
                        .doubleValue())
                .withNote(model.note().map(before -> before + "; " + note).orElse(note));
    }

    /** Where the slope of the log-likelihood, which falls everywhere, is 0; by halving. */
    private static double shift(int[] positive, int[] negative) {
        double high = (positive.length + negative.length) * EXPECTED_SHIFT * EXPECTED_SHIFT;
        double low = -high;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (slope(middle, positive, negative) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double slope(double shift, int[] positive, int[] negative) {
        double slope = -shift / (EXPECTED_SHIFT * EXPECTED_SHIFT * NATS);
        for (int weight : positive) {
            slope += 1 - Bits.probability(Bits.toBits(weight) + shift);
        }
        for (int weight : negative) {
            slope -= Bits.probability(Bits.toBits(weight) + shift);
        }
        return slope;
    }
}
