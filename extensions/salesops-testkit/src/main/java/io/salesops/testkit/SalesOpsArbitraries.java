package io.salesops.testkit;

import io.salesops.commission.calc.PayeeYear;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.credit.CreditEvent;
import io.salesops.commission.credit.CreditExchange;
import io.salesops.commission.credit.CreditItem;
import io.salesops.commission.credit.CreditRule;
import io.salesops.commission.credit.CreditRules;
import io.salesops.commission.credit.EventLine;
import io.salesops.commission.credit.ExchangeDay;
import io.salesops.commission.credit.Recipients;
import io.salesops.commission.credit.RollUp;
import io.salesops.commission.credit.SalesOrg;
import io.salesops.commission.ledger.LedgerEntry;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Conventions;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.Tier;
import io.salesops.commission.quota.DatedAmount;
import io.salesops.commission.quota.MeasurePeriods;
import io.salesops.commission.quota.QuotaBook;
import io.salesops.commission.quota.QuotaFacts;
import io.salesops.commission.quota.QuotaPolicy;
import io.salesops.commission.quota.QuotaVersion;
import io.salesops.commission.testkit.CommissionArbitraries;
import io.salesops.commission.testkit.CreditArbitraries;
import io.salesops.commission.testkit.CreditEventArbitraries;
import io.salesops.commission.testkit.CreditExchangeArbitraries;
import io.salesops.commission.testkit.CreditRuleArbitraries;
import io.salesops.commission.testkit.PlanArbitraries;
import io.salesops.commission.testkit.QuotaArbitraries;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Activity;
import io.salesops.core.crm.Address;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.crm.Hierarchy;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.Product;
import io.salesops.core.crm.ProductLine;
import io.salesops.core.crm.Quota;
import io.salesops.core.crm.RampSchedule;
import io.salesops.core.crm.SalesRep;
import io.salesops.core.crm.Team;
import io.salesops.core.event.DomainEvent;
import io.salesops.core.io.CrmMapping;
import io.salesops.core.match.BlockingRule;
import io.salesops.core.match.Cluster;
import io.salesops.core.match.ComparisonLevel;
import io.salesops.core.match.Dependence;
import io.salesops.core.match.FieldComparison;
import io.salesops.core.match.LabelledPair;
import io.salesops.core.match.LeadMatchingRules;
import io.salesops.core.match.MatchModel;
import io.salesops.core.match.MatchRule;
import io.salesops.core.match.RecordShape;
import io.salesops.core.match.RuleAlternative;
import io.salesops.core.match.RuleCondition;
import io.salesops.core.match.Survivorship;
import io.salesops.core.match.TermFrequencies;
import io.salesops.core.match.TieBreaker;
import io.salesops.core.match.TrainingOptions;
import io.salesops.core.pipeline.Metric;
import io.salesops.core.pipeline.MetricQuery;
import io.salesops.core.process.SalesProcess;
import io.salesops.core.process.Stage;
import io.salesops.core.quality.QualityRule;
import io.salesops.core.quality.QualityRules;
import io.salesops.core.testkit.CrmArbitraries;
import io.salesops.core.testkit.EventArbitraries;
import io.salesops.core.testkit.LinkArbitraries;
import io.salesops.core.testkit.MappingArbitraries;
import io.salesops.core.testkit.MatchArbitraries;
import io.salesops.core.testkit.PipelineArbitraries;
import io.salesops.core.testkit.ProcessArbitraries;
import io.salesops.core.testkit.QualityArbitraries;
import io.salesops.core.testkit.RuleArbitraries;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.catalog.Offering;
import io.salesops.quote.compliance.PolicyCheck;
import io.salesops.quote.compliance.PolicyPack;
import io.salesops.quote.document.Amendment;
import io.salesops.quote.document.Contract;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.document.Term;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PriceEntry;
import io.salesops.quote.price.PriceModel;
import io.salesops.quote.price.PriceTier;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.price.WaterfallStep;
import io.salesops.quote.testkit.ComplianceArbitraries;
import io.salesops.quote.testkit.PricingArbitraries;
import io.salesops.quote.testkit.QuoteArbitraries;
import io.salesops.quote.testkit.WaterfallArbitraries;
import io.salesops.territory.area.TerritoryPlan;
import io.salesops.territory.route.RouterState;
import io.salesops.territory.rule.AssignmentRule;
import io.salesops.territory.rule.AssignmentRules;
import io.salesops.territory.rule.TerritoryOwner;
import io.salesops.territory.testkit.AssignmentArbitraries;
import io.salesops.territory.testkit.TerritoryArbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Generators of what an application hands to the engines: records, definitions and facts, valid by construction.
 *
 * <p>What engines return is in {@link ResultArbitraries} and {@link MatchResultArbitraries}, money, time and other values in
 * {@link ValueArbitraries}, sets of definitions and facts that fit together in {@link CaseArbitraries}, what is to be refused
 * in {@link NearlyValidArbitraries} and {@link io.salesops.core.testkit.FaultyDocuments}.
 */
