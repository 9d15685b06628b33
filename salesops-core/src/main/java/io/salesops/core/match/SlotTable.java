package io.salesops.core.match;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows by number that never change: a tree of three levels with 256 branches. A write copies one node of each level.
 * Immutable and thread-safe.
 *
 * @param <R> what stands under a number
 */
final class SlotTable<R> {
    /** Numbers are below. */
    static final int MOST = 1 << PairSet.RECORD_BITS;

    private static final int BITS = 8;
    private static final int SIZE = 1 << BITS;
    private static final int MASK = SIZE - 1;
    private static final int TOP = 2 * BITS;

    private final @Nullable Object[] root;

    private SlotTable(@Nullable Object[] root) {
        this.root = root;
    }

    /** The rows, numbered from 0. */
    static <R> SlotTable<R> of(List<R> rows) {
        @Nullable Object[] root = new @Nullable Object[SIZE];
        for (int number = 0; number < rows.size(); number++) {
            leaf(leaf(root, number >>> TOP), (number >>> BITS) & MASK)[number & MASK] = rows.get(number);
        }
        return new SlotTable<>(root);
    }

    private static @Nullable Object[] leaf(@Nullable Object[] node, int at) {
        @Nullable Object[] below = below(node, at);
        if (below == null) {
            below = new @Nullable Object[SIZE];
            node[at] = below;
        }
        return below;
    }

    private static @Nullable Object @Nullable [] below(@Nullable Object[] node, int at) {
        return (@Nullable Object[]) node[at];
    }

    /** What stands under a number that was given away. */
    @SuppressWarnings("unchecked") // only rows of this type are put
    R get(int number) {
        @Nullable Object[] middle = below(root, number >>> TOP);
        @Nullable Object[] leaf = middle == null ? null : below(middle, (number >>> BITS) & MASK);
        Object row = leaf == null ? null : leaf[number & MASK];
        if (row == null) {
            throw new IllegalStateException("no record under number " + number);
        }
        return (R) row;
    }

    /** The table with a row, or null to take it out. */
    SlotTable<R> with(int number, @Nullable R row) {
        @Nullable Object[] changed = root.clone();
        @Nullable Object[] middle = copy(changed, number >>> TOP);
        @Nullable Object[] leaf = copy(middle, (number >>> BITS) & MASK);
        leaf[number & MASK] = row;
        return new SlotTable<>(changed);
    }

    private static @Nullable Object[] copy(@Nullable Object[] node, int at) {
        @Nullable Object[] below = below(node, at);
        @Nullable Object[] copy = below == null ? new @Nullable Object[SIZE] : below.clone();
        node[at] = copy;
        return copy;
    }
}
