package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import io.salesops.core.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models and records that do not mean what their author thinks are told so, each with the word or value in question. */
class MisledModelTest {
    private static final MatchModel MODEL = MatchModel.builder()
            .id("people")
            .version("1")
            .priorMatches(0.01)
            .threshold(3)
            .addComparisons(FieldComparison.builder()
                    .column("name")
                    .addLevels(
                            new ComparisonLevel("exact", 0.8, 0.01),
                            new ComparisonLevel("jaroWinkler>=0.9", 0.1, 0.04),
                            new ComparisonLevel("otherwise", 0.1, 0.95))
                    .build())
            .addBlocking(BlockingRule.of())
            .build();

    /** Equal texts take the first level unasked, so that another condition there would weigh what it does not hold for. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"jaroWinkler>=0.9", "exact|typo", "osa<=1", "swapped"})
    void theFirstLevelIsThatOfEqualTexts(String when) {
        assertThat(Deduplicator.check(withLevel(0, when)))
                .filteredOn(finding -> finding.code().equals("match.level.first"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.path()).isEqualTo("/comparisons/0/levels/0/when");
                    assertThat(finding.message()).contains("'" + when + "'");
                    assertThat(finding.remedy()).hasValue("Maybe start with 'exact'.");
                });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "jaroWinkler>=92, match.level.bound",
        "typo|similar>=1.01, match.level.bound",
        "swapped, match.crossing.missing",
        "typo|alone, match.crossing.missing"
    })
    void aConditionThatNoPairCanMeetIsRefused(String when, String code) {
        assertThat(Deduplicator.check(withLevel(1, when)))
                .extracting(Finding::code, Finding::path)
                .containsExactly(tuple(code, "/comparisons/0/levels/1/when"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"jaroWinkler>=1", "osa<=2", "overlap>=3", "days<=30", "prefix>=4"})
    void boundsThatPairsCanMeetAreSound(String when) {
        assertThat(Deduplicator.check(withLevel(1, when))).isEmpty();
    }

    @Test
    void aBoundOfARuleIsHeldAgainstOne() {
        MatchRule rule = MatchRule.builder()
                .id("people")
                .version("1")
                .addConditions(
                        RuleCondition.builder().column("name").when("edits>=85").build())
                .addAlternatives(RuleAlternative.of("name"))
                .addBlocking(BlockingRule.of())
                .build();
        assertThat(RuleMatcher.check(rule)).extracting(Finding::code).containsExactly("match.level.bound");
    }

    @ParameterizedTest(name = "{0} bits")
    @ValueSource(doubles = {1e308, -1e308, 2_147_484, Double.NaN, Double.NEGATIVE_INFINITY})
    void aThresholdBeyondAnyWeightIsRefused(double bits) {
        assertThat(Deduplicator.check(MODEL.withThreshold(bits)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("match.threshold.range");
                    assertThat(finding.message()).contains(Double.toString(bits));
                });
    }

    @Test
    void columnsOfKeysAndResiduesThatTheRecordsLackAreNamed() {
        MatchModel model = MODEL.withBlocking(
                        BlockingRule.of("name"), BlockingRule.of("prefix(nmae,3)"), BlockingRule.of("city"))
                .withComparisons(MODEL.comparisons().get(0).withWithout("titel"));
        Records<String> rows = Records.<String>builder("name", "city")
                .add("1", "Ann", "Bonn")
                .add("2", "Ann", "Bonn")
                .build();
        assertThat(Deduplicator.of(model).dedupe(rows).findings())
                .extracting(Finding::code, Finding::path)
                .containsExactly(
                        tuple("match.column.missing", "/comparisons/0/without/0"),
                        tuple("match.column.missing", "/blocking/1/keys/0"));
    }

    @Test
    void aColumnThatOnlyOneTableHasIsNamed() {
        Records<String> ours = Records.<String>builder("name", "city")
                .add("1", "Ann", "Bonn")
                .add("2", "Bob", "Ulm")
                .build();
        Records<String> theirs = Records.<String>builder("name", "town")
                .add("1", "Ann", "Bonn")
                .add("2", "Bob", "Ulm")
                .build();
        TrainedModel trained = MatchTrainer.standard().train(ours, theirs);
        assertThat(trained.findings())
                .filteredOn(finding -> finding.code().equals("match.column.oneSided"))
                .extracting(Finding::message)
                .satisfiesExactly(
                        city -> assertThat(city).contains("second table has no column 'city'"),
                        town -> assertThat(town).contains("first table has no column 'town'"));
        MatchModel byCity = MODEL.withComparisons(MODEL.comparisons().get(0).withColumn("city"));
        assertThat(Linker.of(byCity).link(ours, theirs).findings())
                .extracting(Finding::code, Finding::path)
                .containsExactly(tuple("match.column.oneSided", "/comparisons/0/column"));
    }

    @Test
    void whereNothingTellsRecordsApartTrainingSaysThatTheModelWillBeRefused() {
        for (Records<String> few : ImmutableList.of(
                Records.<String>builder("name").build(),
                Records.<String>builder("name").add("1", "Ann").build(),
                Records.<String>builder("name").add("1", "").add("2", " ").build())) {
            TrainedModel trained = MatchTrainer.standard().train(few);
            assertThat(trained.findings()).extracting(Finding::code).contains("match.training.nothing");
            assertThatThrownBy(() -> Deduplicator.of(trained.model())).hasMessageContaining("ready-made");
        }
    }

    @Test
    void aRowWithoutAnIdIsRefusedAtOnceWithItsNumber() {
        Records.Builder<String> rows = Records.<String>builder("name").add("1", "Ann");
        assertThatThrownBy(() -> rows.add(nothing(), "Bob"))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("row 2 has no id");
    }

    @Test
    void aClusterWithoutMembersIsRefused() {
        assertThatThrownBy(() -> Cluster.<String>of())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one member");
    }

    @Test
    void aPairWithoutAWeightIsRefused() {
        for (double weight : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1e300}) {
            assertThatThrownBy(() -> new ScoredPair<>("a", "b", weight))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("a and b")
                    .hasMessageContaining(Double.toString(weight));
        }
    }

    /** A text that is there but is none of its column's kind says nothing, and the waterfall says why. */
    @Test
    void aTextThatCannotBeReadIsNamed() {
        MatchModel model = MODEL.withComparisons(MODEL.comparisons().get(0).withNormalize(Normalizer.DATE));
        Records<String> rows = Records.<String>builder("name")
                .add("1", "1957-06-16")
                .add("2", "1957-0616")
                .add("3", "")
                .build();
        Duplicates<String> found = Deduplicator.of(model).dedupe(rows);
        assertThat(found.compared("1", "2").explain())
                .contains("name '1957-06-16' / '1957-0616': '1957-0616' holds no date, says nothing");
        assertThat(found.compared("1", "3").explain()).contains("name '1957-06-16' / none: says nothing");
    }

