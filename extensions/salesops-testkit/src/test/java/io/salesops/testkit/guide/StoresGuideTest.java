package io.salesops.testkit.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import io.salesops.commission.ledger.Ledger;
import io.salesops.commission.ledger.LedgerEntry;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.service.CommissionStores;
import io.salesops.commission.testkit.CommissionArbitraries;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.By;
import io.salesops.core.crm.UserId;
import io.salesops.core.event.DomainEvent;
import io.salesops.core.event.EventId;
import io.salesops.core.event.EventStores;
import io.salesops.core.event.Outbox;
import io.salesops.core.repository.Accounts;
import io.salesops.core.repository.InMemoryStores;
import io.salesops.core.repository.Sequenced;
import io.salesops.quote.service.QuoteStores;
import io.salesops.territory.service.TerritoryStores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoresGuideTest {
    private final List<DomainEvent> mails = new ArrayList<>();

    private void mail(DomainEvent event) {
        mails.add(event);
    }

    @Test
    void aLedgerIsAddedToBehindItsLastEntry() {
        PayeeId ana = PayeeId.of("ana");
        LedgerEntry earning = CommissionArbitraries.ledgerEntries(ana).sample();
        LedgerEntry payout = CommissionArbitraries.ledgerEntries(ana).sample();
        // snippet:stores-ledger
        InMemoryStores stores = InMemoryStores.create()
                .with(EventStores::register)
                .with(CommissionStores::register)
                .with(QuoteStores::register)
                .with(TerritoryStores::register);
        Ledger ledger = stores.get(Ledger.class);
        long last = ledger.append(ana, ledger.last(ana), List.of(earning, payout));
        ImmutableList<Sequenced<LedgerEntry>> posted = ledger.read(ana, 0, found -> ImmutableList.copyOf(found));
        int payouts = ledger.scan(LedgerEntry.KIND.is(LedgerEntry.Kind.PAYOUT), Iterables::size);
        // end
        assertThat(last).isEqualTo(2);
        assertThat(Lists.transform(posted, Sequenced::entry)).containsExactly(earning, payout);
        assertThat(payouts)
                .isEqualTo(Lists.transform(List.of(earning, payout), LedgerEntry::kind).stream()
                        .filter(LedgerEntry.Kind.PAYOUT::equals)
                        .count());
    }

    @Test
    void aFollowerPassesEventsOn() {
        InMemoryStores stores = InMemoryStores.create().with(EventStores::register);
        Account account = Account.builder().id(AccountId.of("A-1")).name("Acme").build();
        // snippet:stores-outbox
        DomainEvent created = DomainEvent.builder()
                .id(EventId.of("account-created A-1"))
                .type("account.created")
                .subject("A-1")
                .by(new By(UserId.of("u-1"), Instant.parse("2026-03-02T09:00:00Z")))
                .build();
        stores.perform(ports -> {
            ports.get(Outbox.class).add(List.of(created));
            return ports.get(Accounts.class).save(account, 0);
        });
        // end
        // snippet:stores-follower
        Outbox outbox = stores.get(Outbox.class);
        long from = outbox.position("mail");
        long dealtWith = outbox.read(from, found -> {
            long position = from;
            for (Sequenced<DomainEvent> each : found) {
                mail(each.entry());
                position = each.sequence();
            }
            return position;
        });
        outbox.advance("mail", from, dealtWith);
        // end
        assertThat(mails).containsExactly(created);
        assertThat(outbox.<Boolean>read(outbox.position("mail"), Iterables::isEmpty))
                .isTrue();
    }
}
