package io.salesops.core.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.By;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.LeadId;
import io.salesops.core.crm.Product;
import io.salesops.core.crm.ProductId;
import io.salesops.core.event.DomainEvent;
import io.salesops.core.event.EventId;
import io.salesops.core.event.EventStores;
import io.salesops.core.event.Outbox;
import io.salesops.core.testkit.Together;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What the contracts do not say: what is peculiar to the stores in memory. */
class InMemoryStoresTest {
    private static final AccountId ID = AccountId.of("A-1");
    private static final int ROUNDS = 200;

    private final InMemoryStores stores = InMemoryStores.create();
    private final Accounts accounts = stores.get(Accounts.class);

    private static Account account(String id, long employees) {
        return Account.builder()
                .id(AccountId.of(id))
                .name(id)
                .employees(employees)
                .build();
    }

    private static Lead lead(String id) {
        return Lead.builder().id(LeadId.of(id)).build();
    }

    @Test
    void theSecondOfTwoUnitsOverOneVersionFailsAsAWhole() {
        accounts.save(account("A-1", 1), 0);
        assertThatThrownBy(() -> stores.perform(ports -> {
                    ports.get(Accounts.class).save(account("A-1", 2), 1);
                    ports.get(Leads.class).save(lead("L-1"), 0);
                    return stores.perform(other -> other.get(Accounts.class).save(account("A-1", 3), 1));
                }))
                .isInstanceOfSatisfying(StaleVersionException.class, stale -> {
                    assertThat(stale.expected()).isEqualTo(1);
                    assertThat(stale.stored()).isEqualTo(2);
                });
        assertThat(accounts.find(ID)).contains(new Versioned<>(account("A-1", 3), 2));
        assertThat(stores.get(Leads.class).find(LeadId.of("L-1"))).isEmpty();
    }

    @Test
    void aRecordThatWasMadeAndDeletedInTheMeantimeIsNotOverwritten() {
        assertThatThrownBy(() -> stores.perform(ports -> {
                    ports.get(Accounts.class).save(account("A-1", 1), 0);
                    accounts.save(account("A-1", 2), 0);
                    accounts.delete(ID, 1);
                    return "done";
                }))
                .isInstanceOfSatisfying(StaleVersionException.class, stale -> {
                    assertThat(stale.expected()).isZero();
                    assertThat(stale.stored()).as("nothing is stored").isZero();
                })
                .hasMessageContaining("was written in between");
        assertThat(accounts.find(ID)).isEmpty();
    }

    @Test
    void aUnitSeesOneStateThroughout() {
        accounts.save(account("A-1", 1), 0);
        stores.get(Leads.class).save(lead("L-1"), 0);
        stores.perform(ports -> {
            accounts.save(account("A-1", 2), 1);
            stores.get(Leads.class).delete(LeadId.of("L-1"), 1);
            assertThat(ports.get(Accounts.class).find(ID)).contains(new Versioned<>(account("A-1", 1), 1));
            assertThat(ports.get(Leads.class).find(LeadId.of("L-1"))).isPresent();
            return "read only";
        });
        assertThat(accounts.find(ID)).contains(new Versioned<>(account("A-1", 2), 2));
    }

