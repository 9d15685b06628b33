package io.salesops.core.approval;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.UserId;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes decisions on requests by one rule.
 *
 * <p>A decision counts if the person has no part in the matter, is an approver or represents one by a delegation of that
 * day, and neither he nor the authority has decided before. Immutable and thread-safe; a decision costs O(decisions +
 * delegations).
 */
public final class ApprovalDesk {
    private final ApprovalRule rule;
    private final ImmutableList<Delegation> delegations;
    private final ZoneId zone;

    private ApprovalDesk(ApprovalRule rule, ImmutableList<Delegation> delegations, ZoneId zone) {
        this.rule = rule;
        this.delegations = delegations;
        this.zone = zone;
    }

    /**
     * Obtains the desk of a rule.
     *
     * @param delegations who represents whom
     * @param zone in which an instant belongs to a day
     */
    public static ApprovalDesk of(ApprovalRule rule, Iterable<Delegation> delegations, ZoneId zone) {
        return new ApprovalDesk(rule, ImmutableList.copyOf(delegations), zone);
    }

    /** Returns a request on which nothing was decided. */
    public Approval open(ApprovalRequest request) {
        return Approval.of(rule, request);
    }

    /**
     * Returns the approval with one more decision; refused with every reason why the decision does not count.
     *
     * @throws IllegalArgumentException if the approval was opened by another rule
     */
    public Checked<Approval> decide(Approval approval, ApprovalDecision decision) {
        if (!approval.rule().equals(rule)) {
            throw new IllegalArgumentException(
                    "approval of " + approval.request().subject() + " was opened by rule "
                            + approval.rule().id() + " " + approval.rule().version() + ", not by " + rule.id() + " "
                            + rule.version() + ". Maybe the rule has changed since.");
        }
        List<Finding> findings =
                new ArrayList<>(Segregation.check(rule, approval.request(), approval.decisions(), decision));
        decision.onBehalfOf()
                .filter(represented -> !isDelegated(represented, decision))
                .ifPresent(represented -> findings.add(Finding.error(
                                "approval.decision.delegation",
                                "/decisions",
                                decision.by().who() + " does not represent " + represented + " on " + day(decision))
                        .maybe("Maybe the delegation covers other days.")));
        return findings.isEmpty()
                ? Checked.accepted(
                        Approval.builder().from(approval).addDecisions(decision).build())
                : Checked.refused(findings);
    }

    private boolean isDelegated(UserId represented, ApprovalDecision decision) {
        return delegations.stream()
                .anyMatch(delegation ->
                        delegation.covers(represented, decision.by().who(), day(decision)));
    }

    private LocalDate day(ApprovalDecision decision) {
        return LocalDate.ofInstant(decision.by().at(), zone);
    }
}
