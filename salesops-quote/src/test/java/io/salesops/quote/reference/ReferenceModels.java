package io.salesops.quote.reference;

import io.salesops.core.money.Amounts;
import io.salesops.quote.price.DiscountTier;
import io.salesops.quote.price.PriceModel;
import io.salesops.quote.price.PriceTier;
import io.salesops.quote.price.RateTier;
import io.salesops.quote.price.UnitRounding;
import io.salesops.quote.price.UsageModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;

/** What a quantity costs by the words of each price model, for one month where it is charged by the month. */
final class ReferenceModels {
    private ReferenceModels() {}

    static Fraction price(
            PriceModel model, Fraction quantity, List<MonetaryAmount> amounts, Optional<MonetaryAmount> cost) {
        if (model instanceof PriceModel.PerUnit perUnit) {
            return quantity.times(Fraction.of(perUnit.unit()));
        } else if (model instanceof PriceModel.Graduated graduated) {
            return slabs(graduated.tiers(), quantity);
        } else if (model instanceof PriceModel.Volume volume) {
            return whole(volume.tiers(), quantity);
        } else if (model instanceof PriceModel.PerPackage packages) {
            Fraction paid = quantity.minus(Fraction.of(packages.free())).most(Fraction.ZERO);
            return rounded(
                            paid.by(Fraction.of(packages.size())),
                            packages.rounding().orElse(UnitRounding.CEILING))
                    .times(Fraction.of(packages.price()));
        } else if (model instanceof PriceModel.Flat flat) {
            return Fraction.of(flat.price());
        } else if (model instanceof PriceModel.Percentage percentage) {
            return transactions(percentage, amounts);
        } else if (model instanceof PriceModel.GraduatedPercentage graduated) {
            return percentages(graduated.tiers(), sum(amounts));
        } else if (model instanceof PriceModel.CostPlus costPlus) {
            Fraction unit = Fraction.of(Amounts.number(cost.orElseThrow()));
            return unit.times(Fraction.ONE.plus(Fraction.read(costPlus.markup().toString())))
                    .times(quantity);
        } else if (model instanceof PriceModel.Dynamic dynamic) {
            Fraction factor = dynamic.multiplier().map(Fraction::of).orElse(Fraction.ONE);
            return sum(amounts).times(factor).times(quantity);
        } else if (model instanceof UsageModel usage) {
            return usage(usage, quantity, amounts, cost);
        }
        throw new AssertionError("no price of its own: " + model);
    }

    static Fraction sum(List<MonetaryAmount> amounts) {
        Fraction sum = Fraction.ZERO;
        for (MonetaryAmount amount : amounts) {
            sum = sum.plus(Fraction.of(Amounts.number(amount)));
        }
        return sum;
    }

    /** Each tier prices what lies inside it; one that is entered adds its fee, the first is entered by nothing. */
    private static Fraction slabs(List<PriceTier> tiers, Fraction quantity) {
        Fraction sum = Fraction.ZERO;
        Fraction lower = Fraction.ZERO;
        boolean entered = true;
        for (PriceTier tier : tiers) {
            if (!entered) {
                break;
            }
            Optional<Fraction> bound = tier.upTo().or(tier::below).map(Fraction::of);
            Fraction inside =
                    bound.map(quantity::least).orElse(quantity).minus(lower).most(Fraction.ZERO);
            sum = sum.plus(units(tier, inside).times(Fraction.of(tier.unit()))).plus(Fraction.of(tier.flat()));
            entered = bound.isPresent() && passed(tier.upTo().isPresent(), quantity, bound.get());
            lower = bound.orElse(lower);
        }
        return sum;
    }

    /** A bound that is in is passed by more than it, one that is out by as much. */
    private static boolean passed(boolean in, Fraction quantity, Fraction bound) {
        return in ? quantity.compareTo(bound) > 0 : quantity.compareTo(bound) >= 0;
    }

    private static Fraction units(PriceTier tier, Fraction inside) {
        return tier.block()
                .map(block -> inside.by(Fraction.of(block)).ceiling())
                .orElse(inside);
    }

