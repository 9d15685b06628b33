package io.salesops.commission.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.ledger.Ledger;
import io.salesops.commission.ledger.LedgerEntry;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.PlanId;
import io.salesops.commission.plan.Plans;
import io.salesops.commission.testkit.CommissionArbitraries;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.repository.DocumentKey;
import io.salesops.core.repository.InMemoryStores;
import java.time.LocalDate;
import java.util.List;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;

class CommissionStoresTest {
    private static final PayeeId ANA = PayeeId.of("ana");
    private static final CommissionPlan PLAN = CommissionPlan.builder()
            .id(PlanId.of("ae-2026"))
            .version("3")
            .effective(CommissionArbitraries.YEAR)
            .currency(Monetary.getCurrency("USD"))
            .build();

    private final InMemoryStores stores = InMemoryStores.create().with(CommissionStores::register);

    @Test
    void planAndPostingsAreKeptTogether() {
        LedgerEntry entry = CommissionArbitraries.ledgerEntries(ANA).sample();
        stores.perform(ports -> {
            ports.get(Plans.class).save(PLAN, 0);
            return ports.get(Ledger.class).append(ANA, 0, List.of(entry, entry.withSource("another")));
        });
        assertThat(stores.get(Plans.class).find(DocumentKey.of("ae-2026", "3")))
                .hasValueSatisfying(found -> assertThat(found.value()).isEqualTo(PLAN));
        assertThat(stores.get(Ledger.class).last(ANA)).isEqualTo(2);
        List<LedgerEntry> another = stores.get(Ledger.class)
                .scan(LedgerEntry.SOURCE.is("another"), found -> ImmutableList.<LedgerEntry>copyOf(found));
        assertThat(another).containsExactly(entry.withSource("another"));
    }

    @Test
    void eachVersionOfAPlanIsADocumentOfItsOwn() {
        Plans plans = stores.get(Plans.class);
        plans.save(PLAN, 0);
        plans.save(PLAN.withVersion("4"), 0);
        List<CommissionPlan> all =
                plans.scan(Criteria.<CommissionPlan>all(), found -> ImmutableList.<CommissionPlan>copyOf(found));
        assertThat(all).extracting(CommissionPlan::version).containsExactly("3", "4");
        List<CommissionPlan> met = plans.scan(
                CommissionPlan.VERSION
                        .is("4")
                        .and(CommissionPlan.ID.is(PlanId.of("ae-2026")))
                        .and(CommissionPlan.CURRENCY.is(Monetary.getCurrency("USD")))
                        .and(CommissionPlan.FROM.atLeast(LocalDate.of(2026, 1, 1)))
                        .and(CommissionPlan.BEFORE.is(LocalDate.of(2027, 1, 1))),
                found -> ImmutableList.<CommissionPlan>copyOf(found));
        assertThat(met).containsExactly(PLAN.withVersion("4"));
    }

    @Test
    void aPostingToSomebodyElseIsRefused() {
        LedgerEntry entry =
                CommissionArbitraries.ledgerEntries(PayeeId.of("ben")).sample();
        assertThatThrownBy(() -> stores.get(Ledger.class).append(ANA, 0, List.of(entry)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("log of ana belongs to ben");
    }
}
