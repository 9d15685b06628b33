package io.salesops.testkit.broken;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.FluentIterable;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import com.google.common.collect.Iterators;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.repository.Accounts;
import io.salesops.core.repository.Versioned;
import io.salesops.core.testkit.AccountsContract;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stores that are right about some values and wrong about many. */
final class FaultyLengths {
    private FaultyLengths() {}

    /** Goes from page to page: {@code next} returns the page behind an element, the first one where there is none. */
    static final class Pages<T> extends AbstractIterator<T> {
        private final Function<Optional<T>, ImmutableList<T>> next;
        private Iterator<T> page = Iterators.forArray();
        private Optional<T> last = Optional.empty();

        Pages(Function<Optional<T>, ImmutableList<T>> next) {
            this.next = next;
        }

        @Override
        protected @Nullable T computeNext() {
            if (!page.hasNext()) {
                page = next.apply(last).iterator();
            }
            if (!page.hasNext()) {
                return endOfData();
            }
            T element = page.next();
            last = Optional.of(element);
            return element;
        }
    }

    /** Gives the first hundred rows of a scan, as a statement with a limit does. */
    static class ScanCutShort implements AccountsContract {
        @Override
        public Accounts newStore() {
            return new AccountsOver() {
                @Override
                public <R> R scan(Criteria<Account> criteria, Function<? super Iterable<Account>, ? extends R> body) {
                    return kept().scan(criteria, found -> body.apply(Iterables.limit(found, 100)));
                }
            };
        }
    }

    /** Gives the first hundred rows of a scan that asks for something, and all where nothing is asked. */
    static class ConditionalScanCutShort implements AccountsContract {
        @Override
        public Accounts newStore() {
            return new AccountsOver() {
                @Override
                public <R> R scan(Criteria<Account> criteria, Function<? super Iterable<Account>, ? extends R> body) {
                    return criteria.equals(Criteria.<Account>all())
                            ? kept().scan(criteria, body)
                            : kept().scan(criteria, found -> body.apply(Iterables.limit(found, 100)));
                }
            };
        }
    }

    /** Reads fifty rows behind the last id at a time, each page as it is then. */
    static class PagesWithoutSnapshot implements AccountsContract {
        @Override
        public Accounts newStore() {
            return new AccountsOver() {
                private ImmutableList<Account> page(Criteria<Account> criteria, Optional<Account> last) {
                    return kept().scan(
                                    criteria,
                                    found -> FluentIterable.<Account>from(found)
                                            .filter(each -> last.isEmpty()
                                                    || each.id()
                                                                    .compareTo(last.orElseThrow()
                                                                            .id())
                                                            > 0)
                                            .limit(50)
                                            .toList());
                }

                @Override
                public <R> R scan(Criteria<Account> criteria, Function<? super Iterable<Account>, ? extends R> body) {
                    return kept().scan(
                                    criteria,
                                    open -> body.apply((Iterable<Account>) () -> {
                                        Iterator<Account> unused = open.iterator();
                                        return new Pages<>(last -> page(criteria, last));
                                    }));
                }
            };
        }
    }

    /** Finds no more than a hundred at once. */
    static class FindAllCutShort implements AccountsContract {
        @Override
        public Accounts newStore() {
            return new AccountsOver() {
                @Override
                public ImmutableMap<AccountId, Versioned<Account>> findAll(Collection<AccountId> ids) {
                    return ImmutableMap.copyOf(
                            Iterables.limit(kept().findAll(ids).entrySet(), 100));
                }
            };
        }
    }

    /** Fails where more than a hundred are found at once. */
    static class FindAllOverflows implements AccountsContract {
        @Override
        public Accounts newStore() {
            return new AccountsOver() {
                @Override
                public ImmutableMap<AccountId, Versioned<Account>> findAll(Collection<AccountId> ids) {
                    ImmutableMap<AccountId, Versioned<Account>> found = kept().findAll(ids);
                    if (found.size() > 100) {
                        throw new IllegalStateException("too many parameters of one statement: " + found.size());
                    }
                    return found;
                }
            };
        }
    }
}
