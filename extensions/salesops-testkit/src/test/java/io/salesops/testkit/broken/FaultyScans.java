package io.salesops.testkit.broken;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.base.Predicates;
import com.google.common.collect.FluentIterable;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.criteria.Truth;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.repository.Accounts;
import io.salesops.core.testkit.AccountsContract;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Stores that are wrong about scans. */
final class FaultyScans {
    private FaultyScans() {}

    private static ImmutableList<Account> all(Accounts accounts) {
        return accounts.scan(Criteria.<Account>all(), found -> ImmutableList.<Account>copyOf(found));
    }

    /** Goes on as long as a scan is open, as a cursor of the same scan does. */
    private record While(Iterable<Account> open, Iterator<Account> found) implements Iterator<Account> {
        While {
            checkOpen(open);
        }

        private static void checkOpen(Iterable<Account> scan) {
            Iterator<Account> unused = scan.iterator();
        }

        @Override
        public boolean hasNext() {
            checkOpen(open);
            return found.hasNext();
        }

        @Override
        public Account next() {
            checkOpen(open);
            return found.next();
        }
    }

    /** Takes unknown for true, as a query does that only leaves out what is false. */
    static class UnknownIsTrue implements AccountsContract {
        @Override
        public Accounts newStore() {
            return new AccountsOver() {
                @Override
                public <R> R scan(Criteria<Account> criteria, Function<? super Iterable<Account>, ? extends R> body) {
                    return kept().scan(
                                    Criteria.<Account>all(),
                                    found -> body.apply(FluentIterable.from(found)
                                            .filter(account -> criteria.test(account) != Truth.FALSE)));
                }
            };
        }
    }

    /** Sorts the way people do, not the way ids are compared. */
    static class WrongOrder implements AccountsContract {
        @Override
        public Accounts newStore() {
            return new AccountsOver() {
                @Override
                public <R> R scan(Criteria<Account> criteria, Function<? super Iterable<Account>, ? extends R> body) {
                    Comparator<Account> order =
                            Comparator.comparing(account -> account.id().value(), String.CASE_INSENSITIVE_ORDER);
                    return kept().scan(
                                    criteria,
                                    found -> body.apply((Iterable<Account>) () -> new While(
                                            found,
                                            FluentIterable.from(found)
                                                    .toSortedList(order)
                                                    .iterator())));
                }
            };
        }
    }

    /** Sorts by code points, as a database does that stores UTF-8, and not as Java compares strings. */
    static class OrderOfCodePoints implements AccountsContract {
        @Override
        public Accounts newStore() {
            return new AccountsOver() {
                @Override
                public <R> R scan(Criteria<Account> criteria, Function<? super Iterable<Account>, ? extends R> body) {
                    ImmutableList<Account> sorted = ImmutableList.sortedCopyOf(
                            (first, second) -> Arrays.compare(
                                    first.id().value().codePoints().toArray(),
                                    second.id().value().codePoints().toArray()),
                            all(kept()));
                    return kept().scan(
                                    criteria,
                                    found -> body.apply(FluentIterable.from(sorted)
                                            .filter(Predicates.in(ImmutableSet.<Account>copyOf(found)))));
                }
            };
        }
    }

    /** Looks values up as the body asks for them, so that it meets what others write meanwhile. */
    static class LiveScan implements AccountsContract {
        @Override
        public Accounts newStore() {
            return new AccountsOver() {
                @Override
                public <R> R scan(Criteria<Account> criteria, Function<? super Iterable<Account>, ? extends R> body) {
                    ImmutableList<AccountId> ids = FluentIterable.from(all(kept()))
                            .filter(account -> criteria.test(account) == Truth.TRUE)
                            .transform(Account::id)
                            .toList();
                    return kept().scan(
                                    criteria,
                                    open -> body.apply((Iterable<Account>) () -> {
                                        Iterator<Account> live = FluentIterable.from(ids)
                                                .transform(id -> kept().find(id))
                                                .filter(Optional::isPresent)
                                                .transform(found ->
                                                        found.orElseThrow().value())
                                                .iterator();
                                        return new While(open, live);
                                    }));
                }
            };
        }
    }

    /** Hands out a list, which goes on after the scan. */
    static class UnclosedCursor implements AccountsContract {
        @Override
        public Accounts newStore() {
            return new AccountsOver() {
                @Override
                public <R> R scan(Criteria<Account> criteria, Function<? super Iterable<Account>, ? extends R> body) {
                    return body.apply(kept().<ImmutableList<Account>>scan(criteria, ImmutableList::copyOf));
                }
            };
        }
    }

    /** Closes when the body returns, and forgets to when it throws. */
    static class ClosedOnReturnOnly implements AccountsContract {
        @Override
        public Accounts newStore() {
            return new AccountsOver() {
                @Override
                public <R> R scan(Criteria<Account> criteria, Function<? super Iterable<Account>, ? extends R> body) {
                    AtomicBoolean isClosed = new AtomicBoolean();
                    ImmutableList<Account> found = kept().scan(criteria, ImmutableList::copyOf);
                    R result = body.apply((Iterable<Account>) () -> {
                        checkState(!isClosed.get(), "closed");
                        return new While(
                                () -> {
                                    checkState(!isClosed.get(), "closed");
                                    return found.iterator();
                                },
                                found.iterator());
                    });
                    isClosed.set(true);
                    return result;
                }
            };
        }
    }

    /** Keeps the connection of a scan whose body throws. */
    static class ConnectionKept implements AccountsContract {
        private static final AtomicInteger OPEN = new AtomicInteger();

        @Override
        public OptionalInt openCursors() {
            return OptionalInt.of(OPEN.get());
        }

        @Override
        public Accounts newStore() {
            return new AccountsOver() {
                @Override
                public <R> R scan(Criteria<Account> criteria, Function<? super Iterable<Account>, ? extends R> body) {
                    OPEN.incrementAndGet();
                    R result = kept().scan(criteria, body);
                    OPEN.decrementAndGet();
                    return result;
                }
            };
        }
    }

    /** Wraps what the body throws. */
    static class WrapsExceptions implements AccountsContract {
        @Override
        public Accounts newStore() {
            return new AccountsOver() {
                @Override
                public <R> R scan(Criteria<Account> criteria, Function<? super Iterable<Account>, ? extends R> body) {
                    try {
                        return kept().scan(criteria, body);
                    } catch (UnsupportedOperationException | IllegalStateException e) {
                        // Refusals of the reading itself, such as remove or a use after its end, are not the fault to
                        // plant.
                        throw e;
                    } catch (RuntimeException e) {
                        throw new IllegalArgumentException("scan failed", e);
                    }
                }
            };
        }
    }

    /** Can be gone over once only, as a result set can. */
    static class OnePass implements AccountsContract {
        @Override
        public Accounts newStore() {
            return new AccountsOver() {
                @Override
                public <R> R scan(Criteria<Account> criteria, Function<? super Iterable<Account>, ? extends R> body) {
                    return kept().scan(criteria, found -> {
                        Iterator<Account> once = found.iterator();
                        return body.apply((Iterable<Account>) () -> once);
                    });
                }
            };
        }
    }
}
