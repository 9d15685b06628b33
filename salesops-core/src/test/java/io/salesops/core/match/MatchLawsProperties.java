package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.run.Execution;
import io.salesops.core.testkit.MatchArbitraries;
import io.salesops.core.testkit.MatchLaws;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MatchLawsProperties {

    @Provide
    Arbitrary<ImmutableList<Account>> accounts() {
        return MatchArbitraries.accountsWithDuplicates();
    }

    @Provide
    Arbitrary<MatchModel> models() {
        return MatchArbitraries.models();
    }

    @Provide
    Arbitrary<Survivorship> survivorships() {
        return MatchArbitraries.survivorships();
    }

    @Property(tries = 200)
    void theOrderOfRecordsAndTheThreadsChangeNothing(
            @ForAll("accounts") ImmutableList<Account> accounts,
            @ForAll("models") MatchModel model,
            @ForAll Random order) {
        List<Account> shuffled = new ArrayList<>(accounts);
        Collections.shuffle(shuffled, order);
        Deduplicator deduplicator = Deduplicator.of(model);
        Duplicates<AccountId> duplicates = deduplicator.dedupe(Records.accounts(accounts));
        Duplicates<AccountId> again =
                deduplicator.dedupe(Records.accounts(shuffled), Execution.on(task -> new Thread(task).start(), 3));
        assertThat(again.clusters()).isEqualTo(duplicates.clusters());
        assertThat(again.matches()).isEqualTo(duplicates.matches());
        assertThat(again.explain()).isEqualTo(duplicates.explain());
        assertThat(again.computedFrom()).isEqualTo(duplicates.computedFrom());
    }

    @Property(tries = 100)
    void trainingDoesNotDependOnTheOrderOfRecords(
            @ForAll("accounts") ImmutableList<Account> accounts, @ForAll Random order) {
        List<Account> shuffled = new ArrayList<>(accounts);
        Collections.shuffle(shuffled, order);
        TrainedModel trained = MatchTrainer.standard().train(Records.accounts(accounts));
        assertThat(MatchTrainer.standard().train(Records.accounts(shuffled))).isEqualTo(trained);
        if (!trained.model().comparisons().isEmpty()) {
            assertThat(Deduplicator.check(trained.model())).isEmpty();
        }
    }

    @Property(tries = 200)
    void blockingGivesEveryPairThatSharesTheKeysOfARuleAndGivesItOnce(
            @ForAll("accounts") ImmutableList<Account> accounts, @ForAll("models") MatchModel model) {
        Records<AccountId> records = Records.accounts(accounts);
        List<Long> emitted = pairs(records, model, Long.MAX_VALUE);
        assertThat(emitted).doesNotHaveDuplicates();
        Column website =
                Column.of(records, "website", model.comparisons().get(1).normalize());
        for (int a = 0; a < records.size(); a++) {
            for (int b = a + 1; b < records.size(); b++) {
                if (website.value(a) >= 0 && website.value(a) == website.value(b)) {
                    assertThat(emitted).contains(PairList.pack(a, b));
                }
            }
        }
    }

    @Property(tries = 200)
    void aLargerBudgetKeepsEveryPairOfASmallerOne(
            @ForAll("accounts") ImmutableList<Account> accounts, @ForAll("models") MatchModel model) {
        Records<AccountId> records = Records.accounts(accounts);
        Set<Long> before = new HashSet<>();
        for (long budget : new long[] {1, 5, 20, 80, 10_000}) {
            List<Long> pairs = pairs(records, model, budget);
            assertThat(pairs.size()).isLessThanOrEqualTo((int) budget);
            assertThat(pairs).containsAll(before);
            before = new HashSet<>(pairs);
        }
    }

    private static List<Long> pairs(Records<?> records, MatchModel model, long budget) {
        Blocks blocks = Blocks.of(records, model, PairWeigher.columns(records, model), budget);
        List<Long> emitted = new ArrayList<>();
        int[] parts = blocks.parts();
        for (int part = 0; part + 1 < parts.length; part++) {
            blocks.forEachPair(parts[part], parts[part + 1], (a, b) -> emitted.add(PairList.pack(a, b)));
        }
        return emitted;
    }

    @Property(tries = 100)
    void everyMatchExplainsItselfAndIsFoundInBothOrders(
            @ForAll("accounts") ImmutableList<Account> accounts, @ForAll("models") MatchModel model) {
        Duplicates<AccountId> duplicates = Deduplicator.of(model).dedupe(Records.accounts(accounts));
        for (Match<AccountId> match : duplicates.matches()) {
            assertThat(match.explanation().steps()).hasSize(model.comparisons().size() + 1);
            assertThat(match.weight()).isGreaterThanOrEqualTo(model.threshold());
            assertThat(match.probability()).isBetween(0.0, 1.0);
            assertThat(duplicates.match(match.second(), match.first())).contains(match);
        }
        assertThat(duplicates.pairsByRule().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(duplicates.comparedPairs());
    }

    @Property(tries = 200)
    void generatedModelsAreSoundAndKeepTheLaws(
            @ForAll("accounts") ImmutableList<Account> accounts,
            @ForAll("models") MatchModel model,
            @ForAll long seed) {
        assertThat(Deduplicator.check(model)).isEmpty();
        Assume.that(!accounts.isEmpty());
        MatchLaws.holdFor(model, RecordShape.ACCOUNT, accounts, 5, seed);
    }

    @Property(tries = 100)
    void generatedSurvivorshipsKeepTheLaws(
            @ForAll("accounts") ImmutableList<Account> accounts,
            @ForAll("survivorships") Survivorship survivorship,
            @ForAll long seed) {
        Assume.that(!accounts.isEmpty());
        MatchLaws.holdFor(survivorship, accounts, 5, seed);
    }

    @Property(tries = 200)
    void mergeThenUndoIsTheIdentity(
            @ForAll("accounts") ImmutableList<Account> accounts,
            @ForAll("models") MatchModel model,
            @ForAll("survivorships") Survivorship survivorship) {
        MergePlanner<Account> planner = MergePlanner.accounts(survivorship);
        ImmutableList<Account> sorted =
                accounts.stream().sorted((a, b) -> a.id().compareTo(b.id())).collect(ImmutableList.toImmutableList());
        // Each account is the parent of the next, so that merges meet references.
        List<Account> family = new ArrayList<>();
        for (Account account : sorted) {
            family.add(
                    family.isEmpty()
                            ? account
                            : account.withParent(family.get(family.size() - 1).id()));
        }
        for (Cluster<AccountId> cluster :
                Deduplicator.of(model).dedupe(Records.accounts(family)).clusters()) {
            MergePlan<Account> plan = planner.plan(cluster, family);
            ImmutableList<Account> merged = planner.apply(plan, family);
            assertThat(merged).hasSize(family.size() - cluster.members().size() + 1);
            Set<AccountId> ids = new HashSet<>();
            merged.forEach(account -> ids.add(account.id()));
            assertThat(merged)
                    .allSatisfy(account ->
                            assertThat(account.parent().stream().toList()).isSubsetOf(ids));
            assertThat(planner.undo(plan, merged)).isEqualTo(family);
        }
    }
}
