package io.salesops.commission.calc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.testdata.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Published examples by the id of their row, each as a plan in the library's own JSON, and a test named after it. */
final class WorkedExamples {

    /** What an example is computed to, by the row's inputs. */
    interface Example {
        void holds(JsonNode inputs, JsonNode figures);
    }

    private final Map<String, Example> examples = new LinkedHashMap<>();

    void put(String id, Example example) {
        if (examples.put(id, example) != null) {
            throw new IllegalStateException("two tests for " + id);
        }
    }

    ImmutableSet<String> ids() {
        return ImmutableSet.copyOf(examples.keySet());
    }

    Stream<DynamicTest> tests() throws IOException {
        Map<String, JsonNode> rows = rows();
        return examples.entrySet().stream()
                .map(example -> DynamicTest.dynamicTest(example.getKey(), () -> {
                    JsonNode row = rows.get(example.getKey());
                    assertThat(row).as("row of the data").isNotNull();
                    if (row != null) {
                        example.getValue().holds(row.get("inputs"), row.get("recomputed"));
                    }
                }));
    }

    /** The rows of the data by id. */
    static Map<String, JsonNode> rows() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        Map<String, JsonNode> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(SharedData.file("commission/worked_examples.jsonl"))) {
            JsonNode row = mapper.readTree(line);
            rows.put(row.get("id").asText(), row);
        }
        return rows;
    }
}