public final class SalesOpsArbitraries {
    private SalesOpsArbitraries() {}

    /** Accounts; the parent may be any account, the account itself too. */
    public static Arbitrary<Account> accounts() {
        return CrmArbitraries.accounts();
    }

    /** Contacts. */
    public static Arbitrary<Contact> contacts() {
        return CrmArbitraries.contacts();
    }

    /** Leads. */
    public static Arbitrary<Lead> leads() {
        return CrmArbitraries.leads();
    }

    /** Products. */
    public static Arbitrary<Product> products() {
        return CrmArbitraries.products();
    }

    /** Lines of any products, with list and sold amounts or without. */
    public static Arbitrary<ProductLine> productLines() {
        return CrmArbitraries.productLines();
    }

    /** Opportunities with lines and a history, in any order, that leads to the record as it is. */
    public static Arbitrary<Opportunity> opportunities() {
        return CrmArbitraries.opportunities();
    }

    /** Activities. */
    public static Arbitrary<Activity> activities() {
        return CrmArbitraries.activities();
    }

    /** Reps. */
    public static Arbitrary<SalesRep> salesReps() {
        return CrmArbitraries.salesReps();
    }

    /** Teams with members by date. */
    public static Arbitrary<Team> teams() {
        return CrmArbitraries.teams();
    }

    /** Quotas. */
    public static Arbitrary<Quota> quotas() {
        return CrmArbitraries.quotas();
    }

    /** Ramps of up to a year. */
    public static Arbitrary<RampSchedule> rampSchedules() {
        return CrmArbitraries.rampSchedules();
    }

    /** Hierarchies without findings: each rep has one manager on a day, and managers have smaller numbers than their reports. */
    public static Arbitrary<Hierarchy> hierarchies() {
        return CrmArbitraries.hierarchies();
    }

    /** Addresses with any of their parts. */
    public static Arbitrary<Address> addresses() {
        return CrmArbitraries.addresses();
    }

    /** Up to three custom fields. */
    public static Arbitrary<CustomFields> customFields() {
        return CrmArbitraries.customFields();
    }

    /** Processes of up to three open stages and one that is won; most have one that is lost. */
    public static Arbitrary<SalesProcess> salesProcesses() {
        return ProcessArbitraries.salesProcesses();
    }

    /** Stages of {@link ProcessArbitraries#salesProcesses()}. */
    public static Arbitrary<Stage> stages() {
        return ProcessArbitraries.stages();
    }

    /** All metrics. */
    public static Arbitrary<Metric> metrics() {
        return PipelineArbitraries.metrics();
    }

    /** Questions for one to four metrics by up to two fields, some for a period, some for part of the deals. */
    public static Arbitrary<MetricQuery> metricQueries() {
        return PipelineArbitraries.metricQueries();
    }

    /** Rules on records of any kind. */
    public static Arbitrary<QualityRules> qualityRules() {
        return QualityArbitraries.qualityRules();
    }

    /** Rules of each kind, on records of any kind. */
    public static Arbitrary<QualityRule> singleQualityRules() {
        return QualityArbitraries.singleRules();
    }

    /** Mappings into records of each kind. */
    public static Arbitrary<CrmMapping> crmMappings() {
        return MappingArbitraries.crmMappings();
    }

    /** Sound models of accounts with any probabilities, prior and threshold. */
    public static Arbitrary<MatchModel> matchModels() {
        return MatchArbitraries.models();
    }

    /** Comparisons of {@link MatchArbitraries#models()}. */
    public static Arbitrary<FieldComparison> fieldComparisons() {
        return MatchArbitraries.fieldComparisons();
    }

    /** Levels of {@link MatchArbitraries#models()}. */
    public static Arbitrary<ComparisonLevel> comparisonLevels() {
        return MatchArbitraries.comparisonLevels();
    }

    /** Blocking rules: a column, part of one, several at once, and the rule that leaves no pair out. */
    public static Arbitrary<BlockingRule> blockingRules() {
        return MatchArbitraries.blockingRules();
    }

    /** Survivorships of accounts. */
    public static Arbitrary<Survivorship> survivorships() {
        return MatchArbitraries.survivorships();
    }

    /** Options under which training is quick. */
    public static Arbitrary<TrainingOptions> trainingOptions() {
        return MatchArbitraries.trainingOptions();
    }

    /** The shapes of accounts and of contacts. */
    public static Arbitrary<RecordShape<?, ?>> recordShapes() {
        return MatchArbitraries.recordShapes();
    }

