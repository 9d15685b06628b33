package io.salesops.benchmarks.match;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Figures of one folder.
 *
 * @param records how many records there are
 * @param pairs how many pairs were compared
 * @param precision of the pairs found, the share that is true
 * @param recall of the true pairs, the share that was found
 * @param b3 the harmonic mean of B-cubed precision and recall; of one table only
 * @param blockingRecall of the true pairs, the share that was compared
 * @param seconds training and matching
 */
record Figures(
        int records,
        long pairs,
        double precision,
        double recall,
        OptionalDouble b3,
        double blockingRecall,
        double seconds) {

    double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    String line(String name) {
        return String.format(
                Locale.ROOT,
                "match %s records=%d pairs=%d precision=%.4f recall=%.4f f1=%.4f%s blockingRecall=%.4f seconds=%.2f"
                        + " pairsPerSecond=%.0f",
                name,
                records,
                pairs,
                precision,
                recall,
                f1(),
                b3.isPresent() ? String.format(Locale.ROOT, " b3=%.4f", b3.getAsDouble()) : "",
                blockingRecall,
                seconds,
                pairs / seconds);
    }
}
