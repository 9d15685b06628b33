package io.salesops.core.pipeline;

import static com.google.common.base.Preconditions.checkArgument;

import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** Growth from one figure to another. Immutable and thread-safe. */
public final class Growth {
    private static final int DIGITS = 30;
    private static final int NEWTON_STEPS = 200;

    private Growth() {}

    /** Returns the change over the first figure, exactly; absent where that is 0. */
    public static Optional<Rate> from(BigDecimal first, BigDecimal second) {
        return first.signum() == 0
                ? Optional.empty()
                : Optional.of(new Rate(Rational.of(second.subtract(first)).dividedBy(Rational.of(first.abs()))));
    }

    /**
     * Returns the compound annual growth rate (CAGR): the rate that, applied every year, leads from the first figure to the
     * second; a root, rounded half even to {@code decimals}.
     *
     * @param years how many; positive
     * @throws IllegalArgumentException if a figure is not positive: then no rate leads from one to the other
     */
    public static BigDecimal compound(BigDecimal first, BigDecimal second, int years, int decimals) {
        checkArgument(first.signum() > 0 && second.signum() > 0, "figures must be positive: %s, %s", first, second);
        checkArgument(years > 0, "years must be positive: %s", years);
        MathContext exact = new MathContext(DIGITS + decimals, RoundingMode.HALF_EVEN);
        BigDecimal ratio = second.divide(first, exact);
        BigDecimal root = BigDecimal.valueOf(StrictMath.pow(ratio.doubleValue(), 1.0 / years));
        BigDecimal count = BigDecimal.valueOf(years);
        for (int i = 0; i < NEWTON_STEPS; i++) {
            BigDecimal power = root.pow(years - 1, exact);
            BigDecimal next = root.multiply(count.subtract(BigDecimal.ONE), exact)
                    .add(ratio.divide(power, exact))
                    .divide(count, exact);
            if (next.compareTo(root) == 0) {
                break;
            }
            root = next;
        }
        return root.subtract(BigDecimal.ONE).setScale(decimals, RoundingMode.HALF_EVEN);
    }
}
