package io.salesops.quote.pricing;

import io.salesops.core.finding.Finding;
import io.salesops.core.money.Rate;
import io.salesops.quote.price.DiscountTier;
import io.salesops.quote.price.PriceTier;
import io.salesops.quote.price.RateTier;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds what is wrong with tiers: their order, their bounds, and their values. */
final class TierCheck {
    private final String path;
    private final String name;
    private final Consumer<Finding> findings;

    TierCheck(String path, String name, Consumer<Finding> findings) {
        this.path = path;
        this.name = name;
        this.findings = findings;
    }

    /** Checks tiers of prices. */
    void prices(List<PriceTier> tiers) {
        bounds(tiers.stream().map(tier -> new Bound(tier.upTo(), tier.below())).toList());
        for (int i = 0; i < tiers.size(); i++) {
            PriceTier tier = tiers.get(i);
            String at = "/tiers/" + i;
            notNegative("unit price", tier.unit(), at + "/unit");
            tier.flat().ifPresent(flat -> notNegative("flat fee", flat, at + "/flat"));
            tier.block()
                    .filter(size -> size.signum() <= 0)
                    .ifPresent(size -> add(
                            "quote.package.size",
                            at + "/block",
                            "block of " + name + " must hold more than nothing: " + size.toPlainString()));
        }
    }

    /** Checks tiers of percentages. */
    void rates(List<RateTier> tiers) {
        bounds(tiers.stream().map(tier -> new Bound(tier.upTo(), tier.below())).toList());
        for (int i = 0; i < tiers.size(); i++) {
            RateTier tier = tiers.get(i);
            String at = "/tiers/" + i;
            notNegative("rate", tier.rate(), at + "/rate");
            tier.flat().ifPresent(flat -> notNegative("flat fee", flat, at + "/flat"));
        }
    }

    /** Checks tiers of discounts. */
    void discounts(List<DiscountTier> tiers) {
        bounds(tiers.stream().map(tier -> new Bound(tier.upTo(), tier.below())).toList());
        for (int i = 0; i < tiers.size(); i++) {
            Rate rate = tiers.get(i).rate();
            if (rate.compareTo(Rate.ONE) > 0) {
                add(
                        "quote.discount.aboveWhole",
                        "/tiers/" + i + "/rate",
                        "discount of " + name + " is more than the price: " + rate);
            }
        }
    }

    private void notNegative(String what, Rate value, String at) {
        if (value.signum() < 0) {
            add("quote.price.negative", at, what + " of " + name + " is negative: " + value);
        }
    }

    private void notNegative(String what, BigDecimal value, String at) {
        if (value.signum() < 0) {
            add("quote.price.negative", at, what + " of " + name + " is negative: " + value.toPlainString());
        }
    }

    private record Bound(Optional<BigDecimal> upTo, Optional<BigDecimal> below) {
        Optional<BigDecimal> end() {
            return upTo.isPresent() ? upTo : below;
        }
    }

    private void bounds(List<Bound> bounds) {
        if (bounds.isEmpty()) {
            add("quote.tier.missing", "/tiers", name + " has no tiers");
        }
        boolean in = bounds.stream().anyMatch(bound -> bound.upTo().isPresent());
        Optional<BigDecimal> above = Optional.of(BigDecimal.ZERO);
        for (int i = 0; i < bounds.size(); i++) {
            Bound bound = bounds.get(i);
            String at = "/tiers/" + i;
            if (in && bound.below().isPresent()) {
                findings.accept(Finding.error(
                                "quote.tier.bounds",
                                path + at + "/below",
                                "tiers of " + name + " have bounds that are in and bounds that are out, so that a"
                                        + " quantity on a bound has two prices or none")
                        .maybe("Maybe state all of them as upTo."));
            }
            if (above.isEmpty()) {
                findings.accept(Finding.error(
                                "quote.tier.unreachable",
                                path + at,
                                "tier " + (i + 1) + " of " + name + " stands after a tier without bound")
                        .maybe("Maybe give tier " + i + " an upTo."));
            } else {
                order(bound, i, above.get(), at);
            }
            above = bound.end();
        }
    }

    private void order(Bound bound, int index, BigDecimal above, String at) {
        bound.end()
                .filter(end -> end.compareTo(above) <= 0)
                .ifPresent(end -> findings.accept(Finding.error(
                                "quote.tier.order",
                                path + at + (bound.upTo().isPresent() ? "/upTo" : "/below"),
                                "tier " + (index + 1) + " of " + name + " ends at " + end.toPlainString()
                                        + ", but starts above " + above.toPlainString())
                        .maybe("Maybe the tiers are not in ascending order.")));
    }

    private void add(String code, String at, String message) {
        findings.accept(Finding.error(code, path + at, message));
    }
}
