package io.salesops.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.Contact;
import io.salesops.core.repository.Accounts;
import io.salesops.core.repository.Contacts;
import io.salesops.core.repository.StaleVersionException;
import io.salesops.core.repository.UnitOfWork;
import io.salesops.core.repository.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every unit of work keeps, as tests. A class that implements it and says how the stores are made has them all; the
 * stores hold accounts and contacts at least. Where they have an outbox too, {@link OutboxUnitContract} tests it.
 * That a further port takes part is tested with that port, by {@link RepositoryUnitContract} or {@link LogUnitContract}.
 */
public interface UnitOfWorkContract extends UnitConflictsContract {

    /** What the work wrote is there when it has returned, in every port, and its result is returned. */
    @Test
    default void whatWasWrittenIsKept() {
        UnitOfWork stores = newStores();
        Object result = new Object();
        Object returned = stores.<Object>perform(ports -> {
            ports.get(Accounts.class).save(UnitRecords.account(1), 0);
            ports.get(Contacts.class).save(UnitRecords.contact("C-1"), 0);
            return result;
        });
        assertThat(returned).as("the result of the work").isSameAs(result);
        assertThat(storedAccount(stores))
                .as("the account that the work wrote")
                .contains(new Versioned<>(UnitRecords.account(1), 1));
        assertThat(storedContact(stores))
                .as("the contact that the work wrote")
                .contains(new Versioned<>(UnitRecords.contact("C-1"), 1));
    }

    /** If the work throws, nothing it wrote is kept in any port, and what it threw comes through as it is. */
    @Test
    default void nothingIsKeptOfWorkThatThrows() {
        for (Throwable thrown : List.of(new CursorLaws.HalfwayException(), new AssertionError("halfway"))) {
            UnitOfWork stores = newStores();
            stores.perform(ports -> ports.get(Accounts.class).save(UnitRecords.account(1), 0));
            assertThatThrownBy(() -> stores.perform(ports -> {
                        ports.get(Accounts.class).save(UnitRecords.account(2), 1);
                        ports.get(Contacts.class).saveAll(List.of(Versioned.fresh(UnitRecords.contact("C-1"))));
                        ports.get(Accounts.class).delete(UnitRecords.ACCOUNT, 2);
                        throw CursorLaws.asUnchecked(thrown);
                    }))
                    .as("what the work threw")
                    .isSameAs(thrown);
            assertThat(storedAccount(stores))
                    .as("the account that the work changed and deleted before it threw %s", thrown)
                    .contains(new Versioned<>(UnitRecords.account(1), 1));
            assertThat(storedContact(stores))
                    .as("the contact that the work saved before it threw %s", thrown)
                    .isEmpty();
        }
    }

    /** The work sees what it has written, in every way of reading. */
    @Test
    default void theWorkSeesWhatItWrote() {
        newStores().perform(ports -> {
            Accounts accounts = ports.get(Accounts.class);
            assertThat(accounts.save(UnitRecords.account(1), 0).version())
                    .as("the first version")
                    .isEqualTo(1);
            assertThat(accounts.save(UnitRecords.account(2), 1).version())
                    .as("the version saved over it")
                    .isEqualTo(2);
            Versioned<Account> expected = new Versioned<>(UnitRecords.account(2), 2);
            assertThat(accounts.find(UnitRecords.ACCOUNT))
                    .as("found in the unit that saved it")
                    .contains(expected);
            assertThat(accounts.findAll(List.of(UnitRecords.ACCOUNT)).values())
                    .as("found with others in the unit that saved it")
                    .containsExactly(expected);
            assertThat(accounts.<List<Account>>scan(
                            Criteria.<Account>all(), found -> ImmutableList.<Account>copyOf(found)))
                    .as("scanned in the unit that saved it")
                    .containsExactly(UnitRecords.account(2));
            assertThat(ports.get(Accounts.class).find(UnitRecords.ACCOUNT))
                    .as("found through the same port, asked for again")
                    .contains(expected);
            accounts.delete(UnitRecords.ACCOUNT, 2);
            assertThat(accounts.find(UnitRecords.ACCOUNT))
                    .as("found in the unit that deleted it")
                    .isEmpty();
            return true;
        });
    }

    /** Others do not see what the work has written before it has returned. */
    @Test
    default void othersSeeNothingBeforeTheEnd() {
        UnitOfWork stores = newStores();
        stores.perform(ports -> {
            ports.get(Accounts.class).save(UnitRecords.account(1), 0);
            assertThat(Together.<Optional<Versioned<Account>>>elsewhere(
                            "reading while a unit of work runs", () -> storedAccount(stores)))
                    .as("what another unit sees of an account that is not kept yet")
                    .isEmpty();
            return true;
        });
        assertThat(storedAccount(stores)).as("what others see after the end").isPresent();
    }

