package io.salesops.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;

/** The library's one configured mapper. Thread-safe. */
final class JsonCodec {
    /** How deep a text may nest. */
    static final int DEEPEST = 256;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(1_000_000)
                    .maxNameLength(10_000)
                    .maxNumberLength(1_000)
                    .maxDocumentLength(500_000_000)
                    .maxTokenCount(10_000_000)
                    .build())
            .streamWriteConstraints(
                    StreamWriteConstraints.builder().maxNestingDepth(DEEPEST).build())
            // The shortest digits that read back the same, on every Java version.
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    static final JsonMapper MAPPER = JsonMapper.builder(FACTORY)
            .addModule(new SalesOpsModule(type -> true))
            .addModule(numbers())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    static final Shapes SHAPES = new Shapes(MAPPER);

    private JsonCodec() {}

    private static SimpleModule numbers() {
        return new SimpleModule("salesops-numbers")
                .addSerializer(BigDecimal.class, new Decimals.Writer())
                .addSerializer(BigInteger.class, new Decimals.Writer())
                .addSerializer(Double.class, new Decimals.DoubleWriter())
                .addSerializer(double.class, new Decimals.DoubleWriter())
                .addDeserializer(BigDecimal.class, new Decimals.Reader())
                .addDeserializer(BigInteger.class, new Decimals.WholeReader());
    }

    static JsonFactory factory() {
        return FACTORY;
    }

    /** The canonical text of a value; the members of a list are written one by one, so that each keeps its kind. */
    static String text(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = MAPPER.createGenerator(text)) {
            write(value, json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "cannot write " + value.getClass().getSimpleName() + ": " + Inspection.message(e), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(Object value, JsonGenerator json) throws IOException {
        if (value instanceof Collection<?> items) {
            json.writeStartArray();
            for (Object item : items) {
                write(item, json);
            }
            json.writeEndArray();
        } else {
            MAPPER.writeValue(json, value);
        }
    }
}
