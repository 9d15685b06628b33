package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salesops.core.explain.Explanation;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.testkit.JsonLaws;
import java.util.List;
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
