package io.salesops.testkit;

import io.salesops.commission.accounting.AmortizationLine;
import io.salesops.commission.accounting.AmortizationSchedule;
import io.salesops.commission.accounting.CapitalizationPolicy;
import io.salesops.commission.accounting.ContractCost;
import io.salesops.commission.accounting.ResidualBook;
import io.salesops.commission.incremental.ChangeEvent;
import io.salesops.commission.incremental.PayeePeriod;
import io.salesops.commission.ledger.Balance;
import io.salesops.commission.ledger.Dispute;
import io.salesops.commission.ledger.DisputeDesk;
import io.salesops.commission.ledger.DisputeFlow;
import io.salesops.commission.ledger.DisputeId;
import io.salesops.commission.ledger.Earned;
import io.salesops.commission.ledger.Held;
import io.salesops.commission.ledger.HoldPolicy;
import io.salesops.commission.ledger.HoldRule;
import io.salesops.commission.ledger.PostingTarget;
import io.salesops.commission.ledger.PostingTargets;
import io.salesops.commission.ledger.ReleaseDates;
import io.salesops.commission.service.Participant;
import io.salesops.commission.service.ParticipantKey;
import io.salesops.commission.service.PeriodVersion;
import io.salesops.commission.service.PlanPeriod;
import io.salesops.commission.service.PlanPeriodKey;
import io.salesops.commission.service.PostedEntries;
import io.salesops.commission.service.PostedRun;
import io.salesops.commission.service.RunPolicy;
import io.salesops.commission.service.StatementKey;
import io.salesops.commission.service.StatementVersion;
import io.salesops.commission.testkit.AccountingArbitraries;
import io.salesops.commission.testkit.LedgerArbitraries;
import io.salesops.commission.testkit.RunArbitraries;
import io.salesops.core.approval.Approval;
import io.salesops.core.approval.ApprovalDecision;
import io.salesops.core.approval.ApprovalRequest;
import io.salesops.core.approval.ApprovalRule;
import io.salesops.core.approval.Delegation;
import io.salesops.core.testkit.ApprovalArbitraries;
import net.jqwik.api.Arbitrary;

/** Generators of approvals, and of what runs of commission read, post and leave in the books. */
public final class LedgerModelArbitraries {
    private LedgerModelArbitraries() {}

    /** Rules that need one to three of any or of named people. */
    public static Arbitrary<ApprovalRule> approvalRules() {
        return ApprovalArbitraries.approvalRules();
    }

    /** Requests of a few people, some with contributors. */
    public static Arbitrary<ApprovalRequest> approvalRequests() {
        return ApprovalArbitraries.approvalRequests();
    }

    /** Decisions of a few people, some for others. */
    public static Arbitrary<ApprovalDecision> approvalDecisions() {
        return ApprovalArbitraries.approvalDecisions();
    }

    /** Delegations of some days among a few people. */
    public static Arbitrary<Delegation> delegations() {
        return ApprovalArbitraries.delegations();
    }

    /** Approvals in every state, as a desk decided them. */
    public static Arbitrary<Approval> approvals() {
        return ApprovalArbitraries.approvals();
    }

    /** What entries of a key are to sum to. */
    public static Arbitrary<PostingTarget> postingTargets() {
        return LedgerArbitraries.postingTargets();
    }

    /** Targets of a payee for every month. */
    public static Arbitrary<PostingTargets> payeeTargets() {
        return LedgerArbitraries.payeeTargets();
    }

    /** Balances of up to twenty entries. */
    public static Arbitrary<Balance> balances() {
        return LedgerArbitraries.balances();
    }

    /** Days of invoices and payments, some of which have not come. */
    public static Arbitrary<ReleaseDates> releaseDates() {
        return LedgerArbitraries.releaseDates();
    }

    /** Rules that hold at most a third each. */
    public static Arbitrary<HoldRule> holdRules() {
        return LedgerArbitraries.holdRules();
    }

    /** Policies of up to three rules, each of which passes its check. */
    public static Arbitrary<HoldPolicy> holdPolicies() {
        return LedgerArbitraries.holdPolicies();
    }

