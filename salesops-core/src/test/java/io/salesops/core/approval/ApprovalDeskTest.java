package io.salesops.core.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.By;
import io.salesops.core.crm.UserId;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.SalesOpsJson;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApprovalDeskTest {
    private static final ApprovalRule TWO = ApprovalRule.builder()
            .id("close")
            .version("1")
            .addApprovers(UserId.of("ben"), UserId.of("cho"), UserId.of("dora"))
            .needed(2)
            .build();
    private static final ApprovalRequest REQUEST = ApprovalRequest.builder()
            .subject("commission ae-2026 FY2026-M03 2")
            .requested(By.of("ana", "2026-04-02T09:00:00Z"))
            .addContributors(UserId.of("cho"))
            .build();
    private static final Delegation FOR_DORA = Delegation.of("dora", "fay", "2026-04-03", "2026-04-05");

    private final ApprovalDesk desk = ApprovalDesk.of(TWO, List.of(FOR_DORA), ZoneOffset.UTC);

    private static ImmutableList<String> codes(Checked<Approval> decided) {
        return decided.findings().stream().map(Finding::code).collect(ImmutableList.toImmutableList());
    }

    @Test
    void twoPeopleApproveOneOfThemForAnother() {
        Approval open = desk.open(REQUEST);
        assertThat(open.state()).isEqualTo(Approval.State.PENDING);
        Approval once = desk.decide(open, ApprovalDecision.approve("ben", "2026-04-03T08:00:00Z"))
                .orThrow();
        assertThat(once.state()).isEqualTo(Approval.State.PENDING);
        Approval twice = desk.decide(
                        once,
                        ApprovalDecision.approve("fay", "2026-04-04T23:59:59Z").onBehalfOf("dora"))
                .orThrow();
        assertThat(twice.approves(REQUEST.subject())).isTrue();
        assertThat(twice.approves("another")).isFalse();
        assertThat(twice.explain())
                .contains("approved")
                .contains("ben approves 2026-04-03T08:00:00Z, fay approves for dora 2026-04-04T23:59:59Z");
        assertThat(codes(desk.decide(
                        twice,
                        ApprovalDecision.approve("eli", "2026-04-04T08:00:00Z").onBehalfOf("cho"))))
                .contains("approval.decision.settled");
    }

    @Test
    void nobodyApprovesHisOwn() {
        Approval open = desk.open(REQUEST);
        assertThat(codes(desk.decide(open, ApprovalDecision.approve("ana", "2026-04-03T08:00:00Z"))))
                .containsExactly("approval.decision.own", "approval.decision.authority");
        assertThat(codes(desk.decide(open, ApprovalDecision.approve("cho", "2026-04-03T08:00:00Z"))))
                .containsExactly("approval.decision.own");
        ApprovalDesk represented =
                ApprovalDesk.of(TWO, List.of(Delegation.of("cho", "fay", "2026-04-01", "2026-05-01")), ZoneOffset.UTC);
        assertThat(codes(represented.decide(
                        open,
                        ApprovalDecision.approve("fay", "2026-04-03T08:00:00Z").onBehalfOf("cho"))))
                .containsExactly("approval.decision.own");
        assertThatThrownBy(() -> Approval.builder()
                        .rule(TWO)
                        .request(REQUEST)
                        .addDecisions(ApprovalDecision.approve("cho", "2026-04-03T08:00:00Z"))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cho has a part in commission ae-2026 FY2026-M03 2");
    }

    @Test
    void aRepresentativeActsOnTheDaysOfHisDelegationOnly() {
        Approval open = desk.open(REQUEST);
        ApprovalDecision late =
                ApprovalDecision.approve("fay", "2026-04-05T00:00:00Z").onBehalfOf("dora");
        assertThat(codes(desk.decide(open, late))).containsExactly("approval.decision.delegation");
        assertThat(ApprovalDesk.of(TWO, List.of(FOR_DORA), ZoneId.of("America/New_York"))
                        .decide(open, late)
                        .value())
                .as("in New York it is still the fourth")
                .isPresent();
        assertThat(codes(desk.decide(open, ApprovalDecision.approve("fay", "2026-04-03T08:00:00Z"))))
                .containsExactly("approval.decision.authority");
        ApprovalDesk personal = ApprovalDesk.of(TWO.withDelegable(false), List.of(FOR_DORA), ZoneOffset.UTC);
        assertThat(codes(personal.decide(
                        personal.open(REQUEST),
                        ApprovalDecision.approve("fay", "2026-04-03T08:00:00Z").onBehalfOf("dora"))))
                .containsExactly("approval.decision.delegable");
    }

    @Test
    void aPersonAndAnAuthorityCountOnce() {
        Approval once = desk.decide(
                        desk.open(REQUEST),
                        ApprovalDecision.approve("fay", "2026-04-03T08:00:00Z").onBehalfOf("dora"))
                .orThrow();
        assertThat(codes(desk.decide(once, ApprovalDecision.approve("dora", "2026-04-03T09:00:00Z"))))
                .containsExactly("approval.decision.twice");
        ApprovalDesk both = ApprovalDesk.of(
                TWO, List.of(FOR_DORA, Delegation.of("ben", "fay", "2026-04-03", "2026-04-05")), ZoneOffset.UTC);
        assertThat(codes(both.decide(
                        once,
                        ApprovalDecision.approve("fay", "2026-04-03T09:00:00Z").onBehalfOf("ben"))))
                .containsExactly("approval.decision.twice");
    }

    @Test
    void oneRejectionSettles() {
        Approval rejected = desk.decide(
                        desk.open(REQUEST), ApprovalDecision.reject("ben", "2026-04-03T08:00:00Z", "quota is wrong"))
                .orThrow();
        assertThat(rejected.state()).isEqualTo(Approval.State.REJECTED);
        assertThat(codes(desk.decide(rejected, ApprovalDecision.approve("dora", "2026-04-03T09:00:00Z"))))
                .containsExactly("approval.decision.settled");
        assertThat(codes(desk.decide(desk.open(REQUEST), ApprovalDecision.approve("ben", "2026-04-02T08:59:59Z"))))
                .containsExactly("approval.decision.early");
    }

    @Test
    void faultsAreNamedAtOnce() {
        assertThatThrownBy(() ->
                        ApprovalRule.builder().id(" ").version("").needed(0).build())
                .hasMessageContaining("id of an approval rule must not be blank")
                .hasMessageContaining("version of approval rule")
                .hasMessageContaining("must need at least one approval: 0");
        assertThatThrownBy(() -> TWO.withNeeded(4)).hasMessageContaining("needs 4 approvals, but names 3 approvers");
        assertThatThrownBy(() -> ApprovalRequest.of(" ", By.of("ana", "2026-04-02T09:00:00Z")))
                .hasMessageContaining("must not be blank");
        assertThatThrownBy(() -> Delegation.of("ben", "ben", "2026-04-03", "2026-04-05"))
                .hasMessageContaining("nobody represents himself: ben");
        assertThatThrownBy(() -> desk.decide(
                        Approval.of(TWO.withVersion("2"), REQUEST),
                        ApprovalDecision.approve("ben", "2026-04-03T08:00:00Z")))
                .hasMessageContaining("was opened by rule close 2, not by close 1");
    }

    @Test
    void anApprovalIsADocumentThatPeopleCanRead() {
        String json = """
                {"rule": {"id": "close", "version": "1", "approvers": [], "needed": 1, "delegable": true},
                 "request": {"subject": "commission ae-2026 FY2026-M03 2",
                   "requested": {"who": "ana", "at": "2026-04-02T09:00:00Z"}, "contributors": []},
                 "decisions": [
                   {"verdict": "approve", "by": {"who": "fay", "at": "2026-04-04T09:00:00Z"}, "onBehalfOf": "dora",
                    "comment": "as discussed"}]}""";
        Approval approval = SalesOpsJson.read(json, Approval.class).orThrow();
        assertThat(approval.state()).isEqualTo(Approval.State.APPROVED);
        assertThat(approval.decisions().get(0).authority()).isEqualTo(UserId.of("dora"));
    }
}
