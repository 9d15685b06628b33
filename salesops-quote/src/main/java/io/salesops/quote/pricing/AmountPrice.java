package io.salesops.quote.pricing;

import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.quote.price.PriceModel;
import java.math.BigDecimal;
import java.util.Optional;

/** Prices that follow from amounts instead of quantities: of the line, of the offering, of other lines, or fixed. */
abstract class AmountPrice extends ListPrice {

    /** A price that no quantity changes. */
    static final class Flat extends AmountPrice {
        private final Rational price;

        Flat(PriceModel.Flat model) {
            this.price = Rational.of(model.price());
        }

        @Override
        Rational price(PriceFacts facts) {
            return price;
        }

        @Override
        String calculation(PriceFacts facts, int shown) {
            return "flat price";
        }
    }

    /** A percentage of transactions, and a fee for each. */
    static final class Percentage extends AmountPrice {
        private final PriceModel.Percentage model;

        Percentage(PriceModel.Percentage model) {
            this.model = model;
        }

        @Override
        boolean needsAmounts() {
            return true;
        }

        @Override
        Rational price(PriceFacts facts) {
            Rational free = exact(model.freeAmount());
            Rational sum = Rational.ZERO;
            for (int i = 0; i < facts.amounts().size(); i++) {
                Rational amount = facts.amounts().get(i);
                Rational used = free.min(amount);
                free = free.minus(used);
                boolean bearsFee = i >= model.freeTransactions().orElse(0);
                sum = sum.plus(price(amount.minus(used), bearsFee ? exact(model.fixed()) : Rational.ZERO));
            }
            return sum;
        }

        private Rational price(Rational charged, Rational fee) {
            if (charged.signum() == 0 && fee.signum() == 0) {
                return Rational.ZERO;
            }
            Rational price = charged.times(model.rate().value()).plus(fee);
            return bounded(price, model.minimum(), model.maximum());
        }

        @Override
        String calculation(PriceFacts facts, int shown) {
            return model.rate() + " of " + Figures.grouped(facts.sum(), shown)
                    + model.freeAmount()
                            .map(free -> ", " + Figures.grouped(Rational.of(free), shown) + " free")
                            .orElse("")
                    + " in " + facts.amounts().size() + " transactions"
                    + model.fixed()
                            .map(fee -> " + " + Figures.grouped(Rational.of(fee), shown) + " each")
                            .orElse("")
                    + (model.freeTransactions().isPresent()
                            ? " but the first " + model.freeTransactions().getAsInt()
                            : "");
        }
    }

    /** Tiers of percentages. */
    static final class GraduatedPercentage extends AmountPrice {
        private final TierPrice.Slabs slabs;

        GraduatedPercentage(PriceModel.GraduatedPercentage model) {
            this.slabs = new TierPrice.Slabs(Slab.ofRates(model.tiers()));
        }

        @Override
        boolean needsAmounts() {
            return true;
        }

        @Override
        Rational price(PriceFacts facts) {
            return slabs.price(facts.withQuantity(facts.sum()));
        }

        @Override
        String calculation(PriceFacts facts, int shown) {
            return slabs.calculation(facts.withQuantity(facts.sum()), shown);
        }
    }

    /** A percentage of other lines. */
    static final class PercentOfTotal extends AmountPrice {
        private final PriceModel.PercentOfTotal model;

        PercentOfTotal(PriceModel.PercentOfTotal model) {
            this.model = model;
        }

        PriceModel.PercentOfTotal model() {
            return model;
        }

        @Override
        Rational price(PriceFacts facts) {
            return facts.quantity().times(model.rate().value()).times(facts.others());
        }

        @Override
        String calculation(PriceFacts facts, int shown) {
            String base = model.rate() + " of " + Figures.grouped(facts.others(), shown);
            return facts.quantity().equals(Rational.ONE) ? base : Figures.grouped(facts.quantity(), 0) + " x " + base;
        }
    }

    /** Cost with a mark-up. */
    static final class CostPlus extends AmountPrice {
        private final Rate markup;

        CostPlus(PriceModel.CostPlus model) {
            this.markup = model.markup();
        }

        @Override
        boolean needsCost() {
            return true;
        }

        @Override
        Rational price(PriceFacts facts) {
            return facts.quantity().times(facts.cost()).times(Rational.ONE.plus(markup.value()));
        }

        @Override
        String calculation(PriceFacts facts, int shown) {
            return Figures.grouped(facts.quantity(), 0) + " x cost " + Figures.grouped(facts.cost(), shown) + " + "
                    + markup;
        }
    }

    /** A price that the line states. */
    static final class Dynamic extends AmountPrice {
        private final Rational multiplier;

        Dynamic(PriceModel.Dynamic model) {
            this.multiplier = model.multiplier().map(Rational::of).orElse(Rational.ONE);
        }

        @Override
        boolean needsAmounts() {
            return true;
        }

        @Override
        Rational price(PriceFacts facts) {
            return facts.quantity().times(facts.sum()).times(multiplier);
        }

        @Override
        String calculation(PriceFacts facts, int shown) {
            String text = Figures.grouped(facts.quantity(), 0) + " x " + Figures.grouped(facts.sum(), shown);
            return multiplier.equals(Rational.ONE) ? text : text + " x " + multiplier;
        }
    }

    static Rational exact(Optional<BigDecimal> amount) {
        return amount.map(Rational::of).orElse(Rational.ZERO);
    }

    static Rational bounded(Rational price, Optional<BigDecimal> least, Optional<BigDecimal> most) {
        Rational raised = least.map(Rational::of).map(price::max).orElse(price);
        return most.map(Rational::of).map(raised::min).orElse(raised);
    }
}
