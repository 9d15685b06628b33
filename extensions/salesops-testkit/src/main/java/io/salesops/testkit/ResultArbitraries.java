package io.salesops.testkit;

import io.salesops.commission.credit.ConvertedCredits;
import io.salesops.commission.credit.Credits;
import io.salesops.commission.credit.EventCredits;
import io.salesops.commission.credit.Uncredited;
import io.salesops.commission.quota.BlendedAmount;
import io.salesops.commission.quota.PayeeQuota;
import io.salesops.commission.statement.Attainment;
import io.salesops.commission.statement.Statement;
import io.salesops.commission.statement.StatementLine;
import io.salesops.commission.statement.TierPortion;
import io.salesops.commission.testkit.CreditArbitraries;
import io.salesops.commission.testkit.CreditExchangeArbitraries;
import io.salesops.commission.testkit.QuotaArbitraries;
import io.salesops.commission.testkit.StatementArbitraries;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountTree;
import io.salesops.core.crm.FieldChange;
import io.salesops.core.crm.Hierarchy;
import io.salesops.core.crm.LineTotals;
import io.salesops.core.crm.StageInterval;
import io.salesops.core.crm.Team;
import io.salesops.core.io.ColumnSum;
import io.salesops.core.io.Dialect;
import io.salesops.core.io.ExportReport;
import io.salesops.core.io.Import;
import io.salesops.core.io.ImportReport;
import io.salesops.core.pipeline.MetricTable;
import io.salesops.core.pipeline.MetricValue;
import io.salesops.core.process.AdherenceReport;
import io.salesops.core.quality.ChangeSet;
import io.salesops.core.quality.ProposedChange;
import io.salesops.core.quality.QualityReport;
import io.salesops.core.quality.RuleResult;
import io.salesops.core.testkit.HistoryArbitraries;
import io.salesops.core.testkit.MappingArbitraries;
import io.salesops.core.testkit.PipelineArbitraries;
import io.salesops.core.testkit.ProcessArbitraries;
import io.salesops.core.testkit.QualityArbitraries;
import io.salesops.quote.compliance.CheckResult;
import io.salesops.quote.compliance.ComplianceReport;
import io.salesops.quote.pricing.PriceStep;
import io.salesops.quote.pricing.PricedLine;
import io.salesops.quote.pricing.PricedQuote;
import io.salesops.quote.pricing.ValueMetrics;
import io.salesops.quote.testkit.ComplianceArbitraries;
import io.salesops.quote.testkit.PricingArbitraries;
import io.salesops.territory.assign.Assignments;
import io.salesops.territory.assign.Decision;
import io.salesops.territory.testkit.AssignmentArbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Generators of what engines return, with all its parts: each is computed from generated records and definitions.
 * What matching returns is in {@link MatchResultArbitraries}.
 *
 * <p>For the tests of code that shows, stores or sends results.
 */
public final class ResultArbitraries {

    private ResultArbitraries() {}

    /** Changes of opportunities, each as it was recorded. */
    public static Arbitrary<FieldChange> fieldChanges() {
        return HistoryArbitraries.fieldChanges();
    }

    /** Stays of opportunities in their stages, the last of each without an end. */
    public static Arbitrary<StageInterval> stageIntervals() {
        return HistoryArbitraries.stageIntervals();
    }

    /** Trees of {@link HistoryArbitraries#accountsOfTrees()}. */
    public static Arbitrary<AccountTree> accountTrees() {
        return HistoryArbitraries.accountTrees();
    }

    /** Totals of up to four lines in several currencies. */
    public static Arbitrary<LineTotals> lineTotals() {
        return HistoryArbitraries.lineTotals();
    }

    /** Memberships of teams. */
    public static Arbitrary<Team.Membership> memberships() {
        return HistoryArbitraries.memberships();
    }

    /** Lines of hierarchies: who reports to whom, and when. */
    public static Arbitrary<Hierarchy.Reporting> reportings() {
        return HistoryArbitraries.reportings();
    }

    /** Audits of {@link ProcessArbitraries#auditedDeals()} on any day. */
    public static Arbitrary<AdherenceReport> adherenceReports() {
        return ProcessArbitraries.adherenceReports();
    }

    /** Answers to {@link PipelineArbitraries#measuredDeals()} on any day. */
    public static Arbitrary<MetricTable> metricTables() {
        return PipelineArbitraries.metricTables();
    }

    /** Rows of answers. */
    public static Arbitrary<MetricTable.Row> metricRows() {
        return PipelineArbitraries.metricRows();
    }

    /** Values of each kind, some of them of no deal. */
    public static Arbitrary<MetricValue> metricValues() {
        return PipelineArbitraries.metricValues();
    }

