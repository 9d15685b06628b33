package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.DatedPlan;
import io.salesops.commission.plan.EarningRule;
import io.salesops.commission.plan.Residual;
import io.salesops.core.finding.Finding;
import java.util.List;

/** Finds what keeps a payee's facts from being calculated under a plan, beside quotas and exchange rates. */
final class PayeeCheck {
    private PayeeCheck() {}

    /** Of one plan no two versions may pay on one day, nor one version on two ranges of days, between which nobody knows. */
    static ImmutableList<Finding> assignments(CommissionPlan plan, PayeeYear payee) {
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        List<DatedPlan> own = payee.plans().stream()
                .filter(dated -> dated.plan().equals(plan.id()))
                .toList();
        for (int i = 0; i < own.size(); i++) {
            for (DatedPlan other : own.subList(0, i)) {
                DatedPlan dated = own.get(i);
                boolean twice = dated.isOf(plan) && other.isOf(plan);
                if (twice || dated.days().overlaps(other.days())) {
                    findings.add(Finding.error(
                                    "commission.payee.plans",
                                    "/plans",
                                    payee.payee() + " is paid by plan " + dated.plan() + " "
                                            + other.version()
                                                    .map(version -> "version " + version + " ")
                                                    .orElse("")
                                            + other.days() + " and "
                                            + dated.version()
                                                    .map(version -> "version " + version + " ")
                                                    .orElse("")
                                            + dated.days() + (twice ? ": one version on two ranges of days" : ""))
                            .maybe(
                                    "Maybe the earlier one ends where the later one begins; who comes back to a plan needs"
                                            + " a version of its own."));
                }
            }
        }
        return findings.build();
    }

    /** Residuals cannot be paid for a contract of which the start is unknown. */
    static void started(Program program, Counted counted, List<Finding> findings) {
        for (Program.Part<EarningRule> payer : program.payers()) {
            if (payer.rule() instanceof Residual residual) {
                counted.entries().stream()
                        .filter(entry -> entry.measures().contains(payer.measure())
                                && entry.credit().started().isEmpty())
                        .forEach(entry -> findings.add(Finding.error(
                                        "commission.credit.started",
                                        "/credits/" + entry.credit().id() + "/started",
                                        "credit " + entry.credit().id()
                                                + " does not say when its contract started, which residual "
                                                + residual.id() + " needs")
                                .maybe("Maybe it is no residual.")));
            }
        }
    }
}
