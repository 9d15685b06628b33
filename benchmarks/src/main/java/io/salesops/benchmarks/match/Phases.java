package io.salesops.benchmarks.match;

import io.salesops.core.run.Progress;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The seconds that a call spends in each of its phases: up to a report of a phase, time is that of the phase. Not thread-safe. */
final class Phases implements Progress {
    private static final double NANOS = 1e9;

    private final Map<String, Long> nanos = new LinkedHashMap<>();
    private String phase = "";
    private long last = System.nanoTime();

    void clear() {
        nanos.clear();
        phase = "";
        last = System.nanoTime();
    }

    @Override
    public void at(String now, long done, long total) {
        long time = System.nanoTime();
        // What comes between the end of a phase and the start of the next reports nothing: it counts as "after".
        String spent = now.equals(phase) ? now : "after " + phase;
        nanos.merge(spent, time - last, Long::sum);
        phase = now;
        last = time;
    }

    /** The seconds of a phase. */
    double seconds(String name) {
        return nanos.getOrDefault(name, 0L) / NANOS;
    }

    @Override
    public String toString() {
        return nanos.entrySet().stream()
                .map(spent -> String.format(Locale.ROOT, "%s %.2f s", spent.getKey(), spent.getValue() / NANOS))
                .collect(Collectors.joining(", "));
    }
}
