package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import io.salesops.quote.document.LineId;
import io.salesops.quote.document.QuoteLine;
import java.util.Optional;

/**
 * Finds the position of a line by its id; without an object for each line. Filled by the pricing that makes it, and never changed
 * afterwards.
 */
final class LineIndex {
    private static final int SPREAD = 0x9E3779B9;

    private final ImmutableList<QuoteLine> lines;
    private final int[] slots;
    private final int shift;

    /** Makes room for so many lines; none is found before it was added. */
    LineIndex(ImmutableList<QuoteLine> lines) {
        this.lines = lines;
        this.slots = new int[Integer.highestOneBit(Math.max(4, lines.size()) * 2 - 1) * 2];
        this.shift = Integer.numberOfLeadingZeros(slots.length - 1);
    }

    /** Adds a line; returns the position of an earlier one of the same id, or -1. */
    int add(int position) {
        int slot = slotOf(lines.get(position).id());
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        slots[slot] = position + 1;
        return -1;
    }

    /** The position of a line, or -1. */
    int indexOf(LineId id) {
        return slots[slotOf(id)] - 1;
    }

    /** The line of an id. */
    Optional<QuoteLine> line(LineId id) {
        int position = indexOf(id);
        return position < 0 ? Optional.empty() : Optional.of(lines.get(position));
    }

    private int slotOf(LineId id) {
        int slot = (id.value().hashCode() * SPREAD) >>> shift;
        while (slots[slot] != 0 && !lines.get(slots[slot] - 1).id().value().equals(id.value())) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}
