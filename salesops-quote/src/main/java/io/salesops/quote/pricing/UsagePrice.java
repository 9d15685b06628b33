package io.salesops.quote.pricing;

import io.salesops.core.money.Rational;
import io.salesops.quote.price.UnitConversion;
import io.salesops.quote.price.UsageModel;

/** Metered units: converted, freed, set against a commitment, priced and bounded, in this order. */
final class UsagePrice extends ListPrice {
    private final UsageModel model;
    private final ListPrice price;

    UsagePrice(UsageModel model, ListPrice price) {
        this.model = model;
        this.price = price;
    }

    @Override
    boolean prices(Rational quantity) {
        return price.prices(overage(billable(quantity)));
    }

    @Override
    String end() {
        return price.end();
    }

    @Override
    boolean needsAmounts() {
        return price.needsAmounts();
    }

    @Override
    boolean needsCost() {
        return price.needsCost();
    }

    /** Billed units after conversion and without the free ones. */
    private Rational billable(Rational quantity) {
        Rational units = model.conversion()
                .map(conversion -> converted(quantity, conversion))
                .orElse(quantity);
        return units.minus(AmountPrice.exact(model.freeUnits())).max(Rational.ZERO);
    }

    private static Rational converted(Rational quantity, UnitConversion conversion) {
        Rational units = quantity.dividedBy(Rational.of(conversion.divideBy()));
        return conversion
                .rounding()
                .map(rounding -> Rational.of(units.round(0, rounding.mode())))
                .orElse(units);
    }

    private Rational overage(Rational billable) {
        return model.commitment()
                .map(commitment ->
                        billable.minus(Rational.of(commitment.units())).max(Rational.ZERO))
                .orElse(billable);
    }

    @Override
    Rational price(PriceFacts facts) {
        Rational over = overage(billable(facts.quantity()));
        Rational sum = model.commitment()
                .map(commitment -> over.signum() == 0
                        ? Rational.of(commitment.fee())
                        : Rational.of(commitment.fee()).plus(price.price(facts.withQuantity(over))))
                .orElseGet(() -> price.price(facts.withQuantity(over)));
        return AmountPrice.bounded(sum, model.minimum(), model.maximum());
    }

    @Override
    String calculation(PriceFacts facts, int shown) {
        Rational billable = billable(facts.quantity());
        Rational over = overage(billable);
        StringBuilder words = new StringBuilder();
        if (!billable.equals(facts.quantity())) {
            words.append(Figures.grouped(facts.quantity(), 0)).append(" used, ");
            words.append(Figures.grouped(billable, 0)).append(" billed: ");
        }
        model.commitment().ifPresent(commitment -> {
            words.append("commitment ").append(Figures.grouped(Rational.of(commitment.fee()), shown));
            words.append(" for ").append(Figures.grouped(Rational.of(commitment.units()), 0));
        });
        if (model.commitment().isEmpty()) {
            words.append(price.calculation(facts.withQuantity(over), shown));
        } else if (over.signum() > 0) {
            words.append(" + overage ").append(price.calculation(facts.withQuantity(over), shown));
        }
        model.minimum()
                .ifPresent(least -> words.append(", at least ").append(Figures.grouped(Rational.of(least), shown)));
        model.maximum().ifPresent(most -> words.append(", at most ").append(Figures.grouped(Rational.of(most), shown)));
        return words.toString();
    }
}
