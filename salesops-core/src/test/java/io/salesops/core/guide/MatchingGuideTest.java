package io.salesops.core.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Address;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.match.Cluster;
import io.salesops.core.match.ClusterChange;
import io.salesops.core.match.ClusterChanges;
import io.salesops.core.match.ClusterHistory;
import io.salesops.core.match.ClusterParting;
import io.salesops.core.match.CorpusStatistics;
import io.salesops.core.match.Deduplicator;
import io.salesops.core.match.DuplicateIndex;
import io.salesops.core.match.Duplicates;
import io.salesops.core.match.FoundDuplicates;
import io.salesops.core.match.KeptApart;
import io.salesops.core.match.Match;
import io.salesops.core.match.MatchEvaluator;
import io.salesops.core.match.MatchModel;
import io.salesops.core.match.MatchRecord;
import io.salesops.core.match.MatchScores;
import io.salesops.core.match.MatchTrainer;
import io.salesops.core.match.MergePlan;
import io.salesops.core.match.MergePlanner;
import io.salesops.core.match.PairScorer;
import io.salesops.core.match.PartedClusters;
import io.salesops.core.match.RecordShape;
import io.salesops.core.match.Records;
import io.salesops.core.match.RelatedRecords;
import io.salesops.core.match.Relations;
import io.salesops.core.match.ScoredPair;
import io.salesops.core.match.StreamedMatches;
import io.salesops.core.match.Survivor;
import io.salesops.core.match.Survivorship;
import io.salesops.core.match.TrainedModel;
import io.salesops.core.run.Execution;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Runs what docs/guide/matching.md shows. */
class MatchingGuideTest {

    @Test
    void accountsAreCleanedWithoutConfiguration() {
        ImmutableList<Account> accounts = accounts();

        // snippet:train
        TrainedModel trained = MatchTrainer.standard().train(Records.accounts(accounts)); // no labels
        MatchModel model = trained.model(); // a JSON value: keep it, version it
        // end

        assertThat(SalesOpsJson.read(SalesOpsJson.write(model), MatchModel.class)
                        .orThrow())
                .isEqualTo(model);

        // snippet:dedupe
        Duplicates<AccountId> duplicates = Deduplicator.of(model).dedupe(Records.accounts(accounts));
        for (Match<AccountId> match : duplicates.matches()) {
            show(match.weight() + " bits", match.explain());
        }
        show(duplicates.explain(), duplicates.omitted());
        // end

        assertThat(duplicates.clusters()).isNotEmpty();

        // snippet:merge
        Survivorship survivorship = Survivorship.builder()
                .id("accounts")
                .version("1")
                .otherwise(Survivor.MOST_COMPLETE)
                .putFields("phone", Survivor.MOST_RECENT)
                .putFields("custom.optOut", Survivor.NEVER_OVERWRITE)
                .build();
        MergePlanner<Account> planner = MergePlanner.accounts(survivorship);
        MergePlan<Account> plan = planner.plan(duplicates.clusters().get(0), accounts);
        ImmutableList<Account> merged = planner.apply(plan, accounts); // nothing changes before
        ImmutableList<Account> restored = planner.undo(plan, merged);
        // end

        assertThat(merged).contains(plan.golden()).doesNotContainAnyElementsOf(plan.retired());
        assertThat(restored).containsExactlyInAnyOrderElementsOf(accounts);

        // snippet:mergeMany
        ImmutableList<MergePlan<Account>> plans = planner.planAll(duplicates.clusters(), accounts); // one pass
        ImmutableList<Account> clean = planner.applyAll(plans, accounts);
        String stored = SalesOpsJson.write(plans.get(0)); // salesops/merge-plan/1, with the records as they were
        MergePlan<Account> read = planner.read(stored).orThrow();
        ImmutableList<Account> asBefore = planner.undoAll(plans, clean);
        ImmutableList<MergePlan<Account>> without =
                planner.forget(plans, read.members().get(1));
        // end

        assertThat(asBefore).containsExactlyInAnyOrderElementsOf(accounts);
        assertThat(without.get(0).forgotten()).isEqualTo(ImmutableList.sortedCopyOf(read.members()));

        AccountId berlin = duplicates.clusters().get(0).members().get(0);
        AccountId munich = duplicates.clusters().get(0).members().get(1);
        // snippet:related
        KeptApart<AccountId> apart = KeptApart.hierarchies(accounts)
                .and(KeptApart.<AccountId>builder()
                        .add(berlin, munich, "two plants")
                        .build());
        PartedClusters<AccountId> parted = ClusterParting.of(apart).part(duplicates);
        show(parted.explain(), parted.separations(), parted.omitted());
        RelatedRecords<AccountId> families = Relations.standard().hierarchies(accounts, parted.clusters());
        // end

        assertThat(parted.clusters()).hasSize(duplicates.clusters().size() - 1);
        assertThat(families.groups()).isEmpty();

        ImmutableList<Cluster<AccountId>> lastNight = duplicates.clusters();
        // snippet:runs
        ClusterChanges<AccountId> changes = ClusterHistory.of(lastNight).compare(parted.clusters());
        ImmutableList<Cluster<AccountId>> named = changes.clusters(); // under the representatives that they had
        for (ClusterChange<AccountId> change : changes.changes()) {
            show(change.kind(), change.added(), change.removed()); // joined, split, new, gone, grown, shrunk ...
        }
        // end

        assertThat(named).isEqualTo(parted.clusters());
        assertThat(changes.changes()).hasSize(1);

        List<MatchRecord> onePart =
                accounts.stream().limit(100).map(RecordShape.ACCOUNT::row).toList();
        List<MatchRecord> otherPart =
                accounts.stream().skip(100).map(RecordShape.ACCOUNT::row).toList();
        MatchRecord row = RecordShape.ACCOUNT.row(accounts.get(0));
        Map<AccountId, MatchRecord> block =
                Map.of(accounts.get(0).id(), row, accounts.get(1).id(), RecordShape.ACCOUNT.row(accounts.get(1)));
        // snippet:scorer
        StreamedMatches run =
                Deduplicator.of(model).matchesTo(Records.accounts(accounts), Execution.here(), pair -> store(pair));

        CorpusStatistics statistics = CorpusStatistics.of(model, onePart).merge(CorpusStatistics.of(model, otherPart));
        PairScorer scorer = PairScorer.of(model, statistics); // serialisable
        for (int pass = 0; pass < 2 && scorer.refines(); pass++) {
            scorer = scorer.with(scorer.sizes(onePart).merge(scorer.sizes(otherPart)));
        }
        ImmutableList<PairScorer.Key> keys = scorer.keys(row); // shuffle rows by key, then on each block:
        ImmutableList<ScoredPair<AccountId>> pairs = scorer.score(keys.get(0), block);
        // end

        assertThat(run.comparedPairs()).isEqualTo(duplicates.comparedPairs());
        assertThat(pairs)
                .allSatisfy(pair -> assertThat(pair.weight())
                        .isEqualTo(
                                duplicates.compared(pair.first(), pair.second()).weight()));

        ImmutableList<Cluster<AccountId>> truth = truth();
        // snippet:evaluate
        MatchScores scores = MatchEvaluator.evaluate(duplicates, truth);
        show(scores.precision().rate(), scores.recall().rate());
        // end

        assertThat(scores.f1()).isGreaterThan(0.9);
    }

