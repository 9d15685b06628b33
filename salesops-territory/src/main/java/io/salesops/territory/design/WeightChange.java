package io.salesops.territory.design;

import static com.google.common.base.Preconditions.checkArgument;

import java.math.BigInteger;

/**
 * How a weight changes from one plan to another.
 *
 * @param before what it was
 * @param gained what comes in
 * @param lost what goes out
 */
public record WeightChange(BigInteger before, BigInteger gained, BigInteger lost) {

    /** Checks that nothing is lost that was not there. */
    public WeightChange {
        checkArgument(
                before.signum() >= 0 && gained.signum() >= 0 && lost.signum() >= 0,
                "weights must not be negative: before %s, gained %s, lost %s",
                before,
                gained,
                lost);
        checkArgument(lost.compareTo(before) <= 0, "lost %s of %s", lost, before);
    }

    /** What it is afterwards. */
    public BigInteger after() {
        return before.add(gained).subtract(lost);
    }
}
