package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.finding.Omission;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.run.Cancellation;
import io.salesops.core.run.Execution;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class DeduplicatorTest {
    private static final MatchModel MODEL =
            SalesOpsJson.read("""
                    {"schema": "salesops/match-model/1", "id": "accounts-emea", "version": "2026-03-31",
                     "priorMatches": 0.00021, "threshold": 6.5, "pairBudget": 50000000,
                     "comparisons": [
                       {"column": "name", "normalize": ["companyName"], "levels": [
                         {"when": "exact", "m": 0.61, "u": 0.00004},
                         {"when": "jaroWinkler>=0.92", "m": 0.27, "u": 0.0009},
                         {"when": "otherwise", "m": 0.12, "u": 0.99906}]},
                       {"column": "website", "normalize": ["domain"], "levels": [
                         {"when": "exact", "m": 0.83, "u": 0.00002},
                         {"when": "otherwise", "m": 0.17, "u": 0.99998}]}],
                     "blocking": [{"keys": ["domain(website)"]}, {"keys": ["prefix(name,6)", "postalCode"]}]}
                    """, MatchModel.class).orThrow();

    private static Records.Builder<String> rows() {
        return Records.builder("name", "website", "postalCode");
    }

    @Test
    void aMatchIsAWaterfallFromThePriorToItsWeight() {
        Duplicates<String> duplicates = Deduplicator.of(MODEL)
                .dedupe(rows().add("A-90", "Acmee Corp.", "www.acme.com", null)
                        .add("A-17", "Acme Corporation", "acme.com", "10115")
                        .add("A-3", "Globex", "globex.de", "10115")
                        .build());
        assertThat(duplicates.clusters()).containsExactly(Cluster.of("A-17", "A-90"));
        Match<String> match = duplicates.match("A-90", "A-17").orElseThrow();
        // log2(0.00021/0.99979) + log2(0.27/0.0009) + log2(0.83/0.00002), each to three decimals
        assertThat(match.explanation().steps())
                .extracting(step -> step.amount().value().toPlainString())
                .containsExactly("-12.217", "8.229", "15.341");
        assertThat(match.weight()).isEqualTo(11.353);
        assertThat(match.probability()).isBetween(0.9996, 0.9997);
        assertThat(match.explain())
                .startsWith("bits 11.353  A-17 and A-90")
                .contains("blocked by domain(website)")
                .contains("name 'Acme Corporation' / 'Acmee Corp.': jaroWinkler>=0.92, m 0.27, u 0.0009");
        assertThat(duplicates.match("A-17", "A-3")).isEmpty();
        assertThat(duplicates.match("A-17", "nobody")).isEmpty();
    }

    @Test
    void equalTextsAreNotCrossedAndAKeyHasTwoValuesAtMost() {
        MatchModel broken = MODEL.withBlocking(BlockingRule.of("words(name)", "words(name)", "words(name)"))
                .withComparisons(FieldComparison.builder()
                        .column("name")
                        .addLevels(new ComparisonLevel("swapped", 0.5, 0.5), new ComparisonLevel("otherwise", 0.5, 0.5))
                        .build());
        assertThat(Deduplicator.check(broken))
                .extracting(Finding::code)
                .contains("match.level.first", "match.key.repeated");
        assertThat(Deduplicator.check(MODEL.withBlocking(BlockingRule.of("words(name)", "words(name)"))))
                .isEmpty();
    }

    @Test
    void anUnsoundModelIsRefusedWithEverythingThatIsWrong() {
        MatchModel broken = MODEL.withPriorMatches(0)
                .withThreshold(Double.NaN)
                .withBlocking(BlockingRule.of("prefix(name)"), BlockingRule.of("x(y,1)"))
                .withComparisons(FieldComparison.builder()
                        .column("name")
                        .addLevels(new ComparisonLevel("otherwise", 0.5, 0.5), new ComparisonLevel("soundex", 0.2, 0.5))
                        .build());
        assertThat(Deduplicator.check(broken))
                .extracting(Finding::code)
                .containsExactly(
                        "match.prior.range",
                        "match.threshold.range",
                        "match.level.order",
                        "match.level.unknown",
                        "match.level.otherwise",
                        "match.level.sum",
                        "match.key.unknown",
                        "match.key.unknown");
        assertThatThrownBy(() -> Deduplicator.of(broken))
                .isInstanceOfSatisfying(
                        FindingsException.class,
                        e -> assertThat(e.findings())
                                .hasSize(8)
                                .allSatisfy(
                                        finding -> assertThat(finding.remedy()).isPresent()));
    }

    @Test
    void onlyPairsThatARuleSelectsAreCompared() {
        Records<String> rows = rows().add("1", "Acme", "acme.com", null)
                .add("2", "Acme", "acme.com", null)
                .add("3", "Globex", "globex.de", null)
                .build();
        Duplicates<String> duplicates = Deduplicator.of(MODEL).dedupe(rows);
        assertThat(duplicates.wasCompared("2", "1")).isTrue();
        assertThat(duplicates.wasCompared("1", "3")).isFalse();
        assertThatThrownBy(() -> duplicates.wasCompared("1", "4")).hasMessageContaining("no record 4");
        Links<String, String> links = Linker.of(MODEL).link(rows, rows);
        assertThat(links.wasCompared("2", "1")).isTrue();
        assertThat(links.wasCompared("1", "3")).isFalse();
        assertThat(links.compared("3", "1").weight()).isLessThan(MODEL.threshold());
        assertThatThrownBy(() -> links.compared("1", "4")).hasMessageContaining("second table has no record 4");
    }

    @Test
    void noRecordAndOneRecordHaveNoDuplicates() {
        for (Records<String> few : java.util.List.of(
                rows().build(), rows().add("1", "Acme", "acme.com", "1").build())) {
            Duplicates<String> duplicates = Deduplicator.of(MODEL).dedupe(few);
            assertThat(duplicates.clusters()).isEmpty();
            assertThat(duplicates.comparedPairs()).isZero();
            TrainedModel trained = MatchTrainer.standard().train(few);
            assertThat(trained.expectedPairs()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aRecordWithoutAnyKeyAndAColumnThatIsNotThereAreReported() {
        Records<String> rows = Records.<String>builder("name", "phone")
                .add("1", " ", "1")
                .add("2", "Acme", "2")
                .build();
        Duplicates<String> duplicates = Deduplicator.of(MODEL).dedupe(rows);
        assertThat(duplicates.findings())
                .extracting(Finding::code, Finding::path)
                .containsExactly(
                        tuple("match.column.missing", "/comparisons/1/column"),
                        tuple("match.column.missing", "/blocking/1/keys/1"));
        assertThat(duplicates.omitted())
                .extracting(Omission::reason, Omission::count)
                .containsExactly(tuple("records without a blocking key", 2L));
    }

    @Test
    void twentyThousandEqualRecordsStayWithinTheBudget() {
        Records.Builder<String> rows = rows();
        for (int i = 0; i < 20_000; i++) {
            rows.add("r" + i, "Acme", "acme.com", "10115");
        }
        rows.add("x1", "Globex", "globex.de", "1").add("x2", "Globex", "globex.de", "1");
        Duplicates<String> duplicates =
                Deduplicator.of(MODEL.withPairBudget(1_000_000)).dedupe(rows.build());
        assertThat(duplicates.comparedPairs()).isEqualTo(1);
        assertThat(duplicates.clusters()).hasSize(2).contains(Cluster.of("x1", "x2"));
        assertThat(duplicates.clusters().get(0).members()).hasSize(20_000);
        assertThat(duplicates.matchCount()).isEqualTo(20_000);
        assertThat(duplicates.omitted())
                .extracting(Omission::count)
                .containsExactly(20_000L * 19_999 / 2, 20_000L * 19_999 / 2, 20_000L);
    }

    @Test
    void aHostileTextIsCutAndReported() {
        String megabyte = "xy ".repeat(350_000);
        Duplicates<String> duplicates = Deduplicator.of(MODEL)
                .dedupe(rows().add("1", megabyte, "acme.com", null)
                        .add("2", megabyte + "x", "acme.com", null)
                        .build());
        assertThat(duplicates.clusters()).hasSize(1);
        assertThat(duplicates.findings()).extracting(Finding::code).containsExactly("match.text.cut");
    }

    @Test
    void anIdThatOccursTwiceIsRefused() {
        Records.Builder<String> rows = rows().add("1", "a", "b", "c").add("1", "d", "e", "f");
        assertThatThrownBy(rows::build)
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("match.id.duplicate")
                .hasMessageContaining("id 1 occurs twice");
    }

    @Test
    void aRaisedFlagStopsTheCall() {
        Cancellation cancellation = new Cancellation();
        cancellation.raise();
        Records<String> rows = rows().add("1", "Acme", "acme.com", null)
                .add("2", "Acme", "acme.com", null)
                .build();
        assertThatThrownBy(() ->
                        Deduplicator.of(MODEL).dedupe(rows, Execution.here().cancelledBy(cancellation)))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() ->
                        MatchTrainer.standard().train(rows, Execution.here().cancelledBy(cancellation)))
                .isInstanceOf(CancellationException.class)
                .hasMessageContaining("profile");
    }
}
