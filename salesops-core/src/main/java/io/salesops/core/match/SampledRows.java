package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import com.google.common.primitives.UnsignedLongs;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of one table, drawn by the hash of their ids: which they are depends on nothing else. The share of matches
 * among pairs, and how they agree, are the same as in the whole.
 */
final class SampledRows implements Rows {
    private static final HashFunction HASH = Hashing.farmHashFingerprint64();

    private final Rows all;
    private final int[] drawn;

    private SampledRows(Rows all, int[] drawn) {
        this.all = all;
        this.drawn = drawn;
    }

    /** The rows themselves where they are no more than {@code most}, or of two tables. */
    static Rows of(Rows all, int most) {
        if (all.isLink() || all.size() <= most) {
            return all;
        }
        long[] hashes = new long[all.size()];
        for (int row = 0; row < hashes.length; row++) {
            hashes[row] =
                    HASH.hashString(all.label(row), StandardCharsets.UTF_8).asLong();
        }
        int[] drawn = IntStream.range(0, all.size())
                .boxed()
                .sorted(Comparator.comparing((Integer row) -> hashes[row], UnsignedLongs::compare)
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        return new SampledRows(all, drawn);
    }

    @Override
    public int size() {
        return drawn.length;
    }

    @Override
    public ImmutableList<String> columns() {
        return all.columns();
    }

    @Override
    public @Nullable String cell(int row, int column) {
        return all.cell(drawn[row], column);
    }

    @Override
    public String label(int row) {
        return all.label(drawn[row]);
    }
}
