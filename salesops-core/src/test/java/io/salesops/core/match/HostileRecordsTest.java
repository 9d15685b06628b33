package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that nobody means well with: training and matching end, and say what they left out. */
class HostileRecordsTest {
    /** Against endless runs; what is measured here takes a few seconds. */
    private static final Duration NOT_ENDLESS = Duration.ofMinutes(2);

    private static final String MEGABYTE = "ab c\u00e9 ".repeat(170_000);

    private static final ImmutableList<String> SCRIPTS = ImmutableList.of(
            "\u0410cme",
            "Acme",
            "\u30a2\u30af\u30e1",
            "\u0623\u0643\u0645\u064a",
            "\u05d0\u05e7\u05de\u05d9",
            "A\u0441me");

    /** Texts that break what counts on plain ones. */
    enum Hostile {
        MEGABYTE_OF_WORDS,
        MEGABYTE_OF_LETTERS,
        NOTHING,
        BLANKS,
        PUNCTUATION,
        MIXED_SCRIPTS,
        UNPAIRED_SURROGATES,
        NUL,
        COMBINING_MARKS,
        QUERY_IN_A_NAME,
        NUMBERS;

        private @Nullable String of(int record) {
            int some = record % 150;
            return switch (this) {
                case MEGABYTE_OF_WORDS -> MEGABYTE + some;
                case MEGABYTE_OF_LETTERS -> "x".repeat(1 << 20) + some;
                case NOTHING -> null;
                case BLANKS -> " \t\u00a0\u200b";
                case PUNCTUATION -> "!?.,;:" + ";".repeat(record % 7);
                case MIXED_SCRIPTS -> SCRIPTS.get(record % SCRIPTS.size()) + " " + some;
                case UNPAIRED_SURROGATES -> "\ud800" + some + "\udc00\udc00";
                case NUL -> "a\u0000" + some + "\u0000";
                case COMBINING_MARKS -> "e" + "\u0301".repeat(3_000) + some;
                case QUERY_IN_A_NAME -> "prefix(name,6) | exact, %s{column}" + some;
                case NUMBERS -> "1e" + record + ".5-" + Long.MIN_VALUE;
            };
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Hostile.class)
    void aColumnOfHostileTextsHarmsNothingElse(Hostile hostile) {
        int most = hostile.name().startsWith("MEGABYTE") ? 8 : 300;
        Random random = new Random(5);
        Records.Builder<String> rows = Records.builder("hostile", "name", "city", "phone");
        for (int i = 0; i < 2_000; i++) {
            String name =
                    Integer.toString(random.nextInt(1 << 20) + (1 << 20), 36).replaceAll("[0-9]", "k");
            String phone = "+1 415 " + (1_000_000 + random.nextInt(9_000_000));
            String city = "City" + (char) ('a' + random.nextInt(26));
            rows.add("r" + i, i < most ? hostile.of(i) : null, name + " works", city, phone);
            if (i < 100) {
                rows.add("s" + i, i < most ? hostile.of(i) : null, name + " works", city, phone);
            }
        }
        Records<String> records = rows.build();
        MatchScores scores = assertTimeoutPreemptively(NOT_ENDLESS, () -> {
            TrainedModel trained = MatchTrainer.standard().train(records);
            assertThat(Deduplicator.check(trained.model())).isEmpty();
            Duplicates<String> found = Deduplicator.of(trained.model()).dedupe(records);
            found.matches().stream()
                    .limit(50)
                    .forEach(match -> assertThat(match.explain()).isNotEmpty());
            assertThat(found.computedFrom().inputs()).hasSize(2);
            if (hostile.name().startsWith("MEGABYTE")
                    && trained.model().comparisons().stream()
                            .anyMatch(comparison -> comparison.column().equals("hostile"))) {
                assertThat(found.findings()).extracting(Finding::code).contains("match.text.cut");
            }
            List<Cluster<String>> truth = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                truth.add(Cluster.of("r" + i, "s" + i));
            }
            return MatchEvaluator.evaluate(found, truth);
        });
        assertThat(scores.f1()).isGreaterThan(0.8);
    }

    /** A ready-made model, which knows what columns tell before it has seen any. */
    @Test
    void aHundredThousandIdenticalRecordsAreOneCluster() {
        Records.Builder<String> rows = Records.builder("firstName", "lastName", "email", "company");
        for (int i = 0; i < 100_000; i++) {
            rows.add("r" + i, "Ann", "Doe", "ann@acme.com", "Acme Inc");
        }
        Records<String> records = rows.build();
        assertTimeoutPreemptively(NOT_ENDLESS, () -> {
            Duplicates<String> found = Deduplicator.of(MatchModels.leads()).dedupe(records);
            assertThat(found.clusters()).hasSize(1);
            assertThat(found.clusters().get(0).members()).hasSize(100_000);
            assertThat(found.matchCount()).isEqualTo(99_999);
            assertThat(found.omitted()).extracting(Omission::count).contains(100_000L);
            assertThat(found.match("r0", "r7").orElseThrow().explain()).contains("equal in all that is compared");
            assertThat(found.findings()).extracting(Finding::code).contains("match.cluster.large");
        });
    }

