package io.salesops.core.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Address;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.match.BlockingRule;
import io.salesops.core.match.Cluster;
import io.salesops.core.match.ComparisonLevel;
import io.salesops.core.match.FieldComparison;
import io.salesops.core.match.MatchModel;
import io.salesops.core.match.MatchTrainer;
import io.salesops.core.match.MergePlan;
import io.salesops.core.match.MergePlanner;
import io.salesops.core.match.RecordShape;
import io.salesops.core.match.Records;
import io.salesops.core.match.Survivor;
import io.salesops.core.match.Survivorship;
import io.salesops.core.testkit.MatchCase.Row;
import io.salesops.core.testkit.MatchLaws.Found;
import io.salesops.core.text.Normalizer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatchLawsTest {
    private static final ImmutableList<Account> ACCOUNTS = ImmutableList.of(
            account("Acme Corporation", "acme.com", "+1 415 555 0001", "Boston"),
            account("Globex GmbH", "globex.de", "+49 30 901820", "Berlin"),
            account("Globe Ex Limited", "globe-ex.co.uk", "+44 20 7946 0018", "London"),
            account("Initech", "initech.com", "+1 415 555 0002", "Boston"));

    private static final MatchModel MODEL = MatchModel.builder()
            .id("accounts")
            .version("2")
            .priorMatches(0.1)
            .threshold(2)
            .addComparisons(comparison("name", Normalizer.COMPANY_NAME), comparison("website", Normalizer.DOMAIN))
            .addBlocking(BlockingRule.of("website"), BlockingRule.of("prefix(name,3)"))
            .build();

    private static final Survivorship SURVIVORSHIP = Survivorship.builder()
            .id("fullest")
            .version("1")
            .putFields("phone", Survivor.MAJORITY)
            .build();

    private static final List<String> COLUMNS = List.of("name", "website", "phone", "city");

    private static Account account(String name, String website, String phone, String city) {
        return Account.builder()
                .id(AccountId.of(name))
                .name(name)
                .website(website)
                .phone(phone)
                .address(Address.builder().city(city).build())
                .build();
    }

    private static FieldComparison comparison(String column, Normalizer normalizer) {
        return FieldComparison.builder()
                .column(column)
                .addNormalize(normalizer)
                .addLevels(
                        new ComparisonLevel("exact", 0.7, 0.01),
                        new ComparisonLevel("jaroWinkler>=0.88", 0.2, 0.09),
                        new ComparisonLevel("otherwise", 0.1, 0.9))
                .build();
    }

    private static Found found(MatchModel model, ImmutableList<Row> rows) {
        return MatchLaws.engine(COLUMNS, model, rows);
    }

    private static Found weighing(Found found, BiFunction<ImmutableList<String>, Double, Double> weight) {
        ImmutableMap.Builder<ImmutableList<String>, Double> weights = ImmutableMap.builder();
        found.weights().forEach((pair, old) -> weights.put(pair, weight.apply(pair, old)));
        return new Found(weights.buildOrThrow(), found.clusters());
    }

    private static String text(ImmutableList<Row> rows, String id) {
        return rows.stream()
                .filter(row -> row.id().equals(id))
                .map(row -> row.texts().toString())
                .findFirst()
                .orElse("");
    }

    private static boolean ascending(ImmutableList<Row> rows) {
        return ImmutableList.sortedCopyOf(Comparator.comparing(Row::id), rows).equals(rows);
    }

    /** For each law a matching that breaks it. */
    static Map<String, MatchLaws.Matching> faults() {
        return Map.of(
                "the weight of a pair is symmetric",
                (model, rows) -> weighing(
                        found(model, rows),
                        (pair, weight) ->
                                text(rows, pair.get(0)).compareTo(text(rows, pair.get(1))) > 0 ? weight + 1 : weight),
                "the order of records is irrelevant",
                (model, rows) -> found(model, ascending(rows) ? rows : rows.subList(1, rows.size())),
                "blocking changes no weight",
                (model, rows) -> weighing(
                        found(model, rows), (pair, weight) -> model.blocking().size() > 1 ? weight + 1 : weight),
                "a higher threshold adds no pair",
                (model, rows) -> found(model.withThreshold(-model.threshold()), rows),
                "clusters part the records",
                (model, rows) -> new Found(found(model, rows).weights(), ImmutableList.of()),
                "an exact copy weighs most",
                (model, rows) -> weighing(found(model, rows), (pair, weight) -> -weight));
    }

    static List<String> laws() {
        return List.copyOf(faults().keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("laws")
    void aMatchingThatBreaksALawIsCaughtByItsName(String law) {
        MatchLaws.Matching fault = Objects.requireNonNull(faults().get(law));

        assertThatThrownBy(() -> MatchLaws.laws(MODEL, rows(), fault).hold(Laws.TRIES, Laws.SEED))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("model accounts v2 breaks ")
                .hasMessageContaining("law '" + law + "'")
                .hasMessageContaining("seed " + Laws.SEED);
    }

    private static ImmutableList<ImmutableMap<String, String>> rows() {
        return ACCOUNTS.stream()
                .map(account -> RecordShape.ACCOUNT.row(account).columns())
                .collect(ImmutableList.toImmutableList());
    }

    @Test
    void aModelThatJsonDoesNotReadBackIsCaught() {
        MatchModel newer = MODEL.withSchema("salesops/match-model/99");

        assertThatThrownBy(() -> MatchLaws.laws(
                                newer, rows(), (model, rows) -> found(model.withSchema(MODEL.schema()), rows))
                        .hold(Laws.TRIES, Laws.SEED))
                .hasMessageContaining("breaks 1 of 7 laws")
                .hasMessageContaining("law 'the model survives JSON'");
    }

    @Test
    void modelsKeepTheLaws() throws IOException {
        MatchModel golden = SalesOpsJson.read(
                        Resources.toString(Resources.getResource("golden/match-model-1.json"), StandardCharsets.UTF_8),
                        MatchModel.class)
                .orThrow();
        MatchModel trained =
                MatchTrainer.standard().train(Records.accounts(ACCOUNTS)).model();
        assertThatCode(() -> {
                    MatchLaws.holdFor(MODEL, RecordShape.ACCOUNT, ACCOUNTS);
                    MatchLaws.holdFor(MODEL, RecordShape.ACCOUNT, ACCOUNTS, 20, 7);
                    MatchLaws.holdFor(golden, RecordShape.ACCOUNT, ACCOUNTS);
                    if (!trained.comparisons().isEmpty()) {
                        MatchLaws.holdFor(trained, RecordShape.ACCOUNT, ACCOUNTS);
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    void aModelWithErrorsIsToldWithAllOfThem() {
        assertThatThrownBy(() -> MatchLaws.holdFor(
                        MODEL.withPriorMatches(2).withBlocking().withThreshold(Double.NaN),
                        RecordShape.ACCOUNT,
                        ACCOUNTS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("model accounts v2 cannot be used")
                .hasMessageContaining("match.prior.range")
                .hasMessageContaining("match.blocking.missing")
                .hasMessageContaining("match.threshold.range");
    }

    @Test
    void aModelWithoutRecordsIsTold() {
        assertThatThrownBy(() -> MatchLaws.holdFor(MODEL, RecordShape.ACCOUNT, List.of()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("needs at least one record");
    }

    /** A merging whose plan, merged and restored accounts go through a fault. */
    private record Faulty(
            UnaryOperator<ImmutableList<Account>> merged,
            UnaryOperator<ImmutableList<Account>> restored,
            UnaryOperator<List<Account>> asked)
            implements MergeLaws.Merging {
        private static final MergeLaws.Engine ENGINE = MergeLaws.Engine.of(MergePlanner.accounts(SURVIVORSHIP));

        @Override
        public MergePlan<Account> plan(Cluster<AccountId> cluster, List<Account> accounts) {
            return ENGINE.plan(cluster, asked.apply(accounts));
        }

        @Override
        public ImmutableList<Account> apply(MergePlan<Account> plan, List<Account> accounts) {
            return merged.apply(ENGINE.apply(plan, accounts));
        }

        @Override
        public ImmutableList<Account> undo(MergePlan<Account> plan, List<Account> accounts) {
            return restored.apply(ENGINE.undo(plan, accounts));
        }
    }

    private static ImmutableList<Account> orphans(ImmutableList<Account> accounts) {
        return accounts.stream()
                .map(account -> account.withParent(AccountId.of("account-10")))
                .collect(ImmutableList.toImmutableList());
    }

    /** For each law of merging a fault that breaks it. */
    static Map<String, MergeLaws.Merging> mergeFaults() {
        return Map.of(
                "a merge leaves one record of a cluster",
                new Faulty(merged -> merged.subList(1, merged.size()), same -> same, same -> same),
                "no reference to a merged record is left",
                new Faulty(MatchLawsTest::orphans, same -> same, same -> same),
                "undoing a merge restores what was",
                new Faulty(same -> same, MatchLawsTest::orphans, same -> same),
                "the order of records is irrelevant",
                new Faulty(
                        same -> same,
                        same -> same,
                        accounts -> accounts.stream()
                                .map(account -> account.withName(accounts.get(0).name()))
                                .toList()));
    }

    static List<String> mergeLaws() {
        return List.copyOf(mergeFaults().keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mergeLaws")
    void aMergingThatBreaksALawIsCaughtByItsName(String law) {
        MergeLaws.Merging fault = Objects.requireNonNull(mergeFaults().get(law));

        assertThatThrownBy(() -> MergeLaws.laws(SURVIVORSHIP, ACCOUNTS, fault).hold(Laws.TRIES, Laws.SEED))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("survivorship fullest v1 breaks ")
                .hasMessageContaining("law '" + law + "'");
    }

    @Test
    void survivorshipsKeepTheLaws() {
        assertThatCode(() -> {
                    for (Survivor survivor : Survivor.values()) {
                        MatchLaws.holdFor(SURVIVORSHIP.withOtherwise(survivor), ACCOUNTS);
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    void columnsThatTheRecordsDoNotHaveAreNamed() {
        MatchModel model = MODEL.withComparisons(
                        comparison("name", Normalizer.COMPANY_NAME),
                        comparison("webSite", Normalizer.DOMAIN),
                        comparison("city", Normalizer.COMPANY_NAME).withWithout("town"))
                .withBlocking(BlockingRule.of("prefix(name,3)"));

        assertThatThrownBy(() -> MatchLaws.holdFor(model, RecordShape.ACCOUNT, ACCOUNTS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("model accounts v2")
                .hasMessageContaining("[town, webSite]");
    }

    @Test
    void noTriesAreRefused() {
        assertThatThrownBy(() -> MatchLaws.holdFor(MODEL, RecordShape.ACCOUNT, ACCOUNTS, 0, 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tries must be at least 1: 0");
    }

    @Test
    void aSurvivorshipWithErrorsIsTold() {
        assertThatThrownBy(() -> MatchLaws.holdFor(
                        SURVIVORSHIP.withFields(Map.of("fax", Survivor.LONGEST, "pager", Survivor.LONGEST)), ACCOUNTS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("/fields/fax")
                .hasMessageContaining("/fields/pager");
    }
}
