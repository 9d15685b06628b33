package io.salesops.testkit.broken;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterators;
import io.salesops.commission.ledger.Ledger;
import io.salesops.commission.ledger.LedgerEntry;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.testkit.LedgerContract;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.repository.Sequenced;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Ledgers whose readings are not closed, or are not of one moment. */
final class FaultyReadings {
    private FaultyReadings() {}

    /** Hands out a list, which goes on after the reading. */
    static class UnclosedReading implements LedgerContract {
        @Override
        public Ledger newStore() {
            return new LedgerOver() {
                @Override
                public <R> R read(
                        PayeeId key, long after, Function<? super Iterable<Sequenced<LedgerEntry>>, ? extends R> body) {
                    return body.apply(
                            kept().<ImmutableList<Sequenced<LedgerEntry>>>read(key, after, ImmutableList::copyOf));
                }
            };
        }
    }

    /** Reads on into what is added meanwhile. */
    static class LiveReading implements LedgerContract {
        @Override
        public Ledger newStore() {
            return new LedgerOver() {
                @Override
                public <R> R scan(
                        Criteria<LedgerEntry> criteria, Function<? super Iterable<LedgerEntry>, ? extends R> body) {
                    return kept().scan(
                                    criteria,
                                    found -> body.apply((Iterable<LedgerEntry>) () -> {
                                        Iterator<LedgerEntry> unused = found.iterator();
                                        return kept().<ImmutableList<LedgerEntry>>scan(criteria, ImmutableList::copyOf)
                                                .iterator();
                                    }));
                }
            };
        }
    }

    /** Can be gone over once only, as a result set can. */
    static class OnePass implements LedgerContract {
        @Override
        public Ledger newStore() {
            return new LedgerOver() {
                @Override
                public <R> R read(
                        PayeeId key, long after, Function<? super Iterable<Sequenced<LedgerEntry>>, ? extends R> body) {
                    return kept().read(key, after, found -> {
                        Iterator<Sequenced<LedgerEntry>> once = found.iterator();
                        return body.apply((Iterable<Sequenced<LedgerEntry>>) () -> once);
                    });
                }
            };
        }
    }

    /** Closes when the body returns, and forgets to when it throws. */
    static class ClosedOnReturnOnly implements LedgerContract {
        @Override
        public Ledger newStore() {
            return new LedgerOver() {
                @Override
                public <R> R read(
                        PayeeId key, long after, Function<? super Iterable<Sequenced<LedgerEntry>>, ? extends R> body) {
                    AtomicBoolean isClosed = new AtomicBoolean();
                    List<Sequenced<LedgerEntry>> found = kept().read(key, after, ImmutableList::copyOf);
                    R result = body.apply((Iterable<Sequenced<LedgerEntry>>) () -> {
                        checkState(!isClosed.get(), "closed");
                        return Iterators.filter(found.iterator(), each -> {
                            checkState(!isClosed.get(), "closed");
                            return true;
                        });
                    });
                    isClosed.set(true);
                    return result;
                }
            };
        }
    }

    /** Keeps the connection of a reading whose body throws. */
    static class ConnectionKept implements LedgerContract {
        private static final AtomicInteger OPEN = new AtomicInteger();

        @Override
        public OptionalInt openCursors() {
            return OptionalInt.of(OPEN.get());
        }

        @Override
        public Ledger newStore() {
            return new LedgerOver() {
                @Override
                public <R> R read(
                        PayeeId key, long after, Function<? super Iterable<Sequenced<LedgerEntry>>, ? extends R> body) {
                    OPEN.incrementAndGet();
                    R result = kept().read(key, after, body);
                    OPEN.decrementAndGet();
                    return result;
                }
            };
        }
    }
}
