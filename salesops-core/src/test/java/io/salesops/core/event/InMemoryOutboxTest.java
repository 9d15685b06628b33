package io.salesops.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.By;
import io.salesops.core.repository.Accounts;
import io.salesops.core.repository.InMemoryStores;
import io.salesops.core.repository.Sequenced;
import io.salesops.core.repository.StaleVersionException;
import io.salesops.core.repository.UnitOfWork;
import io.salesops.core.repository.Versioned;
import io.salesops.core.testkit.Together;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InMemoryOutboxTest {
    private static final AccountId COUNTER = AccountId.of("counter");
    private static final int WRITERS = Together.THREADS / 2;
    private static final int ROUNDS = 200;

    private final InMemoryStores stores = InMemoryStores.create().with(EventStores::register);
    private final Outbox outbox = stores.get(Outbox.class);

    private static DomainEvent event(String id) {
        return DomainEvent.builder()
                .id(EventId.of(id))
                .type("quote.approved")
                .subject("Q-1")
                .by(By.of("ana", "2026-03-31T09:00:00Z"))
                .build();
    }

    private static List<Sequenced<DomainEvent>> read(Outbox outbox, long after) {
        return outbox.read(after, found -> {
            List<Sequenced<DomainEvent>> all = new ArrayList<>();
            found.forEach(all::add);
            return all;
        });
    }

    private static List<String> ids(Outbox outbox) {
        return read(outbox, 0).stream()
                .map(each -> each.sequence() + " " + each.entry().id())
                .toList();
    }

    @Test
    void eventsGetTheirSequencesWhenTheirUnitIsKept() {
        stores.perform(ports -> {
            Outbox mine = ports.get(Outbox.class);
            mine.add(List.of(event("early"), event("next")));
            outbox.add(List.of(event("late")));
            assertThat(ids(mine)).as("what a unit adds has no sequence yet").isEmpty();
            assertThat(ids(outbox)).containsExactly("1 late");
            return "done";
        });
        assertThat(ids(outbox)).containsExactly("1 late", "2 early", "3 next");
        assertThat(read(outbox, 2))
                .extracting(each -> each.entry().id().value())
                .containsExactly("next");
        assertThat(read(outbox, 3)).isEmpty();
    }

    @Test
    void eventsOfAUnitThatFailsAreNotThere() {
        assertThatThrownBy(() -> stores.perform(ports -> {
                    ports.get(Outbox.class).add(List.of(event("E-1")));
                    throw new UnsupportedOperationException("halfway");
                }))
                .hasMessage("halfway");
        outbox.add(List.of(event("E-2")));
        assertThat(ids(outbox)).containsExactly("1 E-2");
    }

    @Test
    void anEventIsThereOnceHoweverOftenItIsAdded() {
        outbox.add(List.of(event("E-1"), event("E-1")));
        stores.perform(ports -> {
            ports.get(Outbox.class).add(List.of(event("E-1"), event("E-2")));
            ports.get(Outbox.class).add(List.of(event("E-2"), event("E-3")));
            outbox.add(List.of(event("E-2")));
            return "done";
        });
        assertThat(ids(outbox)).containsExactly("1 E-1", "2 E-2", "3 E-3");
    }

    @Test
    void anotherEventUnderTheSameIdIsRefused() {
        outbox.add(List.of(event("E-1")));
        assertThatThrownBy(() -> outbox.add(List.of(event("E-0"), event("E-1").withSubject("Q-2"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another event has the id E-1")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> stores.perform(ports -> {
                    ports.get(Outbox.class).add(List.of(event("E-2")));
                    ports.get(Accounts.class).save(account(1), 0);
                    outbox.add(List.of(event("E-2").withSubject("Q-2")));
                    return "done";
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("E-2");
        assertThat(ids(outbox)).containsExactly("1 E-1", "2 E-2");
        assertThat(stores.get(Accounts.class).find(COUNTER)).isEmpty();
    }

    @Test
    void aFollowerAdvancesFromWhereItIs() {
        outbox.add(List.of(event("E-1"), event("E-2")));
        assertThat(outbox.position("mail")).isZero();
        outbox.advance("mail", 0, 2);
        assertThat(outbox.position("mail")).isEqualTo(2);
        assertThat(outbox.position("bill")).isZero();
        assertThatThrownBy(() -> outbox.advance("mail", 0, 1))
                .isInstanceOfSatisfying(StaleVersionException.class, stale -> {
                    assertThat(stale.id()).isEqualTo("mail");
                    assertThat(stale.expected()).isZero();
                    assertThat(stale.stored()).isEqualTo(2);
                });
        assertThatThrownBy(() -> stores.perform(ports -> {
                    ports.get(Outbox.class).advance("bill", 0, 1);
                    ports.get(Accounts.class).save(account(1), 0);
                    outbox.advance("bill", 0, 2);
                    return "done";
                }))
                .isInstanceOf(StaleVersionException.class);
        assertThat(outbox.position("bill")).isEqualTo(2);
        assertThat(stores.get(Accounts.class).find(COUNTER)).isEmpty();
    }

    @Test
    void badCallsAreRefused() {
        outbox.add(List.of(event("E-1")));
        outbox.advance("mail", 0, 1);
        assertThatThrownBy(() -> outbox.advance("mail", -1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> outbox.advance("mail", 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not go back from 1: 0");
        assertThatThrownBy(() -> outbox.advance("mail", 1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("behind the last event, 1: 2");
        assertThatThrownBy(() -> outbox.advance(" ", 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("' '");
        assertThatThrownBy(() -> outbox.position("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> read(outbox, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
        Iterable<Sequenced<DomainEvent>> leaked = outbox.<Iterable<Sequenced<DomainEvent>>>read(0, found -> found);
        assertThatThrownBy(leaked::iterator).isInstanceOf(IllegalStateException.class);
        Outbox ended = stores.<Outbox>perform(ports -> ports.get(Outbox.class));
        assertThatThrownBy(() -> ended.add(List.of(event("E-2")))).isInstanceOf(IllegalStateException.class);
        assertThat(outbox.position("mail")).isEqualTo(1);
    }

    /** Half of the threads write in units that overlap; the others read on from where they are. */
    @Test
    void aReaderNeverMeetsAnEventThatHeHasPassed() {
        AtomicInteger writing = new AtomicInteger(WRITERS);
        Together.all("adding in units of work and reading on", thread -> () -> {
            if (thread < WRITERS) {
                for (int round = 0; round < ROUNDS; round++) {
                    String id = thread + "/" + round;
                    stores.perform(ports -> {
                        ports.get(Outbox.class).add(List.of(event(id + "/1")));
                        Thread.onSpinWait();
                        ports.get(Outbox.class).add(List.of(event(id + "/2")));
                        return id;
                    });
                }
                writing.decrementAndGet();
            } else {
                Set<EventId> seen = new HashSet<>();
                long position = 0;
                boolean isLast = false;
                while (!isLast) {
                    isLast = writing.get() == 0;
                    for (Sequenced<DomainEvent> each : read(outbox, position)) {
                        assertThat(each.sequence()).isEqualTo(position + 1);
                        position = each.sequence();
                        seen.add(each.entry().id());
                    }
                }
                assertThat(seen).hasSize(2 * WRITERS * ROUNDS);
            }
            return thread;
        });
    }

    /** Two runs of one follower, and writers at the same time; each event is counted in the unit that passes it. */
    @Test
    void eachEventCountsOnceWhereAFollowerRunsSeveralTimes() {
        stores.get(Accounts.class).save(account(0), 0);
        AtomicInteger writing = new AtomicInteger(WRITERS);
        Together.all("adding events and counting them", thread -> () -> {
            if (thread < WRITERS) {
                for (int round = 0; round < ROUNDS; round++) {
                    outbox.add(List.of(event(thread + "/" + round)));
                }
                writing.decrementAndGet();
            } else {
                boolean isLast = false;
                while (!isLast) {
                    isLast = writing.get() == 0;
                    Together.retried(() -> stores.perform(InMemoryOutboxTest::follow));
                }
            }
            return thread;
        });
        Versioned<Account> counted = stores.get(Accounts.class).find(COUNTER).orElseThrow();
        assertThat(counted.value().employees()).contains((long) WRITERS * ROUNDS);
        assertThat(outbox.position("count")).isEqualTo((long) WRITERS * ROUNDS);
        assertThat(new TreeSet<>(ids(outbox))).hasSize(WRITERS * ROUNDS);
    }

    private static long follow(UnitOfWork.Ports ports) {
        Outbox mine = ports.get(Outbox.class);
        long position = mine.position("count");
        List<Sequenced<DomainEvent>> news = read(mine, position);
        if (!news.isEmpty()) {
            Versioned<Account> counted = ports.get(Accounts.class).find(COUNTER).orElseThrow();
            long sum = counted.value().employees().orElseThrow() + news.size();
            ports.get(Accounts.class).save(account(sum), counted.version());
            mine.advance("count", position, news.get(news.size() - 1).sequence());
        }
        return position;
    }

    private static Account account(long employees) {
        return Account.builder()
                .id(COUNTER)
                .name("counter")
                .employees(employees)
                .build();
    }
}
