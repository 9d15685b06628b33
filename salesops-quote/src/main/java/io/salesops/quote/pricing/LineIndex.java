package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import io.salesops.quote.document.LineId;
import io.salesops.quote.document.QuoteLine;

/** Finds the position of a line by its id; without an object for each line. Immutable and thread-safe. */
final class LineIndex {
    private static final int SPREAD = 0x9E3779B9;

    private final ImmutableList<QuoteLine> lines;
    private final int[] slots;
    private final int shift;

    private LineIndex(ImmutableList<QuoteLine> lines, int[] slots) {
        this.lines = lines;
        this.slots = slots;
        this.shift = Integer.numberOfLeadingZeros(slots.length - 1);
    }

    /** What is told about two lines of one id. */
    interface Duplicates {
        void found(int first, int second);
    }

    static LineIndex of(ImmutableList<QuoteLine> lines, Duplicates duplicates) {
        int capacity = Integer.highestOneBit(Math.max(4, lines.size()) * 2 - 1) * 2;
        LineIndex index = new LineIndex(lines, new int[capacity]);
        for (int i = 0; i < lines.size(); i++) {
            int slot = index.slotOf(lines.get(i).id());
            if (index.slots[slot] == 0) {
                index.slots[slot] = i + 1;
            } else {
                duplicates.found(index.slots[slot] - 1, i);
            }
        }
        return index;
    }

    /** The position of a line, or -1. */
    int indexOf(LineId id) {
        return slots[slotOf(id)] - 1;
    }

    private int slotOf(LineId id) {
        int slot = (id.value().hashCode() * SPREAD) >>> shift;
        while (slots[slot] != 0 && !lines.get(slots[slot] - 1).id().value().equals(id.value())) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}
