package io.salesops.core.match;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableSortedMap;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many records have each blocking key. Sizes of parts merge to those of the whole, in any order and grouping. Keys stand
 * as hashes, so that no names are kept.
 *
 * @param records how many records have a key, by the number of its rule and the hash of its text
 */
public record BlockSizes(@JsonProperty(required = true) ImmutableSortedMap<String, Long> records)
        implements Serializable {

    /** The sizes of no block. */
    public static BlockSizes none() {
        return new BlockSizes(ImmutableSortedMap.of());
    }

    /** Returns the sizes for these records and others. */
    public BlockSizes merge(BlockSizes other) {
        return new BlockSizes(ImmutableSortedMap.copyOf(AgreementCounts.sum(records, other.records)));
    }

    /** How many pairs the blocks have together; a pair of two blocks counts twice. */
    public long pairs() {
        return records.values().stream()
                .mapToLong(size -> Math.multiplyExact(size, size - 1) / 2)
                .reduce(0, Math::addExact);
    }

    /** The blocks of more records. */
    BlockSizes above(int most) {
        Map<String, Long> large = new TreeMap<>();
        records.forEach((key, size) -> {
            if (size > most) {
                large.put(key, size);
            }
        });
        return new BlockSizes(ImmutableSortedMap.copyOf(large));
    }

    long of(PairScorer.Key key) {
        Long size = records.get(name(key));
        return size == null ? 0 : size;
    }

    static String name(PairScorer.Key key) {
        return key.rule() + ":" + TermFrequencies.hash(key.text());
    }
}
