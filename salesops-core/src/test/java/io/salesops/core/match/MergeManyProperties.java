package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.testkit.MatchArbitraries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MergeManyProperties {
    @Provide
    Arbitrary<ImmutableList<Account>> accounts() {
        return MatchArbitraries.accountsWithDuplicates().filter(all -> all.size() > 1);
    }

    @Provide
    Arbitrary<Survivorship> survivorships() {
        return MatchArbitraries.survivorships();
    }

    /** Accounts whose parents are any of them, and disjoint clusters of any size. */
    private record Drawn(ImmutableList<Account> accounts, ImmutableList<Cluster<AccountId>> clusters) {
        static Drawn of(ImmutableList<Account> accounts, Random random) {
            ImmutableList.Builder<Account> family = ImmutableList.builder();
            for (Account account : accounts) {
                AccountId parent = accounts.get(random.nextInt(accounts.size())).id();
                family.add(account.withParent(
                        random.nextBoolean() || parent.equals(account.id()) ? Optional.empty() : Optional.of(parent)));
            }
            List<AccountId> ids =
                    new ArrayList<>(accounts.stream().map(Account::id).toList());
            Collections.shuffle(ids, random);
            ImmutableList.Builder<Cluster<AccountId>> clusters = ImmutableList.builder();
            for (int from = 0; from < ids.size(); ) {
                int before = Math.min(ids.size(), from + 1 + random.nextInt(4));
                clusters.add(new Cluster<>(ids.get(from), ImmutableList.copyOf(ids.subList(from, before))));
                from = before + random.nextInt(2);
            }
            return new Drawn(
                    ImmutableList.sortedCopyOf(
                            Comparator.comparing(account -> account.id().toString()), family.build()),
                    clusters.build());
        }
    }

    @Property(tries = 200)
    void manyAtOnceAreAsOneAfterAnother(
            @ForAll("accounts") ImmutableList<Account> accounts,
            @ForAll("survivorships") Survivorship survivorship,
            @ForAll Random random) {
        Drawn drawn = Drawn.of(accounts, random);
        MergePlanner<Account> planner = MergePlanner.accounts(survivorship);
        ImmutableList<MergePlan<Account>> plans = planner.planAll(drawn.clusters(), drawn.accounts());

        List<Account> shuffled = new ArrayList<>(drawn.accounts());
        List<Cluster<AccountId>> clusters = new ArrayList<>(drawn.clusters());
        Collections.shuffle(shuffled, random);
        Collections.shuffle(clusters, random);
        assertThat(planner.planAll(clusters, shuffled)).isEqualTo(plans);

        ImmutableList<Account> records = drawn.accounts();
        clusters.sort(Comparator.comparing(cluster -> cluster.representative().toString()));
        for (int i = 0; i < clusters.size(); i++) {
            MergePlan<Account> one = planner.plan(clusters.get(i), records);
            assertThat(plans.get(i)).isEqualTo(one);
            records = planner.apply(one, records);
        }
        assertThat(planner.applyAll(plans, shuffled)).isEqualTo(records);
        assertThat(planner.undoAll(plans, records)).isEqualTo(drawn.accounts());
    }

    @Property(tries = 100)
    void aPlanThatWasStoredUndoesTheMerge(
            @ForAll("accounts") ImmutableList<Account> accounts,
            @ForAll("survivorships") Survivorship survivorship,
            @ForAll Random random) {
        Drawn drawn = Drawn.of(accounts, random);
        MergePlanner<Account> planner = MergePlanner.accounts(survivorship);
        MergePlan<Account> plan = planner.plan(drawn.clusters().get(0), drawn.accounts());
        ImmutableList<Account> merged = planner.apply(plan, drawn.accounts());
        MergePlan<Account> read = planner.read(SalesOpsJson.write(plan)).orThrow();
        assertThat(read).isEqualTo(plan);
        assertThat(planner.undo(read, merged)).isEqualTo(drawn.accounts());
    }

    @Property(tries = 100)
    void whatIsForgottenIsInNoPlanAndCannotBeUndone(
            @ForAll("accounts") ImmutableList<Account> accounts,
            @ForAll("survivorships") Survivorship survivorship,
            @ForAll Random random) {
        ImmutableList<Account> secret = accounts.stream()
                .map(account -> account.withName("secret " + account.name()).withPhone("secret"))
                .collect(ImmutableList.toImmutableList());
        Drawn drawn = Drawn.of(secret, random);
        MergePlanner<Account> planner = MergePlanner.accounts(survivorship);
        Cluster<AccountId> cluster = drawn.clusters().get(0);
        Assume.that(cluster.members().size() > 1);
        MergePlan<Account> plan = planner.plan(cluster, drawn.accounts());
        ImmutableList<Account> merged = planner.apply(plan, drawn.accounts());
        String person = cluster.members().get(1).toString();
        MergePlan<Account> first =
                planner.forget(ImmutableList.of(plan), person).get(0);
        MergePlan<Account> forgotten = first;
        for (MergeImage follower : first.imagesBefore()) {
            forgotten = forgotten.forget(follower.id());
        }
        assertThat(SalesOpsJson.write(forgotten)).doesNotContain("secret");
        assertThat(forgotten.forget(person)).isEqualTo(forgotten);
        assertThat(forgotten.provenance()).isEqualTo(plan.provenance());
        MergePlan<Account> stored = planner.read(SalesOpsJson.write(first)).orThrow();
        assertThat(stored).isEqualTo(first);
        assertThatThrownBy(() -> planner.undo(stored, merged))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("merge.undo.forgotten")
                .hasMessageContaining(person);
    }
}
