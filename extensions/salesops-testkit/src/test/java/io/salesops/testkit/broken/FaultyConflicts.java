package io.salesops.testkit.broken;

import io.salesops.commission.ledger.InMemoryLedger;
import io.salesops.commission.ledger.Ledger;
import io.salesops.commission.ledger.LedgerEntry;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.testkit.LedgerContract;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.repository.Accounts;
import io.salesops.core.repository.InMemoryStores;
import io.salesops.core.repository.Opportunities;
import io.salesops.core.repository.StaleVersionException;
import io.salesops.core.repository.UnitOfWork;
import io.salesops.core.repository.Versioned;
import io.salesops.core.testkit.LogUnitContract;
import io.salesops.core.testkit.OpportunitiesContract;
import io.salesops.core.testkit.RepositoryUnitContract;
import io.salesops.core.testkit.UnitOfWorkContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Units of work that do not notice what others do meanwhile, or that a port takes no part in. */
final class FaultyConflicts {
    private FaultyConflicts() {}

    private static void overwrite(Accounts accounts, Account value) {
        while (true) {
            try {
                accounts.save(
                        value, accounts.find(value.id()).map(Versioned::version).orElse(0L));
                return;
            } catch (StaleVersionException other) {
                Thread.onSpinWait();
            }
        }
    }

    /** Inserts at the end of the unit, or updates what has come there: an insert on conflict do update. */
    static class InsertsOver implements UnitOfWorkContract {
        @Override
        public UnitOfWork newStores() {
            return new UnitsOver() {
                @Override
                Ports ports(Ports inside, Ports outside, List<Runnable> late) {
                    return with(inside, Accounts.class, new AccountsOver(inside.get(Accounts.class)) {
                        @Override
                        public Versioned<Account> save(Account value, long expectedVersion) {
                            if (expectedVersion > 0 || version(value.id()) > 0) {
                                return super.save(value, expectedVersion);
                            }
                            late.add(() -> overwrite(outside.get(Accounts.class), value));
                            return new Versioned<>(value, 1);
                        }
                    });
                }
            };
        }
    }

    /** Updates at the end of the unit, and inserts again what is gone by then. */
    static class BringsBack implements UnitOfWorkContract {
        @Override
        public UnitOfWork newStores() {
            return new UnitsOver() {
                @Override
                Ports ports(Ports inside, Ports outside, List<Runnable> late) {
                    return with(inside, Accounts.class, new AccountsOver(inside.get(Accounts.class)) {
                        @Override
                        public Versioned<Account> save(Account value, long expectedVersion) {
                            Accounts others = outside.get(Accounts.class);
                            if (expectedVersion == 0 || others.find(value.id()).isPresent()) {
                                return super.save(value, expectedVersion);
                            }
                            late.add(() -> overwrite(others, value));
                            return new Versioned<>(value, expectedVersion + 1);
                        }
                    });
                }
            };
        }
    }

    /** Deletes at the end of the unit, whatever is there by then. */
    static class DeletesAnyway implements UnitOfWorkContract {
        @Override
        public UnitOfWork newStores() {
            return new UnitsOver() {
                @Override
                Ports ports(Ports inside, Ports outside, List<Runnable> late) {
                    return with(inside, Accounts.class, new AccountsOver(inside.get(Accounts.class)) {
                        @Override
                        public void delete(AccountId id, long expectedVersion) {
                            Accounts others = outside.get(Accounts.class);
                            late.add(() -> others.find(id).ifPresent(found -> others.delete(id, found.version())));
                        }
                    });
                }
            };
        }
    }

    /** Looks for the version when a value is saved, and no more when the unit is kept. */
    static class ChecksEarly implements UnitOfWorkContract {
        @Override
        public UnitOfWork newStores() {
            return new UnitsOver() {
                @Override
                Ports ports(Ports inside, Ports outside, List<Runnable> late) {
                    return with(inside, Accounts.class, new AccountsOver(outside.get(Accounts.class)) {
                        @Override
                        public Versioned<Account> save(Account value, long expectedVersion) {
                            long stored = version(value.id());
                            if (stored != expectedVersion) {
                                throw new StaleVersionException(value.id().toString(), expectedVersion, stored);
                            }
                            late.add(() -> {
                                LockSupport.parkNanos(100_000);
                                overwrite(kept(), value);
                            });
                            return new Versioned<>(value, expectedVersion + 1);
                        }
                    });
                }
            };
        }
    }