    /** What deals earned, or gave back. */
    public static Arbitrary<Earned> earned() {
        return LedgerArbitraries.earned();
    }

    /** Parts that policies hold back. */
    public static Arbitrary<Held> held() {
        return LedgerArbitraries.held();
    }

    /** Ids of disputes. */
    public static Arbitrary<DisputeId> disputeIds() {
        return LedgerArbitraries.disputeIds();
    }

    /** Disputes in every state. */
    public static Arbitrary<Dispute> disputes() {
        return LedgerArbitraries.disputes();
    }

    /** Steps of disputes. */
    public static Arbitrary<Dispute.Step> disputeSteps() {
        return LedgerArbitraries.disputeSteps();
    }

    /** Flows of some of the standard moves. */
    public static Arbitrary<DisputeFlow> disputeFlows() {
        return LedgerArbitraries.disputeFlows();
    }

    /** Moves of the standard flow. */
    public static Arbitrary<DisputeFlow.Move> disputeMoves() {
        return LedgerArbitraries.disputeMoves();
    }

    /** What accepting a dispute leads to. */
    public static Arbitrary<DisputeDesk.Outcome> disputeOutcomes() {
        return LedgerArbitraries.disputeOutcomes();
    }

    /** Policies with and without the practical expedient, by months and by days. */
    public static Arbitrary<CapitalizationPolicy> capitalizationPolicies() {
        return AccountingArbitraries.capitalizationPolicies();
    }

    /** Costs of up to five years that begin on any day. */
    public static Arbitrary<ContractCost> contractCosts() {
        return AccountingArbitraries.contractCosts();
    }

    /** Schedules, of which some were impaired and some ended early. */
    public static Arbitrary<AmortizationSchedule> amortizationSchedules() {
        return AccountingArbitraries.amortizationSchedules();
    }

    /** Lines of schedules. */
    public static Arbitrary<AmortizationLine> amortizationLines() {
        return AccountingArbitraries.amortizationLines();
    }

    /** Books with and without churn. */
    public static Arbitrary<ResidualBook> residualBooks() {
        return AccountingArbitraries.residualBooks();
    }

    /** Months of projections. */
    public static Arbitrary<ResidualBook.Month> residualMonths() {
        return AccountingArbitraries.residualMonths();
    }

    /** Payees with quotas, credits, and days of invoices and payments. */
    public static Arbitrary<Participant> participants() {
        return RunArbitraries.participants();
    }

    /** Keys of participants. */
    public static Arbitrary<ParticipantKey> participantKeys() {
        return RunArbitraries.participantKeys();
    }

    /** Keys of periods. */
    public static Arbitrary<PlanPeriodKey> planPeriodKeys() {
        return RunArbitraries.planPeriodKeys();
    }

    /** Keys of statements. */
    public static Arbitrary<StatementKey> statementKeys() {
        return RunArbitraries.statementKeys();
    }

    /** First versions of periods. */
    public static Arbitrary<PeriodVersion> periodVersions() {
        return RunArbitraries.periodVersions();
    }

    /** Open and closed periods of up to three versions. */
    public static Arbitrary<PlanPeriod> planPeriods() {
        return RunArbitraries.planPeriods();
    }

    /** Versions of statements. */
    public static Arbitrary<StatementVersion> statementVersions() {
        return RunArbitraries.statementVersions();
    }

    /** Policies with and without approval, holds and kinds. */
    public static Arbitrary<RunPolicy> runPolicies() {
        return RunArbitraries.runPolicies();
    }

    /** What runs of payouts and accruals posted. */
    public static Arbitrary<PostedEntries> postedEntries() {
        return RunArbitraries.postedEntries();
    }

    /** What runs did. */
    public static Arbitrary<PostedRun> postedRuns() {
        return RunArbitraries.postedRuns();
    }

    /** Payees' months. */
    public static Arbitrary<PayeePeriod> payeePeriods() {
        return RunArbitraries.payeePeriods();
    }

    /** Changes of every kind. */
    public static Arbitrary<ChangeEvent> changeEvents() {
        return RunArbitraries.changeEvents();
    }
}
