package io.salesops.core.approval;

import com.google.common.collect.ImmutableList;
import io.salesops.core.approval.ApprovalDecision.Verdict;
import io.salesops.core.crm.UserId;
import io.salesops.core.finding.Finding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The segregation of duties: whose decision counts, seen from the request and the decisions before it. */
final class Segregation {
    private Segregation() {}

    /** Returns everything that keeps a decision from counting. */
    static ImmutableList<Finding> check(
            ApprovalRule rule, ApprovalRequest request, List<ApprovalDecision> earlier, ApprovalDecision decision) {
        List<Finding> findings = new ArrayList<>();
        UserId who = decision.by().who();
        Set<UserId> acting = new LinkedHashSet<>(List.of(who, decision.authority()));
        for (UserId person : acting) {
            if (request.concerns(person)) {
                findings.add(error(
                                "own",
                                person + " has a part in " + request.subject()
                                        + " and must not decide on it, nor be represented")
                        .maybe("Maybe somebody else decides."));
            }
        }
        if (!rule.allows(decision.authority())) {
            findings.add(error(
                            "authority",
                            decision.authority() + " is no approver by rule " + rule.id() + " " + rule.version() + ": "
                                    + rule.approvers())
                    .maybe("Maybe he represents one of them and did not say so."));
        }
        if (decision.onBehalfOf().isPresent() && !rule.delegable()) {
            findings.add(error(
                    "delegable",
                    who + " decides for " + decision.authority() + ", but rule " + rule.id() + " " + rule.version()
                            + " lets nobody be represented"));
        }
        for (ApprovalDecision before : earlier) {
            if (before.by().who().equals(who) || before.authority().equals(decision.authority())) {
                findings.add(error(
                        "twice",
                        who + (decision.onBehalfOf().isPresent() ? " for " + decision.authority() : "")
                                + " decides on " + request.subject() + " after "
                                + before.by().who()
                                + before.onBehalfOf()
                                        .map(other -> " for " + other)
                                        .orElse("")
                                + " did: a person and an authority count once"));
            }
        }
        if (decision.by().at().isBefore(request.requested().at())) {
            findings.add(error(
                    "early",
                    who + " decides on " + request.subject() + " at "
                            + decision.by().at() + ", before it was requested at "
                            + request.requested().at()));
        }
        if (isSettled(rule, earlier)) {
            findings.add(error("settled", request.subject() + " was settled before " + who + " decided")
                    .maybe("Maybe what changed since needs a request of its own."));
        }
        return ImmutableList.copyOf(findings);
    }

    private static boolean isSettled(ApprovalRule rule, List<ApprovalDecision> earlier) {
        return earlier.size() >= rule.needed()
                || earlier.stream().anyMatch(decision -> decision.verdict() == Verdict.REJECT);
    }

    private static Finding error(String problem, String message) {
        return Finding.error("approval.decision." + problem, "/decisions", message);
    }
}
