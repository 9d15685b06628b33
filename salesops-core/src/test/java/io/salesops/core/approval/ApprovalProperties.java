package io.salesops.core.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.crm.UserId;
import io.salesops.core.testkit.ApprovalArbitraries;
import io.salesops.core.testkit.JsonLaws;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class ApprovalProperties {

    @Property(tries = 300)
    void approvalsReadBackEqual(@ForAll("approvals") Approval approval) {
        JsonLaws.roundTrips(approval, Approval.class);
    }

    /** Read from the words of the rule alone, without the checks of the desk. */
    @Property(tries = 500)
    void whatIsApprovedHasEnoughIndependentPeople(
            @ForAll("rules") ApprovalRule rule,
            @ForAll("requests") ApprovalRequest request,
            @ForAll @Size(max = 10) List<@net.jqwik.api.From("decisions") ApprovalDecision> decisions,
            @ForAll @Size(max = 12) List<@net.jqwik.api.From("delegations") Delegation> delegations) {
        ApprovalDesk desk = ApprovalDesk.of(rule, delegations, ZoneOffset.UTC);
        Approval approval = desk.open(request);
        for (ApprovalDecision decision : decisions) {
            approval = desk.decide(approval, decision).value().orElse(approval);
        }
        List<ApprovalDecision> counted = approval.decisions();
        assertThat(counted).hasSizeLessThanOrEqualTo(rule.needed());
        assertThat(counted).extracting(decision -> decision.by().who()).doesNotHaveDuplicates();
        assertThat(counted).extracting(ApprovalDecision::authority).doesNotHaveDuplicates();
        for (ApprovalDecision decision : counted) {
            UserId who = decision.by().who();
            assertThat(request.requested().who()).isNotIn(who, decision.authority());
            assertThat(request.contributors()).doesNotContain(who, decision.authority());
            assertThat(rule.approvers().isEmpty() || rule.approvers().contains(decision.authority()))
                    .isTrue();
            LocalDate day = LocalDate.ofInstant(decision.by().at(), ZoneOffset.UTC);
            assertThat(decision.onBehalfOf().isEmpty()
                            || delegations.stream()
                                    .anyMatch(each -> each.from().equals(decision.authority())
                                            && each.to().equals(who)
                                            && each.dates().contains(day)))
                    .isTrue();
        }
    }

    @Provide
    Arbitrary<Approval> approvals() {
        return ApprovalArbitraries.approvals();
    }

    @Provide
    Arbitrary<ApprovalRule> rules() {
        return ApprovalArbitraries.approvalRules();
    }

    @Provide
    Arbitrary<ApprovalRequest> requests() {
        return ApprovalArbitraries.approvalRequests();
    }

    @Provide
    Arbitrary<ApprovalDecision> decisions() {
        return ApprovalArbitraries.approvalDecisions();
    }

    @Provide
    Arbitrary<Delegation> delegations() {
        return ApprovalArbitraries.delegations();
    }
}
