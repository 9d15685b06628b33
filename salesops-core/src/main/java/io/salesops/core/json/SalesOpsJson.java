package io.salesops.core.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.guava.GuavaModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;

/** Reads and writes every public value and document. Thread-safe. */
public final class SalesOpsJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModules(new GuavaModule(), new Jdk8Module(), new JavaTimeModule(), new MoneyModule())
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    private SalesOpsJson() {}

    /** Reads a value; refuses with all unknown, missing and malformed fields at once. */
    public static <T> Checked<T> read(String json, Class<T> type) {
        try {
            return Checked.accepted(MAPPER.readValue(json, type));
        } catch (JsonProcessingException e) {
            return Checked.refused(ImmutableList.of(Finding.error("json.value.invalid", "", e.getOriginalMessage())));
        }
    }

    /** Writes the canonical text. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "cannot write " + value.getClass().getSimpleName(), e);
        }
    }
}
