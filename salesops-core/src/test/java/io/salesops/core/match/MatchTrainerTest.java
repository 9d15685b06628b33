package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.explain.Explanation;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.testkit.JsonLaws;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchTrainerTest {
    private static final double FLOOR = 0.75;
    private static final double FLOOR_OF_PERSONS = 0.95;
    private static final GeneratedPairs GENERATED = new GeneratedPairs(7);
    private static final TrainedModel TRAINED = MatchTrainer.standard().train(GENERATED.records());

    @Test
    void recoversTheSharesThatRecordsWereMadeByWhereDuplicatesAreRareAndColumnsWeak() {
        List<FieldComparison> comparisons = TRAINED.model().comparisons();
        assertThat(comparisons).hasSize(GeneratedPairs.COLUMNS);
        for (int c = 0; c < comparisons.size(); c++) {
            ComparisonLevel exact = comparisons.get(c).levels().get(0);
            assertThat(exact.u())
                    .as(comparisons.get(c).column())
                    .isCloseTo(GeneratedPairs.u(c), within(GeneratedPairs.u(c) * 0.1));
            assertThat(exact.m()).as(comparisons.get(c).column()).isCloseTo(GeneratedPairs.KEPT, within(0.12));
        }
        assertThat((double) TRAINED.expectedPairs())
                .isCloseTo(GeneratedPairs.DUPLICATES, within(0.4 * GeneratedPairs.DUPLICATES));
    }

    @Test
    void duplicatesAreFoundWhereAPlainSearchEndsInTheWrongMixture() {
        Duplicates<String> found = Deduplicator.of(TRAINED.model()).dedupe(GENERATED.records());
        MatchScores scores = MatchEvaluator.evaluate(found, GENERATED.truth());
        assertThat(scores.f1()).isGreaterThan(FLOOR);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void duplicatesOfPersonsAreFoundByFiveFieldsOfNamesAndBirth(long seed) {
        GeneratedPersons persons = new GeneratedPersons(seed);
        TrainedModel trained = MatchTrainer.standard().train(persons.records());
        Duplicates<String> found = Deduplicator.of(trained.model()).dedupe(persons.records());
        MatchScores scores = MatchEvaluator.evaluate(found, persons.truth());
        assertThat(scores.f1()).isGreaterThan(FLOOR_OF_PERSONS);
    }

    /** One in twenty has a duplicate, and some names are shared by chance: only a second column tells them apart. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5, 6, 7})
    void oneTellingNameAndACityAreEnough(long seed) {
        Random random = new Random(seed);
        Records.Builder<String> rows = Records.builder("name", "city");
        List<Cluster<String>> truth = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            String name =
                    Integer.toString(random.nextInt(1 << 20) + (1 << 20), 36).replaceAll("[0-9]", "k") + " works";
            String city = "City" + (char) ('a' + random.nextInt(26));
            rows.add("r" + i, name, city);
            if (i < 100) {
                rows.add("s" + i, name, city);
                truth.add(Cluster.of("r" + i, "s" + i));
            }
        }
        Records<String> records = rows.build();
        MatchModel model = MatchTrainer.standard().train(records).model();
        MatchScores scores = MatchEvaluator.evaluate(Deduplicator.of(model).dedupe(records), truth);
        assertThat(scores.f1()).isGreaterThan(0.9);
    }

    /** Streets, postal codes and cities depend on each other: on which of them does not hang on where they stand. */
    @Test
    void theOrderOfTheColumnsDoesNotMatter() {
        ImmutableList<String> columns = ImmutableList.of("name", "street", "city", "code");
        List<ImmutableSortedMap<String, Optional<String>>> given = new ArrayList<>();
        List<List<Cluster<String>>> clusters = new ArrayList<>();
        for (List<String> order : ImmutableList.of(
                columns,
                columns.reverse(),
                ImmutableList.of(2, 0, 3, 1).stream().map(columns::get).toList())) {
            Records<String> records = organizations(order);
            MatchModel model = MatchTrainer.standard().train(records).model();
            given.add(model.comparisons().stream()
                    .collect(ImmutableSortedMap.toImmutableSortedMap(
                            String::compareTo,
                            FieldComparison::name,
                            comparison -> comparison.given().map(Dependence::comparison))));
            clusters.add(Deduplicator.of(model).dedupe(records).clusters());
        }
        assertThat(given.get(0).values()).anyMatch(Optional::isPresent);
        assertThat(given.get(0)).isEqualTo(given.get(1)).isEqualTo(given.get(2));
        assertThat(clusters.get(0)).isNotEmpty().isEqualTo(clusters.get(1)).isEqualTo(clusters.get(2));
    }

    private static Records<String> organizations(List<String> order) {
        Random random = new Random(8);
        Records.Builder<String> rows = Records.builder(order.toArray(String[]::new));
        for (int i = 0; i < 600; i++) {
            int place = random.nextInt(60);
            String name =
                    Integer.toString(random.nextInt(1 << 28) + (1 << 28), 36) + " " + random.nextInt(90) + " store";
            ImmutableMap<String, String> cells = ImmutableMap.of(
                    "name",
                    name.replaceAll("[0-9]", "k"),
                    "street",
                    (place + 10) + " Road" + (char) ('a' + place % 26) + " Street",
                    "city",
                    "City" + (char) ('a' + place / 6),
                    "code",
                    Integer.toString(10_000 + place / 2));
            rows.add("r" + i, order.stream().map(cells::get).toArray(String[]::new));
            if (i % 6 == 0) {
                rows.add("s" + i, order.stream().map(cells::get).toArray(String[]::new));
            }
        }
        return rows.build();
    }

    @Test
    void countsPairsByRuleAndExplainsThem() {
        assertThat(TRAINED.pairsByRule())
                .extracting(TrainedModel.RulePairs::rule)
                .isEqualTo(TRAINED.model().blocking());
        long pairs = TRAINED.pairsByCuts()
                + TRAINED.pairsByRule().stream()
                        .mapToLong(TrainedModel.RulePairs::pairs)
                        .sum();
        assertThat(TRAINED.explanation())
                .isInstanceOfSatisfying(
                        Explanation.Sum.class,
                        sum -> assertThat(sum.total().value().longValueExact()).isEqualTo(pairs));
        assertThat(TRAINED.computedFrom().inputs()).containsOnlyKeys("options", "records");
    }

    @Test
    void isReadBackFromJson() {
        JsonLaws.roundTrips(TRAINED, TrainedModel.class);
    }

    @Test
    void tooFewRecordsLeaveTheExpectedAgreementAndSayNothingFalse() {
        Records<String> two = Records.<String>builder("name", "city")
                .add("1", "Acme", "Berlin")
                .add("2", "Globex", "Paris")
                .build();
        TrainedModel trained = MatchTrainer.standard().train(two);
        assertThat(Deduplicator.check(trained.model())).isEmpty();
        assertThat(Deduplicator.of(trained.model()).dedupe(two).clusters()).isEmpty();
    }

    /** The expected m of names and codes is one for each kind, whatever the few records show. */
    @Test
    void fromFewRecordsOnlyTheOthersAreLearned() {
        Random random = new Random(3);
        Records.Builder<String> rows = Records.builder("first", "second");
        List<Cluster<String>> truth = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String first =
                    Integer.toString(random.nextInt(1 << 28) + (1 << 28), 36).replaceAll("[0-9]", "k");
            String second =
                    Integer.toString(random.nextInt(1 << 28) + (1 << 28), 36).replaceAll("[0-9]", "k");
            rows.add("r" + i, first, second);
            if (i < 60) {
                rows.add("s" + i, first, second);
                truth.add(Cluster.of("r" + i, "s" + i));
            }
        }
        Records<String> records = rows.build();
        TrainedModel trained = MatchTrainer.standard().train(records);
        assertThat(trained.findings()).extracting(Finding::code).contains("match.training.small");
        for (FieldComparison comparison : trained.model().comparisons()) {
            double expected = ColumnKind.NAME.levels().get(0).m();
            assertThat(comparison.levels().get(0).m()).isCloseTo(expected, within(0.02));
            assertThat(comparison.levels().get(0).u()).isLessThan(0.01);
        }
        assertThat(MatchEvaluator.evaluate(Deduplicator.of(trained.model()).dedupe(records), truth)
                        .f1())
                .isGreaterThan(0.95);
    }

    @Test
    void aColumnThatSaysNothingIsNamedAndLeftOut() {
        Records<String> rows = Records.<String>builder("name", "phone", "city")
                .add("1", "Acme", null, "Berlin")
                .add("2", "Globex", " ", "Paris")
                .add("3", "Acme Inc", "", "Berlin")
                .build();
        TrainedModel trained = MatchTrainer.standard().train(rows);
        assertThat(trained.findings()).extracting(Finding::code).contains("match.column.uninformative");
        assertThat(trained.model().comparisons())
                .extracting(FieldComparison::column)
                .containsExactly("name", "city");
        String json = SalesOpsJson.write(trained.model());
        assertThat(SalesOpsJson.read(json, MatchModel.class).orThrow()).isEqualTo(trained.model());
    }

    @Test
    void moreColumnsThanPatternsCanHoldAreLeftOutWithAWarning() {
        String[] columns = new String[40];
        String[] first = new String[40];
        String[] second = new String[40];
        for (int c = 0; c < 40; c++) {
            columns[c] = "column" + c;
            first[c] = "a" + c;
            second[c] = "b" + c;
        }
        TrainedModel trained = MatchTrainer.standard()
                .train(Records.<String>builder(columns)
                        .add("1", first)
                        .add("2", second)
                        .build());
        assertThat(trained.findings()).extracting(Finding::code).contains("match.column.tooMany");
        assertThat(Deduplicator.check(trained.model())).isEmpty();
    }
}
