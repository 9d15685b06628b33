package io.salesops.commission.calc;

import com.google.common.math.LongMath;
import io.salesops.core.money.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact linear function of a long, rounded once: {@code (slope * x + offset) / unit}, all whole. */
final class Slope {
    private final BigInteger slope;
    private final BigInteger offset;
    private final BigInteger unit;
    private final RoundingMode mode;

    /** Whether the three fit in 63 bits; then these are they. */
    private final boolean narrow;

    private final long narrowSlope;
    private final long narrowOffset;
    private final long narrowUnit;

    private Slope(BigInteger slope, BigInteger offset, BigInteger unit, RoundingMode mode) {
        this.slope = slope;
        this.offset = offset;
        this.unit = unit;
        this.mode = mode;
        narrow = slope.bitLength() < Long.SIZE && offset.bitLength() < Long.SIZE && unit.bitLength() < Long.SIZE;
        narrowSlope = slope.longValue();
        narrowOffset = offset.longValue();
        narrowUnit = unit.longValue();
    }

    static Slope of(Rational slope, Rational offset, RoundingMode mode) {
        BigInteger common = slope.denominator().gcd(offset.denominator());
        BigInteger unit = slope.denominator().divide(common).multiply(offset.denominator());
        return new Slope(
                slope.numerator().multiply(unit.divide(slope.denominator())),
                offset.numerator().multiply(unit.divide(offset.denominator())),
                unit,
                mode);
    }

    /**
     * Returns the value.
     *
     * @throws ArithmeticException if it needs more than 63 bits, or the mode is UNNECESSARY and there is a rest
     */
    long at(long x) {
        long product = narrowSlope * x;
        long sum = product + narrowOffset;
        boolean exact = narrow
                && Math.multiplyHigh(narrowSlope, x) == product >> 63
                && ((product ^ sum) & (narrowOffset ^ sum)) >= 0;
        if (!exact || mode == RoundingMode.UNNECESSARY) {
            return wide(x);
        }
        return mode == RoundingMode.HALF_UP ? halfUp(sum, narrowUnit) : LongMath.divide(sum, narrowUnit, mode);
    }

    /** As {@link LongMath#divide}, for the mode that most plans have. */
    private static long halfUp(long sum, long unit) {
        long quotient = sum / unit;
        long rest = Math.abs(sum - quotient * unit);
        return rest >= unit - rest ? quotient + (sum < 0 ? -1 : 1) : quotient;
    }

    private long wide(long x) {
        BigDecimal numerator =
                new BigDecimal(slope.multiply(BigInteger.valueOf(x)).add(offset));
        try {
            return numerator.divide(new BigDecimal(unit), 0, mode).longValueExact();
        } catch (ArithmeticException e) {
            ArithmeticException named = new ArithmeticException("running pay " + numerator + "/" + unit
                    + (mode == RoundingMode.UNNECESSARY
                            ? " is no whole number of minor units"
                            : " minor units needs more than 63 bits"));
            named.initCause(e);
            throw named;
        }
    }
}
