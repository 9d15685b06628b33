package io.salesops.core.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.testkit.CrmArbitraries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;

/** Sequences of commands against a store, and the same against a plain map. */
class InMemoryRepositoryProperties {

    @Property(tries = 500)
    void aStoreBehavesLikeAMapWithVersions(@ForAll("commands") ActionChain<Pair> commands) {
        commands.withInvariant("same content", Pair::check).run();
    }

    /** The store, and what it should hold; versions of deleted records are kept to be continued. */
    private static final class Pair {
        private final InMemoryAccounts store = new InMemoryAccounts();
        private final TreeMap<AccountId, Versioned<Account>> model = new TreeMap<>();
        private final Map<AccountId, Long> last = new LinkedHashMap<>();

        long version(AccountId id) {
            return model.containsKey(id) ? model.get(id).version() : 0;
        }

        Versioned<Account> put(Account account) {
            long version = last.merge(account.id(), 1L, Long::sum);
            Versioned<Account> stored = new Versioned<>(account, version);
            model.put(account.id(), stored);
            return stored;
        }

        void check() {
            List<Account> all = store.scan(
                    io.salesops.core.criteria.Criteria.<Account>all(), found -> ImmutableList.<Account>copyOf(found));
            assertThat(all)
                    .isEqualTo(model.values().stream().map(Versioned::value).toList());
            List<Account> known =
                    store.scan(Account.INDUSTRY.is("retail").not(), found -> ImmutableList.<Account>copyOf(found));
            assertThat(known)
                    .isEqualTo(all.stream()
                            .filter(account -> account.industry().isPresent()
                                    && !account.industry().get().equals("retail"))
                            .toList());
            List<AccountId> ids =
                    List.of(AccountId.of("A-3"), AccountId.of("A-2"), AccountId.of("A-3"), AccountId.of("A-1"));
            Map<AccountId, Versioned<Account>> expected = new LinkedHashMap<>();
            ids.stream().filter(model::containsKey).forEach(id -> expected.put(id, model.get(id)));
            assertThat(ImmutableList.copyOf(store.findAll(ids).entrySet()))
                    .isEqualTo(ImmutableList.copyOf(expected.entrySet()));
            for (AccountId id : ids) {
                assertThat(store.find(id)).isEqualTo(Optional.ofNullable(model.get(id)));
            }
        }
    }

    @Provide
    Arbitrary<ActionChain<Pair>> commands() {
        return ActionChain.startWith(Pair::new)
                .withAction(3, new Save())
                .withAction(2, new Delete())
                .withAction(2, new SaveAll());
    }

    private static Arbitrary<Account> accounts() {
        return CrmArbitraries.accounts()
                .map(account ->
                        account.withId(AccountId.of("A-" + account.name().length() % 5)));
    }

    private static final class Save implements Action.Independent<Pair> {
        @Override
        public Arbitrary<Transformer<Pair>> transformer() {
            return net.jqwik.api.Combinators.combine(
                            accounts(), Arbitraries.longs().between(-1, 2))
                    .as((account, off) -> Transformer.mutate("save " + account.id() + " off by " + off, pair -> {
                        long expected = pair.version(account.id()) + Math.max(off, 0);
                        if (off <= 0) {
                            assertThat(pair.store.save(account, expected)).isEqualTo(pair.put(account));
                        } else {
                            assertStale(() -> pair.store.save(account, expected), account.id(), pair);
                        }
                    }));
        }
    }

    private static final class Delete implements Action.Independent<Pair> {
        @Override
        public Arbitrary<Transformer<Pair>> transformer() {
            return net.jqwik.api.Combinators.combine(
                            accounts().map(Account::id), Arbitraries.longs().between(-1, 1))
                    .as((id, off) -> Transformer.mutate("delete " + id + " off by " + off, pair -> {
                        long expected = pair.version(id) + Math.max(off, 0);
                        if (off <= 0 && pair.model.containsKey(id)) {
                            pair.store.delete(id, expected);
                            pair.model.remove(id);
                            pair.last.merge(id, 1L, Long::sum);
                        } else {
                            assertStale(() -> pair.store.delete(id, expected), id, pair);
                        }
                    }));
        }
    }

    /** All of them, or none if the last one is stale. */
    private static final class SaveAll implements Action.Independent<Pair> {
        @Override
        public Arbitrary<Transformer<Pair>> transformer() {
            Arbitrary<List<Account>> several =
                    accounts().list().uniqueElements(Account::id).ofMinSize(1).ofMaxSize(4);
            return net.jqwik.api.Combinators.combine(several, Arbitraries.of(true, false))
                    .as((accounts, stale) ->
                            Transformer.mutate("save " + accounts.size() + ", stale " + stale, pair -> {
                                ImmutableList.Builder<Versioned<Account>> values = ImmutableList.builder();
                                for (int i = 0; i < accounts.size(); i++) {
                                    boolean isStale = stale && i == accounts.size() - 1;
                                    Account account = accounts.get(i);
                                    values.add(
                                            new Versioned<>(account, pair.version(account.id()) + (isStale ? 1 : 0)));
                                }
                                if (stale) {
                                    AccountId last =
                                            accounts.get(accounts.size() - 1).id();
                                    assertStale(() -> pair.store.saveAll(values.build()), last, pair);
                                    return;
                                }
                                ImmutableMap.Builder<AccountId, Versioned<Account>> saved = ImmutableMap.builder();
                                accounts.forEach(account -> saved.put(account.id(), pair.put(account)));
                                assertThat(ImmutableList.copyOf(pair.store
                                                .saveAll(values.build())
                                                .entrySet()))
                                        .isEqualTo(ImmutableList.copyOf(
                                                saved.buildOrThrow().entrySet()));
                            }));
        }
    }

    private static void assertStale(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call, AccountId id, Pair pair) {
        assertThatThrownBy(call).isInstanceOfSatisfying(StaleVersionException.class, stale -> {
            assertThat(stale.id()).isEqualTo(id.value());
            assertThat(stale.stored()).isEqualTo(pair.version(id));
        });
    }
}