    @Test
    void oneAccountIsLookedUpAtOnce() throws IOException {
        ImmutableList<Account> accounts = accounts();
        MatchModel model =
                MatchTrainer.standard().train(Records.accounts(accounts)).model();
        Account incoming = accounts.get(0).withId(AccountId.of("NEW"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        // snippet:lookup
        DuplicateIndex<Account, AccountId> index = DuplicateIndex.of(model, RecordShape.ACCOUNT, accounts);
        FoundDuplicates<AccountId> here = index.find(incoming); // the same pairs and weights as the batch
        if (here.isEmpty()) {
            index.add(incoming);
        } else {
            show(here.ids(), here.best().orElseThrow().explain(), here.omitted());
        }
        index.update(incoming); // false where it is not in the index
        index.remove(incoming.id()); // nothing of it stays

        index.writeTo(out);
        DuplicateIndex<Account, AccountId> again = DuplicateIndex.read(
                        new ByteArrayInputStream(out.toByteArray()), RecordShape.ACCOUNT, AccountId::of)
                .orThrow();
        // end

        assertThat(here.ids()).contains(accounts.get(0).id());
        assertThat(again.find(incoming).matches()).isEqualTo(here.matches());
    }

    private static void show(Object... values) {
        assertThat(values).doesNotContainNull();
    }

    private static void store(ScoredPair<AccountId> pair) {
        assertThat(pair.first()).isLessThan(pair.second());
    }

    private static final int COMPANIES = 300;
    private static final int TWICE = 60;

    /** Companies from a seed; the first sixty twice, the second time with another legal form and a typing error. */
    private static ImmutableList<Account> accounts() {
        Random random = new Random(11);
        List<Account> accounts = new ArrayList<>();
        for (int i = 0; i < COMPANIES; i++) {
            String name = word(random) + " " + word(random);
            String site = name.replace(" ", "") + ".com";
            String phone = "+1 415 " + (1_000_000 + random.nextInt(9_000_000));
            Address address = Address.builder()
                    .city(word(new Random(i % 20)))
                    .postalCode("9" + (1000 + i % 20))
                    .build();
            Account account = Account.builder()
                    .id(AccountId.of("A-" + i))
                    .name(name + " Inc.")
                    .website(site)
                    .phone(phone)
                    .address(address)
                    .build();
            accounts.add(account);
            if (i < TWICE) {
                Account again = account.withId(AccountId.of("B-" + i))
                        .withName(name.substring(0, 3) + name.substring(4) + " Corporation");
                accounts.add(i % 2 == 0 ? again.withPhone(java.util.Optional.empty()) : again);
            }
        }
        return ImmutableList.copyOf(accounts);
    }

    private static ImmutableList<Cluster<AccountId>> truth() {
        ImmutableList.Builder<Cluster<AccountId>> truth = ImmutableList.builder();
        for (int i = 0; i < TWICE; i++) {
            truth.add(Cluster.of(AccountId.of("A-" + i), AccountId.of("B-" + i)));
        }
        return truth.build();
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            word.append("bcdfglmnprst".charAt(random.nextInt(12))).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }
}
