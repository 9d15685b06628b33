package io.salesops.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.core.crm.Account;
import io.salesops.core.repository.Accounts;
import io.salesops.core.repository.Contacts;
import io.salesops.core.repository.StaleVersionException;
import io.salesops.core.repository.UnitOfWork;
import io.salesops.core.repository.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Of two units of work that write one record, whatever they do to it, one is kept, and the other is told and leaves nothing. */
public interface UnitConflictsContract extends UnitFixture {

    /** Of two units that change what both have seen, the second is told, and nothing of it is kept. */
    @Test
    default void theSecondOfTwoUnitsIsRefused() {
        UnitOfWork stores = newStores();
        save(stores, 1, 0);
        assertRefused(stores, saving(2, 1), saving(3, 1));
        assertThat(stored(stores))
                .as("the account that the first unit wrote")
                .contains(new Versioned<>(UnitRecords.account(2), 2));
    }

    /** Of two units that have seen that an id is free, the second to take it is told. */
    @Test
    default void theSecondToInsertIsRefused() {
        UnitOfWork stores = newStores();
        assertRefused(stores, saving(2, 0), saving(3, 0));
        assertThat(stored(stores))
                .as("the account that the first unit inserted")
                .contains(new Versioned<>(UnitRecords.account(2), 1));
    }

    /** A unit does not delete what another has written since it was seen. */
    @Test
    default void aDeleteOfWhatOthersWroteIsRefused() {
        UnitOfWork stores = newStores();
        save(stores, 1, 0);
        assertRefused(stores, saving(2, 1), deleting(1));
        assertThat(stored(stores))
                .as("the account that the first unit wrote")
                .contains(new Versioned<>(UnitRecords.account(2), 2));
    }

    /** A unit does not bring back what another has deleted since it was seen. */
    @Test
    default void aSaveOfWhatOthersDeletedIsRefused() {
        UnitOfWork stores = newStores();
        save(stores, 1, 0);
        assertRefused(stores, deleting(1), saving(3, 1));
        assertThat(stored(stores)).as("the account that the first unit deleted").isEmpty();
    }

    /** Of two units that have both written a record before either has ended, one is kept as a whole. */
    @Test
    default void ofTwoUnitsThatHaveWrittenOneIsKept() {
        Optional<Versioned<Account>> nothing = Optional.empty();
        assertOneIsKept("two that save", 1, saving(2, 1), written(2, 2), saving(3, 1), written(3, 2));
        assertOneIsKept("two that insert", 0, saving(2, 0), written(2, 1), saving(3, 0), written(3, 1));
        assertOneIsKept("one that saves, one that deletes", 1, saving(2, 1), written(2, 2), deleting(1), nothing);
        assertOneIsKept("one that deletes, one that saves", 1, deleting(1), nothing, saving(3, 1), written(3, 2));
    }

    private void assertRefused(UnitOfWork stores, Consumer<UnitOfWork.Ports> others, Consumer<UnitOfWork.Ports> mine) {
        assertThatThrownBy(() -> stores.perform(ports -> {
                    ports.get(Contacts.class).save(UnitRecords.contact("C-1"), 0);
                    Optional<Versioned<Account>> seen =
                            ports.get(Accounts.class).find(UnitRecords.ACCOUNT);
                    Together.<Boolean>elsewhere(
                            "writing while a unit of work runs",
                            () -> stores.<Boolean>perform(its -> {
                                others.accept(its);
                                return true;
                            }));
                    mine.accept(ports);
                    return seen;
                }))
                .as("a unit that writes an account that another has written since it was seen")
                .isInstanceOf(StaleVersionException.class);
        assertThat(contacts(stores))
                .as("the contact of the unit that was refused")
                .isEmpty();
    }

    private void assertOneIsKept(
            String what,
            long version,
            Consumer<UnitOfWork.Ports> first,
            Optional<Versioned<Account>> afterFirst,
            Consumer<UnitOfWork.Ports> other,
            Optional<Versioned<Account>> afterOther) {
        UnitOfWork stores = newStores();
        if (version == 1) {
            save(stores, 1, 0);
        }
        boolean isFirst = TwoUnits.firstIsKept(
                what,
                stores,
                ports -> {
                    ports.get(Contacts.class).save(UnitRecords.contact("C-1", "first"), 0);
                    first.accept(ports);
                },
                ports -> {
                    other.accept(ports);
                    ports.get(Contacts.class).save(UnitRecords.contact("C-2", "other"), 0);
                });
        assertThat(stored(stores)).as("%s: the account after that", what).isEqualTo(isFirst ? afterFirst : afterOther);
        assertThat(contacts(stores))
                .as("%s: the contact of the unit that was kept", what)
                .containsExactly(isFirst ? "first" : "other");
    }

    private static Consumer<UnitOfWork.Ports> saving(long employees, long expected) {
        return ports -> ports.get(Accounts.class).save(UnitRecords.account(employees), expected);
    }

    private static Consumer<UnitOfWork.Ports> deleting(long expected) {
        return ports -> ports.get(Accounts.class).delete(UnitRecords.ACCOUNT, expected);
    }

    private static Optional<Versioned<Account>> written(long employees, long version) {
        return Optional.of(new Versioned<>(UnitRecords.account(employees), version));
    }

    private void save(UnitOfWork stores, long employees, long expected) {
        stores.perform(ports -> ports.get(Accounts.class).save(UnitRecords.account(employees), expected));
    }

    private Optional<Versioned<Account>> stored(UnitOfWork stores) {
        return stores.perform(ports -> ports.get(Accounts.class).find(UnitRecords.ACCOUNT));
    }

    private List<String> contacts(UnitOfWork stores) {
        return stores.perform(ports -> UnitRecords.CONTACTS.stream()
                .flatMap(id -> ports.get(Contacts.class).find(id).stream())
                .map(found -> found.value().lastName())
                .toList());
    }
}