    private static Fraction whole(List<PriceTier> tiers, Fraction quantity) {
        for (PriceTier tier : tiers) {
            Optional<Fraction> bound = tier.upTo().or(tier::below).map(Fraction::of);
            if (bound.isEmpty() || !passed(tier.upTo().isPresent(), quantity, bound.get())) {
                return units(tier, quantity).times(Fraction.of(tier.unit())).plus(Fraction.of(tier.flat()));
            }
        }
        throw new AssertionError("beyond the last tier: " + quantity);
    }

    static Fraction percentages(List<RateTier> tiers, Fraction sum) {
        Fraction price = Fraction.ZERO;
        Fraction lower = Fraction.ZERO;
        boolean entered = true;
        for (RateTier tier : tiers) {
            if (!entered) {
                break;
            }
            Optional<Fraction> bound = tier.upTo().or(tier::below).map(Fraction::of);
            Fraction inside = bound.map(sum::least).orElse(sum).minus(lower).most(Fraction.ZERO);
            price = price.plus(inside.times(Fraction.read(tier.rate().toString())))
                    .plus(Fraction.of(tier.flat()));
            entered = bound.isPresent() && passed(tier.upTo().isPresent(), sum, bound.get());
            lower = bound.orElse(lower);
        }
        return price;
    }

    private static Fraction transactions(PriceModel.Percentage model, List<MonetaryAmount> amounts) {
        Fraction free = Fraction.of(model.freeAmount());
        Fraction sum = Fraction.ZERO;
        for (int i = 0; i < amounts.size(); i++) {
            Fraction amount = Fraction.of(Amounts.number(amounts.get(i)));
            Fraction paid = amount.minus(free).most(Fraction.ZERO);
            free = free.minus(amount).most(Fraction.ZERO);
            boolean fee = i >= model.freeTransactions().orElse(0);
            Fraction charge = paid.times(Fraction.read(model.rate().toString()))
                    .plus(fee ? Fraction.of(model.fixed()) : Fraction.ZERO);
            if (paid.sign() > 0 || charge.sign() > 0) {
                charge = model.minimum().map(Fraction::of).map(charge::most).orElse(charge);
                charge = model.maximum().map(Fraction::of).map(charge::least).orElse(charge);
            }
            sum = sum.plus(charge);
        }
        return sum;
    }

    private static Fraction usage(
            UsageModel model, Fraction quantity, List<MonetaryAmount> amounts, Optional<MonetaryAmount> cost) {
        Fraction units = quantity;
        if (model.conversion().isPresent()) {
            units = units.by(Fraction.of(model.conversion().get().divideBy()));
            units = model.conversion().get().rounding().isPresent()
                    ? rounded(units, model.conversion().get().rounding().get())
                    : units;
        }
        units = units.minus(Fraction.of(model.freeUnits())).most(Fraction.ZERO);
        Fraction price = Fraction.ZERO;
        if (model.commitment().isPresent()) {
            price = Fraction.of(model.commitment().get().fee());
            units = units.minus(Fraction.of(model.commitment().get().units())).most(Fraction.ZERO);
        }
        // Without overage a commitment is all that is paid.
        price = model.commitment().isPresent() && units.sign() == 0
                ? price
                : price.plus(price(model.price(), units, amounts, cost));
        price = model.minimum().map(Fraction::of).map(price::most).orElse(price);
        return model.maximum().map(Fraction::of).map(price::least).orElse(price);
    }

    private static Fraction rounded(Fraction units, UnitRounding how) {
        return switch (how) {
            case CEILING -> units.ceiling();
            case FLOOR -> {
                Fraction up = units.ceiling();
                yield up.compareTo(units) == 0 ? up : up.minus(Fraction.ONE);
            }
            case HALF_UP -> Fraction.of(units.rounded(0, RoundingMode.HALF_UP), 0);
        };
    }

    /** The rate of a quantity in a schedule of discounts. */
    static Fraction scheduled(List<DiscountTier> tiers, BigDecimal quantity) {
        for (DiscountTier tier : tiers) {
            Optional<Fraction> bound = tier.upTo().or(tier::below).map(Fraction::of);
            if (bound.isEmpty() || !passed(tier.upTo().isPresent(), Fraction.of(quantity), bound.get())) {
                return Fraction.read(tier.rate().toString());
            }
        }
        return Fraction.ZERO;
    }
}
