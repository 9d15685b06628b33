package io.salesops.testkit.broken;

import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.event.EventStores;
import io.salesops.core.repository.Accounts;
import io.salesops.core.repository.InMemoryStores;
import io.salesops.core.repository.StaleVersionException;
import io.salesops.core.repository.UnitOfWork;
import io.salesops.core.repository.Versioned;
import io.salesops.core.testkit.UnitOfWorkContract;
import java.util.Optional;
import java.util.function.Function;

/** Units of work that keep too much or too little. */
final class FaultyUnits {
    private FaultyUnits() {}

    private static InMemoryStores stores() {
        return InMemoryStores.create().with(EventStores::register);
    }

    /** Has every call stand on its own: what was written before a failure stays. */
    static class Partial implements UnitOfWorkContract {
        @Override
        public UnitOfWork newStores() {
            InMemoryStores stores = stores();
            return new UnitOfWork() {
                @Override
                public <R> R perform(Function<? super Ports, ? extends R> work) {
                    return work.apply(stores);
                }
            };
        }
    }

    /** Undoes the work on an exception, and keeps it on an error. */
    static class KeptOnError implements UnitOfWorkContract {
        @Override
        public UnitOfWork newStores() {
            InMemoryStores stores = stores();
            return new UnitOfWork() {
                @Override
                public <R> R perform(Function<? super Ports, ? extends R> work) {
                    Error[] thrown = new Error[1];
                    R result = stores.<R>perform(ports -> {
                        R done = null;
                        try {
                            done = work.apply(ports);
                        } catch (Error e) {
                            thrown[0] = e;
                        }
                        return done;
                    });
                    if (thrown[0] != null) {
                        throw thrown[0];
                    }
                    return result;
                }
            };
        }
    }

    /** Keeps accounts in the unit and contacts outside of it. */
    static class OnePortOutside implements UnitOfWorkContract {
        @Override
        public UnitOfWork newStores() {
            InMemoryStores stores = stores();
            return new UnitOfWork() {
                @Override
                public <R> R perform(Function<? super Ports, ? extends R> work) {
                    return stores.perform(ports -> work.apply(new Ports() {
                        @Override
                        public <P> P get(Class<P> port) {
                            return (port == Accounts.class ? ports : stores).get(port);
                        }
                    }));
                }
            };
        }
    }

    /** Repeats a unit that was refused, over whatever was written meanwhile. */
    static class LastOneWins implements UnitOfWorkContract {
        @Override
        public UnitOfWork newStores() {
            InMemoryStores stores = stores();
            return new UnitOfWork() {
                @Override
                public <R> R perform(Function<? super Ports, ? extends R> work) {
                    try {
                        return stores.perform(work);
                    } catch (StaleVersionException refused) {
                        return stores.perform(ports -> work.apply(new Ports() {
                            @Override
                            public <P> P get(Class<P> port) {
                                return port == Accounts.class
                                        ? port.cast(overwriting(ports.get(Accounts.class)))
                                        : ports.get(port);
                            }
                        }));
                    }
                }
            };
        }

        private static Accounts overwriting(Accounts accounts) {
            return new AccountsOver(accounts) {
                @Override
                public Versioned<Account> save(Account value, long expectedVersion) {
                    return kept().save(value, version(value.id()));
                }
            };
        }
    }

    /** Leaves the ports of a unit open. */
    static class PortsStayOpen implements UnitOfWorkContract {
        @Override
        public UnitOfWork newStores() {
            InMemoryStores stores = stores();
            return new UnitOfWork() {
                @Override
                public <R> R perform(Function<? super Ports, ? extends R> work) {
                    boolean[] hasEnded = new boolean[1];
                    try {
                        return stores.perform(ports -> work.apply(new Ports() {
                            @Override
                            public <P> P get(Class<P> port) {
                                P inside = ports.get(port);
                                return port != Accounts.class
                                        ? inside
                                        : port.cast(new AccountsOver(stores.get(Accounts.class)) {
                                            private Accounts now() {
                                                return hasEnded[0] ? kept() : (Accounts) inside;
                                            }

                                            @Override
                                            public Optional<Versioned<Account>> find(AccountId id) {
                                                return now().find(id);
                                            }

                                            @Override
                                            public Versioned<Account> save(Account value, long expectedVersion) {
                                                return now().save(value, expectedVersion);
                                            }
                                        });
                            }
                        }));
                    } finally {
                        hasEnded[0] = true;
                    }
                }
            };
        }
    }

    /** Throws what a caller does not expect for a port that has no store. */
    static class UnknownPortMisnamed implements UnitOfWorkContract {
        @Override
        public UnitOfWork newStores() {
            InMemoryStores stores = stores();
            return new UnitOfWork() {
                @Override
                public <R> R perform(Function<? super Ports, ? extends R> work) {
                    return stores.perform(ports -> work.apply(new Ports() {
                        @Override
                        public <P> P get(Class<P> port) {
                            if (port.getPackageName().endsWith(".repository")) {
                                return ports.get(port);
                            }
                            throw new IllegalStateException("no store");
                        }
                    }));
                }
            };
        }
    }

    /** Keeps one database for all tenants. */
    static class LeakingTenant implements UnitOfWorkContract {
        private static final InMemoryStores ALL = stores();

        @Override
        public UnitOfWork newStores() {
            return ALL;
        }
    }
}
