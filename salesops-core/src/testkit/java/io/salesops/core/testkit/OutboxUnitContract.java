package io.salesops.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.salesops.core.event.DomainEvent;
import io.salesops.core.event.Outbox;
import io.salesops.core.repository.Accounts;
import io.salesops.core.repository.Sequenced;
import io.salesops.core.repository.StaleVersionException;
import io.salesops.core.repository.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * What every unit of work with an {@link Outbox} keeps, as tests, beside {@link UnitOfWorkContract}: an event is there if
 * and only if the records are that it tells of, and no follower misses it.
 */
public interface OutboxUnitContract extends UnitOfWorkContract {

    /** An event appears with the records it tells of, to others and to the unit itself. */
    @Test
    default void anEventIsKeptWithItsUnit() {
        UnitOfWork stores = newStores();
        stores.perform(ports -> {
            ports.get(Accounts.class).save(UnitRecords.account(1), 0);
            ports.get(Outbox.class).add(List.of(UnitRecords.event("E-1"), UnitRecords.event("E-2")));
            assertThat(ports.get(Outbox.class)
                            .<Boolean>read(0, found -> found.iterator().hasNext()))
                    .as("whether the unit that added an event reads it before its end")
                    .isFalse();
            assertThat(Together.<List<String>>elsewhere("reading while a unit of work runs", () -> ids(stores, 0)))
                    .as("the events that others read before the unit's end")
                    .isEmpty();
            return true;
        });
        assertThat(ids(stores, 0)).as("the events after the unit's end").containsExactly("E-1", "E-2");
    }

    /** Of a unit that throws, or is refused, no event is kept. */
    @Test
    default void noEventIsKeptOfAUnitThatFails() {
        UnitOfWork stores = newStores();
        assertThatThrownBy(() -> stores.perform(ports -> {
                    ports.get(Outbox.class).add(List.of(UnitRecords.event("E-1")));
                    throw new CursorLaws.HalfwayException();
                }))
                .as("what the work threw")
                .isInstanceOf(CursorLaws.HalfwayException.class);
        assertThat(ids(stores, 0)).as("the events of a unit that threw").isEmpty();
        assertThatThrownBy(() -> stores.perform(ports -> {
                    ports.get(Outbox.class).add(List.of(UnitRecords.event("E-2")));
                    return ports.get(Accounts.class).save(UnitRecords.account(1), 7);
                }))
                .as("a unit that saves over version 7 of nothing")
                .isInstanceOf(StaleVersionException.class);
        assertThat(ids(stores, 0)).as("the events of a unit that was refused").isEmpty();
    }

    /**
     * Units that add events never refuse each other, and a follower meets the event of a unit that began early and ended
     * late. The later unit may finish first or wait for the other: both are right.
     */
    @Test
    default void noFollowerMissesAnEventOfALongUnit() {
        UnitOfWork stores = newStores();
        List<String> met = new ArrayList<>();
        AtomicLong position = new AtomicLong();
        CompletableFuture<Boolean> other = stores.perform(ports -> {
            ports.get(Outbox.class).add(List.of(UnitRecords.event("long")));
            CompletableFuture<Boolean> running = CompletableFuture.supplyAsync(() -> stores.perform(shorter -> {
                shorter.get(Outbox.class).add(List.of(UnitRecords.event("short")));
                return true;
            }));
            TwoUnits.awaitBriefly(running);
            Together.<ImmutableList<Sequenced<DomainEvent>>>elsewhere(
                            "reading while a unit of work runs", () -> events(stores, 0))
                    .forEach(each -> {
                        met.add(each.entry().id().value());
                        position.set(each.sequence());
                    });
            return running;
        });
        assertThat(Together.<Boolean>elsewhere("the shorter unit", other::get))
                .as("a unit that adds an event while another does")
                .isTrue();
        met.addAll(ids(stores, position.get()));
        assertThat(met)
                .as("the events that a follower met, who read in the middle of the long unit and after it")
                .containsExactlyInAnyOrder("long", "short");
    }

    /** How far a follower has come is kept with the unit that dealt with the events. */
    @Test
    default void anAdvanceIsKeptWithItsUnit() {
        UnitOfWork stores = newStores();
        add(stores, "E-1");
        long first = sequences(stores).get(0);
        assertThatThrownBy(() -> stores.perform(ports -> {
                    ports.get(Outbox.class).advance("mail", 0, first);
                    throw new CursorLaws.HalfwayException();
                }))
                .as("what the work threw")
                .isInstanceOf(CursorLaws.HalfwayException.class);
        assertThat(position(stores))
                .as("how far a follower has come whose unit threw")
                .isZero();
        stores.perform(ports -> {
            ports.get(Outbox.class).advance("mail", 0, first);
            assertThat(ports.get(Outbox.class).position("mail"))
                    .as("how far the follower has come, in the unit that advanced it")
                    .isEqualTo(first);
            return true;
        });
        assertThat(position(stores))
                .as("how far a follower has come whose unit was kept")
                .isEqualTo(first);
    }

    /** Of two units that deal with the same events for one follower, the second is refused with all it wrote. */
    @Test
    default void eventsAreDealtWithOnce() {
        UnitOfWork stores = newStores();
        add(stores, "E-1");
        long first = sequences(stores).get(0);
        assertThatThrownBy(() -> stores.perform(ports -> {
                    ports.get(Accounts.class).save(UnitRecords.account(1), 0);
                    long from = ports.get(Outbox.class).position("mail");
                    Together.<Boolean>elsewhere(
                            "advancing while a unit of work runs",
                            () -> stores.perform(twin -> {
                                twin.get(Outbox.class).advance("mail", 0, first);
                                return true;
                            }));
                    ports.get(Outbox.class).advance("mail", from, first);
                    return true;
                }))
                .as("a unit that advances a follower whom another has advanced")
                .isInstanceOf(StaleVersionException.class);
        assertThat(stores.<Boolean>perform(ports ->
                        ports.get(Accounts.class).find(UnitRecords.ACCOUNT).isPresent()))
                .as("whether the record is there that the refused unit wrote")
                .isFalse();
    }

    private void add(UnitOfWork stores, String id) {
        stores.perform(ports -> {
            ports.get(Outbox.class).add(List.of(UnitRecords.event(id)));
            return true;
        });
    }

    private long position(UnitOfWork stores) {
        return stores.<Long>perform(ports -> ports.get(Outbox.class).position("mail"));
    }

    private ImmutableList<Sequenced<DomainEvent>> events(UnitOfWork stores, long after) {
        return stores.perform(ports -> ports.get(Outbox.class)
                .<ImmutableList<Sequenced<DomainEvent>>>read(
                        after, found -> ImmutableList.<Sequenced<DomainEvent>>copyOf(found)));
    }

    private List<String> ids(UnitOfWork stores, long after) {
        return events(stores, after).stream()
                .map(each -> each.entry().id().value())
                .toList();
    }

    private List<Long> sequences(UnitOfWork stores) {
        return events(stores, 0).stream().map(Sequenced::sequence).toList();
    }
}
