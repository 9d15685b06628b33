package io.salesops.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.LeadId;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Rate;
import io.salesops.core.process.ServiceClock;
import io.salesops.core.testdata.NeedsData;
import io.salesops.core.testdata.SharedData;
import io.salesops.core.time.AsOf;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Published examples of quality figures and of first responses, each under its id. */
@NeedsData
class WorkedQualityExamplesTest {
    private static final Map<String, Consumer<JsonNode>> ANSWERS = Map.of(
            "sla-6", WorkedQualityExamplesTest::firstResponse, "dq-deequ-readme", WorkedQualityExamplesTest::shares);

    private static List<JsonNode> rows() throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(SharedData.file("core/worked_examples.jsonl"))) {
            rows.add(new ObjectMapper().readTree(line));
        }
        return rows;
    }

    static Stream<Object[]> named() throws IOException {
        return rows().stream()
                .filter(row -> ANSWERS.containsKey(row.path("id").asText()))
                .map(row -> new Object[] {row.path("id").asText(), row});
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("named")
    void example(String id, JsonNode row) {
        assertThat(ANSWERS.get(id)).isNotNull().satisfies(answer -> answer.accept(row));
    }

    /** Five of service times, two of ids, one of quality, two of ramps; the others have their tests beside time and records. */
    @Test
    void everyRowHasATest() throws IOException {
        assertThat(rows().stream()
                        .map(row -> row.path("id").asText())
                        .filter(id -> Stream.of("sla", "sfid", "dq", "ramp").anyMatch(id::startsWith)))
                .containsExactlyInAnyOrder(
                        "sla-1",
                        "sla-2",
                        "sla-4",
                        "sla-5",
                        "sla-6",
                        "sfid-1",
                        "sfid-case",
                        "dq-deequ-readme",
                        "ramp-1",
                        "ramp-2");
        assertThat(named()).hasSize(ANSWERS.size());
    }

    private static void firstResponse(JsonNode row) {
        List<Instant> events = new ArrayList<>();
        row.path("inputs").path("events").forEach(time -> events.add(at(time.asText())));
        assertThat(ServiceClock.earliest(events))
                .contains(at(row.path("expected").path("firstResponse").asText()));
    }

    private static Instant at(String time) {
        return LocalDate.of(2026, 3, 30).atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    }

    /** The source counts a missing description as no match; here it is left out, and counted as such. */
    private static void shares(JsonNode row) {
        List<Lead> leads = new ArrayList<>();
        for (JsonNode one : row.path("inputs").path("rows")) {
            CustomFields fields = CustomFields.none();
            for (String name : List.of("productName", "description", "priority")) {
                fields = one.path(name).isNull()
                        ? fields
                        : fields.with(name, one.path(name).asText());
            }
            leads.add(Lead.builder()
                    .id(LeadId.of(one.path("id").asText()))
                    .custom(fields.with(
                            "numViews", new BigDecimal(one.path("numViews").asText())))
                    .build());
        }
        JsonNode expected = row.path("expected");
        QualityReport report = QualityChecker.leads(
                        SalesOpsJson.read("""
                        { "schema": "salesops/quality-rules/1", "id": "items", "version": "1", "on": "lead", "rules": [
                          {"kind": "complete", "id": "name", "severity": "error", "field": "custom.productName"},
                          {"kind": "pattern", "id": "url", "severity": "info", "field": "custom.description",
                           "matches": ".*https?://.*"},
                          {"kind": "unique", "id": "id", "severity": "error", "fields": ["id"]},
                          {"kind": "oneOf", "id": "priority", "severity": "error", "field": "custom.priority",
                           "values": ["high", "low"]},
                          {"kind": "range", "id": "views", "severity": "error", "field": "custom.numViews", "atLeast": "0"}] }
                        """, QualityRules.class).orThrow())
                .check(leads, AsOf.date("2026-03-31"));
        assertThat(report.records()).isEqualTo(expected.path("size").asLong());
        assertThat(share(report, 0))
                .isEqualTo(Rate.of(expected.path("completeness(productName)").asText()));
        assertThat(share(report, 1))
                .isEqualTo(Rate.of(expected.path("containsURL(description)").asText()));
        assertThat(share(report, 2))
                .isEqualTo(Rate.of(expected.path("uniqueness(id)").asText()));
        assertThat(report.violations()).containsEntry("priority", 0L).containsEntry("views", 0L);
        assertThat(DataProfiler.leads()
                        .profile(leads)
                        .field("custom.productName")
                        .orElseThrow()
                        .completeness()
                        .rate())
                .contains(Rate.of("0.8"));
    }

    private static Rate share(QualityReport report, int rule) {
        RuleResult result = report.results().get(rule);
        return Rate.ratio(result.checked() - result.violations(), report.records());
    }
}
