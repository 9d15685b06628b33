package io.salesops.testkit;

import io.salesops.core.money.Rational;
import io.salesops.quote.billing.BillableLine;
import io.salesops.quote.billing.BilledPeriod;
import io.salesops.quote.billing.BillingPlan;
import io.salesops.quote.billing.BillingPolicy;
import io.salesops.quote.billing.BillingSchedule;
import io.salesops.quote.billing.CreditCap;
import io.salesops.quote.billing.Instalment;
import io.salesops.quote.billing.PriceChange;
import io.salesops.quote.billing.ProratedChange;
import io.salesops.quote.billing.ProratedPrice;
import io.salesops.quote.billing.Ramp;
import io.salesops.quote.billing.RampSegment;
import io.salesops.quote.billing.RecurringPrice;
import io.salesops.quote.billing.Uplift;
import io.salesops.quote.document.Term;
import io.salesops.quote.pricing.Reach;
import io.salesops.quote.pricing.ReachGoal;
import io.salesops.quote.pricing.ReachOptions;
import io.salesops.quote.pricing.Reached;
import io.salesops.quote.pricing.ValueMetric;
import io.salesops.quote.revenue.AllocatedPrice;
import io.salesops.quote.revenue.BundlePrice;
import io.salesops.quote.revenue.ObligationId;
import io.salesops.quote.revenue.PerformanceObligation;
import io.salesops.quote.revenue.PriceAllocation;
import io.salesops.quote.revenue.Recognition;
import io.salesops.quote.revenue.RecognizedRevenue;
import io.salesops.quote.revenue.RevenueContract;
import io.salesops.quote.revenue.RevenuePolicy;
import io.salesops.quote.revenue.RevenueSchedule;
import io.salesops.quote.revenue.StandAlonePrice;
import io.salesops.quote.revenue.VariableConsideration;
import io.salesops.quote.testkit.BillingArbitraries;
import io.salesops.quote.testkit.ReachArbitraries;
import io.salesops.quote.testkit.RevenueArbitraries;
import net.jqwik.api.Arbitrary;

/** Generators of how prices are billed, revenue is recognised and goals are reached: policies, contracts, and the results that are made of them. */
public final class QuoteModelArbitraries {
    private QuoteModelArbitraries() {}

    /** Policies of every day count, with and without a billing day. */
    public static Arbitrary<BillingPolicy> billingPolicies() {
        return BillingArbitraries.billingPolicies();
    }

    /** Terms of up to five years that are billed by one to twelve months; month ends are among their first days. */
    public static Arbitrary<Term> billedTerms() {
        return BillingArbitraries.billedTerms();
    }

    /** Monthly prices from nothing to 10,000. */
    public static Arbitrary<Rational> monthlyPrices() {
        return BillingArbitraries.monthlyPrices();
    }

    /** Ramps of {@link BillingArbitraries#billedTerms()}. */
    public static Arbitrary<Ramp> ramps() {
        return BillingArbitraries.ramps();
    }

    /** Segments of ramps. */
    public static Arbitrary<RampSegment> rampSegments() {
        return BillingArbitraries.rampSegments();
    }

    /** Uplifts from -5% to 20%. */
    public static Arbitrary<Uplift> uplifts() {
        return BillingArbitraries.uplifts();
    }

    /** Lines of every shape: with ramps, anchors and credits; some are billed at once. */
    public static Arbitrary<BillableLine> billableLines() {
        return BillingArbitraries.billableLines();
    }

    /** Schedules of {@link BillingArbitraries#billableLines()} that no policy refuses. */
    public static Arbitrary<BillingSchedule> billingSchedules() {
        return BillingArbitraries.billingSchedules();
    }

    /** Instalments of schedules. */
    public static Arbitrary<Instalment> instalments() {
        return BillingArbitraries.instalments();
    }

    /** Plans of priced quotes. */
    public static Arbitrary<BillingPlan> billingPlans() {
        return BillingArbitraries.billingPlans();
    }

    /** Prices of months over {@link BillingArbitraries#billedTerms()}. */
    public static Arbitrary<RecurringPrice> recurringPrices() {
        return BillingArbitraries.recurringPrices();
    }

