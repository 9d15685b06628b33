package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import com.google.common.primitives.UnsignedLongs;
import io.salesops.core.text.ReferenceLists;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of one table, drawn by the hash of their ids: which they are depends on nothing else. The share of matches
 * among pairs, and how they agree, are the same as in the whole.
 */
final class SampledRows implements Rows {
    private static final HashFunction HASH = Hashing.farmHashFingerprint64();

    /** Copies of one row that are learned from: so few that a block takes them whatever the size of the table. */
    private static final int MOST_COPIES = 8;

    private static final long MIX = 0x9e3779b97f4a7c15L;

    private final Rows all;
    private final int[] drawn;

    private SampledRows(Rows all, int[] drawn) {
        this.all = all;
        this.drawn = drawn;
    }

    /** The rows themselves where they are no more than {@code most}, or of two tables. */
    static Rows of(Rows all, int most) {
        if (all.isLink()) {
            return all;
        }
        int[] chosen = withFewCopies(all);
        if (chosen.length <= most) {
            return chosen.length == all.size() ? all : new SampledRows(all, chosen);
        }
        long[] hashes = new long[all.size()];
        for (int row : chosen) {
            hashes[row] =
                    HASH.hashString(all.label(row), StandardCharsets.UTF_8).asLong();
        }
        int[] drawn = Arrays.stream(chosen)
                .boxed()
                .sorted(Comparator.comparing((Integer row) -> hashes[row], UnsignedLongs::compare)
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        return new SampledRows(all, drawn);
    }

    /** All rows, but of those with the same cells throughout only the first few: copies teach nothing that few do not. */
    private static int[] withFewCopies(Rows all) {
        LongNumbers numbers = new LongNumbers(all.size());
        int[] copies = new int[all.size()];
        return IntStream.range(0, all.size())
                .filter(row -> copies[numbers.of(hash(all, row))]++ < MOST_COPIES)
                .toArray();
    }

    private static long hash(Rows all, int row) {
        long hash = 0;
        for (int column = 0; column < all.columns().size(); column++) {
            String cell = all.cell(row, column);
            hash = Long.rotateLeft((hash ^ (cell == null ? 1 : cell.hashCode())) * MIX, 29);
        }
        return hash;
    }

    @Override
    public ReferenceLists lists() {
        return all.lists();
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
