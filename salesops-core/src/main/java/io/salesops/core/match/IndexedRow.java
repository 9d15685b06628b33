package io.salesops.core.match;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A record of an index: its id, its cells, and its texts as each reading of the index normalises them. Immutable and
 * thread-safe; nobody writes to the arrays.
 */
final class IndexedRow<I> {
    private static final HashFunction HASH = Hashing.murmur3_128();

    private final I id;
    private final @Nullable String[] cells;
    private final @Nullable String[] texts;

    IndexedRow(I id, @Nullable String[] cells, @Nullable String[] texts) {
        this.id = id;
        this.cells = cells;
        this.texts = texts;
    }

    I id() {
        return id;
    }

    /** The text of a column; null where there is none. */
    @Nullable
    String cell(int column) {
        return cells[column];
    }

    /** The text of a reading; null where there is none. */
    @Nullable
    String text(int reading) {
        return texts[reading];
    }

    /** A hash of the first texts, those that are compared. */
    long hash(int compared) {
        Hasher hasher = HASH.newHasher();
        for (int reading = 0; reading < compared; reading++) {
            String text = texts[reading];
            hasher.putInt(text == null ? -1 : text.length());
            if (text != null) {
                hasher.putUnencodedChars(text);
            }
        }
        return hasher.hash().asLong();
    }

    /** Whether the first texts, those that are compared, are the same. */
    boolean isEqual(IndexedRow<I> other, int compared) {
        return Arrays.equals(texts, 0, compared, other.texts, 0, compared);
    }
}
