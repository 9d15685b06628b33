package io.salesops.core.match;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A set of numbers from 0 that never changes: few are an ascending array, many are parts of 65,536 numbers, each an
 * ascending array or, from 256 on, bits. After S. Chambi, D. Lemire, O. Kaser and R. Godin, Better bitmap performance
 * with Roaring bitmaps, 2016, whose bits begin at 4,096, where they are no larger than the array: sooner here, since sets of
 * bits meet in a fraction of the time. A write costs a copy of one part. Immutable and thread-safe.
 */
final class SlotSet {
    static final SlotSet EMPTY = new SlotSet(0, new int[0], null);

    private static final int FEW = 64;
    private static final int PART_BITS = 16;
    private static final int PART = 1 << PART_BITS;
    private static final int DENSE = 256;
    /** A set so many times larger is searched, not walked. */
    private static final int FAR_LARGER = 16;

    private static final int WORD_BITS = 6;

    private final int size;
    private final int[] few;
    private final @Nullable Part @Nullable [] parts;

    private SlotSet(int size, int[] few, @Nullable Part @Nullable [] parts) {
        this.size = size;
        this.few = few;
        this.parts = parts;
    }

    /** The set of ascending numbers, each once. */
    static SlotSet of(int... ascending) {
        int size = ascending.length;
        if (size <= FEW) {
            return new SlotSet(size, ascending, null);
        }
        @Nullable Part[] parts = new @Nullable Part[(ascending[size - 1] >>> PART_BITS) + 1];
        for (int from = 0; from < size; ) {
            int number = ascending[from] >>> PART_BITS;
            int to = from;
            while (to < size && ascending[to] >>> PART_BITS == number) {
                to++;
            }
            parts[number] = Part.of(ascending, from, to);
            from = to;
        }
        return new SlotSet(size, EMPTY.few, parts);
    }

    int size() {
        return size;
    }

    boolean contains(int number) {
        if (parts == null) {
            return Arrays.binarySearch(few, number) >= 0;
        }
        Part part = part(number >>> PART_BITS);
        return part != null && part.contains(number & (PART - 1));
    }

    private @Nullable Part part(int number) {
        return parts != null && number < parts.length ? parts[number] : null;
    }

    SlotSet with(int number) {
        if (contains(number)) {
            return this;
        }
        if (parts == null) {
            int[] more = Arrays.copyOf(few, size + 1);
            int at = -Arrays.binarySearch(few, number) - 1;
            System.arraycopy(few, at, more, at + 1, size - at);
            more[at] = number;
            return of(more);
        }
        int at = number >>> PART_BITS;
        @Nullable Part[] changed = Arrays.copyOf(parts, Math.max(parts.length, at + 1));
        Part part = changed[at];
        int low = number & (PART - 1);
        changed[at] = part == null ? new Part(1, new char[] {(char) low}, null) : part.with(low);
        return new SlotSet(size + 1, few, changed);
    }

    SlotSet without(int number) {
        if (!contains(number)) {
            return this;
        }
        if (parts == null || size - 1 <= FEW / 2) {
            IntList left = new IntList();
            forEach(member -> {
                if (member != number) {
                    left.add(member);
                }
            });
            return of(left.toArray());
        }
        @Nullable Part[] changed = parts.clone();
        int at = number >>> PART_BITS;
        changed[at] = java.util.Objects.requireNonNull(changed[at]).without(number & (PART - 1));
        return new SlotSet(size - 1, few, changed);
    }

    /** Passes the numbers in ascending order. */
    void forEach(IntConsumer numbers) {
        for (int number : few) {
            numbers.accept(number);
        }
        for (int at = 0; parts != null && at < parts.length; at++) {
            Part part = parts[at];
            if (part != null) {
                part.forEach(at << PART_BITS, numbers);
            }
        }
    }

    /**
     * Writes the numbers of both sets, in ascending order, as long as there are no more than the array holds.
     *
     * @return how many there are; one more than the array holds where there are more
     */
    int intersect(SlotSet other, int[] both) {
        SlotSet small = size <= other.size ? this : other;
        SlotSet large = small == this ? other : this;
        int count = 0;
        for (int number : small.few) {
            if (large.contains(number)) {
                if (count == both.length) {
                    return count + 1;
                }
                both[count++] = number;
            }
        }
        for (int at = 0; small.parts != null && at < small.parts.length; at++) {
            Part part = small.parts[at];
            Part there = large.part(at);
            if (part != null && there != null) {
                count = part.intersect(there, at << PART_BITS, both, count);
                if (count > both.length) {
                    return count;
                }
            }
        }
        return count;
    }

    /** Up to 65,536 numbers: an ascending array, or bits. */
    private static final class Part {
        private static final char[] NONE = {};

        private final int size;
        private final char[] numbers;
        private final long @Nullable [] bits;

