package io.salesops.commission.calc;

import com.google.common.collect.ImmutableSet;
import io.salesops.commission.plan.Level;
import io.salesops.commission.plan.PlanRule.TierMode;
import io.salesops.commission.plan.Tier;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Rational;
import java.util.List;

/** Finds what is wrong with a table of tiers: bounds must ascend, and the last tier has none. */
final class TierCheck {
    /** The modes that a tier can have among tiers of another. */
    private static final ImmutableSet<TierMode> OWN =
            ImmutableSet.of(TierMode.MARGINAL, TierMode.RETROACTIVE, TierMode.WHOLE_OVERAGE);

    private TierCheck() {}

    static void tiers(String id, List<Tier> tiers, String path, List<Finding> findings) {
        if (tiers.isEmpty()) {
            findings.add(Finding.error("commission.tier.none", path + "/tiers", "rule " + id + " has no tiers")
                    .maybe("Maybe it is a flat rule."));
            return;
        }
        Rational bound = Rational.ZERO;
        String before = "0%";
        for (int i = 0; i < tiers.size(); i++) {
            String at = path + "/tiers/" + i;
            if (tiers.get(i).mode().filter(mode -> !OWN.contains(mode)).isPresent()) {
                findings.add(Finding.error(
                                "commission.tier.mode",
                                at + "/mode",
                                "tier " + (i + 1) + " of rule " + id + " cannot be "
                                        + tiers.get(i).mode().get() + " by itself")
                        .maybe("Maybe the whole rule is."));
            }
            if (tiers.get(i).upTo().isEmpty()) {
                if (i + 1 < tiers.size()) {
                    findings.add(Finding.error(
                                    "commission.tier.afterUnbounded",
                                    path + "/tiers/" + (i + 1),
                                    "tier " + (i + 2) + " of rule " + id + " stands after the tier without bound")
                            .maybe("Maybe a bound is missing above it."));
                }
                return;
            }
            Level next = tiers.get(i).upTo().get();
            if (next.value().compareTo(bound) <= 0) {
                findings.add(Finding.error(
                                "commission.tier.order",
                                at + "/upTo",
                                "bounds of rule " + id + " must ascend from above 0%: " + next + " follows " + before)
                        .maybe("Maybe two tiers changed places."));
            }
            bound = next.value();
            before = next.toString();
        }
        findings.add(
                Finding.error("commission.tier.gap", path + "/tiers", "rule " + id + " has no rate beyond " + before)
                        .maybe("Maybe add a last tier without bound; its rate is 0% where nothing is paid."));
    }
}
