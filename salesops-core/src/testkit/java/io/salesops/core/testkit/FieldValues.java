package io.salesops.core.testkit;

import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.ActivityId;
import io.salesops.core.crm.ContactId;
import io.salesops.core.crm.LeadId;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.crm.ProductId;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.TeamId;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.crm.UserId;
import io.salesops.core.event.EventId;
import io.salesops.core.time.FiscalPeriod;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Values for the types of fields that core knows; ids come from the small sets that records use. */
final class FieldValues {
    private static final ImmutableMap<Class<?>, Arbitrary<?>> BY_TYPE = ImmutableMap.<Class<?>, Arbitrary<?>>builder()
            .put(String.class, Arbitraries.of("DE", "", "Software \"x\""))
            .put(Long.class, Arbitraries.longs())
            .put(BigDecimal.class, ExplanationArbitraries.decimals())
            .put(Boolean.class, Arbitraries.of(true, false))
            .put(LocalDate.class, CrmArbitraries.days())
            .put(Instant.class, CrmArbitraries.instants())
            .put(MonetaryAmount.class, CrmArbitraries.amounts())
            .put(CurrencyUnit.class, MoneyArbitraries.currencies())
            .put(FiscalPeriod.class, TimeArbitraries.fiscalPeriods())
            .put(AccountId.class, IdArbitraries.accountIds())
            .put(ActivityId.class, IdArbitraries.activityIds())
            .put(ContactId.class, IdArbitraries.contactIds())
            .put(LeadId.class, IdArbitraries.leadIds())
            .put(OpportunityId.class, IdArbitraries.opportunityIds())
            .put(ProductId.class, IdArbitraries.productIds())
            .put(RepId.class, IdArbitraries.repIds())
            .put(TeamId.class, IdArbitraries.teamIds())
            .put(TerritoryId.class, IdArbitraries.territoryIds())
            .put(UserId.class, IdArbitraries.userIds())
            .put(EventId.class, EventArbitraries.eventIds())
            .buildOrThrow();

    private FieldValues() {}

    /** Returns values of the type; none of a type of another module that is no enum. */
    static <V> Optional<Arbitrary<V>> of(Class<V> type) {
        V[] constants = type.getEnumConstants();
        return constants == null
                ? Optional.ofNullable(BY_TYPE.get(type)).map(values -> values.map(type::cast))
                : Optional.of(Arbitraries.of(constants));
    }
}
