package io.salesops.quote.reference;

import io.salesops.core.crm.ProductId;
import io.salesops.quote.catalog.BundleOption;
import io.salesops.quote.catalog.Offering.Charge;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.price.ConditionalStep;
import io.salesops.quote.price.DiscountTier;
import io.salesops.quote.price.PriceEntry;
import io.salesops.quote.price.PromotionLimits;
import io.salesops.quote.price.WaterfallStep;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.money.MonetaryAmount;

/** The waterfall of one line, step after step on the exact price. */
final class ReferenceSteps {
    private final ReferencePricing pricing;
    private final ReferenceCase facts;
    private final QuoteLine line;
    private final Fraction list;

    ReferenceSteps(ReferencePricing pricing, ReferenceCase facts, QuoteLine line, Fraction list) {
        this.pricing = pricing;
        this.facts = facts;
        this.line = line;
        this.list = list;
    }

    /** The most that a step takes off one quote. */
    static Optional<MonetaryAmount> mostPerUse(WaterfallStep step) {
        if (step instanceof WaterfallStep.Promotion promotion) {
            return promotion.limits().flatMap(PromotionLimits::mostPerUse);
        } else if (step instanceof ConditionalStep conditional) {
            return mostPerUse(conditional.step());
        }
        return step instanceof WaterfallStep.Coupon coupon
                ? coupon.limits().flatMap(PromotionLimits::mostPerUse)
                : Optional.empty();
    }

    Fraction after(WaterfallStep step, Fraction price) {
        if (step instanceof WaterfallStep.ContractedPrice) {
            return pricing.entry(line, true)
                    .map(entry -> pricing.own(line, entry.price()))
                    .orElse(price);
        } else if (step instanceof WaterfallStep.BundlePrice) {
            return held().map(option -> bundled(option, price)).orElse(price);
        } else if (step instanceof ConditionalStep conditional) {
            boolean met =
                    Objects.requireNonNull(facts.conditions().get(step.id())).isMet(facts.quote(), line);
            return met ? after(conditional.step(), price) : price;
        } else if (step instanceof WaterfallStep.VolumeSchedule schedule) {
            return named(schedule.products()) ? less(price, volume(schedule)) : price;
        } else if (step instanceof WaterfallStep.TermSchedule schedule) {
            return less(price, term(schedule));
        } else if (step instanceof WaterfallStep.CustomerDiscount) {
            return asked(price);
        } else if (step instanceof WaterfallStep.PartnerDiscount partner) {
            Fraction rate = Fraction.read(partner.rate().toString());
            return facts.quote().partner().isEmpty()
                    ? price
                    : price.minus((facts.policy().partnersOffList() ? list : price).times(rate));
        } else if (step instanceof WaterfallStep.Promotion promotion) {
            boolean acts = facts.quote().promotions().contains(promotion.code()) && named(promotion.products());
            Fraction rate = Fraction.read(promotion.rate().toString());
            return acts ? price.minus(price.times(rate).times(counted(promotion.limits()))) : price;
        } else if (step instanceof WaterfallStep.Coupon coupon) {
            boolean acts = facts.quote().promotions().contains(coupon.code()) && named(coupon.products());
            return acts ? price.minus(reduction(coupon, price)) : price;
        } else if (step instanceof WaterfallStep.Floor) {
            return floor().map(price::most).orElse(price);
        }
        Optional<Fraction> best = Optional.empty();
        for (WaterfallStep one : ((WaterfallStep.BestOf) step).steps()) {
            Fraction result = after(one, price);
            best = Optional.of(best.map(result::least).orElse(result));
        }
        return best.orElse(price);
    }

    private Optional<QuoteLine> holder() {
        return facts.quote().lines().stream()
                .filter(other -> line.bundle().equals(Optional.of(other.id())))
                .findFirst();
    }

    private Optional<BundleOption> held() {
        return holder().flatMap(other -> pricing.offering(other.product()).options().stream()
                .filter(option -> option.product().equals(line.product()))
                .findFirst());
    }