    /** Three names in a row, of which the ends differ too much to be one: the match that is given up is named. */
    @Test
    void matchesBetweenTwoClustersAreNamed() {
        MatchModel model = MODEL.withThreshold(-3)
                .withComparisons(MODEL.comparisons()
                        .get(0)
                        .withLevels(
                                new ComparisonLevel("exact", 0.5, 0.001),
                                new ComparisonLevel("osa<=1", 0.49, 0.001),
                                new ComparisonLevel("otherwise", 0.01, 0.998)));
        Records<String> rows = Records.<String>builder("name")
                .add("1", "aaaaaaaa")
                .add("2", "aaaaaaab")
                .add("3", "aaaaaabb")
                .build();
        Duplicates<String> found = Deduplicator.of(model).dedupe(rows);
        Omission cut = found.omitted().get(0);
        assertThat(cut.reason()).isEqualTo("matches between two clusters");
        assertThat(cut.count()).isEqualTo(1);
        assertThat(cut.examples()).containsAnyOf("1 and 2", "2 and 3").hasSize(1);
    }

    private static MatchModel withLevel(int number, String when) {
        ImmutableList<ComparisonLevel> levels = MODEL.comparisons().get(0).levels();
        ImmutableList.Builder<ComparisonLevel> changed = ImmutableList.builder();
        for (int level = 0; level < levels.size(); level++) {
            ComparisonLevel own = levels.get(level);
            changed.add(level == number ? new ComparisonLevel(when, own.m(), own.u()) : own);
        }
        return MODEL.withComparisons(MODEL.comparisons().get(0).withLevels(changed.build()));
    }

    /** What a reader of another language, or one without null checks, may pass. */
    @SuppressWarnings("NullAway") // the point of the test
    private static String nothing() {
        return null;
    }
}