    /** From the copies of one record nobody learns how others differ: the model is sound, takes none for another, and says so. */
    @ParameterizedTest(name = "{0} copies")
    @ValueSource(ints = {2, 3, 700, 2_000, 100_000})
    void identicalRecordsTeachNothing(int copies) {
        Records.Builder<String> rows = Records.builder("number", "firstName", "lastName", "email", "company", "fax");
        for (int i = 0; i < copies; i++) {
            String number = copies > 100 ? Integer.toString(1_000_000 + i) : "";
            rows.add("r" + i, number, "Ann", "Doe", "ann@acme.com", "Acme Inc", "");
        }
        Records<String> records = rows.build();
        assertTimeoutPreemptively(NOT_ENDLESS, () -> {
            TrainedModel trained = MatchTrainer.standard().train(records);
            assertThat(trained.findings()).extracting(Finding::code).contains("match.training.same");
            assertThat(trained.model().comparisons())
                    .extracting(FieldComparison::column)
                    .containsExactlyInAnyOrder("firstName", "lastName", "email", "company");
            Duplicates<String> found = Deduplicator.of(trained.model()).dedupe(records);
            assertThat(found.clusters()).isEmpty();
            assertThat(found.compared("r0", "r1").weight())
                    .isLessThan(trained.model().threshold());
        });
    }

    /** Where there is no text at all nothing can be compared, and the model says so when it is to be used. */
    @Test
    void recordsWithoutTextsTeachNothing() {
        Records<Integer> blank =
                Records.<Integer>builder("name").add(1, "").add(2, " ").build();
        MatchModel model = MatchTrainer.standard().train(blank).model();
        assertThat(Deduplicator.check(model)).extracting(Finding::code).contains("match.comparison.missing");
    }

    @ParameterizedTest(name = "trained: {0}")
    @ValueSource(booleans = {false, true})
    void aHundredThousandIdenticalRecordsAmongOthersAreOneClusterAndTheOthersFound(boolean isTrained) {
        Random random = new Random(6);
        Records.Builder<String> rows = Records.builder("firstName", "lastName", "email", "company");
        for (int i = 0; i < 100_000; i++) {
            rows.add("r" + i, "Ann", "Doe", "ann@acme.com", "Acme Inc");
        }
        for (int i = 0; i < 1_000; i++) {
            String last =
                    Integer.toString(random.nextInt(1 << 28) + (1 << 28), 36).replaceAll("[0-9]", "k");
            rows.add("x" + i, "Bob", last, last + "@globex.com", "Globex");
            rows.add("y" + i, "Bob", last, last + "@globex.com", "Globex GmbH");
        }
        Records<String> records = rows.build();
        assertTimeoutPreemptively(NOT_ENDLESS, () -> {
            MatchModel model =
                    isTrained ? MatchTrainer.standard().train(records).model() : MatchModels.leads();
            Duplicates<String> found = Deduplicator.of(model).dedupe(records);
            List<Cluster<String>> truth = new ArrayList<>();
            truth.add(Cluster.of(
                    IntStream.range(0, 100_000).mapToObj(i -> "r" + i).toArray(String[]::new)));
            for (int i = 0; i < 1_000; i++) {
                truth.add(Cluster.of("x" + i, "y" + i));
            }
            assertThat(found.clusters().get(0).members()).hasSize(100_000);
            MatchScores scores = MatchEvaluator.evaluate(found, truth);
            assertThat(scores.f1()).isGreaterThan(0.999);
            assertThat(found.clusters()).hasSizeGreaterThan(isTrained ? 980 : 800);
            assertThat(found.omitted()).isNotEmpty();
        });
    }

    /** More records of equal keys than a block takes, of both tables: each of the first has one of the second. */
    @Test
    void equalRecordsOfTwoTablesAreLinkedOneToOne() {
        Records.Builder<String> ours = Records.builder("firstName", "lastName", "email", "company");
        Records.Builder<String> theirs = Records.builder("firstName", "lastName", "email", "company");
        for (int i = 0; i < 3_000; i++) {
            ours.add("r" + i, "Ann", "Doe", "ann@acme.com", "Acme Inc");
            theirs.add("s" + i, "Ann", "Doe", "ann@acme.com", "Acme Inc");
        }
        Links<String, String> links = Linker.of(MatchModels.leads()).link(ours.build(), theirs.build());
        assertThat(links.links()).hasSize(3_000);
        assertThat(links.links().get(0).weight()).isPositive();
        assertThat(links.omitted()).isNotEmpty();
    }
}