    /** Units beyond those that each bundle includes, at the option's price or at that of the book; then its discount. */
    private Fraction bundled(BundleOption option, Fraction price) {
        Fraction bundles = Fraction.of(holder().orElseThrow().quantity());
        Fraction free = option.includedQuantity()
                .map(each -> Fraction.of(each).times(bundles))
                .orElse(Fraction.ZERO);
        Fraction paid = Fraction.of(line.quantity()).minus(free).most(Fraction.ZERO);
        Fraction result = price;
        if (option.unitPrice().isPresent()) {
            result = pricing.converted(option.unitPrice().get()).times(paid).times(pricing.months(line));
        } else if (option.includedQuantity().isPresent()) {
            result = paid.sign() == 0 ? Fraction.ZERO : pricing.own(line, paid, acting().price());
        }
        Fraction rate =
                option.discount().map(own -> Fraction.read(own.toString())).orElse(Fraction.ZERO);
        return less(result, rate);
    }

    /** The entry that the price came from: a contracted one only where its step comes first. */
    private PriceEntry acting() {
        for (WaterfallStep step : facts.policy().steps()) {
            if (step instanceof WaterfallStep.ContractedPrice
                    && pricing.entry(line, true).isPresent()) {
                return pricing.entry(line, true).get();
            } else if (step instanceof WaterfallStep.BundlePrice) {
                break;
            }
        }
        return pricing.entry(line, false).orElseThrow();
    }

    private static Fraction less(Fraction price, Fraction rate) {
        return price.times(Fraction.ONE.minus(rate));
    }

    private boolean named(Optional<? extends Set<ProductId>> products) {
        return products.isEmpty() || products.get().contains(line.product());
    }

    private Fraction volume(WaterfallStep.VolumeSchedule schedule) {
        if (schedule.mode() == WaterfallStep.VolumeSchedule.Mode.RANGE) {
            return ReferenceModels.scheduled(schedule.tiers(), line.quantity());
        }
        Fraction quantity = Fraction.of(line.quantity());
        if (quantity.sign() == 0) {
            return Fraction.ZERO;
        }
        Fraction lower = Fraction.ZERO;
        Fraction sum = Fraction.ZERO;
        for (DiscountTier tier : schedule.tiers()) {
            Fraction bound = tier.upTo().or(tier::below).map(Fraction::of).orElse(quantity.most(lower));
            Fraction inside = quantity.least(bound).minus(lower).most(Fraction.ZERO);
            sum = sum.plus(inside.times(Fraction.read(tier.rate().toString())));
            lower = bound;
        }
        return sum.by(quantity);
    }

    private Fraction term(WaterfallStep.TermSchedule schedule) {
        Fraction reached = Fraction.ZERO;
        if (pricing.offering(line.product()).charge() != Charge.ONE_TIME) {
            for (WaterfallStep.LongTerm entry : schedule.rates()) {
                if (ReferenceTerm.monthsAndDays(line.term()).compareTo(Fraction.of(entry.atLeast())) >= 0) {
                    reached = Fraction.read(entry.rate().toString());
                }
            }
        }
        return reached;
    }

    private Fraction asked(Fraction price) {
        if (line.unitPrice().isPresent()) {
            return pricing.converted(line.unitPrice().get()).times(pricing.units(line));
        } else if (line.amountOff().isPresent()) {
            return price.minus(pricing.converted(line.amountOff().get()));
        }
        return line.discount()
                .map(rate -> less(price, Fraction.read(rate.toString())))
                .orElse(price);
    }

    /** The share of the units that a promotion acts on; of no units a limited one takes nothing off. */
    private Fraction counted(Optional<PromotionLimits> limits) {
        Optional<BigDecimal> most = limits.flatMap(PromotionLimits::quantityPerLine);
        Fraction quantity = Fraction.of(line.quantity());
        if (most.isEmpty()) {
            return Fraction.ONE;
        }
        return quantity.sign() == 0
                ? Fraction.ZERO
                : quantity.least(Fraction.of(most)).by(quantity);
    }

    private Fraction reduction(WaterfallStep.Coupon coupon, Fraction price) {
        Fraction amount = pricing.converted(coupon.amount());
        if (coupon.per() == WaterfallStep.Coupon.Per.LINE) {
            return amount.least(price);
        }
        return amount.times(pricing.units(line)).least(price).times(counted(coupon.limits()));
    }

    private Optional<Fraction> floor() {
        return pricing.entry(line, false)
                .flatMap(PriceEntry::floor)
                .map(unit -> Fraction.of(unit).times(pricing.units(line)).times(facts.rate()));
    }
}
