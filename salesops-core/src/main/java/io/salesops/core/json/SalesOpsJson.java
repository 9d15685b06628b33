package io.salesops.core.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.Module;
import com.google.common.collect.ImmutableList;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.finding.Checked;
import java.io.Reader;
import java.io.StringReader;
import java.util.Optional;

/**
 * Reads and writes every public value and document as JSON. Thread-safe.
 *
 * <p>Reading holds the whole text against the type and refuses with everything that is wrong, each finding with JSON
 * pointer, line and column: unknown fields, missing ones, values of the wrong kind or without meaning, keys that repeat,
 * unknown kinds, and what a type's own checks refuse. An absent field never becomes null or zero. Texts nest at most 256
 * deep, a text value has at most 1,000,000 characters and a number 1,000 digits.
 *
 * <p>Writing is canonical: the same value gives the same bytes on any machine. Fields stand in declared order with their
 * defaults spelled out, absent optionals are left out, map keys and set members are sorted. Decimals are text, digit for
 * digit; doubles are the shortest number that reads back the same. What is written reads back equal.
 */
public final class SalesOpsJson {
    private static final String TEXT = "text";

    private SalesOpsJson() {}

    /** Reads a value; cost linear in the text. */
    public static <T> Checked<T> read(String json, Class<T> type) {
        return read(TEXT, new StringReader(json), type);
    }

    /** Reads a value from an open reader, which stays open. */
    public static <T> Checked<T> read(Reader json, Class<T> type) {
        return read(TEXT, json, type);
    }

    /**
     * Reads a value from an open reader, which stays open.
     *
     * @param source what findings call the text, for example a file name
     * @throws java.io.UncheckedIOException if the reader fails
     * @throws IllegalArgumentException if the type is not one that JSON can hold
     */
    public static <T> Checked<T> read(String source, Reader json, Class<T> type) {
        return read(source, json, JsonCodec.MAPPER.constructType(type));
    }

    /** Reads a list, the members of which keep their kind. */
    public static <T> Checked<ImmutableList<T>> readAll(String json, Class<T> element) {
        return readAll(TEXT, new StringReader(json), element);
    }

    /** Reads a list from an open reader, which stays open. */
    public static <T> Checked<ImmutableList<T>> readAll(String source, Reader json, Class<T> element) {
        return read(
                source, json, JsonCodec.MAPPER.getTypeFactory().constructCollectionType(ImmutableList.class, element));
    }

    /** Reads a condition on records of the class, whose {@code fields()} name what may be tested. */
    public static <T> Checked<Criteria<T>> readCriteria(String json, Class<T> subject) {
        return read(
                TEXT,
                new StringReader(json),
                JsonCodec.MAPPER.getTypeFactory().constructParametricType(Criteria.class, subject));
    }

    @SuppressWarnings("unchecked") // binding returns a value of the type, and each caller above constructs it from T
    private static <T> Checked<T> read(String source, Reader json, JavaType type) {
        Report report = new Report(source);
        Optional<Node> node = new NodeParser(JsonCodec.factory(), source, report.list()).parse(json);
        if (node.isEmpty()) {
            return Checked.refused(report.inOrder());
        }
        Inspection inspection = new Inspection(JsonCodec.MAPPER, JsonCodec.SHAPES, report);
        Part part = inspection.inspect(node.get(), JsonPath.ROOT, type);
        Optional<Object> value = inspection.bindOrReport(part);
        return value.isPresent() ? Checked.of((T) value.get(), report.inOrder()) : Checked.refused(report.inOrder());
    }

    /**
     * Writes the canonical text in one line; the members of a list keep their kind.
     *
     * @throws IllegalArgumentException if the value holds what JSON cannot: NaN, or a number of more than 1,000 digits
     */
    public static String write(Object value) {
        return JsonCodec.text(value);
    }

    /** Writes the canonical text with a line for each field, as people edit it. */
    public static String writePretty(Object value) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(lines)
                .withArrayIndenter(lines)
                .withSeparators(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator(""));
        try {
            return JsonCodec.MAPPER.writer(printer).writeValueAsString(tree(value)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the fingerprint of a value: SHA-256 over its canonical text in UTF-8. */
    public static Fingerprint fingerprint(Object value) {
        return Fingerprint.ofText(write(value));
    }

    /**
     * Returns what differs between two values, by JSON pointer, in the order of the first.
     *
     * <p>Objects are compared field by field and lists position by position: an item that was put in moves all behind it.
     */
    public static ImmutableList<Change> diff(Object before, Object after) {
        return Differences.between(tree(before), tree(after));
    }

    private static JsonNode tree(Object value) {
        try {
            return JsonCodec.MAPPER.readTree(write(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the JSON Schema (2020-12) of what {@link #read} takes for the type, as formatted text. */
    public static String schema(Class<?> type) {
        return writePretty(SchemaWriter.schema(JsonCodec.SHAPES, JsonCodec.MAPPER.constructType(type)));
    }

    /**
     * Returns the module for an application's own mapper, with which it reads and writes the library's types in the same
     * form; its own types stay as they are.
     *
     * <p>Jackson names one unknown or missing field at a time: only {@link #read} names all. Whether a key may repeat is a
     * matter of the application's mapper, which by default takes the last silently: {@link #read} refuses it, a mapper does
     * with {@link com.fasterxml.jackson.core.StreamReadFeature#STRICT_DUPLICATE_DETECTION}.
     */
    public static Module module() {
        return new SalesOpsModule(SalesOpsModule::isOurs);
    }
}
