package io.salesops.core.match;

import java.util.Arrays;

/** Numbers longs from 0 in the order in which they first come: a hash table without boxes. Not thread-safe. */
final class LongNumbers {
    private static final int FREE = -1;

    private long[] keys;
    private int[] numbers;
    private int size;

    LongNumbers(int expected) {
        int capacity = Integer.highestOneBit(Math.max(16, Math.min(expected, 1 << 28)) * 2);
        keys = new long[capacity];
        numbers = new int[capacity];
        Arrays.fill(numbers, FREE);
    }

    int of(long key) {
        int slot = slot(key);
        if (numbers[slot] != FREE) {
            return numbers[slot];
        }
        if (3 * size >= 2 * keys.length) {
            grow();
            slot = slot(key);
        }
        keys[slot] = key;
        numbers[slot] = size;
        return size++;
    }

    /** The number of a key, or -1 where it has not come. */
    int find(long key) {
        return numbers[slot(key)];
    }

    int size() {
        return size;
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & (keys.length - 1);
        while (numbers[slot] != FREE && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[oldKeys.length * 2];
        numbers = new int[oldKeys.length * 2];
        Arrays.fill(numbers, FREE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNumbers[i] != FREE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }
}
