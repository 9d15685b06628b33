package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Level;
import io.salesops.commission.plan.Measure;
import io.salesops.commission.plan.PayRate;
import io.salesops.commission.plan.Tier;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds what is wrong with a rate, an amount or a level, wherever a rule that pays states one; one object for each rule. */
final class PayCheck {
    private final Function<String, Measure> measures;
    private final int decimals;
    private final List<Finding> findings = new ArrayList<>();

    PayCheck(Function<String, Measure> measures, CommissionPlan plan) {
        this.measures = measures;
        decimals = plan.rounding().scale().orElse(plan.currency().getDefaultFractionDigits());
    }

    /** Everything that was found so far. */
    ImmutableList<Finding> found() {
        return ImmutableList.copyOf(findings);
    }

    Measure measure(String id) {
        return measures.apply(id);
    }

    void tiers(String id, List<Tier> tiers, String path) {
        TierCheck.tiers(id, tiers, path, findings);
    }

    /** Money pays shares, units pay amounts; a tier that pays an amount for the whole of it must say so by its mode. */
    void rate(String id, String measure, PayRate rate, String at, boolean amounts) {
        sign(id, rate, at);
        boolean money = measures.apply(measure).counts().isMoney();
        if (rate.share() != money && !(amounts && money)) {
            error(
                    "commission.rate.unit",
                    at,
                    "rule " + id + " pays " + rate + " of " + measure
                            + (money ? ", which is money" : ", which is no money"),
                    money ? "Maybe write it in percent." : "Maybe write the amount for each unit.");
        }
    }

    void factor(String id, PayRate rate, String at) {
        sign(id, rate, at);
        if (!rate.share()) {
            error(
                    "commission.rate.unit",
                    at,
                    "tiers of rule " + id + " multiply its rate or target, so they must be shares: " + rate,
                    "Maybe write it in percent.");
        }
    }

    void pays(String id, PayRate pays, Optional<BigDecimal> target, String at) {
        sign(id, pays, at);
        if (pays.share() && target.isEmpty()) {
            error(
                    "commission.target.missing",
                    at,
                    "rule " + id + " pays " + pays + " of a target that it does not state",
                    "Maybe write an amount.");
        }
    }

    void sign(String id, PayRate rate, String at) {
        if (rate.value().signum() < 0) {
            error(
                    "commission.rate.negative",
                    at,
                    "rate of rule " + id + " must not be negative: " + rate,
                    "Maybe the sign is wrong.");
        }
        BigDecimal whole =
                new BigDecimal(rate.value().round(0, RoundingMode.DOWN).toBigInteger());
        if (!rate.share() && AdjustingCheck.isTooLarge(whole, decimals)) {
            tooLarge("rate of rule " + id, whole, at);
        }
    }

    void amount(String what, String id, Optional<BigDecimal> amount, String at) {
        if (amount.filter(value -> value.signum() < 0).isPresent()) {
            error(
                    "commission.amount.negative",
                    at,
                    what + " of rule " + id + " must not be negative: "
                            + amount.get().toPlainString(),
                    "Maybe the sign is wrong.");
        }
        amount.filter(value -> AdjustingCheck.isTooLarge(value, decimals))
                .ifPresent(value -> tooLarge(what + " of rule " + id, value, at));
    }

    private void tooLarge(String what, BigDecimal value, String at) {
        error(
                "commission.amount.range",
                at,
                what + " needs more than 63 bits in minor units: " + value.toPlainString(),
                "Maybe it was meant in another unit.");
    }

    void ascending(String id, List<Level> levels, String at) {
        Rational before = Rational.ZERO;
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).value().compareTo(before) <= 0) {
                error(
                        "commission.tier.order",
                        at + "/" + i,
                        "levels of rule " + id + " must ascend from above nothing: " + levels.get(i) + " follows "
                                + (i == 0 ? "0" : levels.get(i - 1)),
                        "Maybe two of them changed places.");
            }
            before = levels.get(i).value();
        }
    }

    void same(String id, List<Level> levels, String at) {
        if (levels.stream().map(Level::share).distinct().count() > 1) {
            error(
                    "commission.tier.bound",
                    at,
                    "rule " + id + " mixes shares of the quota and figures: " + levels,
                    "Maybe a percent sign is missing.");
        }
    }

    void error(String code, String at, String message, String remedy) {
        findings.add(Finding.error(code, at, message).maybe(remedy));
    }
}
