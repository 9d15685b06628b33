package io.salesops.testkit.broken;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.repository.Accounts;
import io.salesops.core.repository.Versioned;
import io.salesops.core.testkit.AccountsContract;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Stores that are wrong about many values at once. */
final class FaultyBatches {
    private FaultyBatches() {}

    /** Saves one after the other, and keeps the first ones when a later one is stale. */
    static class PartialSaveAll implements AccountsContract {
        @Override
        public Accounts newStore() {
            return new AccountsOver() {
                @Override
                public ImmutableMap<AccountId, Versioned<Account>> saveAll(Collection<Versioned<Account>> values) {
                    ImmutableMap.Builder<AccountId, Versioned<Account>> saved = ImmutableMap.builder();
                    for (Versioned<Account> value : values) {
                        saved.put(value.value().id(), kept().save(value.value(), value.version()));
                    }
                    return saved.buildOrThrow();
                }
            };
        }
    }

    /** Looks at all versions first and then saves one value after the other: readers find half of a batch. */
    static class HalfBatchSeen implements AccountsContract {
        @Override
        public Accounts newStore() {
            return new AccountsOver() {
                @Override
                public synchronized ImmutableMap<AccountId, Versioned<Account>> saveAll(
                        Collection<Versioned<Account>> values) {
                    if (values.stream().anyMatch(each -> version(each.value().id()) != each.version())) {
                        return kept().saveAll(values);
                    }
                    ImmutableMap.Builder<AccountId, Versioned<Account>> saved = ImmutableMap.builder();
                    for (Versioned<Account> each : values) {
                        saved.put(each.value().id(), kept().save(each.value(), each.version()));
                        LockSupport.parkNanos(100_000);
                    }
                    return saved.buildOrThrow();
                }
            };
        }
    }

    /** Takes the last of two values of one id. */
    static class LastOfTwo implements AccountsContract {
        @Override
        public Accounts newStore() {
            return new AccountsOver() {
                @Override
                public ImmutableMap<AccountId, Versioned<Account>> saveAll(Collection<Versioned<Account>> values) {
                    Map<AccountId, Versioned<Account>> byId = new LinkedHashMap<>();
                    values.forEach(value -> byId.put(value.value().id(), value));
                    return kept().saveAll(byId.values());
                }
            };
        }
    }

    /** Returns what was saved in the order of the ids. */
    static class SavedInOrderOfIds implements AccountsContract {
        @Override
        public Accounts newStore() {
            return new AccountsOver() {
                @Override
                public ImmutableMap<AccountId, Versioned<Account>> saveAll(Collection<Versioned<Account>> values) {
                    return ImmutableSortedMap.copyOf(kept().saveAll(values));
                }
            };
        }
    }

    /** Makes a statement of no ids, which the database refuses. */
    static class EmptyBatchIsAnError implements AccountsContract {
        @Override
        public Accounts newStore() {
            return new AccountsOver() {
                @Override
                public ImmutableMap<AccountId, Versioned<Account>> findAll(Collection<AccountId> ids) {
                    if (ids.isEmpty()) {
                        throw new IllegalStateException(
                                "syntax error at or near ')': select * from account where id in ()");
                    }
                    return kept().findAll(ids);
                }
            };
        }
    }

    /** Returns what the database returns, in the order of the ids. */
    static class BatchInOrderOfIds implements AccountsContract {
        @Override
        public Accounts newStore() {
            return new AccountsOver() {
                @Override
                public ImmutableMap<AccountId, Versioned<Account>> findAll(Collection<AccountId> ids) {
                    return kept().findAll(ImmutableSortedSet.copyOf(ids));
                }
            };
        }
    }

    /** Asks for no more than the thousand ids that fit into one statement. */
    static class BatchCutShort implements AccountsContract {
        @Override
        public Accounts newStore() {
            return new AccountsOver() {
                @Override
                public ImmutableMap<AccountId, Versioned<Account>> findAll(Collection<AccountId> ids) {
                    return kept().findAll(ImmutableList.copyOf(Iterables.limit(ImmutableSet.copyOf(ids), 1_000)));
                }
            };
        }
    }

    /** Takes its time between the values of a batch, so that two batches meet halfway. */
    static class TornBatches implements AccountsContract {
        @Override
        public Accounts newStore() {
            return new AccountsOver() {
                @Override
                public ImmutableMap<AccountId, Versioned<Account>> saveAll(Collection<Versioned<Account>> values) {
                    ImmutableMap.Builder<AccountId, Versioned<Account>> saved = ImmutableMap.builder();
                    for (Versioned<Account> value : values) {
                        saved.put(value.value().id(), kept().save(value.value(), value.version()));
                        LockSupport.parkNanos(100_000);
                    }
                    return saved.buildOrThrow();
                }
            };
        }
    }

    /** Keeps the caller's list and writes it when the store is next asked: shared mutable state. */
    static class KeepsTheCallersList implements AccountsContract {
        @Override
        public Accounts newStore() {
            return new WritesLater();
        }

        private static final class WritesLater extends AccountsOver {
            private Collection<Versioned<Account>> waiting = ImmutableList.of();

            private synchronized void write() {
                for (Versioned<Account> each : waiting) {
                    kept().save(each.value(), version(each.value().id()));
                }
                waiting = ImmutableList.of();
            }

            @Override
            public synchronized ImmutableMap<AccountId, Versioned<Account>> saveAll(
                    Collection<Versioned<Account>> values) {
                write();
                ImmutableMap.Builder<AccountId, Versioned<Account>> saved = ImmutableMap.builder();
                values.forEach(each -> saved.put(each.value().id(), new Versioned<>(each.value(), each.version() + 1)));
                waiting = values;
                return saved.buildOrThrow();
            }

            @Override
            public <R> R scan(Criteria<Account> criteria, Function<? super Iterable<Account>, ? extends R> body) {
                write();
                return kept().scan(criteria, body);
            }

            @Override
            public ImmutableMap<AccountId, Versioned<Account>> findAll(Collection<AccountId> ids) {
                write();
                return kept().findAll(ids);
            }
        }
    }
}
