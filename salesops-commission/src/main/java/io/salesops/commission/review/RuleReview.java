package io.salesops.commission.review;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.Bonus;
import io.salesops.commission.plan.Clawback;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.CurvePoint;
import io.salesops.commission.plan.Level;
import io.salesops.commission.plan.Multiplier;
import io.salesops.commission.plan.PayCurve;
import io.salesops.commission.plan.PayRate;
import io.salesops.commission.plan.PerDeal;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.PlanRule.TierMode;
import io.salesops.commission.plan.Spiff;
import io.salesops.commission.plan.Tier;
import io.salesops.core.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what the words of a plan allow, but rarely mean. */
final class RuleReview {
    private final CommissionPlan plan;
    private final List<Finding> findings = new ArrayList<>();

    private RuleReview(CommissionPlan plan) {
        this.plan = plan;
    }

    static ImmutableList<Finding> of(CommissionPlan plan) {
        RuleReview review = new RuleReview(plan);
        for (int i = 0; i < plan.rules().size(); i++) {
            review.rule(plan.rules().get(i), "/rules/" + i);
        }
        return ImmutableList.copyOf(review.findings);
    }

    private void rule(PlanRule rule, String path) {
        if (rule instanceof PlanRule.Tiered tiered) {
            tiers(rule.id(), tiered.tiers(), path);
        } else if (rule instanceof PerDeal perDeal) {
            tiers(rule.id(), perDeal.tiers(), path);
        } else if (rule instanceof Multiplier multiplier) {
            tiers(rule.id(), multiplier.tiers(), path);
        } else if (rule instanceof Bonus bonus) {
            for (int i = 0; i < bonus.steps().size(); i++) {
                bound(rule.id(), bonus.steps().get(i).level(), path + "/steps/" + i);
                if (i > 0) {
                    falls(
                            rule.id(),
                            bonus.steps().get(i - 1).pays(),
                            bonus.steps().get(i).pays(),
                            path + "/steps/" + i);
                }
            }
        } else if (rule instanceof PayCurve curve) {
            List<CurvePoint> points = curve.points();
            for (int i = 0; i < points.size(); i++) {
                bound(rule.id(), points.get(i).at(), path + "/points/" + i);
                if (i > 0) {
                    falls(rule.id(), points.get(i - 1).pays(), points.get(i).pays(), path + "/points/" + i);
                }
            }
        } else if (rule instanceof Spiff spiff) {
            spiff(spiff, path);
        } else if (rule instanceof Clawback clawback && clawback.mode() != Clawback.Mode.RECALCULATE) {
            ladder(clawback, path);
        }
    }

    private void tiers(String id, List<Tier> tiers, String path) {
        for (int i = 0; i < tiers.size(); i++) {
            String at = path + "/tiers/" + i;
            tiers.get(i).upTo().ifPresent(level -> bound(id, level, at + "/upTo"));
            if (i > 0) {
                falls(id, tiers.get(i - 1).rate(), tiers.get(i).rate(), at + "/rate");
            }
        }
    }

    /** 99.99 where 100 is meant: what lies between is in the wrong tier. */
    private void bound(String id, Level level, String at) {
        String digits = level.toString().replace("%", "");
        if (digits.endsWith(".99") || digits.endsWith(".999") || digits.equals("99.9")) {
            findings.add(Finding.warning(
                            "review.tier.ninetyNine",
                            at,
                            "bound " + level + " of rule " + id + " ends in 99: what lies between it and the next whole"
                                    + " figure belongs to the next tier")
                    .maybe("Maybe write the whole figure; the tie says to which tier it belongs."));
        }
    }

    private void falls(String id, PayRate before, PayRate after, String at) {
        if (before.share() == after.share() && after.value().compareTo(before.value()) < 0) {
            findings.add(Finding.warning(
                            "review.rate.falls",
                            at,
                            "rule " + id + " pays " + after + " after " + before + ": more revenue is worth less")
                    .maybe("Maybe it is a decelerator, and meant."));
        }
    }

    private void spiff(Spiff spiff, String path) {
        boolean once =
                spiff.n().isPresent() && spiff.per().orElse(plan.conventions().spiff()) == Spiff.Per.PERIOD;
        boolean capped = plan.rules().stream()
                .anyMatch(rule -> rule instanceof PlanRule.Cap cap
                        && (cap.on().isEmpty() || cap.on().contains(spiff.id())));
        if (!once && !capped && spiff.first().isEmpty()) {
            findings.add(Finding.warning(
                            "review.spiff.uncapped",
                            path,
                            "SPIFF " + spiff.id() + " pays " + spiff.amount().toPlainString() + " " + plan.currency()
                                    + " each time, without end")
                    .maybe("Maybe say for how many at first, or cap it."));
        }
    }

    /** A ladder leaves the attainment, so that a cancelled deal may go on to pay at the tier it helped to reach. */
    private void ladder(Clawback clawback, String path) {
        Optional<PlanRule> jumping = plan.rules().stream()
                .filter(rule -> rule instanceof PlanRule.Tiered tiered
                        && (tiered.mode() == TierMode.RETROACTIVE
                                || tiered.tiers().stream()
                                        .anyMatch(tier -> tier.mode().equals(Optional.of(TierMode.RETROACTIVE)))))
                .findFirst();
        jumping.ifPresent(rule -> findings.add(Finding.warning(
                        "review.clawback.cliff",
                        path,
                        "clawback " + clawback.id() + " leaves the attainment, while rule " + rule.id()
                                + " pays all revenue by it: a deal that is cancelled keeps the tier it reached")
                .maybe("Maybe calculate without the deal.")));
    }
}
