package io.salesops.core.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.io.Resources;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.Document;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.testkit.SchemaFiles;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/**
 * Holds the document types of a module against their committed schemas and golden documents: a field that was renamed, or
 * a format that changed, is noticed before users' files are refused.
 *
 * <p>The golden document of a kind is {@code src/test/resources/golden/<kind>-<version>.json}: a full one, formatted as
 * {@link SalesOpsJson#writePretty} does. With {@code -Dsalesops.golden=write} the schemas and the form of the golden
 * documents are written instead of compared; look at the difference before it is committed.
 */
public final class GoldenDocuments {
    private static final Path CLASSES = Path.of("target/classes");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    /** Belongs to one way of rounding only, which some engines refuse. */
    private static final JsonPointer NOT_EVERYWHERE =
            JsonPointer.compile("/$defs/RoundingPolicy/properties/residueKey");

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private GoldenDocuments() {}

    /** The tests of each document type of a module. */
    public static Stream<DynamicNode> tests(Class<?>... types) {
        return Stream.of(types).map(GoldenDocuments::tests);
    }

    private static DynamicNode tests(Class<?> type) {
        return dynamicContainer(
                name(type),
                Stream.of(
                        dynamicTest("has the committed schema", () -> hasSchema(type)),
                        dynamicTest("reads and writes the golden document", () -> readsAndWrites(type)),
                        dynamicTest("golden document is valid", () -> isValid(type)),
                        dynamicTest("golden document is full", () -> isFull(type)),
                        dynamicTest("refuses a missing field", () -> refuses(type, PlantedFault::missing)),
                        dynamicTest("refuses an unknown field", () -> refuses(type, PlantedFault::unknown)),
                        dynamicTest("refuses a value of another type", () -> refuses(type, PlantedFault::wrongType))));
    }

    /** Obtains the golden document of a type. */
    public static <T> T read(Class<T> type) throws IOException {
        return SalesOpsJson.read(Files.readString(golden(type)), type).orThrow();
    }

    /** Fails where a compiled class of the module is a document that the list lacks. */
    public static void namesEveryDocument(Class<?>... types) throws IOException, ClassNotFoundException {
        Set<String> documents = new HashSet<>();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(CLASSES)) {
            files = walk.filter(file -> file.toString().endsWith(".class")).toList();
        }
        for (Path file : files) {
            String name = CLASSES.relativize(file)
                    .toString()
                    .replace(file.getFileSystem().getSeparator(), ".");
            Class<?> type = Class.forName(
                    name.substring(0, name.length() - ".class".length()),
                    false,
                    GoldenDocuments.class.getClassLoader());
            if (type.isAnnotationPresent(Document.class)) {
                documents.add(type.getName());
            }
        }
        assertThat(documents)
                .as("types marked with @Document")
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(types).map(Class::getName).toList());
    }

    /** The committed file is the one that users get: it lies beside the class. */
    private static void hasSchema(Class<?> type) throws IOException {
        SchemaFiles.matches(type, RESOURCES);
        if (!isWriting()) {
            Document mark = type.getAnnotation(Document.class);
            String resource = new DocumentSchema(mark.kind(), mark.version()).resource();
            URL shipped = type.getResource(resource);
            assertThat(shipped).as(resource).isNotNull();
            assertThat(Resources.toString(shipped, StandardCharsets.UTF_8)).isEqualTo(SalesOpsJson.schema(type));
        }
    }

    private static boolean isWriting() {
        return System.getProperty("salesops.golden", "").equals("write");
    }

    private static <T> void readsAndWrites(Class<T> type) throws IOException {
        String golden = Files.readString(golden(type));
        Checked<T> read = SalesOpsJson.read(golden, type);
        assertThat(read.findings()).isEmpty();
        T value = read.orThrow();
        String written = SalesOpsJson.writePretty(value);
        if (isWriting()) {
            Files.writeString(golden(type), written);
            golden = written;
        }
        assertThat(written).isEqualTo(golden);
        assertThat(SalesOpsJson.read(SalesOpsJson.write(value), type).orThrow()).isEqualTo(value);
    }

    private static void isValid(Class<?> type) throws IOException {
        assertThat(SchemaCheck.of(schema(type), tree(type)).errors()).isEmpty();
    }

    private static void isFull(Class<?> type) throws IOException {
        JsonNode schema = schema(type);
        Set<JsonPointer> used = new HashSet<>();
        for (SchemaCheck.Place place : SchemaCheck.of(schema, tree(type)).places()) {
            place.value()
                    .fieldNames()
                    .forEachRemaining(field -> used.add(
                            place.described().appendProperty("properties").appendProperty(field)));
        }
        Set<JsonPointer> fields = SchemaCheck.fields(schema);
        assertThat(fields).isNotEmpty();
        assertThat(fields.stream()
                        .filter(field -> !used.contains(field) && !field.equals(NOT_EVERYWHERE))
                        .map(Object::toString))
                .as("fields that the golden document does not use")
                .isEmpty();
    }

    private interface Faults {
        List<PlantedFault> in(JsonNode document, SchemaCheck check);
    }

    /** Reader and schema must refuse alike. */
    private static void refuses(Class<?> type, Faults faults) throws IOException {
        JsonNode schema = schema(type);
        JsonNode tree = tree(type);
        List<String> passed = new ArrayList<>();
        List<PlantedFault> planted = faults.in(tree, SchemaCheck.of(schema, tree));
        assertThat(planted).isNotEmpty();
        for (PlantedFault fault : planted) {
            Checked<?> read = SalesOpsJson.read(fault.document().toString(), type);
            if (read.value().isPresent()
                    || read.findings().stream().map(Finding::path).noneMatch(fault::isNamedBy)) {
                passed.add("reader, " + fault.what() + ": " + read.findings());
            }
            if (SchemaCheck.of(schema, fault.document()).errors().isEmpty()) {
                passed.add("schema, " + fault.what());
            }
        }
        assertThat(passed).as("faults that were not named").isEmpty();
    }

    private static String name(Class<?> type) {
        Document mark = type.getAnnotation(Document.class);
        if (mark == null) {
            throw new AssertionError(type.getName() + " is no document. Maybe mark it with @Document.");
        }
        return mark.kind() + "-" + mark.version();
    }

    private static Path golden(Class<?> type) {
        return GOLDEN.resolve(name(type) + ".json");
    }

    private static JsonNode tree(Class<?> type) throws IOException {
        return JSON.readTree(Files.readString(golden(type)));
    }

    private static JsonNode schema(Class<?> type) throws JsonProcessingException {
        return JSON.readTree(SalesOpsJson.schema(type));
    }
}