    /** Clusters of one to four ids; any member may represent the others. */
    public static Arbitrary<Cluster<AccountId>> clusters() {
        return MatchArbitraries.clusters();
    }

    /** Plans of all kinds of rules on bookings and renewals, with every convention. */
    public static Arbitrary<CommissionPlan> commissionPlans() {
        return CommissionArbitraries.plans();
    }

    /** Rules of each kind. */
    public static Arbitrary<PlanRule> planRules() {
        return PlanArbitraries.rules();
    }

    /** Tiers of {@link CommissionArbitraries#tiers()}. */
    public static Arbitrary<Tier> commissionTiers() {
        return PlanArbitraries.singleTiers();
    }

    /** Every combination of conventions. */
    public static Arbitrary<Conventions> conventions() {
        return PlanArbitraries.conventions();
    }

    /** Credits of {@link CommissionArbitraries#credits()}. */
    public static Arbitrary<Credit> credits() {
        return PlanArbitraries.singleCredits();
    }

    /** Payees with a quota of the year for each measure, sometimes zero, and credits. */
    public static Arbitrary<PayeeYear> payeeYears() {
        return CommissionArbitraries.payeeYears();
    }

    /** As {@link CreditArbitraries#creditEvents}. */
    public static Arbitrary<CreditEvent> creditEvents() {
        return CreditEventArbitraries.creditEvents();
    }

    /** As {@link CreditArbitraries#eventLines}. */
    public static Arbitrary<EventLine> eventLines() {
        return CreditEventArbitraries.eventLines();
    }

    /** As {@link CreditArbitraries#creditItems}. */
    public static Arbitrary<CreditItem> creditItems() {
        return CreditArbitraries.creditItems();
    }

    /** As {@link CreditArbitraries#recipients}. */
    public static Arbitrary<Recipients> recipients() {
        return CreditRuleArbitraries.recipients();
    }

    /** As {@link CreditArbitraries#creditRules}. */
    public static Arbitrary<CreditRule> creditRules() {
        return CreditRuleArbitraries.creditRules();
    }

    /** As {@link CreditArbitraries#rollUps}. */
    public static Arbitrary<RollUp> rollUps() {
        return CreditRuleArbitraries.rollUps();
    }

    /** As {@link CreditArbitraries#creditRuleSets}. */
    public static Arbitrary<CreditRules> creditRuleSets() {
        return CreditRuleArbitraries.creditRuleSets();
    }

    /** As {@link CreditArbitraries#salesOrgs}. */
    public static Arbitrary<SalesOrg> salesOrgs() {
        return CreditArbitraries.salesOrgs();
    }

    /** As {@link CreditArbitraries#exchangeDays}. */
    public static Arbitrary<ExchangeDay> exchangeDays() {
        return CreditExchangeArbitraries.exchangeDays();
    }

    /** As {@link CreditArbitraries#creditExchanges}. */
    public static Arbitrary<CreditExchange> creditExchanges() {
        return CreditExchangeArbitraries.creditExchanges();
    }

    /** As {@link QuotaArbitraries#measurePeriods}. */
    public static Arbitrary<MeasurePeriods> measurePeriods() {
        return QuotaArbitraries.measurePeriods();
    }

    /** As {@link QuotaArbitraries#quotaPolicies}. */
    public static Arbitrary<QuotaPolicy> quotaPolicies() {
        return QuotaArbitraries.quotaPolicies();
    }

    /** As {@link QuotaArbitraries#quotaVersions}. */
    public static Arbitrary<QuotaVersion> quotaVersions() {
        return QuotaArbitraries.quotaVersions();
    }

    /** As {@link QuotaArbitraries#quotaBooks}. */
    public static Arbitrary<QuotaBook> quotaBooks() {
        return QuotaArbitraries.quotaBooks();
    }

    /** As {@link QuotaArbitraries#quotaFacts}. */
    public static Arbitrary<QuotaFacts> quotaFacts() {
        return QuotaArbitraries.quotaFacts();
    }

    /** As {@link QuotaArbitraries#datedAmounts}. */
    public static Arbitrary<DatedAmount> datedAmounts() {
        return QuotaArbitraries.datedAmounts();
    }

    /** Rules of up to eight rules, two named accounts and owners of some territories; they pass their check. */
    public static Arbitrary<AssignmentRules> assignmentRules() {
        return TerritoryArbitraries.rules();
    }

    /** Rules of {@link TerritoryArbitraries#rules()}. */
    public static Arbitrary<AssignmentRule> singleAssignmentRules() {
        return AssignmentArbitraries.singleRules();
    }

    /** Who works which territory, always or for a time. */
    public static Arbitrary<TerritoryOwner> territoryOwners() {
        return AssignmentArbitraries.owners();
    }

