package io.salesops.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.core.criteria.Criteria;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.By;
import io.salesops.core.repository.Accounts;
import io.salesops.core.repository.AppendOnlyLog;
import io.salesops.core.repository.InMemoryLog;
import io.salesops.core.repository.Note;
import io.salesops.core.repository.Sequenced;
import io.salesops.core.repository.StaleVersionException;
import io.salesops.core.repository.UnitOfWork.Ports;
import io.salesops.core.repository.Versioned;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A unit of work on plain maps and lists beside the real one: does each command to both, and predicts whether it is kept. */
final class PlainUnit {
    static final List<AccountId> KEYS = List.of(AccountId.of("A-1"), AccountId.of("A-2"), AccountId.of("A-3"));
    private static final List<String> FOLLOWERS = List.of("bill", "mail");

    private final World base;
    private final World mine;
    private final List<DomainEvent> waiting = new ArrayList<>();
    private final Set<AccountId> accounts = new HashSet<>();
    private final Set<AccountId> logs = new HashSet<>();
    private final Set<String> followers = new HashSet<>();

    PlainUnit(World world) {
        this.base = new World(world);
        this.mine = new World(world);
    }

    interface Notes extends AppendOnlyLog<Note, AccountId> {}

    static final class InMemoryNotes extends InMemoryLog<Note, AccountId> implements Notes {
        InMemoryNotes() {
            super(Note::account);
        }
    }

    enum Kind {
        SAVE,
        DELETE,
        APPEND,
        ADD,
        ADVANCE
    }

    /** One thing that a unit does to one of a few keys; a bad one must be refused and change nothing. */
    record Command(Kind kind, int key, int number, boolean isBad) {
        AccountId account() {
            return KEYS.get(key % KEYS.size());
        }
    }

    /** What the ports hold; a deleted account leaves its version behind. */
    static final class World {
        final TreeMap<AccountId, Versioned<Account>> accounts = new TreeMap<>();
        final TreeMap<AccountId, Long> versions = new TreeMap<>();
        final TreeMap<AccountId, List<Note>> notes = new TreeMap<>();
        final List<DomainEvent> events = new ArrayList<>();
        final TreeMap<String, Long> positions = new TreeMap<>();

        World() {}

        World(World other) {
            accounts.putAll(other.accounts);
            versions.putAll(other.versions);
            notes.putAll(other.notes);
            events.addAll(other.events);
            positions.putAll(other.positions);
        }

        long version(AccountId id) {
            return Optional.ofNullable(accounts.get(id)).map(Versioned::version).orElse(0L);
        }

        long lastVersion(AccountId id) {
            return versions.getOrDefault(id, 0L);
        }

        List<Note> notes(AccountId id) {
            return notes.getOrDefault(id, List.of());
        }

        long position(String follower) {
            return positions.getOrDefault(follower, 0L);
        }

        void check(Ports ports) {
            List<Account> found = ports.get(Accounts.class).scan(Criteria.<Account>all(), World::<Account>listed);
            assertThat(found)
                    .isEqualTo(accounts.values().stream().map(Versioned::value).toList());
            for (AccountId key : KEYS) {
                assertThat(ports.get(Accounts.class).find(key)).isEqualTo(Optional.ofNullable(accounts.get(key)));
                List<Sequenced<Note>> log = ports.get(Notes.class).read(key, 0, World::<Sequenced<Note>>listed);
                assertThat(log).isEqualTo(sequenced(notes(key)));
            }
            List<Sequenced<DomainEvent>> all = ports.get(Outbox.class).read(0, World::<Sequenced<DomainEvent>>listed);
            assertThat(all).isEqualTo(sequenced(events));
            FOLLOWERS.forEach(
                    name -> assertThat(ports.get(Outbox.class).position(name)).isEqualTo(position(name)));
        }

        private static <E> List<E> listed(Iterable<E> found) {
            List<E> all = new ArrayList<>();
            found.forEach(all::add);
            return all;
        }

        private static <E> List<Sequenced<E>> sequenced(List<E> entries) {
            List<Sequenced<E>> all = new ArrayList<>();
            entries.forEach(entry -> all.add(new Sequenced<>(all.size() + 1, entry)));
            return all;
        }
    }

    void run(List<Command> commands, Ports ports) {
        commands.forEach(command -> {
            switch (command.kind()) {
                case SAVE -> save(command, ports.get(Accounts.class));
                case DELETE -> delete(command, ports.get(Accounts.class));
                case APPEND -> append(command, ports.get(Notes.class));
                case ADD -> add(command, ports.get(Outbox.class));
                case ADVANCE -> advance(command, ports.get(Outbox.class));
            }
        });
        mine.check(ports);
    }

