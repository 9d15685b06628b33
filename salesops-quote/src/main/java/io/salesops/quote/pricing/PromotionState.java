package io.salesops.quote.pricing;

import io.salesops.core.money.Rational;
import java.util.Optional;

/** A promotion that acts on one quote: its amounts in the quote's currency, and what it takes off so far. Not thread-safe. */
final class PromotionState {
    private final Rational amount;
    private final Optional<Rational> most;
    private Rational total = Rational.ZERO;
    private Rational factor = Rational.ONE;
    private boolean settled;

    /**
     * Starts a promotion.
     *
     * @param amount what a coupon takes off, in minor units; zero for a percentage
     * @param most the most that it takes off the quote, in minor units
     */
    PromotionState(Rational amount, Optional<Rational> most) {
        this.amount = amount;
        this.most = most;
        this.settled = most.isEmpty();
    }

    Rational amount() {
        return amount;
    }

    /** What each line's discount is multiplied with, so that all together are not more than allowed. */
    Rational factor() {
        return factor;
    }

    boolean isBounded() {
        return most.isPresent();
    }

    void add(Rational reduction) {
        if (most.isPresent()) {
            total = total.plus(reduction);
        }
    }

    /** Forgets what was taken off: the lines are priced again. */
    void restart() {
        total = Rational.ZERO;
    }

    /** Fixes the factor once all lines have been priced; returns whether they must be priced again. */
    boolean settle() {
        if (settled) {
            return false;
        }
        settled = true;
        Rational allowed = most.orElseThrow();
        if (total.compareTo(allowed) <= 0) {
            return false;
        }
        factor = allowed.dividedBy(total);
        return true;
    }
}
