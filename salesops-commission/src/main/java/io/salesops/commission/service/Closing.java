package io.salesops.commission.service;

import com.google.common.collect.ImmutableList;
import io.salesops.core.approval.Approval;
import io.salesops.core.approval.ApprovalRule;
import io.salesops.core.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What keeps a period from being closed. */
final class Closing {
    private Closing() {}

    static ImmutableList<Finding> check(
            RunTask task, PlanPeriod period, List<RunUnit.Posting> postings, List<String> refused) {
        List<Finding> findings = new ArrayList<>();
        if (!refused.isEmpty()) {
            findings.add(Finding.error(
                    "commission.close.refused",
                    "/payees",
                    "payees of " + period.key() + " could not be calculated: " + refused));
        }
        Optional<ApprovalRule> rule = task.policy().approval();
        if (rule.isPresent()) {
            findings.addAll(approval(rule.get(), period, task.approval()));
            long changed = postings.stream()
                    .filter(posting ->
                            !posting.entries().isEmpty() || !posting.changed().isEmpty())
                    .count();
            if (changed > 0) {
                findings.add(Finding.error(
                                "commission.close.changed",
                                "/payees",
                                "figures of " + changed + " payees of " + period.key() + " are not those of version "
                                        + period.versions().size())
                        .maybe("Maybe run the period again, and have the new version approved."));
            }
        }
        return ImmutableList.copyOf(findings);
    }

    private static List<Finding> approval(ApprovalRule rule, PlanPeriod period, Optional<Approval> approval) {
        List<Finding> findings = new ArrayList<>();
        boolean isApproved = approval.filter(given -> given.rule().equals(rule))
                .filter(given -> given.approves(period.subject()))
                .isPresent();
        if (!isApproved) {
            findings.add(Finding.error(
                            "commission.close.approval",
                            "/approval",
                            "'" + period.subject() + "' is not approved by rule " + rule.id() + " " + rule.version()
                                    + approval.map(given ->
                                                    ": '" + given.request().subject() + "' is "
                                                            + given.state() + " by "
                                                            + given.rule().id() + " "
                                                            + given.rule().version())
                                            .orElse(""))
                    .maybe("Maybe have the latest version approved."));
            return findings;
        }
        for (PeriodVersion version : period.versions()) {
            boolean concerned =
                    approval.orElseThrow().request().concerns(version.by().who());
            if (!concerned) {
                findings.add(Finding.error(
                                "commission.close.segregation",
                                "/approval",
                                version.by().who() + " made version " + version.number() + " of " + period.key()
                                        + " and is not named in the request, so that he could have approved his own")
                        .maybe("Maybe name everybody who ran the period as a contributor."));
            }
        }
        return findings;
    }
}
