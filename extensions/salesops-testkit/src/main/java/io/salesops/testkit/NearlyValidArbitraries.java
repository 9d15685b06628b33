package io.salesops.testkit;

import io.salesops.commission.credit.CreditRules;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.quota.QuotaPolicy;
import io.salesops.commission.testkit.CreditRuleArbitraries;
import io.salesops.commission.testkit.PlanArbitraries;
import io.salesops.commission.testkit.QuotaArbitraries;
import io.salesops.core.io.CrmMapping;
import io.salesops.core.match.MatchModel;
import io.salesops.core.match.Survivorship;
import io.salesops.core.pipeline.MetricQuery;
import io.salesops.core.process.SalesProcess;
import io.salesops.core.quality.QualityRules;
import io.salesops.core.testkit.MappingArbitraries;
import io.salesops.core.testkit.MatchArbitraries;
import io.salesops.core.testkit.NearlyValid;
import io.salesops.core.testkit.PipelineArbitraries;
import io.salesops.core.testkit.ProcessArbitraries;
import io.salesops.core.testkit.QualityArbitraries;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.compliance.PolicyPack;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.testkit.ComplianceArbitraries;
import io.salesops.quote.testkit.PricingFlaws;
import io.salesops.quote.testkit.QuoteArbitraries.Scenario;
import io.salesops.territory.rule.AssignmentRules;
import io.salesops.territory.testkit.AssignmentArbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Generators of definitions with one fault in what they mean, each with the code of the finding that names it.
 *
 * <p>A user interface, a form or an import of such definitions can be held against them: each has to be refused.
 */
public final class NearlyValidArbitraries {
    private NearlyValidArbitraries() {}

    /** Plans with one fault. */
    public static Arbitrary<NearlyValid<CommissionPlan>> commissionPlans() {
        return PlanArbitraries.nearlyValidPlans();
    }

    /** Crediting rules with one fault. */
    public static Arbitrary<NearlyValid<CreditRules>> creditRuleSets() {
        return CreditRuleArbitraries.nearlyValidCreditRules();
    }

    /** Quota policies with one fault. */
    public static Arbitrary<NearlyValid<QuotaPolicy>> quotaPolicies() {
        return QuotaArbitraries.nearlyValidQuotaPolicies();
    }

    /** Rules with one fault. */
    public static Arbitrary<NearlyValid<AssignmentRules>> assignmentRules() {
        return AssignmentArbitraries.nearlyValidRules();
    }

    /** Price books with one fault, which {@link PricingFlaws#check(PriceBook)} finds. */
    public static Arbitrary<NearlyValid<PriceBook>> priceBooks() {
        return PricingFlaws.nearlyValidPriceBooks();
    }

    /** Catalogues with one fault, which {@link PricingFlaws#check(Catalog)} finds. */
    public static Arbitrary<NearlyValid<Catalog>> catalogs() {
        return PricingFlaws.nearlyValidCatalogs();
    }

    /** Policies with one fault, which {@link PricingFlaws#check(PricingPolicy)} finds. */
    public static Arbitrary<NearlyValid<PricingPolicy>> pricingPolicies() {
        return PricingFlaws.nearlyValidPricingPolicies();
    }

    /** Sets of sound definitions that do not fit, which {@link PricingFlaws#check(Scenario)} finds. */
    public static Arbitrary<NearlyValid<Scenario>> pricedCases() {
        return PricingFlaws.nearlyFittingScenarios();
    }

    /** Packs with one fault. */
    public static Arbitrary<NearlyValid<PolicyPack>> policyPacks() {
        return ComplianceArbitraries.nearlyValidPolicyPacks();
    }

    /** Rules with one fault. */
    public static Arbitrary<NearlyValid<QualityRules>> qualityRules() {
        return QualityArbitraries.nearlyValidQualityRules();
    }

    /** Processes with one fault. */
    public static Arbitrary<NearlyValid<SalesProcess>> salesProcesses() {
        return ProcessArbitraries.nearlyValidSalesProcesses();
    }

    /** Questions by a field that deals do not have. */
    public static Arbitrary<NearlyValid<MetricQuery>> metricQueries() {
        return PipelineArbitraries.nearlyValidMetricQueries();
    }

    /** Models with one fault. */
    public static Arbitrary<NearlyValid<MatchModel>> matchModels() {
        return MatchArbitraries.nearlyValidModels();
    }

    /** Survivorships with one fault. */
    public static Arbitrary<NearlyValid<Survivorship>> survivorships() {
        return MatchArbitraries.nearlyValidSurvivorships();
    }

    /** Mappings with one fault. */
    public static Arbitrary<NearlyValid<CrmMapping>> crmMappings() {
        return MappingArbitraries.nearlyValidCrmMappings();
    }
}
