package io.salesops.core.quality;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Counts the violations of one rule by code, and keeps the findings of the records with the smallest identifiers, so that
 * neither the order of the records nor a division into parts changes what is kept. Not thread-safe.
 */
final class KeptFindings {
    private static final int KEPT = 20;
    private static final Comparator<Kept> ORDER = Comparator.comparing(Kept::record)
            .thenComparing(kept -> kept.finding().path())
            .thenComparing(kept -> kept.finding().message());

    private final TreeMap<String, Long> counts = new TreeMap<>();
    private final TreeMap<String, List<Kept>> kept = new TreeMap<>();

    private record Kept(String record, Finding finding) {}

    void add(RuleCheck.Violation violation) {
        counts.merge(violation.code(), 1L, Long::sum);
        List<Kept> same = kept.computeIfAbsent(violation.code(), code -> new ArrayList<>());
        if (same.size() < KEPT
                || violation.record().compareTo(same.get(KEPT - 1).record()) <= 0) {
            keep(same, new Kept(violation.record(), violation.finding()));
        }
    }

    private static void keep(List<Kept> same, Kept one) {
        int at = Collections.binarySearch(same, one, ORDER);
        same.add(at < 0 ? -at - 1 : at, one);
        if (same.size() > KEPT) {
            same.remove(KEPT);
        }
    }

    void add(KeptFindings other) {
        other.counts.forEach((code, count) -> counts.merge(code, count, Long::sum));
        other.kept.forEach((code, some) -> {
            List<Kept> same = kept.computeIfAbsent(code, key -> new ArrayList<>());
            some.forEach(one -> keep(same, one));
        });
    }

    ImmutableSortedMap<String, Long> counts() {
        return ImmutableSortedMap.copyOfSorted(counts);
    }

    /** The findings, by code and within it by record. */
    ImmutableList<Finding> findings() {
        return kept.values().stream().flatMap(List::stream).map(Kept::finding).collect(ImmutableList.toImmutableList());
    }

    /** The violations that were counted but whose findings are not kept, one omission a code. */
    ImmutableList<Omission> omitted(String rule) {
        ImmutableList.Builder<Omission> omitted = ImmutableList.builder();
        counts.forEach((code, count) -> {
            List<Kept> same = kept.get(code);
            long more = count - (same == null ? 0 : same.size());
            if (more > 0) {
                omitted.add(new Omission(rule + ": further findings " + code, more, ImmutableList.of()));
            }
        });
        return omitted.build();
    }
}
