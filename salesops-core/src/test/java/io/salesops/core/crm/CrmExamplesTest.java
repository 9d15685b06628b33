package io.salesops.core.crm;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.salesops.core.money.Rate;
import io.salesops.core.testdata.NeedsData;
import io.salesops.core.testdata.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Published examples of Salesforce ids and ramp times, each under its id. */
@NeedsData
class CrmExamplesTest {

    @TestFactory
    List<DynamicTest> salesforceIds() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode row : rows("sfid")) {
            tests.add(DynamicTest.dynamicTest(
                    row.path("id").asText(), () -> salesforceId(row.path("inputs"), row.path("expected"))));
        }
        assertThat(tests).hasSize(2);
        return tests;
    }

    private static void salesforceId(JsonNode inputs, JsonNode expected) {
        if (inputs.has("id15")) {
            SalesforceId id = SalesforceId.of(inputs.path("id15").asText());
            assertThat(id.value()).isEqualTo(expected.path("id18").asText());
            assertThat(SalesforceId.of(expected.path("id18").asText())).isEqualTo(id);
            return;
        }
        SalesforceId a = SalesforceId.of(inputs.path("a").asText());
        SalesforceId b = SalesforceId.of(inputs.path("b").asText());
        assertThat(a.equals(b)).isEqualTo(expected.path("equal").asBoolean());
        assertThat(a.value()).isEqualTo(expected.path("a18").asText());
        assertThat(b.value()).isEqualTo(expected.path("b18").asText());
    }

    @TestFactory
    List<DynamicTest> rampTimes() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode row : rows("ramp")) {
            JsonNode inputs = row.path("inputs");
            Map<Integer, Rate> attainment = inputs.path("attainmentByMonth").properties().stream()
                    .collect(toMap(
                            month -> Integer.valueOf(month.getKey()),
                            month -> Rate.of(month.getValue().asText())));
            tests.add(DynamicTest.dynamicTest(
                    row.path("id").asText(),
                    () -> assertThat(RampSchedule.monthReaching(
                                    attainment, Rate.of(inputs.path("target").asText())))
                            .hasValue(row.path("expected").path("rampMonths").asInt())));
        }
        assertThat(tests).hasSize(2);
        return tests;
    }

    private static List<JsonNode> rows(String prefix) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(SharedData.file("core/worked_examples.jsonl"))) {
            JsonNode row = mapper.readTree(line);
            if (row.path("id").asText().startsWith(prefix)) {
                rows.add(row);
            }
        }
        return rows;
    }
}