    @Test
    void thePortsOfAUnitAreOfNoUseAfterIt() {
        Accounts leaked = stores.perform(ports -> ports.get(Accounts.class));
        assertThatThrownBy(() -> leaked.find(ID)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> leaked.save(account("A-1", 1), 0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> leaked.scan(Criteria.<Account>all(), ImmutableList::copyOf))
                .isInstanceOf(IllegalStateException.class);
        assertThat(accounts.find(ID)).isEmpty();
    }

    interface PriceLists extends Repository<Product, ProductId> {}

    static final class InMemoryPriceLists extends InMemoryRepository<Product, ProductId> implements PriceLists {
        InMemoryPriceLists() {
            super(Product::id);
        }
    }

    @Test
    void aModuleAddsItsOwnPort() {
        InMemoryStores more = stores.with(PriceLists.class, InMemoryPriceLists::new);
        Product product = Product.builder().id(ProductId.of("P-1")).name("GTX").build();
        more.perform(ports -> {
            ports.get(Accounts.class).save(account("A-1", 1), 0);
            return ports.get(PriceLists.class).save(product, 0);
        });
        assertThat(more.get(PriceLists.class).find(ProductId.of("P-1"))).isPresent();
        assertThat(accounts.find(ID))
                .as("records of the other ports are shared")
                .isPresent();
        assertThatThrownBy(() -> stores.get(PriceLists.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PriceLists")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> more.with(PriceLists.class, InMemoryPriceLists::new))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> stores.with(Runnable.class, () -> () -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must extend InMemoryRepository");
        InMemoryPriceLists one = new InMemoryPriceLists();
        InMemoryStores same = stores.with(PriceLists.class, () -> one);
        assertThatThrownBy(() -> same.perform(ports -> ports.get(PriceLists.class)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("make a new one");
    }

    interface Notes extends AppendOnlyLog<Note, AccountId> {}

    static final class InMemoryNotes extends InMemoryLog<Note, AccountId> implements Notes {
        InMemoryNotes() {
            super(Note::account);
        }
    }

    @Test
    void aRegistrationAddsSeveralPortsOfBothShapes() {
        InMemoryStores more = stores.with(
                other -> other.with(PriceLists.class, InMemoryPriceLists::new).with(Notes.class, InMemoryNotes::new));
        assertThat(more.get(PriceLists.class).find(ProductId.of("P-1"))).isEmpty();
        assertThat(more.<Long>perform(ports -> ports.get(Notes.class).append(ID, 0, List.of(new Note(ID, "called")))))
                .isEqualTo(1);
        assertThat(more.get(Notes.class).last(ID)).isEqualTo(1);
    }

    @Test
    void aStoreThatTurnsUpWhenAUnitHasEndedIsRefused() {
        UnitOfWork.Ports leaked = stores.<UnitOfWork.Ports>perform(ports -> ports);
        assertThatThrownBy(() -> leaked.get(Accounts.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("unit of work has ended");
    }

    @Test
    void noneOfManyConcurrentUnitsIsLostOrHalfDone() {
        accounts.save(account("A-1", 0), 0);
        accounts.save(account("A-2", 10_000), 0);
        Together.all("moving a count in a unit of work", thread -> () -> {
            for (int round = 0; round < ROUNDS; round++) {
                Together.retried(() -> stores.perform(ports -> {
                    Accounts mine = ports.get(Accounts.class);
                    Versioned<Account> to = mine.find(ID).orElseThrow();
                    Versioned<Account> from = mine.find(AccountId.of("A-2")).orElseThrow();
                    assertThat(employees(to.value()) + employees(from.value())).isEqualTo(10_000);
                    mine.save(incremented(to.value()), to.version());
                    return mine.save(from.value().withEmployees(employees(from.value()) - 1), from.version());
                }));
            }
            return thread;
        });
        assertThat(employees(accounts.find(ID).orElseThrow().value())).isEqualTo((long) Together.THREADS * ROUNDS);
        assertThat(employees(accounts.find(AccountId.of("A-2")).orElseThrow().value()))
                .isEqualTo(10_000L - Together.THREADS * ROUNDS);
    }

    /** The outbox stands first, as in the example of a unit of work: its event must not be met before the others' records. */
    @Test
    void whoHasMetAnEventFindsItsRecord() {
        InMemoryStores both =
                EventStores.register(InMemoryStores.create()).with(PriceLists.class, InMemoryPriceLists::new);
        Product product = Product.builder().id(ProductId.of("P-1")).name("GTX").build();
        AtomicBoolean isOver = new AtomicBoolean();
        CompletableFuture<Long> written = CompletableFuture.supplyAsync(() -> {
            long version = 0;
            while (!isOver.get()) {
                long seen = version;
                version = both.<Long>perform(ports -> {
                    ports.get(Outbox.class).add(List.of(event(seen + 1)));
                    return ports.get(PriceLists.class).save(product, seen).version();
                });
            }
            return version;
        });
        Outbox outbox = both.get(Outbox.class);
        PriceLists lists = both.get(PriceLists.class);
        long position = 0;
        try {
            while (position < 3_000 && !written.isDone()) {
                long from = position;
                position = outbox.<Long>read(
                        from, found -> from + ImmutableList.copyOf(found).size());
                assertThat(lists.find(product.id()).map(Versioned::version).orElse(0L))
                        .as("version of the record whose %s versions have each an event", position)
                        .isGreaterThanOrEqualTo(position);
            }
        } finally {
            isOver.set(true);
        }
        assertThat(written.join()).as("units that were kept").isGreaterThanOrEqualTo(position);
    }

    private static DomainEvent event(long number) {
        return DomainEvent.builder()
                .id(EventId.of("E-" + number))
                .type("list.changed")
                .subject("P-1")
                .by(By.of("ana", "2026-03-31T09:00:00Z"))
                .build();
    }

    private static long employees(Account account) {
        return account.employees().orElseThrow();
    }

    private static Account incremented(Account account) {
        return account.withEmployees(employees(account) + 1);
    }
}
