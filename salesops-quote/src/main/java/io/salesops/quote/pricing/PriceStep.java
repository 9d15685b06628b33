package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.money.Rational;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import javax.money.MonetaryAmount;

/**
 * One step of a waterfall: what it changed, exactly and rounded.
 *
 * <p>Amounts are whole minor units of the quote's currency; {@link #amount()} and {@link #after()} make a MonetaryAmount
 * when asked. Immutable and thread-safe.
 */
public final class PriceStep {
    private final RuleRef rule;
    private final Cause cause;
    private final MinorUnits money;
    private final long minor;
    private final long minorAfter;
    private final Rational exact;

    PriceStep(RuleRef rule, Cause cause, MinorUnits money, long minor, long minorAfter, Rational exact) {
        this.rule = rule;
        this.cause = cause;
        this.money = money;
        this.minor = minor;
        this.minorAfter = minorAfter;
        this.exact = exact;
    }

    /** The entry, policy step or header rule that acted. */
    public RuleRef rule() {
        return rule;
    }

    /** What it did, in English, with the names of inputs in braces. */
    public String label() {
        return cause.label();
    }

    /** The values that the label names. */
    public ImmutableMap<String, String> inputs() {
        return cause.inputs();
    }

    /** The signed change: the rounded price after the step less the rounded price before it. */
    public MonetaryAmount amount() {
        return money.amount(minor);
    }

    /** The rounded price after the step. */
    public MonetaryAmount after() {
        return money.amount(minorAfter);
    }

    /** The exact change, in the currency's units. */
    public Rational exact() {
        return exact;
    }

    /** The exact change less {@link #amount()}. */
    public Rational residue() {
        return exact.minus(money.exact(minor));
    }

    long minor() {
        return minor;
    }

    long minorAfter() {
        return minorAfter;
    }

    /** This step as part of an explanation. */
    Step explained() {
        return new Step(
                rule,
                label(),
                Quantity.of(
                        BigDecimal.valueOf(minor, money.scale()),
                        money.currency().getCurrencyCode()),
                Optional.of(residue()),
                inputs(),
                ImmutableList.of());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PriceStep step
                && rule.equals(step.rule)
                && money.equals(step.money)
                && minor == step.minor
                && minorAfter == step.minorAfter
                && exact.equals(step.exact)
                && label().equals(step.label())
                && inputs().equals(step.inputs());
    }

    @Override
    public int hashCode() {
        return Objects.hash(rule, money, minor, minorAfter, exact);
    }

    @Override
    public String toString() {
        return amount() + " [" + rule + "]";
    }
}
