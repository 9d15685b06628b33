package io.salesops.quote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.salesops.core.testdata.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The rows of the published examples, by id, in the order of the file. */
public final class WorkedExamples {
    private WorkedExamples() {}

    /** Reads every row; ids are unique. */
    public static Map<String, JsonNode> rows() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        Map<String, JsonNode> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(SharedData.file("quote/worked_examples.jsonl"))) {
            JsonNode row = mapper.readTree(line);
            assertThat(rows.put(row.get("id").asText(), row)).isNull();
        }
        return rows;
    }

    /** A test for each example, under its id: it is given the row's inputs and what they are expected to make. */
    public static Stream<DynamicTest> tests(Map<String, BiConsumer<JsonNode, JsonNode>> examples) throws IOException {
        Map<String, JsonNode> rows = rows();
        return examples.entrySet().stream()
                .map(example -> DynamicTest.dynamicTest(example.getKey(), () -> {
                    JsonNode row = rows.getOrDefault(example.getKey(), MissingNode.getInstance());
                    assertThat(row.isMissingNode())
                            .as("row " + example.getKey())
                            .isFalse();
                    example.getValue().accept(row.get("inputs"), row.get("expected"));
                }));
    }

    /** A test for each example, under its id: it is given the whole row. */
    public static Stream<DynamicTest> rowTests(Map<String, Consumer<JsonNode>> examples) throws IOException {
        Map<String, JsonNode> rows = rows();
        return examples.entrySet().stream()
                .map(example -> DynamicTest.dynamicTest(example.getKey(), () -> {
                    JsonNode row = rows.getOrDefault(example.getKey(), MissingNode.getInstance());
                    assertThat(row.isMissingNode())
                            .as("row " + example.getKey())
                            .isFalse();
                    example.getValue().accept(row);
                }));
    }
}
