package io.salesops.quote.pricing;

import io.salesops.core.money.Rate;
import io.salesops.quote.document.QuoteLine;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first steps of a waterfall that need no call: the price in two local numbers, multiplied and rounded step by step. It
 * ends where a step must be called, or where a product does not fit in 63 bits. Immutable and thread-safe.
 */
final class ShortWay {
    private final Shortcut[] steps;
    /** 1 where a price between two minor units goes up, 0 where it goes to the even one. */
    private final long tiesUp;

    private final boolean nearest;

    private ShortWay(Shortcut[] steps, boolean nearest, long tiesUp) {
        this.steps = steps;
        this.nearest = nearest;
        this.tiesUp = tiesUp;
    }

    /** The short way of a quote; of no length where prices are not rounded to the nearest minor unit. */
    static ShortWay of(QuoteContext context, boolean byUnit) {
        RoundingMode mode = context.policy().rounding().mode();
        boolean nearest = !byUnit && (mode == RoundingMode.HALF_UP || mode == RoundingMode.HALF_EVEN);
        return new ShortWay(
                nearest ? context.shortcuts().toArray(new Shortcut[0]) : new Shortcut[0],
                nearest,
                mode == RoundingMode.HALF_UP ? 1 : 0);
    }

    /** Whether lines may come to their net price without a call. */
    boolean leadsToNet() {
        if (!nearest) {
            return false;
        }
        for (Shortcut step : steps) {
            if (step.kind() == Shortcut.Kind.NONE) {
                return false;
            }
        }
        return true;
    }

    /**
     * Takes the price as far as it can.
     *
     * @param columns where prices are entered; in plain ones the list price as well
     * @return the position of the first step that is left
     */
    int take(LinePrice line, LineColumns columns) {
        Exact price = line.price();
        long quantity = line.wholeQuantity();
        if (price.wide() != null || quantity < 0) {
            return 0;
        }
        boolean full = columns.isFull();
        long over = price.over();
        long under = price.under();
        long rounded = nearest(over, under);
        if (!full) {
            columns.round(0, rounded);
        }
        int done = 0;
        for (; done < steps.length; done++) {
            Shortcut step = steps[done];
            Shortcut.Kind kind = step.kind();
            if (kind != Shortcut.Kind.CUT && kind != Shortcut.Kind.ASKED) {
                step = step.on(line, quantity);
            }
            long factor = step.over();
            long divisor = step.under();
            @Nullable Cause why = step.cause();
            if (kind == Shortcut.Kind.ASKED) {
                QuoteLine asking = line.line();
                Optional<Rate> asked = asking.discount();
                if (asked.isPresent()) {
                    BigInteger part = asked.get().value().numerator();
                    BigInteger whole = asked.get().value().denominator();
                    if (part.signum() >= 0 && whole.bitLength() < Long.SIZE - 1) {
                        divisor = whole.longValue();
                        factor = divisor - part.longValue();
                        why = LinePrice.ASKED;
                    }
                } else if (asking.amountOff().isEmpty() && asking.unitPrice().isEmpty()) {
                    step = Shortcut.SKIP;
                }
            }
            if (step == Shortcut.SKIP) {
                continue;
            }
            long top = over * factor;
            long bottom = under * divisor;
            boolean fits =
                    (Math.multiplyHigh(over, factor) | Math.multiplyHigh(under, divisor)) == 0 && (top | bottom) >= 0;
            if (why == null || !fits) {
                break;
            }
            over = top;
            under = bottom;
            rounded = nearest(over, under);
            if (full) {
                columns.step(done + 1, rounded, over, under, why);
            } else {
                columns.round(done + 1, rounded);
            }
        }
        price.set(over, under);
        return done;
    }

    /** Rounds without a branch: which way a price goes is as good as random, and no processor would guess it. */
    private long nearest(long over, long under) {
        long whole = over / under;
        long rest = over - whole * under;
        long tie = tiesUp | (whole & 1);
        return whole + ((under - rest - rest - tie) >>> (Long.SIZE - 1));
    }
}
