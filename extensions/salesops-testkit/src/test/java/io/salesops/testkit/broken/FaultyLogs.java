package io.salesops.testkit.broken;

import com.google.common.collect.FluentIterable;
import com.google.common.collect.Iterables;
import io.salesops.commission.ledger.InMemoryLedger;
import io.salesops.commission.ledger.Ledger;
import io.salesops.commission.ledger.LedgerEntry;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.testkit.LedgerContract;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.repository.Sequenced;
import io.salesops.core.repository.StaleVersionException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Ledgers that are wrong about the order, the ends or the owners of their logs. */
final class FaultyLogs {
    private FaultyLogs() {}

    /** Adds to the end, wherever the writer believes it to be. */
    static class NoExpectation implements LedgerContract {
        @Override
        public Ledger newStore() {
            return new LedgerOver() {
                @Override
                public long append(PayeeId key, long expectedLast, List<LedgerEntry> entries) {
                    return kept().append(key, kept().last(key), entries);
                }
            };
        }
    }

    /** Compares first and writes later: two writers may both find the end where they expect it. */
    static class CheckThenAct implements LedgerContract {
        @Override
        public Ledger newStore() {
            return new LedgerOver() {
                @Override
                public long append(PayeeId key, long expectedLast, List<LedgerEntry> entries) {
                    if (kept().last(key) != expectedLast) {
                        return kept().append(key, expectedLast, entries);
                    }
                    LockSupport.parkNanos(100_000);
                    while (true) {
                        try {
                            return kept().append(key, kept().last(key), entries);
                        } catch (StaleVersionException other) {
                            Thread.onSpinWait();
                        }
                    }
                }
            };
        }
    }

    /** Takes a number for each attempt, as a sequence of a database does, and so leaves a gap where one was refused. */
    static class Gaps implements LedgerContract {
        @Override
        public Ledger newStore() {
            Map<PayeeId, Long> skipped = new ConcurrentHashMap<>();
            return new LedgerOver() {
                private long shift(PayeeId key) {
                    return kept().last(key) == 0 ? 0 : skipped.getOrDefault(key, 0L);
                }

                @Override
                public long last(PayeeId key) {
                    return kept().last(key) + shift(key);
                }

                @Override
                public long append(PayeeId key, long expectedLast, List<LedgerEntry> entries) {
                    try {
                        return kept().append(key, Math.max(-1, expectedLast - shift(key)), entries) + shift(key);
                    } catch (StaleVersionException refused) {
                        skipped.merge(key, 1L, Long::sum);
                        throw refused;
                    }
                }

                @Override
                public <R> R read(
                        PayeeId key, long after, Function<? super Iterable<Sequenced<LedgerEntry>>, ? extends R> body) {
                    long shift = shift(key);
                    return kept().read(
                                    key,
                                    Math.max(0, after - shift),
                                    found -> body.apply(FluentIterable.from(found)
                                            .transform(
                                                    each -> new Sequenced<>(each.sequence() + shift, each.entry()))));
                }
            };
        }
    }

    /** Adds one entry after the other, and keeps the first ones when a later one is refused. */
    static class PartialAppend implements LedgerContract {
        @Override
        public Ledger newStore() {
            return new LedgerOver() {
                @Override
                public long append(PayeeId key, long expectedLast, List<LedgerEntry> entries) {
                    long last = kept().append(key, expectedLast, List.of());
                    for (LedgerEntry entry : entries) {
                        last = kept().append(key, last, List.of(entry));
                    }
                    return last;
                }
            };
        }
    }

    /** Files each entry under the key that was named, whomever it belongs to. */
    static class ForeignEntries implements LedgerContract {
        @Override
        public Ledger newStore() {
            return new LedgerOver() {
                @Override
                public long append(PayeeId key, long expectedLast, List<LedgerEntry> entries) {
                    return kept().append(
                                    key,
                                    expectedLast,
                                    entries.stream()
                                            .map(entry -> entry.withPayee(key))
                                            .toList());
                }
            };
        }
    }

    /** Does not look at an expectation that comes with nothing to add. */
    static class EmptyUnchecked implements LedgerContract {
        @Override
        public Ledger newStore() {
            return new LedgerOver() {
                @Override
                public long append(PayeeId key, long expectedLast, List<LedgerEntry> entries) {
                    return entries.isEmpty() ? kept().last(key) : kept().append(key, expectedLast, entries);
                }
            };
        }
    }

    /** Reads from the sequence that is named, and not behind it. */
    static class ReadsFrom implements LedgerContract {
        @Override
        public Ledger newStore() {
            return new LedgerOver() {
                @Override
                public <R> R read(
                        PayeeId key, long after, Function<? super Iterable<Sequenced<LedgerEntry>>, ? extends R> body) {
                    return kept().read(key, after > 0 ? after - 1 : after, body);
                }
            };
        }
    }

