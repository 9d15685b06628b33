package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Rate;
import io.salesops.core.money.ResidueOwner;
import io.salesops.core.time.DayCount;
import io.salesops.quote.price.ConditionalStep;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.price.PromotionLimits;
import io.salesops.quote.price.WaterfallStep;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what is wrong with a pricing policy and its steps. */
final class StepCheck {
    private final PricingPolicy policy;
    private final DefinitionFindings findings;
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> claims = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    StepCheck(PricingPolicy policy, DefinitionFindings findings) {
        this.policy = policy;
        this.findings = findings;
    }

    void check() {
        findings.about("policy", policy.id(), policy.version());
        if (policy.rounding().mode() == RoundingMode.UNNECESSARY) {
            findings.error("quote.rounding.mode", "/rounding/mode", "prices cannot be rounded by mode UNNECESSARY");
        }
        if (policy.dayCount().unit() == DayCount.Unit.PERIOD) {
            findings.error(
                    "quote.dayCount.period",
                    "/dayCount",
                    "day count " + policy.dayCount().name() + " counts periods, not months",
                    "Maybe use " + DayCount.MONTHS_DAYS.name() + ".");
        }
        if (policy.rounding().residue() != ResidueOwner.LARGEST_REMAINDER) {
            findings.error(
                    "quote.rounding.residue",
                    "/rounding/residue",
                    "a header discount is spread by largest remainder, not by "
                            + policy.rounding().residue());
        }
        policy.minimumOrder()
                .filter(minimum -> minimum.amount().isNegative())
                .ifPresent(minimum -> findings.error(
                        "quote.amount.negative",
                        "/minimumOrder/amount",
                        "minimum order is negative: " + minimum.amount()));
        for (int i = 0; i < policy.steps().size(); i++) {
            step(policy.steps().get(i), "/steps/" + i, false);
        }
    }

    private void step(WaterfallStep step, String path, boolean inChoice) {
        String same = ids.putIfAbsent(step.id(), path);
        if (same != null) {
            findings.error(
                    "quote.step.duplicate", path, "steps " + same + " and " + path + " are both named " + step.id());
        }
        String claim = step.match(CLAIM);
        String rival = claims.putIfAbsent(claim, path);
        if (rival != null) {
            findings.error(
                    "quote.step.conflict",
                    path,
                    "steps " + names.get(rival) + " (" + rival + ") and " + step.id() + " (" + path
                            + ") both apply the " + claim + ", and neither comes before the other");
        }
        names.put(path, step.id());
        step.match(new Values(path, inChoice));
    }

    /** What only one step of a policy may apply: two of them have equal priority. */
    private static final WaterfallStep.Cases<String> CLAIM = new WaterfallStep.Cases<>() {
        @Override
        public String contractedPrice(WaterfallStep.ContractedPrice step) {
            return "contracted price";
        }

        @Override
        public String bundlePrice(WaterfallStep.BundlePrice step) {
            return "price of an option in its bundle";
        }

        @Override
        public String volumeSchedule(WaterfallStep.VolumeSchedule step) {
            // Schedules may be for different products: each has its place in the order.
            return "volume schedule " + step.id();
        }

        @Override
        public String termSchedule(WaterfallStep.TermSchedule step) {
            return "discount for long terms";
        }

        @Override
        public String customerDiscount(WaterfallStep.CustomerDiscount step) {
            return "discount that a line asks for";
        }

        @Override
        public String partnerDiscount(WaterfallStep.PartnerDiscount step) {
            // Partner and distributor follow each other, each with a margin of his own.
            return "partner discount " + step.id();
        }

        @Override
        public String promotion(WaterfallStep.Promotion step) {
            return "promotion " + step.code();
        }

        @Override
        public String coupon(WaterfallStep.Coupon step) {
            return "promotion " + step.code();
        }

        @Override
        public String floor(WaterfallStep.Floor step) {
            // After each group of discounts a price may be raised again.
            return "floor " + step.id();
        }

        @Override
        public String bestOf(WaterfallStep.BestOf step) {
            return "choice " + step.id();
        }

        @Override
        public String conditional(ConditionalStep step) {
            return step.step().match(this) + " where " + step.where().words();
        }
    };

    /** Checks the values of a step. */
    private final class Values implements WaterfallStep.Cases<Boolean> {
        private final String path;
        private final boolean inChoice;

        Values(String path, boolean inChoice) {
            this.path = path;
            this.inChoice = inChoice;
        }

        @Override
        public Boolean contractedPrice(WaterfallStep.ContractedPrice step) {
            return true;
        }

        @Override
        public Boolean bundlePrice(WaterfallStep.BundlePrice step) {
            return true;
        }

