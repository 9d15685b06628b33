package io.salesops.core.quality;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Counts records by value, in bounded memory.
 *
 * <p>Up to a limit of distinct values every count is exact. Beyond it only values whose hash begins with enough zero bits
 * stay, as in adaptive sampling (Wegman; Flajolet 1990): whether a value stays depends on its hash and on which values there
 * are, never on their order, and the count of one that stays is exact. The number of distinct values is then estimated, with
 * a standard error of about {@code 1.2 / sqrt(limit)} of it. So that a common value is found even if its hash does not stay, a
 * uniform sample of {@value #SAMPLED} records, those with the smallest hash of their identifier, is kept beside it.
 *
 * <p>Tallies of parts add up to that of the whole, whatever the parts and their order. Memory: {@code limit} values, three
 * identifiers each. Not thread-safe.
 */
final class ValueTally {
    private static final int SAMPLED = 1024;
    private static final int SHOWN_IDS = 3;
    static final int LONGEST = 200;
    private static final HashFunction HASH = Hashing.murmur3_128(0x5A1E5);

    private final int limit;
    private final Map<String, Group> groups = new HashMap<>();
    private final TreeSet<Sampled> sample = new TreeSet<>(
            Comparator.comparingLong(Sampled::hash).thenComparing(Sampled::id).thenComparing(Sampled::value));
    private int level;
    private long records;

    /** The records of a value: how many, and the smallest identifiers. */
    static final class Group {
        private long size;
        private final TreeSet<String> ids = new TreeSet<>();

        long size() {
            return size;
        }

        ImmutableList<String> ids() {
            return ImmutableList.copyOf(ids);
        }

        private void add(long more, Iterable<String> others) {
            size += more;
            for (String id : others) {
                if (ids.size() < SHOWN_IDS || id.compareTo(ids.last()) < 0) {
                    ids.add(id);
                    if (ids.size() > SHOWN_IDS) {
                        ids.pollLast();
                    }
                }
            }
        }
    }

    private record Sampled(long hash, String id, String value) {}

    ValueTally(int limit) {
        checkArgument(limit > 0, "limit of distinct values must be positive: %s", limit);
        this.limit = limit;
    }

    /** Counts a record. */
    void add(String value, String id) {
        records++;
        sample(new Sampled(hash(id), id, shown(value)));
        if (level == 0 || stays(value)) {
            groups.computeIfAbsent(value, key -> new Group()).add(1, List.of(id));
            shrink();
        }
    }

    /** Adds what another tally of the same limit counted. */
    void add(ValueTally other) {
        checkArgument(limit == other.limit, "tallies of limits %s and %s do not add up", limit, other.limit);
        records += other.records;
        level = Math.max(level, other.level);
        groups.keySet().removeIf(value -> !stays(value));
        other.groups.forEach((value, group) -> {
            if (stays(value)) {
                groups.computeIfAbsent(value, key -> new Group()).add(group.size, group.ids);
            }
        });
        shrink();
        other.sample.forEach(this::sample);
    }

    private void sample(Sampled one) {
        if (sample.size() < SAMPLED || one.hash() <= sample.last().hash()) {
            sample.add(one);
            if (sample.size() > SAMPLED) {
                sample.pollLast();
            }
        }
    }

    private void shrink() {
        while (groups.size() > limit) {
            level++;
            groups.keySet().removeIf(value -> !stays(value));
        }
    }

    private boolean stays(String value) {
        return Long.numberOfLeadingZeros(hash(value)) >= level;
    }

    private static long hash(String text) {
        return HASH.hashUnencodedChars(text).asLong();
    }

    /** How many distinct values are counted exactly. */
    int limit() {
        return limit;
    }

    /** Whether there were more distinct values than the limit, so that some figures are estimates. */
    boolean isEstimated() {
        return level > 0;
    }

    /** How many records were counted. */
    long records() {
        return records;
    }

    /** How many distinct values there are; an estimate beyond the limit. */
    long distinct() {
        return Math.min(records, (long) groups.size() << level);
    }

    /** The values that stay; all of them up to the limit. */
    Map<String, Group> groups() {
        return groups;
    }

    /** One value in how many a group that stays stands for. */
    long weight() {
        return 1L << level;
    }

    /**
     * The most common values, those with equal counts by text. Beyond the limit the count of a value that does not stay is
     * its share of the sampled records, at least two of which must have it.
     */
    ImmutableList<ValueCount> top(int most) {
        Map<String, Long> counts = new HashMap<>();
        if (isEstimated()) {
            Map<String, Long> sampled = new HashMap<>();
            sample.forEach(one -> sampled.merge(one.value(), 1L, Long::sum));
            sampled.forEach((value, count) -> {
                if (count > 1) {
                    counts.put(value, Math.max(1, records * count / sample.size()));
                }
            });
        }
        groups.forEach((value, group) ->
                counts.merge(shown(value), group.size, (other, exact) -> isEstimated() ? exact : other + exact));
        List<ValueCount> all = new ArrayList<>();
        counts.forEach((value, count) -> all.add(new ValueCount(value, count)));
        all.sort(Comparator.comparingLong(ValueCount::count).reversed().thenComparing(ValueCount::value));
        return ImmutableList.copyOf(all.subList(0, Math.min(most, all.size())));
    }

    static String shown(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }
}
