package io.salesops.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.testkit.CreditArbitraries;
import io.salesops.commission.testkit.CreditArbitraries.CreditCase;
import io.salesops.commission.testkit.StatementArbitraries;
import io.salesops.commission.testkit.StatementArbitraries.PaidYear;
import io.salesops.core.crm.Account;
import io.salesops.core.testkit.MappingArbitraries;
import io.salesops.core.testkit.MappingArbitraries.MappedFile;
import io.salesops.core.testkit.MatchArbitraries;
import io.salesops.core.testkit.MatchArbitraries.MergedAccounts;
import io.salesops.core.testkit.PipelineArbitraries;
import io.salesops.core.testkit.PipelineArbitraries.MeasuredDeals;
import io.salesops.core.testkit.ProcessArbitraries;
import io.salesops.core.testkit.ProcessArbitraries.AuditedDeals;
import io.salesops.core.testkit.QualityArbitraries;
import io.salesops.core.testkit.QualityArbitraries.CheckedAccounts;
import io.salesops.quote.testkit.ComplianceArbitraries;
import io.salesops.quote.testkit.ComplianceArbitraries.CheckedQuote;
import io.salesops.quote.testkit.QuoteArbitraries;
import io.salesops.quote.testkit.QuoteArbitraries.Scenario;
import io.salesops.territory.testkit.AssignmentArbitraries;
import io.salesops.territory.testkit.AssignmentArbitraries.AssignedAccounts;
import net.jqwik.api.Arbitrary;

/**
 * Generators of sets that fit together: what one call of an engine takes, each definition sound by itself and with the others.
 */
public final class CaseArbitraries {
    private CaseArbitraries() {}

    /** Deals, each with its history, and a process. */
    public static Arbitrary<AuditedDeals> auditedDeals() {
        return ProcessArbitraries.auditedDeals();
    }

    /** Deals and questions about them. */
    public static Arbitrary<MeasuredDeals> measuredDeals() {
        return PipelineArbitraries.measuredDeals();
    }

    /** Accounts and rules on accounts. */
    public static Arbitrary<CheckedAccounts> checkedAccounts() {
        return QualityArbitraries.checkedAccounts();
    }

    /** Mappings and files of up to six rows, some of whose cells cannot be read. */
    public static Arbitrary<MappedFile> mappedFiles() {
        return MappingArbitraries.mappedFiles();
    }

    /** Accounts with unlike ids and much in common: up to 25, names and sites from small stocks, some fields missing. */
    public static Arbitrary<ImmutableList<Account>> accountsWithDuplicates() {
        return MatchArbitraries.accountsWithDuplicates();
    }

    /** Accounts with duplicates, some of them to be merged. */
    public static Arbitrary<MergedAccounts> mergedAccounts() {
        return MatchArbitraries.mergedAccounts();
    }

    /** Crediting rules, an organisation, and events with their refunds. */
    public static Arbitrary<CreditCase> creditCases() {
        return CreditArbitraries.creditCases();
    }

    /** Years of 365 and 366 days in currencies without, with two and with three decimals. */
    public static Arbitrary<PaidYear> paidYears() {
        return StatementArbitraries.paidYears();
    }

    /** Accounts and rules over the same values. */
    public static Arbitrary<AssignedAccounts> assignedAccounts() {
        return AssignmentArbitraries.assignedAccounts();
    }

    /** Scenarios in JPY, USD and KWD, with unit prices of up to six decimals. */
    public static Arbitrary<Scenario> pricedCases() {
        return QuoteArbitraries.scenarios();
    }

    /** Priced quotes and packs. */
    public static Arbitrary<CheckedQuote> checkedQuotes() {
        return ComplianceArbitraries.checkedQuotes();
    }
}
