package io.salesops.commission.statement;

import static com.google.common.base.Preconditions.checkArgument;

import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;

/** The words and figures of statements, the same in lines and totals. */
public final class StatementText {
    private static final Rational HUNDRED = Rational.of(100);

    private StatementText() {}

    /** Returns the amount with its currency and thousands grouped, {@code USD 140,000.00}; a figure in XXX without currency. */
    public static String money(MonetaryAmount amount) {
        String code = amount.getCurrency().getCurrencyCode();
        return (code.equals("XXX") ? "" : code + " ") + number(amount);
    }

    static String number(MonetaryAmount amount) {
        return quantity(amount).grouped(Math.max(0, amount.getCurrency().getDefaultFractionDigits()));
    }

    /** Returns the amount as a quantity in its currency. */
    public static Quantity quantity(MonetaryAmount amount) {
        return Quantity.of(Amounts.number(amount), amount.getCurrency().getCurrencyCode());
    }

    /** Returns a rate in percent, with at most two decimals: {@code 33.33%}; the exact rate stands in the typed result. */
    public static String percent(Rate rate) {
        Optional<BigDecimal> exact = rate.value().times(HUNDRED).decimal();
        return exact.filter(percent -> percent.scale() <= 4)
                        .orElseGet(() -> rate.value().times(HUNDRED).round(2, RoundingMode.HALF_UP))
                        .toPlainString()
                + "%";
    }

    /**
     * Returns the step of a portion.
     *
     * @param rule where the rule stands in the plan
     * @param residue what the portion would pay exactly, less what it pays
     */
    public static Step tierStep(RuleRef rule, String id, TierPortion portion, Rational residue) {
        boolean lump = !portion.rate().share() && portion.base().isZero();
        String where = portion.upTo().isPresent()
                ? lump ? ", {bound}" : ", to {bound}"
                : portion.tier() > 0 && !lump ? ", beyond" : "";
        String what = lump ? "{rate}" : portion.rate().share() ? "{rate} of {base}" : "{rate} for each of {base}";
        String label = "{rule}" + where + ": " + what;
        var step = Step.builder()
                .rule(rule)
                .label(label)
                .amount(quantity(portion.pays()))
                .residue(residue)
                .putInputs("rule", id)
                .putInputs("rate", portion.rate().toString())
                .putInputs("base", number(portion.base()));
        portion.upTo().ifPresent(bound -> step.putInputs("bound", bound.toString()));
        return step.build();
    }

    /** Checks that parts sum to a whole, to the last decimal. */
    static void checkSum(String subject, MonetaryAmount whole, List<MonetaryAmount> parts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (MonetaryAmount part : parts) {
            Amounts.sameCurrency(whole, part);
            sum = sum.add(Amounts.number(part));
        }
        checkArgument(
                sum.compareTo(Amounts.number(whole)) == 0, "%s must sum to %s, but sums to %s", subject, whole, sum);
    }
}
