package io.salesops.commission.service;

import com.google.common.collect.FluentIterable;
import com.google.common.collect.ImmutableList;
import io.salesops.commission.calc.PayeeYear;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.credit.CreditId;
import io.salesops.commission.incremental.PlanVersions;
import io.salesops.commission.ledger.Ledger;
import io.salesops.commission.ledger.LedgerEntry;
import io.salesops.commission.ledger.LedgerView;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.crm.By;
import io.salesops.core.event.DomainEvent;
import io.salesops.core.event.EventStores;
import io.salesops.core.event.Outbox;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.repository.InMemoryStores;
import io.salesops.core.repository.Sequenced;
import io.salesops.core.repository.Versioned;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Stores in memory, and what tests ask of them. */
final class Office {
    static final By FINANCE = By.of("finance", "2026-02-03T09:00:00Z");

    final InMemoryStores stores =
            InMemoryStores.create().with(CommissionStores::register).with(EventStores::register);

    static CommissionPlan flat(String version, String rate) {
        return SalesOpsJson.read("""
                        {"schema": "salesops/commission-plan/1", "id": "ae-2026", "version": "%s",
                         "effective": {"from": "2026-01-01", "before": "2027-01-01"}, "currency": "USD",
                         "rules": [{"kind": "flat", "id": "new-business", "measure": "bookings", "rate": "%s"}]}""".formatted(version, rate), CommissionPlan.class)
                .orThrow();
    }

    CommissionRun runs(RunPolicy policy, CommissionPlan... versions) {
        return CommissionRun.of(PlanVersions.of(List.of(versions)), policy, stores);
    }

    void add(String payee, Credit... credits) {
        change(
                payee,
                participant -> participant.withYear(participant
                        .year()
                        .withCredits(ImmutableList.<Credit>builder()
                                .addAll(participant.year().credits())
                                .add(credits)
                                .build())));
    }

    void change(String payee, UnaryOperator<Participant> change) {
        Participants participants = stores.get(Participants.class);
        ParticipantKey key = new ParticipantKey(flat("1", "10%").id(), PayeeId.of(payee));
        Versioned<Participant> stored = participants
                .find(key)
                .orElseGet(() -> Versioned.fresh(Participant.of(
                        key.plan(), PayeeYear.builder().payee(key.payee()).build())));
        participants.save(change.apply(stored.value()), stored.version());
    }

    static Credit credit(String id, String payee, String date, String amount) {
        return Credit.builder()
                .id(CreditId.of(id))
                .payee(PayeeId.of(payee))
                .source("deal " + id)
                .date(LocalDate.parse(date))
                .amount(Amounts.of(amount, "USD"))
                .build();
    }

    LedgerView ledger() {
        return LedgerView.of(stores.get(Ledger.class)
                .scan(
                        io.salesops.core.criteria.Criteria.<LedgerEntry>all(),
                        found -> ImmutableList.<LedgerEntry>copyOf(found)));
    }

    Optional<PlanPeriod> period(int month) {
        return stores.get(PlanPeriods.class)
                .find(new PlanPeriodKey(
                        flat("1", "10%").id(), io.salesops.commission.testkit.LedgerArbitraries.month(month)))
                .map(Versioned::value);
    }

    ImmutableList<DomainEvent> events() {
        return stores.get(Outbox.class)
                .read(
                        0,
                        found -> FluentIterable.<Sequenced<DomainEvent>>from(found)
                                .transform(Sequenced::entry)
                                .toList());
    }
}
