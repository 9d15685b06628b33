package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.money.Rational;
import io.salesops.quote.price.PriceLevel;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * One step of a waterfall: what it changed, exactly and rounded.
 *
 * <p>Amounts are whole minor units of the quote's currency; {@link #amount()} and {@link #after()} make a MonetaryAmount
 * when asked. Immutable and thread-safe.
 */
public final class PriceStep {
    private final StepRule rule;
    private final Cause cause;
    private final MinorUnits money;
    private final @Nullable PriceStep before;
    private final long minorAfter;
    /** The exact price after the step in minor units, as a quotient; the divisor is 0 where {@link #exact} says it. */
    private final long over;

    private final long under;
    /** The exact price in minor units where it is no quotient of two longs, or the exact change where the divisor is 0. */
    private final @Nullable Rational exact;

    /** What the change is a share of, where the divisor is 0 and no exact change is known. */
    private final @Nullable HeaderStep header;

    /** A step that changes the exact price. */
    PriceStep(
            StepRule rule,
            Cause cause,
            MinorUnits money,
            @Nullable PriceStep before,
            long minorAfter,
            long over,
            long under,
            @Nullable Rational wide) {
        this.rule = rule;
        this.cause = cause;
        this.money = money;
        this.before = before;
        this.minorAfter = minorAfter;
        this.over = wide == null ? over : 0;
        this.under = wide == null ? under : 1;
        this.exact = wide;
        this.header = null;
    }

    /** A step whose exact change, in the currency's units, is known. */
    PriceStep(
            StepRule rule,
            Cause cause,
            MinorUnits money,
            @Nullable PriceStep before,
            long minorAfter,
            Rational exactChange) {
        this.rule = rule;
        this.cause = cause;
        this.money = money;
        this.before = before;
        this.minorAfter = minorAfter;
        this.over = 0;
        this.under = 0;
        this.exact = exactChange;
        this.header = null;
    }

    /**
     * A line's share of what acts on the quote as a whole.
     *
     * @param share what the line's price changed by, in minor units
     */
    PriceStep(HeaderStep header, MinorUnits money, PriceStep before, long share) {
        this.rule = header.rule();
        this.cause = header.cause();
        this.money = money;
        this.before = before;
        this.minorAfter = Math.addExact(before.minorAfter, share);
        this.over = 0;
        this.under = 0;
        this.exact = null;
        this.header = header;
    }

    /** The entry, policy step or header rule that acted. */
    public RuleRef rule() {
        return rule.rule();
    }

    /** The price that the step is on the way to. */
    public PriceLevel level() {
        return rule.level();
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
        return money.amount(minor());
    }

    /** The rounded price after the step. */
    public MonetaryAmount after() {
        return money.amount(minorAfter);
    }

    /** The exact change, in the currency's units. */
    public Rational exact() {
        if (under == 0) {
            return header == null
                    ? Objects.requireNonNull(exact)
                    : money.major(header.exactShare(Objects.requireNonNull(before).minorAfter));
        }
        Rational change = before == null ? exactAfter() : exactAfter().minus(before.exactAfter());
        return money.major(change);
    }

    /** The exact price after the step in minor units; the rounded one where only a change was calculated. */
    private Rational exactAfter() {
        if (under == 0) {
            return Rational.of(minorAfter);
        }
        return exact == null ? new Rational(BigInteger.valueOf(over), BigInteger.valueOf(under)) : exact;
    }

    /** The exact change less {@link #amount()}. */
    public Rational residue() {
        return exact().minus(money.exact(minor()));
    }

    long minor() {
        return before == null ? minorAfter : Math.subtractExact(minorAfter, before.minorAfter);
    }

    long minorAfter() {
        return minorAfter;
    }

    /** This step as part of an explanation. */
    Step explained() {
        return new Step(
                rule(),
                label(),
                Quantity.of(
                        BigDecimal.valueOf(minor(), money.scale()),
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
                && minor() == step.minor()
                && minorAfter == step.minorAfter
                && exact().equals(step.exact())
                && label().equals(step.label())
                && inputs().equals(step.inputs());
    }

    @Override
    public int hashCode() {
        return Objects.hash(rule, money, minorAfter);
    }

    @Override
    public String toString() {
        return amount() + " [" + rule() + "]";
    }
}
