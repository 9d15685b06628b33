package io.salesops.core.text;

import java.util.Arrays;

/** Where each character stands in a text of at most 64 chars: a bit for each position. */
final class Positions {
    private static final int DIRECT = 256;
    private static final int SLOTS = 256;

    private final long[] direct = new long[DIRECT];
    private final char[] chars = new char[Long.SIZE];
    private int length;
    private boolean hasBeyond;
    private char[] slotChars = {};
    private long[] slotBits = {};

    /** Replaces the text. */
    void set(String text) {
        for (int i = 0; i < length; i++) {
            // Of characters beyond the table this clears an entry that is to be empty anyway.
            direct[chars[i] & (DIRECT - 1)] = 0;
        }
        if (hasBeyond) {
            Arrays.fill(slotBits, 0);
            hasBeyond = false;
        }
        int count = text.length();
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            chars[i] = c;
            if (c < DIRECT) {
                direct[c] |= 1L << i;
            } else {
                addBeyond(c, 1L << i);
            }
        }
        length = count;
    }

    private void addBeyond(char c, long bit) {
        if (slotBits.length == 0) {
            slotChars = new char[SLOTS];
            slotBits = new long[SLOTS];
        }
        hasBeyond = true;
        int slot = slot(c);
        slotChars[slot] = c;
        slotBits[slot] |= bit;
    }

    /** The slot of a character, or the free one where it would stand: at most 64 of the slots are taken. */
    private int slot(char c) {
        int slot = (c * 0x9E3779B9) >>> 24;
        while (slotBits[slot] != 0 && slotChars[slot] != c) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }

    /** The positions at which the character stands. */
    long of(char c) {
        return c < DIRECT ? direct[c] : hasBeyond ? slotBits[slot(c)] : 0;
    }

    char charAt(int position) {
        return chars[position];
    }

    int length() {
        return length;
    }

    /** How many first characters the other text has in common. */
    int prefix(String other) {
        int most = Math.min(length, other.length());
        int prefix = 0;
        while (prefix < most && chars[prefix] == other.charAt(prefix)) {
            prefix++;
        }
        return prefix;
    }
}