        @Override
        public Boolean volumeSchedule(WaterfallStep.VolumeSchedule step) {
            new TierCheck(path, step.id(), findings::add).discounts(step.tiers());
            return true;
        }

        @Override
        public Boolean termSchedule(WaterfallStep.TermSchedule step) {
            List<WaterfallStep.LongTerm> rates = step.rates();
            if (rates.isEmpty()) {
                findings.error("quote.schedule.missing", path + "/rates", "schedule " + step.id() + " is empty");
            }
            int before = 0;
            for (int i = 0; i < rates.size(); i++) {
                WaterfallStep.LongTerm term = rates.get(i);
                if (term.atLeast() <= before) {
                    findings.error(
                            "quote.schedule.order",
                            path + "/rates/" + i + "/atLeast",
                            "schedule " + step.id() + " has " + term.atLeast() + " months after " + before,
                            "Maybe the terms are not in ascending order.");
                }
                rate(path + "/rates/" + i + "/rate", term.rate());
                before = term.atLeast();
            }
            return true;
        }

        @Override
        public Boolean customerDiscount(WaterfallStep.CustomerDiscount step) {
            return true;
        }

        @Override
        public Boolean partnerDiscount(WaterfallStep.PartnerDiscount step) {
            rate(path + "/rate", step.rate());
            return true;
        }

        @Override
        public Boolean promotion(WaterfallStep.Promotion step) {
            rate(path + "/rate", step.rate());
            step.limits().ifPresent(limits -> limits(step.id(), limits));
            return true;
        }

        @Override
        public Boolean coupon(WaterfallStep.Coupon step) {
            if (step.amount().isNegative()) {
                findings.error(
                        "quote.amount.negative",
                        path + "/amount",
                        "coupon " + step.id() + " takes off less than nothing: " + step.amount());
            }
            step.limits().ifPresent(limits -> limits(step.id(), limits));
            return true;
        }

        @Override
        public Boolean floor(WaterfallStep.Floor step) {
            return true;
        }

        @Override
        public Boolean bestOf(WaterfallStep.BestOf step) {
            if (inChoice) {
                findings.error("quote.choice.nested", path, "choice " + step.id() + " stands in another choice");
            }
            if (step.steps().size() < 2) {
                findings.error(
                        "quote.choice.single",
                        path + "/steps",
                        "choice " + step.id() + " has less than two steps to choose from");
            }
            for (int i = 0; i < step.steps().size(); i++) {
                step(step.steps().get(i), path + "/steps/" + i, true);
            }
            return true;
        }

        @Override
        public Boolean conditional(ConditionalStep step) {
            ImmutableList<WaterfallStep> inner = ImmutableList.of(step.step());
            boolean asked = Definitions.foresees(inner, WaterfallStep.CustomerDiscount.class)
                    || Definitions.foresees(inner, WaterfallStep.ContractedPrice.class)
                    || Definitions.foresees(inner, WaterfallStep.BundlePrice.class);
            if (asked || step.step() instanceof ConditionalStep) {
                findings.error(
                        "quote.condition.kind",
                        path + "/step",
                        "step " + step.id()
                                + (asked
                                        ? " has a condition, but what is asked for or agreed must act on every line"
                                        : " has a condition on a condition"),
                        asked ? "Maybe take the condition off it." : "Maybe join both conditions with all.");
            }
            return step.step().match(new Values(path + "/step", inChoice));
        }

        private void rate(String at, Rate rate) {
            if (rate.compareTo(Rate.ONE) > 0) {
                findings.error("quote.discount.aboveWhole", at, "discount is more than the price: " + rate);
            }
        }

        private void limits(String name, PromotionLimits limits) {
            if (limits.uses().orElse(1) < 0 || limits.usesPerAccount().orElse(1) < 0) {
                findings.error(
                        "quote.promotion.limit",
                        path + "/limits",
                        "promotion " + name + " has a negative number of uses");
            }
            Optional<BigDecimal> units = limits.quantityPerLine().filter(quantity -> quantity.signum() < 0);
            units.ifPresent(quantity -> findings.error(
                    "quote.promotion.limit",
                    path + "/limits/quantityPerLine",
                    "promotion " + name + " reaches a negative quantity: " + quantity.toPlainString()));
            limits.mostPerUse().ifPresent(most -> {
                if (most.isNegative()) {
                    findings.error(
                            "quote.promotion.limit",
                            path + "/limits/mostPerUse",
                            "promotion " + name + " takes off at most less than nothing: " + most);
                }
                if (inChoice) {
                    findings.error(
                            "quote.choice.limit",
                            path + "/limits/mostPerUse",
                            "promotion " + name + " stands in a choice, and its bound over all lines could change"
                                    + " which step is the best",
                            "Maybe take it out of the choice, or bound its quantity.");
                }
            });
        }
    }
}