        Part(int size, char[] numbers, long @Nullable [] bits) {
            this.size = size;
            this.numbers = numbers;
            this.bits = bits;
        }

        static Part of(int[] ascending, int from, int to) {
            if (to - from < DENSE) {
                char[] numbers = new char[to - from];
                for (int i = from; i < to; i++) {
                    numbers[i - from] = (char) ascending[i];
                }
                return new Part(to - from, numbers, null);
            }
            long[] bits = new long[PART >>> WORD_BITS];
            for (int i = from; i < to; i++) {
                int low = ascending[i] & (PART - 1);
                bits[low >>> WORD_BITS] |= 1L << low;
            }
            return new Part(to - from, NONE, bits);
        }

        boolean contains(int low) {
            return bits == null
                    ? Arrays.binarySearch(numbers, (char) low) >= 0
                    : (bits[low >>> WORD_BITS] & (1L << low)) != 0;
        }

        Part with(int low) {
            if (bits != null) {
                long[] more = bits.clone();
                more[low >>> WORD_BITS] |= 1L << low;
                return new Part(size + 1, NONE, more);
            }
            int at = -Arrays.binarySearch(numbers, (char) low) - 1;
            int[] more = new int[size + 1];
            for (int i = 0; i <= size; i++) {
                more[i] = i < at ? numbers[i] : i == at ? low : numbers[i - 1];
            }
            return of(more, 0, size + 1);
        }

        /** Null where nothing is left. */
        @Nullable
        Part without(int low) {
            if (size == 1) {
                return null;
            }
            if (bits != null && size > DENSE / 2) {
                long[] left = bits.clone();
                left[low >>> WORD_BITS] &= ~(1L << low);
                return new Part(size - 1, NONE, left);
            }
            IntList left = new IntList();
            forEach(0, member -> {
                if (member != low) {
                    left.add(member);
                }
            });
            return of(left.toArray(), 0, size - 1);
        }

        void forEach(int base, IntConsumer sink) {
            for (char number : numbers) {
                sink.accept(base | number);
            }
            for (int word = 0; bits != null && word < bits.length; word++) {
                for (long rest = bits[word]; rest != 0; rest &= rest - 1) {
                    sink.accept(base | (word << WORD_BITS) | Long.numberOfTrailingZeros(rest));
                }
            }
        }

        int intersect(Part other, int base, int[] both, int from) {
            if (bits != null && other.bits != null) {
                return intersectBits(bits, other.bits, base, both, from);
            }
            if (bits != null || (other.bits == null && other.size < size)) {
                return other.intersect(this, base, both, from);
            }
            if (other.bits != null) {
                return intersectBits(numbers, other.bits, base, both, from);
            }
            return other.size < FAR_LARGER * size
                    ? walk(numbers, other.numbers, base, both, from)
                    : search(numbers, other.numbers, base, both, from);
        }

        private static int intersectBits(char[] numbers, long[] bits, int base, int[] both, int from) {
            int count = from;
            for (char number : numbers) {
                if ((bits[number >>> WORD_BITS] & (1L << number)) != 0) {
                    if (count == both.length) {
                        return count + 1;
                    }
                    both[count++] = base | number;
                }
            }
            return count;
        }

        private static int walk(char[] one, char[] other, int base, int[] both, int from) {
            int count = from;
            int i = 0;
            int j = 0;
            while (i < one.length && j < other.length) {
                char first = one[i];
                char second = other[j];
                if (first == second) {
                    if (count == both.length) {
                        return count + 1;
                    }
                    both[count++] = base | first;
                }
                i += first <= second ? 1 : 0;
                j += second <= first ? 1 : 0;
            }
            return count;
        }

        private static int search(char[] few, char[] many, int base, int[] both, int from) {
            int count = from;
            int next = 0;
            for (char number : few) {
                next = gallop(many, next, number);
                if (next < many.length && many[next] == number) {
                    if (count == both.length) {
                        return count + 1;
                    }
                    both[count++] = base | number;
                }
            }
            return count;
        }

        /** The first place from {@code from} on whose number is not smaller, by steps that double. */
        private static int gallop(char[] numbers, int from, char number) {
            int step = 1;
            int high = from;
            while (high < numbers.length && numbers[high] < number) {
                high += step;
                step <<= 1;
            }
            int low = Math.max(from, high - (step >> 1));
            int found = Arrays.binarySearch(numbers, low, Math.min(high + 1, numbers.length), number);
            return found < 0 ? -found - 1 : found;
        }

        private static int intersectBits(long[] one, long[] other, int base, int[] both, int from) {
            int count = from;
            for (int word = 0; word < one.length; word++) {
                for (long rest = one[word] & other[word]; rest != 0; rest &= rest - 1) {
                    if (count == both.length) {
                        return count + 1;
                    }
                    both[count++] = base | (word << WORD_BITS) | Long.numberOfTrailingZeros(rest);
                }
            }
            return count;
        }
    }
}