    /** A stale write that the work does not catch undoes all of it. */
    @Test
    default void aStaleWriteUndoesTheWork() {
        UnitOfWork stores = newStores();
        assertThatThrownBy(() -> stores.perform(ports -> {
                    ports.get(Contacts.class).save(UnitRecords.contact("C-1"), 0);
                    return ports.get(Accounts.class).save(UnitRecords.account(1), 7);
                }))
                .as("a unit that saves over version 7 of nothing")
                .isInstanceOf(StaleVersionException.class);
        assertThat(storedContact(stores))
                .as("what was saved before the stale write")
                .isEmpty();
    }

    /** The ports of a unit are of no use once it has ended, well or not. */
    @Test
    default void thePortsAreOfNoUseAfterTheEnd() {
        UnitOfWork stores = newStores();
        List<Accounts> leaked = new ArrayList<>();
        leaked.add(stores.perform(ports -> ports.get(Accounts.class)));
        assertThatThrownBy(() -> stores.perform(ports -> {
                    leaked.add(ports.get(Accounts.class));
                    throw new CursorLaws.HalfwayException();
                }))
                .isInstanceOf(CursorLaws.HalfwayException.class);
        for (Accounts accounts : leaked) {
            assertThatThrownBy(() -> accounts.save(UnitRecords.account(1), 0))
                    .as("saving through a port of a unit that has ended")
                    .isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> accounts.find(UnitRecords.ACCOUNT))
                    .as("finding through a port of a unit that has ended")
                    .isInstanceOf(RuntimeException.class);
        }
        assertThat(storedAccount(stores)).as("what was saved through it").isEmpty();
    }

    /** A port without a store is refused. */
    @Test
    default void anUnknownPortIsRefused() {
        UnitOfWork stores = newStores();
        assertThatThrownBy(() -> stores.perform(ports -> ports.get(UnitRecords.Unregistered.class)))
                .as("asking for a port that has no store")
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Units that load, change and save two records, and repeat where they are refused, lose nothing and leave nothing half done. */
    @Test
    default void concurrentUnitsLoseNothing() {
        UnitOfWork stores = newStores();
        int rounds = 25;
        stores.perform(ports -> {
            ports.get(Accounts.class).save(UnitRecords.account(0), 0);
            return ports.get(Contacts.class).save(UnitRecords.contact("0"), 0);
        });
        Together.all("changing two records in a unit of work", writer -> () -> {
            for (int round = 0; round < rounds; round++) {
                Together.retried(() -> stores.perform(ports -> {
                    Versioned<Account> account =
                            ports.get(Accounts.class).find(UnitRecords.ACCOUNT).orElseThrow();
                    Versioned<Contact> contact =
                            ports.get(Contacts.class).find(UnitRecords.CONTACT).orElseThrow();
                    long count = account.value().employees().orElseThrow();
                    ports.get(Accounts.class).save(UnitRecords.account(count + 1), account.version());
                    String name = Long.toString(Long.parseLong(contact.value().lastName()) + 1);
                    return ports.get(Contacts.class).save(UnitRecords.contact(name), contact.version());
                }));
            }
            return writer;
        });
        long count = (long) rounds * Together.THREADS;
        assertThat(storedAccount(stores))
                .as("a count kept in %s accepted units", count)
                .contains(new Versioned<>(UnitRecords.account(count), count + 1));
        assertThat(storedContact(stores))
                .as("another count, kept in the same units")
                .contains(new Versioned<>(UnitRecords.contact(Long.toString(count)), count + 1));
    }

    /** Two tenants write under the same ids and neither sees what the other wrote. */
    @Test
    default void tenantsShareNothing() {
        UnitOfWork stores = newStores();
        UnitOfWork other = newStores();
        stores.perform(ports -> ports.get(Accounts.class).save(UnitRecords.account(1), 0));
        assertThat(storedAccount(other)).as("what another tenant sees").isEmpty();
        other.perform(ports -> ports.get(Accounts.class).save(UnitRecords.account(2), 0));
        assertThat(storedAccount(stores))
                .as("what is stored, after another tenant has written")
                .contains(new Versioned<>(UnitRecords.account(1), 1));
    }

    private Optional<Versioned<Account>> storedAccount(UnitOfWork stores) {
        return stores.perform(ports -> ports.get(Accounts.class).find(UnitRecords.ACCOUNT));
    }

    private Optional<Versioned<Contact>> storedContact(UnitOfWork stores) {
        return stores.perform(ports -> ports.get(Contacts.class).find(UnitRecords.CONTACT));
    }
}
