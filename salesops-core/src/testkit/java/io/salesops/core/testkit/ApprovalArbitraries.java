package io.salesops.core.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.core.approval.Approval;
import io.salesops.core.approval.ApprovalDecision;
import io.salesops.core.approval.ApprovalDesk;
import io.salesops.core.approval.ApprovalRequest;
import io.salesops.core.approval.ApprovalRule;
import io.salesops.core.approval.Delegation;
import io.salesops.core.crm.By;
import io.salesops.core.crm.UserId;
import io.salesops.core.time.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of approvals among six people, so that parts, delegations and decisions often meet. */
public final class ApprovalArbitraries {
    private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);

    private ApprovalArbitraries() {}

    /** The six people. */
    public static Arbitrary<UserId> people() {
        return Arbitraries.of("ana", "ben", "cho", "dora", "eli", "fay").map(UserId::of);
    }

    /** Rules that need one to three of any or of named people. */
    public static Arbitrary<ApprovalRule> approvalRules() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3), people().set().ofMaxSize(5), Arbitraries.of(true, false))
                .as((needed, approvers, delegable) -> ApprovalRule.builder()
                        .id("close")
                        .version("1")
                        .needed(approvers.isEmpty() ? needed : Math.min(needed, approvers.size()))
                        .approvers(approvers)
                        .delegable(delegable)
                        .build());
    }

    /** Requests of the first day, some with contributors. */
    public static Arbitrary<ApprovalRequest> approvalRequests() {
        return Combinators.combine(
                        CrmArbitraries.names(), people(), people().set().ofMaxSize(2))
                .as((subject, who, contributors) -> ApprovalRequest.builder()
                        .subject(subject)
                        .requested(new By(who, at(0)))
                        .contributors(contributors)
                        .build());
    }

    /** Decisions of the first ten days, one of two for somebody else, mostly approvals. */
    public static Arbitrary<ApprovalDecision> approvalDecisions() {
        return Combinators.combine(
                        Arbitraries.of(
                                ApprovalDecision.Verdict.APPROVE,
                                ApprovalDecision.Verdict.APPROVE,
                                ApprovalDecision.Verdict.APPROVE,
                                ApprovalDecision.Verdict.REJECT),
                        people(),
                        Arbitraries.integers().between(0, 240),
                        people().optional(0.5),
                        CrmArbitraries.names().optional(0.3))
                .as((verdict, who, hour, represented, comment) -> ApprovalDecision.builder()
                        .verdict(verdict)
                        .by(new By(who, at(hour)))
                        .onBehalfOf(represented.filter(other -> !other.equals(who)))
                        .comment(comment)
                        .build());
    }

    /** Delegations of some of the first ten days. */
    public static Arbitrary<Delegation> delegations() {
        Arbitrary<Integer> days = Arbitraries.integers().between(0, 10);
        return Combinators.combine(people(), people(), days, days)
                .filter((from, to, one, other) -> !from.equals(to))
                .as((from, to, one, other) -> new Delegation(
                        from,
                        to,
                        DateRange.of(FIRST.plusDays(Math.min(one, other)), FIRST.plusDays(Math.max(one, other)))));
    }

    /** Approvals in every state: what a desk accepted of up to eight decisions. */
    public static Arbitrary<Approval> approvals() {
        return Combinators.combine(
                        approvalRules(),
                        approvalRequests(),
                        approvalDecisions().list().ofMaxSize(8),
                        delegations().list().ofMaxSize(12))
                .as(ApprovalArbitraries::decided);
    }

    private static Approval decided(
            ApprovalRule rule,
            ApprovalRequest request,
            List<ApprovalDecision> decisions,
            List<Delegation> delegations) {
        ApprovalDesk desk = ApprovalDesk.of(rule, ImmutableList.copyOf(delegations), ZoneOffset.UTC);
        Approval approval = desk.open(request);
        for (ApprovalDecision decision : decisions) {
            Optional<Approval> next = desk.decide(approval, decision).value();
            approval = next.orElse(approval);
        }
        return approval;
    }

    private static Instant at(int hour) {
        return FIRST.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(3_600L * hour);
    }
}
