package io.salesops.core.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Address;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.match.Cluster;
import io.salesops.core.match.Deduplicator;
import io.salesops.core.match.DuplicateIndex;
import io.salesops.core.match.Duplicates;
import io.salesops.core.match.FoundDuplicates;
import io.salesops.core.match.Match;
import io.salesops.core.match.MatchEvaluator;
import io.salesops.core.match.MatchModel;
import io.salesops.core.match.MatchScores;
import io.salesops.core.match.MatchTrainer;
import io.salesops.core.match.MergePlan;
import io.salesops.core.match.MergePlanner;
import io.salesops.core.match.RecordShape;
import io.salesops.core.match.Records;
import io.salesops.core.match.Survivor;
import io.salesops.core.match.Survivorship;
import io.salesops.core.match.TrainedModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
