package io.salesops.examples;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.core.crm.Quota;
import io.salesops.core.crm.RepId;
import io.salesops.core.match.Survivorship;
import io.salesops.core.money.RateTable;
import io.salesops.core.quality.QualityRules;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.compliance.PolicyPack;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.rule.AssignmentRules;
import java.time.Month;
import java.util.Optional;
import org.immutables.value.Value;

/** The documents that the steps of lead to cash go by; an absent one leaves its step out. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Definitions.Builder.class)
public interface Definitions extends WithDefinitions {

    /** What accounts are checked and repaired by. */
    Optional<QualityRules> accountRules();

    /** What opportunities are checked by. */
    Optional<QualityRules> opportunityRules();

    /** Which value survives where two accounts become one. */
    @Value.Default
    default Survivorship survivorship() {
        return Survivorship.builder().id("most-complete").version("1").build();
    }

    /** Which territory an account belongs to, and who works it. */
    Optional<AssignmentRules> assignment();

    /** Towns and the territories that they are to be divided into; what a town weighs is counted. */
    Optional<TerritoryProblem> territories();

    /** What is offered. */
    Optional<Catalog> catalog();

    /** What it costs. */
    Optional<PriceBook> priceBook();

    /** How a price comes about. */
    Optional<PricingPolicy> pricingPolicy();

    /** What a quote must keep to. */
    Optional<PolicyPack> policyPack();

    /** What the seller asks for in a quote. */
    Optional<Offer> offer();

    /** What is paid on bookings. */
    Optional<CommissionPlan> commissionPlan();

    /** What reps are to reach. */
    ImmutableList<Quota> quotas();

    /** Whose statement is calculated; the owner of the first quota unless stated. */
    Optional<RepId> payee();

    /** The month in which the fiscal year of the statement opens; January unless stated. */
    @Value.Default
    default Month fiscalYearStart() {
        return Month.JANUARY;
    }

    /** Exchange rates, for amounts in other currencies than a plan's or the report's. */
    @Value.Default
    default RateTable rates() {
        return RateTable.none();
    }

    /** Starts a set of definitions. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds sets of definitions. */
    final class Builder extends ImmutableDefinitions.Builder {
        Builder() {}
    }
}