    /** Scans in the order in which the ids of the entries fall. */
    static class WrongOrder implements LedgerContract {
        @Override
        public Ledger newStore() {
            return new LedgerOver() {
                @Override
                public <R> R scan(
                        Criteria<LedgerEntry> criteria, Function<? super Iterable<LedgerEntry>, ? extends R> body) {
                    return kept().scan(
                                    criteria,
                                    found -> body.apply((Iterable<LedgerEntry>) () -> FluentIterable.from(found)
                                            .toSortedList((first, second) -> first.id()
                                                    .value()
                                                    .compareTo(second.id().value()))
                                            .iterator()));
                }
            };
        }
    }

    /** Scans by code points, as a database does that stores UTF-8, and not as Java compares strings. */
    static class OrderOfCodePoints implements LedgerContract {
        @Override
        public Ledger newStore() {
            return new LedgerOver() {
                @Override
                public <R> R scan(
                        Criteria<LedgerEntry> criteria, Function<? super Iterable<LedgerEntry>, ? extends R> body) {
                    Comparator<LedgerEntry> order = (first, second) -> Arrays.compare(
                            first.payee().value().codePoints().toArray(),
                            second.payee().value().codePoints().toArray());
                    return kept().scan(
                                    criteria,
                                    found -> body.apply((Iterable<LedgerEntry>) () -> FluentIterable.from(found)
                                            .toSortedList(order)
                                            .iterator()));
                }
            };
        }
    }

    /** Takes no notice of what is asked for. */
    static class EverythingFound implements LedgerContract {
        @Override
        public Ledger newStore() {
            return new LedgerOver() {
                @Override
                public <R> R scan(
                        Criteria<LedgerEntry> criteria, Function<? super Iterable<LedgerEntry>, ? extends R> body) {
                    return kept().scan(Criteria.<LedgerEntry>all(), body);
                }
            };
        }
    }

    /** Takes a negative sequence for one that is stale. */
    static class NegativeIsStale implements LedgerContract {
        @Override
        public Ledger newStore() {
            return new LedgerOver() {
                @Override
                public long append(PayeeId key, long expectedLast, List<LedgerEntry> entries) {
                    if (expectedLast < 0) {
                        throw new StaleVersionException(key.toString(), expectedLast, kept().last(key));
                    }
                    return kept().append(key, expectedLast, entries);
                }
            };
        }
    }

    /** Keeps the caller's list and writes it when the ledger is next asked: shared mutable state. */
    static class KeepsTheCallersList implements LedgerContract {
        @Override
        public Ledger newStore() {
            Map<PayeeId, List<LedgerEntry>> waiting = new ConcurrentHashMap<>();
            return new LedgerOver() {
                private void write() {
                    waiting.forEach((key, entries) -> kept().append(key, kept().last(key), entries));
                    waiting.clear();
                }

                @Override
                public long append(PayeeId key, long expectedLast, List<LedgerEntry> entries) {
                    write();
                    long last = kept().append(key, expectedLast, List.of());
                    waiting.put(key, entries);
                    return last + entries.size();
                }

                @Override
                public long last(PayeeId key) {
                    write();
                    return kept().last(key);
                }

                @Override
                public <R> R read(
                        PayeeId key, long after, Function<? super Iterable<Sequenced<LedgerEntry>>, ? extends R> body) {
                    write();
                    return kept().read(key, after, body);
                }
            };
        }
    }

    /** Forgets whose log it is when it looks for the end. */
    static class CountsAllKeys implements LedgerContract {
        @Override
        public Ledger newStore() {
            return new LedgerOver() {
                @Override
                public long last(PayeeId key) {
                    return kept().<Integer>scan(Criteria.<LedgerEntry>all(), Iterables::size);
                }
            };
        }
    }

    /** Takes entries for added that somebody else came before: an insert on conflict do nothing. */
    static class NothingOnConflict implements LedgerContract {
        @Override
        public Ledger newStore() {
            return new LedgerOver() {
                @Override
                public long append(PayeeId key, long expectedLast, List<LedgerEntry> entries) {
                    kept().append(key, expectedLast, List.of());
                    LockSupport.parkNanos(100_000);
                    try {
                        return kept().append(key, expectedLast, entries);
                    } catch (StaleVersionException other) {
                        return expectedLast + entries.size();
                    }
                }
            };
        }
    }

    /** Keeps the logs of all tenants together. */
    static class LeakingTenant implements LedgerContract {
        private static final Ledger ALL = new InMemoryLedger();

        @Override
        public Ledger newStore() {
            return new LedgerOver(ALL);
        }
    }
}
