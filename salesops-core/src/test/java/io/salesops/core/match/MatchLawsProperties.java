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
import net.jqwik.api.constraints.IntRange;

class MatchLawsProperties {
    private static final ImmutableList<ComparisonLevel> LEVELS =
            ImmutableList.of(new ComparisonLevel("exact", 0.9, 0.1), new ComparisonLevel("otherwise", 0.1, 0.9));
    private static final MatchModel KEYS_OF_ONE = MatchModel.builder()
            .id("keys")
            .version("1")
            .priorMatches(0.01)
            .threshold(0)
            .addComparisons(
                    FieldComparison.builder().column("website").levels(LEVELS).build(),
                    FieldComparison.builder().column("city").levels(LEVELS).build())
            .addBlocking(BlockingRule.of("website"), BlockingRule.of("city"))
            .build();

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
        List<Long> emitted = pairs(records, model.withRefineAbove(0), Long.MAX_VALUE);
        assertThat(emitted).doesNotHaveDuplicates();
        Column website =
                Column.of(records.rows(), "website", model.comparisons().get(1).normalize());
        for (int a = 0; a < records.size(); a++) {
            for (int b = a + 1; b < records.size(); b++) {
                if (website.value(a) >= 0 && website.value(a) == website.value(b)) {
                    assertThat(emitted).contains(PairList.pack(a, b));
                }
            }
        }
    }

    @Property(tries = 200)
    void onlyPairsBelowTheThresholdAreOutOfReach(
            @ForAll("accounts") ImmutableList<Account> accounts,
            @ForAll("models") MatchModel generated,
            @ForAll boolean isTrained,
            @ForAll @IntRange(min = -20_000, max = 20_000) int threshold) {
        Rows rows = Records.accounts(accounts).rows();
        MatchModel model = isTrained
                ? MatchTrainer.standard().train(Records.accounts(accounts)).model()
                : generated;
        Assume.that(!model.comparisons().isEmpty());
        ImmutableList<Column> columns = PairWeigher.columns(rows, model);
        PairWeigher weigher = new PairWeigher(rows, model, columns, new PairWeights(model, columns));
        for (int first = 0; first < rows.size(); first++) {
            for (int second = first + 1; second < rows.size(); second++) {
                int weight = weigher.weight(first, second);
                assertThat(weigher.weight(first, second, threshold))
                        .isEqualTo(weight >= threshold ? weight : PairWeigher.OUT_OF_REACH);
            }
        }
    }

    @Property(tries = 200)
    void largeBlocksOfOneKeyAreCutByTheOthers(@ForAll("accounts") ImmutableList<Account> accounts) {
        int most = 3;
        MatchModel model = KEYS_OF_ONE.withRefineAbove(most);
        Records<AccountId> records = Records.accounts(accounts);
        List<Long> expected = new ArrayList<>();
        for (int a = 0; a < records.size(); a++) {
            for (int b = a + 1; b < records.size(); b++) {
                boolean site = together(records, model, 0, a, b);
                boolean city = together(records, model, 1, a, b);
                boolean smallSite = site && sharing(records, model, a, true, false) <= most;
                boolean smallCity = city && sharing(records, model, a, false, true) <= most;
                boolean cut = site
                        && city
                        && !smallSite
                        && !smallCity
                        && sharing(records, model, a, true, true) <= most
                        && isNotCommon(records, sharing(records, model, a, true, false), most)
                        && isNotCommon(records, sharing(records, model, a, false, true), most);
                if (smallSite || smallCity || cut) {
                    expected.add(PairList.pack(a, b));
                }
            }
        }
        assertThat(pairs(records, model, Long.MAX_VALUE)).containsExactlyElementsOf(expected);
    }

    private static boolean isNotCommon(Records<?> records, long size, int most) {
        return size <= Math.max(most + 1, records.size() / 5);
    }

    private static boolean together(Records<AccountId> records, MatchModel model, int comparison, int a, int b) {
        Column column = Column.of(records.rows(), model.comparisons().get(comparison));
        return column.value(a) != Column.MISSING && column.value(a) == column.value(b);
    }

    private static long sharing(Records<AccountId> records, MatchModel model, int a, boolean site, boolean city) {
        long sharing = 0;
        for (int b = 0; b < records.size(); b++) {
            sharing += (!site || together(records, model, 0, a, b)) && (!city || together(records, model, 1, a, b))
                    ? 1
                    : 0;
        }
        return sharing;
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
        CandidatePairs pairs = CandidatePairs.of(
                records.rows(), model, PairWeigher.columns(records.rows(), model), budget, Execution.here());
        List<Long> emitted = new ArrayList<>();
        for (int pair = 0; pair < pairs.size(); pair++) {
            emitted.add(PairList.pack(pairs.first(pair), pairs.second(pair)));
        }
        return emitted;
    }

    @Property(tries = 100)
    void everyMatchExplainsItselfAndIsFoundInBothOrders(
            @ForAll("accounts") ImmutableList<Account> accounts, @ForAll("models") MatchModel model) {
        Duplicates<AccountId> duplicates = Deduplicator.of(model).dedupe(Records.accounts(accounts));
        for (Match<AccountId> match : duplicates.matches()) {
            assertThat(match.explanation().steps())
                    .hasSizeGreaterThanOrEqualTo(model.comparisons().size() + 1);
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
