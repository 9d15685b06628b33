package io.salesops.core.repository;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.criteria.Truth;
import java.util.List;
import java.util.function.Function;

/**
 * An append-only log in memory, for tests and examples. Thread-safe; each call is atomic, and reads see one state.
 *
 * <p>A module gives its port a store by extending this class, and registers it with
 * {@link InMemoryStores#with(Class, java.util.function.Supplier)}:
 *
 * <pre>{@code
 * public final class InMemoryLedger extends InMemoryLog<LedgerEntry, PayeeId> implements Ledger {
 *     public InMemoryLedger() {
 *         super(LedgerEntry::payee);
 *     }
 * }
 * }</pre>
 *
 * <p>In a unit of work, every log that was appended to, with nothing even, must end at the close of the unit where it did
 * at its beginning. Cost: log n for an entry, n for a scan, nothing for its snapshot.
 *
 * @param <E> what is logged; immutable
 * @param <K> whose log it is
 */
public abstract class InMemoryLog<E, K extends Comparable<K>> extends InMemoryStore implements AppendOnlyLog<E, K> {
    private final Function<? super E, ? extends K> keyOf;
    private final InMemoryState<Logs<E, K>> logs;

    /** Creates empty logs; {@code keyOf} returns whose log an entry belongs to. */
    protected InMemoryLog(Function<? super E, ? extends K> keyOf) {
        this(keyOf, InMemoryState.of(Logs.empty(), Logs::merged));
    }

    private InMemoryLog(Function<? super E, ? extends K> keyOf, InMemoryState<Logs<E, K>> logs) {
        super(logs);
        this.keyOf = keyOf;
        this.logs = logs;
    }

    @Override
    public final long last(K key) {
        return logs.get().last(key);
    }

    @Override
    public final long append(K key, long expectedLast, List<E> entries) {
        ImmutableList<E> added = ImmutableList.copyOf(entries);
        for (E entry : added) {
            K owner = keyOf.apply(entry);
            checkArgument(owner.equals(key), "entry for the log of %s belongs to %s: %s", key, owner, entry);
        }
        return logs.change(before -> before.appended(key, expectedLast, added)).last(key);
    }

    @Override
    public final <R> R read(K key, long after, Function<? super Iterable<Sequenced<E>>, ? extends R> body) {
        checkArgument(after >= 0, "sequence to read after must not be negative: %s", after);
        return passed(logs.get().after(key, after), body);
    }

    @Override
    public final <R> R scan(Criteria<E> criteria, Function<? super Iterable<E>, ? extends R> body) {
        return passed(logs.get().entries().filter(entry -> criteria.test(entry) == Truth.TRUE), body);
    }
}
