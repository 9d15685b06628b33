package io.salesops.core.money;

/** Division of a product of two longs, which needs up to 127 bits, by a long: Knuth, TAOCP vol. 2, 4.3.1, algorithm D, with 32-bit digits. */
final class WideDivision {
    private static final int DIGIT = 32;
    private static final long DIGIT_MASK = 0xFFFF_FFFFL;

    private WideDivision() {}

    /**
     * Returns the floor of {@code (high * 2^64 + low) / divisor}, all unsigned; the remainder is what is left of low in
     * wrapping arithmetic.
     *
     * @param high less than the divisor, so that the quotient fits in 64 bits
     * @param divisor positive
     */
    static long divide(long high, long low, long divisor) {
        // The divisor's first bit is brought to the front: then an estimated digit is at most two too large.
        int shift = Long.numberOfLeadingZeros(divisor);
        long normal = divisor << shift;
        long first = high << shift | low >>> (Long.SIZE - shift);
        long second = low << shift;
        long upper = digit(first, second >>> DIGIT, normal);
        long rest = (first << DIGIT | second >>> DIGIT) - upper * normal;
        return upper << DIGIT | digit(rest, second & DIGIT_MASK, normal);
    }

    /** Returns the digit of {@code (rest * 2^32 + next) / divisor}. */
    private static long digit(long rest, long next, long divisor) {
        long divisorHigh = divisor >>> DIGIT;
        long divisorLow = divisor & DIGIT_MASK;
        long digit = Long.divideUnsigned(rest, divisorHigh);
        long left = rest - digit * divisorHigh;
        while (left <= DIGIT_MASK && isTooLarge(digit, left, next, divisorLow)) {
            digit--;
            left += divisorHigh;
        }
        return digit;
    }

    private static boolean isTooLarge(long digit, long left, long next, long divisorLow) {
        return digit > DIGIT_MASK || Long.compareUnsigned(digit * divisorLow, left << DIGIT | next) > 0;
    }
}