    /** Catalogues of one to five products, of which some require earlier ones and exclude later ones. */
    public static Arbitrary<Catalog> catalogs() {
        return PricingArbitraries.catalogs();
    }

    /** Offerings of {@link PricingArbitraries#catalogs()}. */
    public static Arbitrary<Offering> offerings() {
        return PricingArbitraries.offerings();
    }

    /** Price books of the products P0 to P4. */
    public static Arbitrary<PriceBook> priceBooks() {
        return QuoteArbitraries.priceBooks();
    }

    /** Entries of price books. */
    public static Arbitrary<PriceEntry> priceEntries() {
        return PricingArbitraries.priceEntries();
    }

    /** Tiers of prices. */
    public static Arbitrary<PriceTier> priceTiers() {
        return PricingArbitraries.priceTiers();
    }

    /** Price models of every kind. */
    public static Arbitrary<PriceModel> priceModels() {
        return WaterfallArbitraries.priceModels();
    }

    /** Policies with up to five steps in any order. */
    public static Arbitrary<PricingPolicy> pricingPolicies() {
        return QuoteArbitraries.policies();
    }

    /** Steps of every kind; promotions carry the codes SPRING, EACH and ONCE, amounts are in USD. */
    public static Arbitrary<WaterfallStep> waterfallSteps() {
        return WaterfallArbitraries.waterfallSteps();
    }

    /** Rates of schedules for long terms. */
    public static Arbitrary<WaterfallStep.LongTerm> longTerms() {
        return PricingArbitraries.longTerms();
    }

    /** Quotes of one to eight lines over the products P0 to P4. */
    public static Arbitrary<Quote> quotes() {
        return QuoteArbitraries.quotes();
    }

    /** Lines of quotes, some with a discount. */
    public static Arbitrary<QuoteLine> quoteLines() {
        return PricingArbitraries.quoteLines();
    }

    /** Terms from 2024 on: whole months, or any number of days. */
    public static Arbitrary<Term> terms() {
        return QuoteArbitraries.terms();
    }

    /** Packs of up to five checks. */
    public static Arbitrary<PolicyPack> policyPacks() {
        return ComplianceArbitraries.policyPacks();
    }

    /** Checks of each kind, with up to three levels of approval. */
    public static Arbitrary<PolicyCheck> policyChecks() {
        return ComplianceArbitraries.policyChecks();
    }

    /** Events with up to three details. */
    public static Arbitrary<DomainEvent> domainEvents() {
        return EventArbitraries.events();
    }

    /** Postings of all kinds to a few payees. */
    public static Arbitrary<LedgerEntry> ledgerEntries() {
        return CommissionArbitraries.ledgerEntries();
    }

    /** Contracts of one to four lines, with up to three amendments; some never end. */
    public static Arbitrary<Contract> contracts() {
        return QuoteArbitraries.contracts();
    }

    /** Amendments of {@link QuoteArbitraries#contracts()}. */
    public static Arbitrary<Amendment> amendments() {
        return QuoteArbitraries.amendments();
    }

    /** Territory plans over up to twenty units. */
    public static Arbitrary<TerritoryPlan> territoryPlans() {
        return TerritoryArbitraries.territoryPlans();
    }

    /** States of a few routers. */
    public static Arbitrary<RouterState> routerStates() {
        return TerritoryArbitraries.routerStates();
    }

    /** As {@link LinkArbitraries#dependences}. */
    public static Arbitrary<Dependence> dependences() {
        return LinkArbitraries.dependences();
    }

    /** As {@link LinkArbitraries#termFrequencies}. */
    public static Arbitrary<TermFrequencies> termFrequencies() {
        return LinkArbitraries.termFrequencies();
    }

    /** As {@link LinkArbitraries#tieBreakers}. */
    public static Arbitrary<TieBreaker> tieBreakers() {
        return LinkArbitraries.tieBreakers();
    }

    /** As {@link LinkArbitraries#leadMatchingRules}. */
    public static Arbitrary<LeadMatchingRules> leadMatchingRules() {
        return LinkArbitraries.leadMatchingRules();
    }

    /** As {@link LinkArbitraries#labelledPairs}. */
    public static Arbitrary<LabelledPair<AccountId>> labelledPairs() {
        return LinkArbitraries.labelledPairs();
    }

    /** As {@link RuleArbitraries#matchRules}. */
    public static Arbitrary<MatchRule> matchRules() {
        return RuleArbitraries.matchRules();
    }

    /** As {@link RuleArbitraries#ruleConditions}. */
    public static Arbitrary<RuleCondition> ruleConditions() {
        return RuleArbitraries.ruleConditions();
    }

    /** As {@link RuleArbitraries#ruleAlternatives}. */
    public static Arbitrary<RuleAlternative> ruleAlternatives() {
        return RuleArbitraries.ruleAlternatives();
    }
}
