package io.salesops.core.match;

import org.jspecify.annotations.Nullable;

/**
 * A record of an index: its id, its cells, and its texts as each reading of the index normalises them. Immutable and
 * thread-safe; nobody writes to the arrays.
 */
final class IndexedRow<I> {
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
}