    private void save(Command command, Accounts port) {
        AccountId id = command.account();
        Account account = Account.builder().id(id).name("n" + command.number()).build();
        if (command.isBad()) {
            refused(StaleVersionException.class, () -> port.save(account, mine.version(id) + 1));
            return;
        }
        Versioned<Account> saved = port.save(account, mine.version(id));
        assertThat(saved).isEqualTo(new Versioned<>(account, mine.versions.merge(id, 1L, Long::sum)));
        mine.accounts.put(id, saved);
        accounts.add(id);
    }

    private void delete(Command command, Accounts port) {
        AccountId id = command.account();
        if (command.isBad() || mine.version(id) == 0) {
            refused(StaleVersionException.class, () -> port.delete(id, mine.version(id) + 1));
            return;
        }
        port.delete(id, mine.version(id));
        mine.versions.merge(id, 1L, Long::sum);
        mine.accounts.remove(id);
        accounts.add(id);
    }

    private void append(Command command, Notes port) {
        AccountId id = command.account();
        List<Note> added = List.of(new Note(id, "a"), new Note(id, "b")).subList(0, command.number() % 3);
        long last = mine.notes(id).size();
        if (command.isBad()) {
            refused(StaleVersionException.class, () -> port.append(id, last + 1, added));
            return;
        }
        assertThat(port.append(id, last, added)).isEqualTo(last + added.size());
        List<Note> longer = new ArrayList<>(mine.notes(id));
        longer.addAll(added);
        mine.notes.put(id, longer);
        logs.add(id);
    }

    /** Few ids, so that an event is often there already; a bad one is another event under such an id. */
    private void add(Command command, Outbox port) {
        DomainEvent event = DomainEvent.builder()
                .id(EventId.of("E-" + command.key()))
                .type("quote.approved")
                .subject(command.isBad() ? "Q-2" : "Q-1")
                .by(By.of("ana", "2026-03-31T09:00:00Z"))
                .build();
        Optional<DomainEvent> there = known(mine.events, event).or(() -> known(waiting, event));
        if (there.isPresent() && !there.get().equals(event)) {
            refused(IllegalArgumentException.class, () -> port.add(List.of(event)));
            return;
        }
        port.add(List.of(event));
        if (there.isEmpty()) {
            waiting.add(event);
        }
    }

    private void advance(Command command, Outbox port) {
        String follower = FOLLOWERS.get(command.key() % FOLLOWERS.size());
        long position = mine.position(follower);
        if (command.isBad()) {
            refused(IllegalArgumentException.class, () -> port.advance(follower, position, mine.events.size() + 1L));
            return;
        }
        long next = Math.min(mine.events.size(), position + command.number());
        port.advance(follower, position, next);
        mine.positions.put(follower, next);
        followers.add(follower);
    }

    private static void refused(Class<? extends Throwable> type, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(type);
    }

    private static Optional<DomainEvent> known(List<DomainEvent> events, DomainEvent event) {
        return events.stream().filter(each -> each.id().equals(event.id())).findFirst();
    }

    /** Does to the world what the unit did, or nothing; returns what kinds of conflict there are. */
    Set<Class<?>> keepIn(World now) {
        Set<Class<?>> conflicts = new HashSet<>();
        if (accounts.stream().anyMatch(id -> base.lastVersion(id) != now.lastVersion(id))
                || logs.stream()
                        .anyMatch(id -> base.notes(id).size() != now.notes(id).size())
                || followers.stream().anyMatch(name -> base.position(name) != now.position(name))) {
            conflicts.add(StaleVersionException.class);
        }
        if (waiting.stream()
                .anyMatch(event -> known(now.events, event)
                        .filter(there -> !there.equals(event))
                        .isPresent())) {
            conflicts.add(IllegalArgumentException.class);
        }
        if (conflicts.isEmpty()) {
            accounts.forEach(id -> replace(id, mine.accounts, now.accounts));
            accounts.forEach(id -> replace(id, mine.versions, now.versions));
            logs.forEach(id -> replace(id, mine.notes, now.notes));
            followers.forEach(name -> replace(name, mine.positions, now.positions));
            waiting.stream().filter(event -> known(now.events, event).isEmpty()).forEach(now.events::add);
        }
        return conflicts;
    }

    private static <K, V> void replace(K key, Map<K, V> from, Map<K, V> to) {
        if (from.containsKey(key)) {
            to.put(key, from.get(key));
        } else {
            to.remove(key);
        }
    }
}
