package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Rational;
import io.salesops.quote.document.Quote;
import io.salesops.quote.price.ConditionalStep;
import io.salesops.quote.price.PromotionLimits;
import io.salesops.quote.price.PromotionUses;
import io.salesops.quote.price.WaterfallStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/** Finds the promotions of a quote that act: known, and not used up. */
final class PromotionCheck {
    private final Definitions definitions;
    private final Quote quote;
    private final PromotionUses uses;
    private final List<Finding> findings;
    private final Map<String, Terms> known = new TreeMap<>();

    /** What a promotion says. */
    private record Terms(Optional<MonetaryAmount> amount, PromotionLimits limits) {}

    /**
     * Promotions that act.
     *
     * @param states by code
     * @param amounts that may have to be converted
     */
    record Acting(ImmutableMap<String, PromotionState> states, ImmutableList<MonetaryAmount> amounts) {}

    PromotionCheck(Definitions definitions, Quote quote, PromotionUses uses, List<Finding> findings) {
        this.definitions = definitions;
        this.quote = quote;
        this.uses = uses;
        this.findings = findings;
    }

    Acting check(MinorUnits money, Currencies currencies) {
        if (quote.promotions().isEmpty()) {
            return new Acting(ImmutableMap.of(), ImmutableList.of());
        }
        definitions.policy().steps().forEach(this::learn);
        ImmutableMap.Builder<String, PromotionState> states = ImmutableMap.builder();
        ImmutableList.Builder<MonetaryAmount> amounts = ImmutableList.builder();
        for (String code : quote.promotions()) {
            Terms terms = known.get(code);
            if (terms == null) {
                findings.add(Finding.error(
                                "quote.promotion.unknown",
                                "/promotions",
                                "promotion '" + code + "' is not in policy "
                                        + definitions.policy().id() + " "
                                        + definitions.policy().version())
                        .maybe(known.isEmpty() ? "Maybe it has ended." : "Maybe it is one of " + known.keySet() + "."));
            } else if (!isUsedUp(code, terms.limits())) {
                Rational amount = terms.amount()
                        .map(each -> minors(each, money, currencies))
                        .orElse(Rational.ZERO);
                states.put(
                        code,
                        new PromotionState(
                                amount, terms.limits().mostPerUse().map(most -> minors(most, money, currencies))));
                terms.amount().ifPresent(amounts::add);
                terms.limits().mostPerUse().ifPresent(amounts::add);
            }
        }
        return new Acting(states.buildOrThrow(), amounts.build());
    }

    private Rational minors(MonetaryAmount amount, MinorUnits money, Currencies currencies) {
        CurrencyUnit own = money.currency();
        Optional<Rational> exact = currencies.into(own, amount);
        if (exact.isEmpty()) {
            findings.add(currencies.unknown(amount.getCurrency(), own, "/promotions"));
        }
        return exact.map(money::minors).orElse(Rational.ZERO);
    }

    private void learn(WaterfallStep step) {
        if (step instanceof WaterfallStep.Promotion promotion) {
            known.put(
                    promotion.code(),
                    new Terms(Optional.empty(), promotion.limits().orElseGet(PromotionLimits::none)));
        } else if (step instanceof WaterfallStep.Coupon coupon) {
            known.put(
                    coupon.code(),
                    new Terms(Optional.of(coupon.amount()), coupon.limits().orElseGet(PromotionLimits::none)));
        } else if (step instanceof WaterfallStep.BestOf choice) {
            choice.steps().forEach(this::learn);
        } else if (step instanceof ConditionalStep conditional) {
            learn(conditional.step());
        }
    }

    private boolean isUsedUp(String code, PromotionLimits limits) {
        long total = uses.total(code);
        long own = uses.by(quote.account(), code);
        boolean all = limits.uses().isPresent() && total >= limits.uses().getAsInt();
        boolean account = limits.usesPerAccount().isPresent()
                && own >= limits.usesPerAccount().getAsInt();
        if (all || account) {
            findings.add(Finding.warning(
                            "quote.promotion.usedUp",
                            "/promotions",
                            "promotion '" + code + "' takes nothing off: it was used " + (all ? total : own)
                                    + " times" + (all ? "" : " by " + quote.account()) + " of "
                                    + (all
                                            ? limits.uses().getAsInt()
                                            : limits.usesPerAccount().getAsInt()))
                    .maybe("Maybe take its code off the quote."));
        }
        return all || account;
    }
}
