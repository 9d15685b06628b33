package io.salesops.commission.review;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.calc.PlanMeasures;
import io.salesops.commission.credit.ExchangeDay;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Rate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.money.CurrencyUnit;

/** Finds what does not fit around a plan: reporting in circles, quotas and rates that are missing, splits that are not the whole. */
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
        rates(plan, facts, findings);
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

    /** A rate holds until the next one, so what holds on the first day for which one is asked holds on all later ones. */
    private static void rates(CommissionPlan plan, ReviewFacts facts, List<Finding> findings) {
        // Of a plan that has always been no day is known: any rate at all is what can be looked for.
        Optional<LocalDate> on = ExchangeDay.forPlan(plan)
                .map(day -> plan.effective().from().map(day::of).orElse(LocalDate.MAX));
        for (CurrencyUnit currency : facts.currencies()) {
            boolean own = currency.getCurrencyCode().equals(plan.currency().getCurrencyCode());
            if (own
                    || on.flatMap(day -> facts.rates().rate(currency, plan.currency(), day))
                            .isPresent()) {
                continue;
            }
            String when = on.filter(day -> !day.equals(LocalDate.MAX))
                    .map(day -> " on " + day)
                    .orElse("");
            findings.add(Finding.error(
                            "review.exchange.missing",
                            "/rates",
                            "table " + facts.rates().id() + " has no rate from " + currency + " to " + plan.currency()
                                    + when + ", by which plan " + plan.id() + " converts ("
                                    + plan.conventions().exchange() + ")")
                    .maybe("Maybe add a rate of that day or an earlier one, or convert by another day."));
        }
    }
}
