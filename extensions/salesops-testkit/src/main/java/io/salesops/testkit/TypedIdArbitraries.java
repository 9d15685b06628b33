package io.salesops.testkit;

import io.salesops.commission.credit.CreditEventId;
import io.salesops.commission.credit.CreditId;
import io.salesops.commission.ledger.LedgerEntryId;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.PlanId;
import io.salesops.commission.testkit.CommissionArbitraries;
import io.salesops.commission.testkit.CreditEventArbitraries;
import io.salesops.commission.testkit.PlanArbitraries;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.ActivityId;
import io.salesops.core.crm.By;
import io.salesops.core.crm.ContactId;
import io.salesops.core.crm.CustomFields.CustomValue;
import io.salesops.core.crm.LeadId;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.crm.ProductId;
import io.salesops.core.crm.QuotaKey;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.SalesforceId;
import io.salesops.core.crm.TeamId;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.crm.UserId;
import io.salesops.core.event.EventId;
import io.salesops.core.repository.DocumentKey;
import io.salesops.core.testkit.CrmArbitraries;
import io.salesops.core.testkit.EventArbitraries;
import io.salesops.core.testkit.IdArbitraries;
import io.salesops.quote.document.AmendmentId;
import io.salesops.quote.document.ContractId;
import io.salesops.quote.document.LineId;
import io.salesops.quote.document.QuoteId;
import io.salesops.quote.testkit.PricingArbitraries;
import io.salesops.quote.testkit.QuoteArbitraries;
import io.salesops.territory.area.TerritoryPlanId;
import io.salesops.territory.area.UnitId;
import io.salesops.territory.route.RouterId;
import io.salesops.territory.testkit.TerritoryArbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Generators of ids, keys and small values of the CRM: few of each kind, so that records refer to each other.
 */
public final class TypedIdArbitraries {
    private TypedIdArbitraries() {}

    /** Ids of accounts. */
    public static Arbitrary<AccountId> accountIds() {
        return IdArbitraries.accountIds();
    }

    /** Ids of activities: E-1 to E-30. */
    public static Arbitrary<ActivityId> activityIds() {
        return IdArbitraries.activityIds();
    }

    /** Ids of contacts: C-1 to C-30. */
    public static Arbitrary<ContactId> contactIds() {
        return IdArbitraries.contactIds();
    }

    /** Ids of leads: L-1 to L-30. */
    public static Arbitrary<LeadId> leadIds() {
        return IdArbitraries.leadIds();
    }

    /** Ids of opportunities: O-1 to O-30. */
    public static Arbitrary<OpportunityId> opportunityIds() {
        return IdArbitraries.opportunityIds();
    }

    /** Ids of products: P-1 to P-30. */
    public static Arbitrary<ProductId> productIds() {
        return IdArbitraries.productIds();
    }

    /** Ids of reps: r-1 to r-30. */
    public static Arbitrary<RepId> repIds() {
        return IdArbitraries.repIds();
    }

    /** Ids of teams: t-1 to t-30. */
    public static Arbitrary<TeamId> teamIds() {
        return IdArbitraries.teamIds();
    }

    /** Ids of territories: T-1 to T-30. */
    public static Arbitrary<TerritoryId> territoryIds() {
        return IdArbitraries.territoryIds();
    }

    /** Ids of users: u-1 to u-30. */
    public static Arbitrary<UserId> userIds() {
        return IdArbitraries.userIds();
    }

    /** Keys of quotas. */
    public static Arbitrary<QuotaKey> quotaKeys() {
        return IdArbitraries.quotaKeys();
    }

    /** Keys of a few documents in a few versions. */
    public static Arbitrary<DocumentKey> documentKeys() {
        return IdArbitraries.documentKeys();
    }

    /** Salesforce ids. */
    public static Arbitrary<SalesforceId> salesforceIds() {
        return CrmArbitraries.salesforceIds();
    }

    /** Values of custom fields, each kind. */
    public static Arbitrary<CustomValue> customValues() {
        return CrmArbitraries.customValues();
    }

    /** Who changed something, and when. */
    public static Arbitrary<By> changesBy() {
        return CrmArbitraries.by();
    }

    /** Ids of a few payees. */
    public static Arbitrary<PayeeId> payeeIds() {
        return PlanArbitraries.payeeIds();
    }

    /** Ids of a few plans. */
    public static Arbitrary<PlanId> planIds() {
        return PlanArbitraries.planIds();
    }

    /** Ids of credits: C-0 to C-30. */
    public static Arbitrary<CreditId> creditIds() {
        return PlanArbitraries.creditIds();
    }

    /** Ids of quotes. */
    public static Arbitrary<QuoteId> quoteIds() {
        return PricingArbitraries.quoteIds();
    }

    /** Ids of quote lines: L1 to L30. */
    public static Arbitrary<LineId> lineIds() {
        return PricingArbitraries.lineIds();
    }

    /** Ids of events: E-1 to E-30. */
    public static Arbitrary<EventId> eventIds() {
        return EventArbitraries.eventIds();
    }

    /** Ids of postings to a ledger: E-1 to E-30. */
    public static Arbitrary<LedgerEntryId> ledgerEntryIds() {
        return CommissionArbitraries.ledgerEntryIds();
    }

    /** Ids of events that may be credited: E-1 to E-30. */
    public static Arbitrary<CreditEventId> creditEventIds() {
        return CreditEventArbitraries.creditEventIds();
    }

    /** Ids of contracts: C-1 to C-30. */
    public static Arbitrary<ContractId> contractIds() {
        return QuoteArbitraries.contractIds();
    }

    /** Ids of amendments: A1 to A30. */
    public static Arbitrary<AmendmentId> amendmentIds() {
        return QuoteArbitraries.amendmentIds();
    }

    /** Ids of territory plans: plan-1 to plan-30. */
    public static Arbitrary<TerritoryPlanId> territoryPlanIds() {
        return TerritoryArbitraries.territoryPlanIds();
    }

    /** Ids of units of territories: unit-1 to unit-30. */
    public static Arbitrary<UnitId> unitIds() {
        return TerritoryArbitraries.unitIds();
    }

    /** Ids of routers: router-1 to router-30. */
    public static Arbitrary<RouterId> routerIds() {
        return TerritoryArbitraries.routerIds();
    }
}
