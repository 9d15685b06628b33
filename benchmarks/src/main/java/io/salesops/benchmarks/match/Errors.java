package io.salesops.benchmarks.match;

import io.salesops.core.explain.Explanation;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.PriorityQueue;

/** False or missed pairs: how many, and those that the model weighs most wrongly with their waterfalls. */
final class Errors {
    private final String kind;
    private final int most;
    private final boolean isFalse;
    private final PriorityQueue<Pair> worst;
    private long compared;
    private long notCompared;

    /** Starts a list; the worst false pairs weigh most, the worst missed pairs least. */
    Errors(String kind, int most) {
        this.kind = kind;
        this.most = most;
        this.isFalse = kind.equals("false");
        Comparator<Pair> byWeight = Comparator.comparing(Pair::weight);
        this.worst = new PriorityQueue<>(isFalse ? byWeight : byWeight.reversed());
    }

    void add(Explanation.Sum waterfall, boolean wasCompared) {
        if (wasCompared) {
            compared++;
        } else {
            notCompared++;
        }
        worst.add(new Pair(waterfall.total().value(), waterfall, wasCompared));
        if (worst.size() > most) {
            worst.poll();
        }
    }

    void print(PrintStream out) {
        out.println(kind + " pairs: " + compared + " compared, " + notCompared + " not compared");
        worst.stream()
                .sorted(worst.comparator().reversed())
                .forEach(pair ->
                        out.println(kind + (pair.wasCompared ? "" : ", not compared") + ": " + pair.waterfall.text()));
    }

    private record Pair(BigDecimal weight, Explanation.Sum waterfall, boolean wasCompared) {}
}
