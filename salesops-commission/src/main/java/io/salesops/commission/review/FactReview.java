package io.salesops.commission.review;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.calc.PlanMeasures;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Rate;
import java.util.ArrayList;
import java.util.List;

/** Finds what does not fit around a plan: reporting in circles, quotas that are missing, splits that are not the whole. */
final class FactReview {
    private FactReview() {}

    static ImmutableList<Finding> of(CommissionPlan plan, ReviewFacts facts) {
        List<Finding> findings = new ArrayList<>();
        facts.hierarchy().ifPresent(hierarchy -> findings.addAll(hierarchy.check()));
        for (PayeeId payee : facts.payees()) {
            for (String measure : PlanMeasures.of(plan)) {
                boolean given = facts.quotas().stream()
                        .anyMatch(quota -> quota.owner().value().equals(payee.value())
                                && quota.measure().equals(measure)
                                && quota.period().overlaps(plan.effective()));
                if (!given) {
                    findings.add(Finding.error(
                                    "review.quota.missing",
                                    "/quotas",
                                    payee + " has no quota of " + measure + " on " + plan.effective() + ", which plan "
                                            + plan.id() + " needs")
                            .maybe("Maybe give the measure a goal for all."));
                }
            }
        }
        facts.splits().forEach((deal, shares) -> {
            Rate sum = shares.stream().reduce(Rate.ZERO, Rate::plus);
            if (!sum.equals(Rate.ONE)) {
                findings.add(Finding.error(
                                "review.split.whole",
                                "/splits/" + deal,
                                "splits of deal " + deal + " sum to " + sum + ": " + shares)
                        .maybe("Maybe one of them is an overlay, which counts beside the whole."));
            }
        });
        return ImmutableList.copyOf(findings);
    }
}