    /** Reports on {@link QualityArbitraries#checkedAccounts()}; there are no reps. */
    public static Arbitrary<QualityReport> qualityReports() {
        return QualityArbitraries.qualityReports();
    }

    /** What one rule found. */
    public static Arbitrary<RuleResult> ruleResults() {
        return QualityArbitraries.ruleResults();
    }

    /** Changes proposed for {@link QualityArbitraries#checkedAccounts()}. */
    public static Arbitrary<ChangeSet<Account>> changeSets() {
        return QualityArbitraries.changeSets();
    }

    /** Changes of single fields. */
    public static Arbitrary<ProposedChange> proposedChanges() {
        return QualityArbitraries.proposedChanges();
    }

    /** What importing {@link MappingArbitraries#mappedFiles()} gives. */
    public static Arbitrary<Import<?>> imports() {
        return MappingArbitraries.imports();
    }

    /** Reports of exports of accounts, some of which cannot be written. */
    public static Arbitrary<ExportReport> exportReports() {
        return MappingArbitraries.exportReports();
    }

    /** Reports of imports. */
    public static Arbitrary<ImportReport> importReports() {
        return MappingArbitraries.importReports();
    }

    /** What was found out about the notation of files. */
    public static Arbitrary<Dialect> dialects() {
        return MappingArbitraries.dialects();
    }

    /** Sums of columns of amounts. */
    public static Arbitrary<ColumnSum> columnSums() {
        return MappingArbitraries.columnSums();
    }

    /** Statements of {@link StatementArbitraries#paidYears()}. */
    public static Arbitrary<Statement> statements() {
        return StatementArbitraries.statements();
    }

    /** As {@link CreditArbitraries#manyCredits}. */
    public static Arbitrary<Credits> manyCredits() {
        return CreditArbitraries.manyCredits();
    }

    /** As {@link CreditArbitraries#eventCredits}. */
    public static Arbitrary<EventCredits> eventCredits() {
        return CreditArbitraries.eventCredits();
    }

    /** As {@link CreditArbitraries#uncredited}. */
    public static Arbitrary<Uncredited> uncredited() {
        return CreditArbitraries.uncredited();
    }

    /** As {@link CreditArbitraries#convertedCredits}. */
    public static Arbitrary<ConvertedCredits> convertedCredits() {
        return CreditExchangeArbitraries.convertedCredits();
    }

    /** As {@link QuotaArbitraries#payeeQuotas}. */
    public static Arbitrary<PayeeQuota> payeeQuotas() {
        return QuotaArbitraries.payeeQuotas();
    }

    /** As {@link QuotaArbitraries#blendedAmounts}. */
    public static Arbitrary<BlendedAmount> blendedAmounts() {
        return QuotaArbitraries.blendedAmounts();
    }

    /** Lines of statements. */
    public static Arbitrary<StatementLine> statementLines() {
        return StatementArbitraries.statementLines();
    }

    /** What tiers paid on statement lines. */
    public static Arbitrary<TierPortion> tierPortions() {
        return StatementArbitraries.tierPortions();
    }

    /** Attainments of measures, some without a quota. */
    public static Arbitrary<Attainment> attainments() {
        return StatementArbitraries.attainments();
    }

    /** What becomes of single accounts: named, by rule, in conflict or left over. */
    public static Arbitrary<Decision> decisions() {
        return AssignmentArbitraries.decisions();
    }

    /** What becomes of all accounts. */
    public static Arbitrary<Assignments> assignments() {
        return AssignmentArbitraries.assignments();
    }

    /** Quotes priced by their catalogue, policy and price book. */
    public static Arbitrary<PricedQuote> pricedQuotes() {
        return PricingArbitraries.pricedQuotes();
    }

    /** Lines of priced quotes. */
    public static Arbitrary<PricedLine> pricedLines() {
        return PricingArbitraries.pricedLines();
    }

    /** Steps from the list price to the net price of a line. */
    public static Arbitrary<PriceStep> priceSteps() {
        return PricingArbitraries.priceSteps();
    }

    /** What priced quotes are worth. */
    public static Arbitrary<ValueMetrics> valueMetrics() {
        return PricingArbitraries.valueMetrics();
    }

    /** Reports on {@link ComplianceArbitraries#checkedQuotes()}. */
    public static Arbitrary<ComplianceReport> complianceReports() {
        return ComplianceArbitraries.complianceReports();
    }

    /** Results of single checks. */
    public static Arbitrary<CheckResult> checkResults() {
        return ComplianceArbitraries.checkResults();
    }

    /** Breaches that reports found. */
    public static Arbitrary<ComplianceReport.Breach> breaches() {
        return ComplianceArbitraries.breaches();
    }
}
