package io.salesops.core.testkit;

import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.ActivityId;
import io.salesops.core.crm.ContactId;
import io.salesops.core.crm.LeadId;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.crm.ProductId;
import io.salesops.core.crm.Quota;
import io.salesops.core.crm.QuotaKey;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.TeamId;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.crm.UserId;
import io.salesops.core.repository.DocumentKey;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of ids: few of each kind, those that records name, so that records refer to each other. */
public final class IdArbitraries {
    private IdArbitraries() {}

    /** Ids of accounts. */
    public static Arbitrary<AccountId> accountIds() {
        return CrmArbitraries.ids("A-", AccountId::of);
    }

    /** Ids of activities: E-1 to E-30. */
    public static Arbitrary<ActivityId> activityIds() {
        return CrmArbitraries.ids("E-", ActivityId::of);
    }

    /** Ids of contacts: C-1 to C-30. */
    public static Arbitrary<ContactId> contactIds() {
        return CrmArbitraries.ids("C-", ContactId::of);
    }

    /** Ids of leads: L-1 to L-30. */
    public static Arbitrary<LeadId> leadIds() {
        return CrmArbitraries.ids("L-", LeadId::of);
    }

    /** Ids of opportunities: O-1 to O-30. */
    public static Arbitrary<OpportunityId> opportunityIds() {
        return CrmArbitraries.ids("O-", OpportunityId::of);
    }

    /** Ids of products: P-1 to P-30. */
    public static Arbitrary<ProductId> productIds() {
        return CrmArbitraries.ids("P-", ProductId::of);
    }

    /** Ids of reps: r-1 to r-30. */
    public static Arbitrary<RepId> repIds() {
        return CrmArbitraries.ids("r-", RepId::of);
    }

    /** Ids of teams: t-1 to t-30. */
    public static Arbitrary<TeamId> teamIds() {
        return CrmArbitraries.ids("t-", TeamId::of);
    }

    /** Ids of territories: T-1 to T-30. */
    public static Arbitrary<TerritoryId> territoryIds() {
        return CrmArbitraries.ids("T-", TerritoryId::of);
    }

    /** Ids of users: u-1 to u-30. */
    public static Arbitrary<UserId> userIds() {
        return CrmArbitraries.ids("u-", UserId::of);
    }

    /** Keys of quotas. */
    public static Arbitrary<QuotaKey> quotaKeys() {
        return CrmArbitraries.quotas().map(Quota::key);
    }

    /** Keys of a few documents in a few versions. */
    public static Arbitrary<DocumentKey> documentKeys() {
        return Combinators.combine(Arbitraries.of("ae-2026", "eu-list", "Größe"), Arbitraries.of("1", "2", "2026-04"))
                .as(DocumentKey::of);
    }
}
