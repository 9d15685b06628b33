package io.salesops.testkit.broken;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.reflect.Reflection;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.repository.Accounts;
import io.salesops.core.repository.InMemoryStores;
import io.salesops.core.repository.StaleVersionException;
import io.salesops.core.repository.Versioned;
import io.salesops.core.testkit.AccountsContract;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Stores that are wrong about versions, or about what they are versions of. */
final class FaultyVersions {
    private FaultyVersions() {}

    /** Writes over whatever is there. */
    static class NoVersionCheck implements AccountsContract {
        @Override
        public Accounts newStore() {
            return new AccountsOver() {
                @Override
                public Versioned<Account> save(Account value, long expectedVersion) {
                    return kept().save(value, version(value.id()));
                }
            };
        }
    }

    /** Removes whatever is there, or nothing. */
    static class NoVersionCheckOnDelete implements AccountsContract {
        @Override
        public Accounts newStore() {
            return new AccountsOver() {
                @Override
                public void delete(AccountId id, long expectedVersion) {
                    long version = version(id);
                    if (version > 0) {
                        kept().delete(id, version);
                    }
                }
            };
        }
    }

    /** Compares the version first and writes later: two writers may both find it right. */
    static class LostUpdate implements AccountsContract {
        @Override
        public Accounts newStore() {
            return new AccountsOver() {
                @Override
                public Versioned<Account> save(Account value, long expectedVersion) {
                    long stored = version(value.id());
                    if (stored != expectedVersion) {
                        return kept().save(value, expectedVersion);
                    }
                    LockSupport.parkNanos(100_000);
                    while (true) {
                        try {
                            kept().save(value, version(value.id()));
                            return new Versioned<>(value, expectedVersion + 1);
                        } catch (StaleVersionException other) {
                            Thread.onSpinWait();
                        }
                    }
                }
            };
        }
    }

    /** Compares the version first and deletes later, whatever is there by then. */
    static class DeletesLater implements AccountsContract {
        @Override
        public Accounts newStore() {
            return new AccountsOver() {
                @Override
                public void delete(AccountId id, long expectedVersion) {
                    if (version(id) != expectedVersion || expectedVersion <= 0) {
                        kept().delete(id, expectedVersion);
                        return;
                    }
                    LockSupport.parkNanos(100_000);
                    while (version(id) > 0) {
                        try {
                            kept().delete(id, version(id));
                            return;
                        } catch (StaleVersionException other) {
                            Thread.onSpinWait();
                        }
                    }
                }
            };
        }
    }

    /** Returns the version that was replaced, as a statement does that reads before it writes. */
    static class ReturnsTheOldVersion implements AccountsContract {
        @Override
        public Accounts newStore() {
            return new AccountsOver() {
                @Override
                public Versioned<Account> save(Account value, long expectedVersion) {
                    Versioned<Account> saved = kept().save(value, expectedVersion);
                    return saved.version() == 1 ? saved : new Versioned<>(value, expectedVersion);
                }
            };
        }
    }

    /** Hands out accounts that ask the database for each of their fields when it is read. */
    static class LazyFields implements AccountsContract {
        @Override
        public Accounts newStore() {
            return new AccountsOver() {
                private Account lazy(AccountId id) {
                    return Reflection.newProxy(
                            Account.class,
                            (proxy, method, arguments) ->
                                    method.invoke(kept().find(id).orElseThrow().value(), arguments));
                }

                @Override
                public Optional<Versioned<Account>> find(AccountId id) {
                    return kept().find(id).map(found -> new Versioned<>(lazy(id), found.version()));
                }
            };
        }
    }

    /** Takes a negative version for none. */
    static class NegativeVersionIsNone implements AccountsContract {
        @Override
        public Accounts newStore() {
            return new AccountsOver() {
                @Override
                public Versioned<Account> save(Account value, long expectedVersion) {
                    return kept().save(value, Math.max(expectedVersion, version(value.id()) * -expectedVersion));
                }
            };
        }
    }

