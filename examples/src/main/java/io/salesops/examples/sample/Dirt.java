package io.salesops.examples.sample;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what was made wrong on purpose, by file and by the finding or rule that is to notice it. */
final class Dirt {
    private final Map<String, Long> counts = new TreeMap<>();

    void add(String file, String noticedBy) {
        counts.merge(file + " " + noticedBy, 1L, Long::sum);
    }

    ImmutableSortedMap<String, Long> counts() {
        return ImmutableSortedMap.copyOf(counts);
    }
}
