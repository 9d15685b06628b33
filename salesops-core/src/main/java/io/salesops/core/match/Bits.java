package io.salesops.core.match;

import java.math.BigDecimal;

/**
 * Weights in thousandths of a bit. Whole numbers make a sum of weights exact and independent of its order; the rounding,
 * at most 0.0005 bits a comparison, is far below what m and u are known to.
 */
final class Bits {
    /** Decimals of a weight. */
    static final int DECIMALS = 3;

    private static final double UNIT = 1000;
    private static final double LN2 = StrictMath.log(2);

    private Bits() {}

    static double log2(double value) {
        return StrictMath.log(value) / LN2;
    }

    static int ofRatio(double numerator, double denominator) {
        return ofBits(log2(numerator) - log2(denominator));
    }

    static int ofBits(double bits) {
        return Math.toIntExact(Math.round(bits * UNIT));
    }

    static double toBits(long thousandths) {
        return thousandths / UNIT;
    }

    static BigDecimal decimal(long thousandths) {
        return BigDecimal.valueOf(thousandths, DECIMALS);
    }

    /** The probability whose odds are 2 to the power of the weight. */
    static double probability(double bits) {
        return 1 / (1 + StrictMath.pow(2, -bits));
    }
}
