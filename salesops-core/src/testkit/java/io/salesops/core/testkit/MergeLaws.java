package io.salesops.core.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.match.Cluster;
import io.salesops.core.match.MergePlan;
import io.salesops.core.match.MergePlanner;
import io.salesops.core.match.Survivorship;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** The laws of merging accounts by one survivorship. */
final class MergeLaws {
    private static final int MOST_ACCOUNTS = 6;

    private final Merging merging;

    private MergeLaws(Merging merging) {
        this.merging = merging;
    }

    /** What merges: the engine, or in tests one with a fault. */
    interface Merging {
        MergePlan<Account> plan(Cluster<AccountId> cluster, List<Account> accounts);

        ImmutableList<Account> apply(MergePlan<Account> plan, List<Account> accounts);

        ImmutableList<Account> undo(MergePlan<Account> plan, List<Account> accounts);
    }

    /** The engine. */
    record Engine(MergePlanner<Account> planner) implements Merging {

        static Engine of(MergePlanner<Account> planner) {
            return new Engine(planner);
        }

        @Override
        public MergePlan<Account> plan(Cluster<AccountId> cluster, List<Account> accounts) {
            return planner.plan(cluster, accounts);
        }

        @Override
        public ImmutableList<Account> apply(MergePlan<Account> plan, List<Account> accounts) {
            return planner.apply(plan, accounts);
        }

        @Override
        public ImmutableList<Account> undo(MergePlan<Account> plan, List<Account> accounts) {
            return planner.undo(plan, accounts);
        }
    }

    /**
     * Accounts, each the parent of the next, of which the first half is a cluster.
     *
     * @param accounts in the order of their ids, at least one
     */
    record MergeCase(ImmutableList<Account> accounts, long seed) {

        Cluster<AccountId> cluster() {
            ImmutableList<AccountId> members = accounts.stream()
                    .limit((accounts.size() + 1) / 2)
                    .map(Account::id)
                    .collect(ImmutableList.toImmutableList());
            return new Cluster<>(members.get(new Random(seed).nextInt(members.size())), members);
        }

        ImmutableList<MergeCase> smaller() {
            return Laws.fewer(accounts).stream()
                    .filter(fewer -> !fewer.isEmpty())
                    .map(fewer -> new MergeCase(fewer, seed))
                    .collect(ImmutableList.toImmutableList());
        }
    }

    static Laws<MergeCase> laws(Survivorship survivorship, ImmutableList<Account> examples, Merging merging) {
        String subject = "survivorship " + survivorship.id() + " v" + survivorship.version();
        Laws.require(!examples.isEmpty(), subject + " needs at least one account to draw others from");
        MergeLaws laws = new MergeLaws(merging);
        return Laws.about(
                        subject,
                        random -> draw(examples, random),
                        MergeCase::smaller,
                        drawn -> drawn.cluster() + " of " + SalesOpsJson.write(drawn.accounts()))
                .law("a merge leaves one record of a cluster", laws::oneIsLeft)
                .law("no reference to a merged record is left", laws::references)
                .law("undoing a merge restores what was", laws::undo)
                .law("the order of records is irrelevant", laws::order)
                .law("the survivorship survives JSON", drawn -> JsonLaws.roundTrips(survivorship, Survivorship.class));
    }

    private static MergeCase draw(ImmutableList<Account> examples, Random random) {
        ImmutableList.Builder<Account> accounts = ImmutableList.builder();
        int count = 1 + random.nextInt(MOST_ACCOUNTS);
        for (int i = 0; i < count; i++) {
            Account example = examples.get(random.nextInt(examples.size()));
            Account other = examples.get(random.nextInt(examples.size()));
            Account drawn = example.withId(id(i)).withParent(Optional.empty());
            drawn = i > 0 && random.nextBoolean() ? drawn.withParent(id(random.nextInt(i))) : drawn;
            drawn = random.nextInt(3) == 0 ? drawn.withPhone(other.phone()) : drawn;
            drawn = random.nextInt(3) == 0 ? drawn.withIndustry(other.industry()) : drawn;
            accounts.add(random.nextInt(3) == 0 ? drawn.withName(other.name()) : drawn);
        }
        return new MergeCase(accounts.build(), random.nextLong());
    }

    private static AccountId id(int number) {
        return AccountId.of("account-" + (10 + number));
    }

    private ImmutableList<Account> merged(MergeCase drawn) {
        return merging.apply(merging.plan(drawn.cluster(), drawn.accounts()), drawn.accounts());
    }

    private static Set<AccountId> gone(MergeCase drawn) {
        return drawn.cluster().members().stream()
                .filter(member -> !member.equals(drawn.cluster().representative()))
                .collect(Collectors.toSet());
    }

    private void oneIsLeft(MergeCase drawn) {
        List<AccountId> expected = drawn.accounts().stream()
                .map(Account::id)
                .filter(id -> !gone(drawn).contains(id))
                .toList();
        Laws.equal(
                "accounts after the merge",
                expected,
                merged(drawn).stream().map(Account::id).toList());
    }

    private void references(MergeCase drawn) {
        Set<AccountId> gone = gone(drawn);
        for (Account account : merged(drawn)) {
            Laws.require(
                    account.parent().filter(gone::contains).isEmpty()
                            && account.parent().filter(account.id()::equals).isEmpty(),
                    account.id() + " has the parent " + account.parent() + " after the merge of " + drawn.cluster());
        }
    }

    private void undo(MergeCase drawn) {
        MergePlan<Account> plan = merging.plan(drawn.cluster(), drawn.accounts());
        Laws.equal(
                "accounts after merge and undo",
                drawn.accounts(),
                merging.undo(plan, merging.apply(plan, drawn.accounts())));
    }

    private void order(MergeCase drawn) {
        List<Account> shuffled = new ArrayList<>(drawn.accounts());
        Collections.shuffle(shuffled, new Random(drawn.seed()));
        MergePlan<Account> plan = merging.plan(drawn.cluster(), drawn.accounts());
        Laws.equal("merge plan", plan, merging.plan(drawn.cluster(), shuffled));
    }
}
