package io.salesops.core.pipeline;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Omission;
import java.util.Optional;
import java.util.TreeSet;

/** How many deals there are of a kind, and the first few by id, whatever the order in which they come. */
final class IdSample {
    private static final int EXAMPLES = 5;

    private final TreeSet<String> first = new TreeSet<>();
    private long count;

    void add(String id) {
        count++;
        keep(id);
    }

    private void keep(String id) {
        if (first.size() < EXAMPLES) {
            first.add(id);
        } else if (id.compareTo(first.last()) < 0 && first.add(id)) {
            first.pollLast();
        }
    }

    void merge(IdSample other) {
        count += other.count;
        other.first.forEach(this::keep);
    }

    long count() {
        return count;
    }

    String examples() {
        return String.join(", ", first);
    }

    Optional<Omission> omission(String reason) {
        return count == 0 ? Optional.empty() : Optional.of(new Omission(reason, count, ImmutableList.copyOf(first)));
    }
}