    /** Prorated prices. */
    public static Arbitrary<ProratedPrice> proratedPrices() {
        return BillingArbitraries.proratedPrices();
    }

    /** Billing periods that a term covers. */
    public static Arbitrary<BilledPeriod> billedPeriods() {
        return BillingArbitraries.billedPeriods();
    }

    /** Caps, of which some leave nothing. */
    public static Arbitrary<CreditCap> creditCaps() {
        return BillingArbitraries.creditCaps();
    }

    /** Changes within months and other periods. */
    public static Arbitrary<PriceChange> priceChanges() {
        return BillingArbitraries.priceChanges();
    }

    /** What changes cost, by days. */
    public static Arbitrary<ProratedChange> proratedChanges() {
        return BillingArbitraries.proratedChanges();
    }

    /** Policies of every choice that the standard leaves. */
    public static Arbitrary<RevenuePolicy> revenuePolicies() {
        return RevenueArbitraries.revenuePolicies();
    }

    /** Ids of obligations: PO1 to PO30. */
    public static Arbitrary<ObligationId> obligationIds() {
        return RevenueArbitraries.obligationIds();
    }

    /** Stand-alone prices of every kind. */
    public static Arbitrary<StandAlonePrice> standAlonePrices() {
        return RevenueArbitraries.standAlonePrices();
    }

    /** Recognition at once, over time by every day count that adds up, and by use. */
    public static Arbitrary<Recognition> recognitions() {
        return RevenueArbitraries.recognitions();
    }

    /** Units used on days of the first two years of the epoch. */
    public static Arbitrary<Recognition.UsedUnits> usedUnits() {
        return RevenueArbitraries.usedUnits();
    }

    /** Obligations with a stated price, of which some are what the others leave. */
    public static Arbitrary<PerformanceObligation> performanceObligations() {
        return RevenueArbitraries.performanceObligations();
    }

    /** Bundles of two or three obligations PO1 to PO3. */
    public static Arbitrary<BundlePrice> bundlePrices() {
        return RevenueArbitraries.bundlePrices();
    }

    /** Variable consideration of PO1, or of the whole contract. */
    public static Arbitrary<VariableConsideration> variableConsiderations() {
        return RevenueArbitraries.variableConsiderations();
    }

    /** Contracts of one to six obligations PO1 to PO6 whose price can be allocated, each of which says when it is satisfied. */
    public static Arbitrary<RevenueContract> revenueContracts() {
        return RevenueArbitraries.revenueContracts();
    }

    /** Allocations of {@link RevenueArbitraries#revenueContracts()}. */
    public static Arbitrary<PriceAllocation> priceAllocations() {
        return RevenueArbitraries.priceAllocations();
    }

    /** Shares of allocations. */
    public static Arbitrary<AllocatedPrice> allocatedPrices() {
        return RevenueArbitraries.allocatedPrices();
    }

    /** Schedules by months of calendars that begin in any month. */
    public static Arbitrary<RevenueSchedule> revenueSchedules() {
        return RevenueArbitraries.revenueSchedules();
    }

    /** Revenue of periods. */
    public static Arbitrary<RecognizedRevenue> recognizedRevenue() {
        return RevenueArbitraries.recognizedRevenue();
    }

    /** Goals of every kind. */
    public static Arbitrary<ReachGoal> reachGoals() {
        return ReachArbitraries.reachGoals();
    }

    /** Options for the header and for lines L0 to L2, with up to four decimals of a percentage. */
    public static Arbitrary<ReachOptions> reachOptions() {
        return ReachArbitraries.reachOptions();
    }

    /** Searches for net prices and discounts from nothing to more than the list price. */
    public static Arbitrary<Reach> reaches() {
        return ReachArbitraries.reaches();
    }

    /** Quotes that come near a goal. */
    public static Arbitrary<Reached> reached() {
        return ReachArbitraries.reached();
    }

    /** Measures of priced quotes. */
    public static Arbitrary<ValueMetric> valueMetricParts() {
        return ReachArbitraries.valueMetricParts();
    }
}