    /** Counts again from 1 once a value has been deleted: a writer who saw the old version 1 overwrites the new one. */
    static class VersionsRestart implements AccountsContract {
        @Override
        public Accounts newStore() {
            Map<AccountId, Long> forgotten = new ConcurrentHashMap<>();
            return new AccountsOver() {
                private Versioned<Account> counted(Versioned<Account> stored) {
                    return new Versioned<>(
                            stored.value(),
                            stored.version()
                                    - forgotten.getOrDefault(stored.value().id(), 0L));
                }

                private long real(AccountId id, long version) {
                    return version == 0 ? 0 : version + forgotten.getOrDefault(id, 0L);
                }

                @Override
                public Optional<Versioned<Account>> find(AccountId id) {
                    return kept().find(id).map(this::counted);
                }

                @Override
                public ImmutableMap<AccountId, Versioned<Account>> findAll(Collection<AccountId> ids) {
                    return ImmutableMap.copyOf(Maps.transformValues(kept().findAll(ids), this::counted));
                }

                @Override
                public Versioned<Account> save(Account value, long expectedVersion) {
                    return counted(kept().save(value, real(value.id(), expectedVersion)));
                }

                @Override
                public void delete(AccountId id, long expectedVersion) {
                    kept().delete(id, real(id, expectedVersion));
                    forgotten.put(id, expectedVersion + forgotten.getOrDefault(id, 0L) + 1);
                }
            };
        }
    }

    /** Has no column for custom fields. */
    static class FieldLost implements AccountsContract {
        @Override
        public Accounts newStore() {
            return new AccountsOver() {
                @Override
                public Optional<Versioned<Account>> find(AccountId id) {
                    return kept().find(id)
                            .map(found ->
                                    new Versioned<>(found.value().withCustom(CustomFields.none()), found.version()));
                }
            };
        }
    }

    /** Compares ids as a database with an undiscerning collation does. */
    static class CaseBlindIds implements AccountsContract {
        @Override
        public Accounts newStore() {
            return new AccountsOver() {
                @Override
                public Optional<Versioned<Account>> find(AccountId id) {
                    return kept().find(id)
                            .or(() -> kept().find(AccountId.of(id.value().toUpperCase(Locale.ROOT))))
                            .or(() -> kept().find(AccountId.of(id.value().toLowerCase(Locale.ROOT))));
                }
            };
        }
    }

    /** Keeps the accounts of all tenants together. */
    static class LeakingTenant implements AccountsContract {
        private static final Accounts ALL = InMemoryStores.create().get(Accounts.class);

        @Override
        public Accounts newStore() {
            return new AccountsOver(ALL);
        }
    }

    /** Asks for one tenant when it looks for one value, and forgets to when it looks for many. */
    static class LeakingBatch implements AccountsContract {
        private static final Map<AccountId, Versioned<Account>> ALL = new ConcurrentHashMap<>();

        @Override
        public Accounts newStore() {
            return new AccountsOver() {
                @Override
                public ImmutableMap<AccountId, Versioned<Account>> saveAll(Collection<Versioned<Account>> values) {
                    ImmutableMap<AccountId, Versioned<Account>> saved = kept().saveAll(values);
                    ALL.putAll(saved);
                    return saved;
                }

                @Override
                public ImmutableMap<AccountId, Versioned<Account>> findAll(Collection<AccountId> ids) {
                    ImmutableMap<AccountId, Versioned<Account>> mine = kept().findAll(ids);
                    ImmutableMap.Builder<AccountId, Versioned<Account>> found = ImmutableMap.builder();
                    for (AccountId id : new LinkedHashSet<>(ids)) {
                        Versioned<Account> value = mine.getOrDefault(id, ALL.get(id));
                        if (value != null) {
                            found.put(id, value);
                        }
                    }
                    return found.buildOrThrow();
                }
            };
        }
    }
}