    /** Undoes all work, even where it returns: nobody has thought of the commit. */
    static class NothingKept implements UnitOfWorkContract {
        @Override
        public UnitOfWork newStores() {
            return new UnitsOver() {
                @Override
                Ports ports(Ports inside, Ports outside, List<Runnable> late) {
                    return inside;
                }

                @Override
                public <R> R perform(Function<? super Ports, ? extends R> work) {
                    List<R> results = new ArrayList<>();
                    try {
                        return super.perform(ports -> {
                            results.add(work.apply(ports));
                            throw new CancellationException();
                        });
                    } catch (CancellationException undone) {
                        return results.get(0);
                    }
                }
            };
        }
    }

    /** Reads past the unit: the work does not find what it has written. */
    static class ReadsOutside implements UnitOfWorkContract {
        @Override
        public UnitOfWork newStores() {
            return new UnitsOver() {
                @Override
                Ports ports(Ports inside, Ports outside, List<Runnable> late) {
                    return with(inside, Accounts.class, new AccountsOver(inside.get(Accounts.class)) {
                        @Override
                        public Optional<Versioned<Account>> find(AccountId id) {
                            return outside.get(Accounts.class).find(id);
                        }
                    });
                }
            };
        }
    }

    /** A ledger, and the units of work that it takes part in, or does not. */
    interface LedgerUnits extends LedgerContract, LogUnitContract<LedgerEntry, PayeeId> {
        @Override
        default Ledger newStore() {
            return new InMemoryLedger();
        }

        @Override
        default Class<Ledger> port() {
            return Ledger.class;
        }
    }

    /** Writes the ledger past the unit. */
    static class LedgerOutside implements LedgerUnits {
        @Override
        public UnitOfWork newStores() {
            return new UnitsOver() {
                @Override
                Ports ports(Ports inside, Ports outside, List<Runnable> late) {
                    return with(inside, Ledger.class, outside.get(Ledger.class));
                }
            };
        }
    }

    /** Looks for the end of the ledger when entries are added, and no more when the unit is kept. */
    static class LedgerChecksEarly implements LedgerUnits {
        @Override
        public UnitOfWork newStores() {
            return new UnitsOver() {
                @Override
                Ports ports(Ports inside, Ports outside, List<Runnable> late) {
                    return with(inside, Ledger.class, new LedgerOver(outside.get(Ledger.class)) {
                        @Override
                        public long append(PayeeId key, long expectedLast, List<LedgerEntry> entries) {
                            long last = last(key);
                            if (last != expectedLast) {
                                throw new StaleVersionException(key.toString(), expectedLast, last);
                            }
                            late.add(() -> kept().append(key, kept().last(key), entries));
                            return last + entries.size();
                        }
                    });
                }
            };
        }
    }

    /** Opportunities, and the units of work that they take part in, or do not. */
    interface OpportunityUnits extends OpportunitiesContract, RepositoryUnitContract<Opportunity, OpportunityId> {
        @Override
        default Opportunities newStore() {
            return InMemoryStores.create().get(Opportunities.class);
        }

        @Override
        default Class<Opportunities> port() {
            return Opportunities.class;
        }
    }

    /** Writes opportunities past the unit. */
    static class OpportunitiesOutside implements OpportunityUnits {
        @Override
        public UnitOfWork newStores() {
            return new UnitsOver() {
                @Override
                Ports ports(Ports inside, Ports outside, List<Runnable> late) {
                    return with(inside, Opportunities.class, outside.get(Opportunities.class));
                }
            };
        }
    }

    /** Returns as if all were well where the unit is refused at its end. */
    static class RefusalUnsaid implements OpportunityUnits {
        @Override
        public UnitOfWork newStores() {
            return new UnitsOver() {
                @Override
                Ports ports(Ports inside, Ports outside, List<Runnable> late) {
                    return inside;
                }

                @Override
                public <R> R perform(Function<? super Ports, ? extends R> work) {
                    List<R> results = new ArrayList<>();
                    try {
                        return super.perform(ports -> {
                            R result = work.apply(ports);
                            results.add(result);
                            return result;
                        });
                    } catch (StaleVersionException refused) {
                        if (results.isEmpty()) {
                            throw refused;
                        }
                        return results.get(0);
                    }
                }
            };
        }
    }
}
