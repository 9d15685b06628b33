package io.salesops.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.google.common.collect.ImmutableBiMap;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.criteria.Operator;
import io.salesops.core.finding.Finding;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/** The words of conditions in JSON, and what Jackson needs to read and write them. */
final class Conditions {
    /** What the names of custom fields begin with. */
    static final String CUSTOM = "custom.";

    /** The operators by their key. */
    static final ImmutableBiMap<String, Operator> OPERATORS = ImmutableBiMap.of(
            "is", Operator.IS,
            "in", Operator.IN,
            "atLeast", Operator.AT_LEAST,
            "below", Operator.BELOW,
            "startsWith", Operator.STARTS_WITH,
            "present", Operator.PRESENT);

    /** The types of custom fields by their name. */
    static final ImmutableMap<String, Class<?>> TYPES = ImmutableMap.of(
            "text", String.class,
            "number", BigDecimal.class,
            "flag", Boolean.class,
            "day", LocalDate.class,
            "money", MonetaryAmount.class);

    private Conditions() {}

    static String name(Operator operator) {
        String name = OPERATORS.inverse().get(operator);
        if (name == null) {
            throw new IllegalArgumentException("operator without a key: " + operator);
        }
        return name;
    }

    /** Writes a condition. */
    static final class Writer extends StdSerializer<Criteria<?>> {
        private static final long serialVersionUID = 1;

        Writer() {
            super(Criteria.class, false);
        }

        @Override
        public void serialize(Criteria<?> criteria, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            write(criteria, json, provider);
        }

        private static <T> void write(Criteria<T> criteria, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeStartObject();
            if (criteria instanceof Criteria.And<T> and) {
                parts("all", and.parts(), json, provider);
            } else if (criteria instanceof Criteria.Or<T> or) {
                parts("any", or.parts(), json, provider);
            } else if (criteria instanceof Criteria.Not<T> not) {
                if (not.part() instanceof Criteria.Test<T, ?> test && test.operator() == Operator.PRESENT) {
                    test(test, false, json, provider);
                } else {
                    json.writeFieldName("not");
                    write(not.part(), json, provider);
                }
            } else if (criteria instanceof Criteria.Test<T, ?> test) {
                test(test, true, json, provider);
            }
            json.writeEndObject();
        }

        private static <T> void parts(
                String name, Iterable<Criteria<T>> parts, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeArrayFieldStart(name);
            for (Criteria<T> part : parts) {
                write(part, json, provider);
            }
            json.writeEndArray();
        }

        private static <T, V> void test(
                Criteria.Test<T, V> test, boolean present, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeStringField("field", test.field().name());
            if (test.field().name().startsWith(CUSTOM)) {
                json.writeStringField("type", type(test.field().type()));
            }
            json.writeFieldName(name(test.operator()));
            switch (test.operator()) {
                case PRESENT -> json.writeBoolean(present);
                case IN -> {
                    json.writeStartArray();
                    for (V value : test.values()) {
                        provider.defaultSerializeValue(JsonCodec.MAPPER.<JsonNode>valueToTree(value), json);
                    }
                    json.writeEndArray();
                }
                default ->
                    provider.defaultSerializeValue(
                            JsonCodec.MAPPER.<JsonNode>valueToTree(test.values().get(0)), json);
            }
        }

        private static String type(Class<?> type) {
            return TYPES.entrySet().stream()
                    .filter(entry -> entry.getValue() == type)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("custom fields have no type " + type.getName()))
                    .getKey();
        }
    }

    /** Reads conditions on the record type that the property's type argument names. */
    static final class Readers extends Deserializers.Base {
        @Override
        public @Nullable JsonDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription bean) {
            return Criteria.class.isAssignableFrom(type.getRawClass())
                    ? new Reader(type.containedTypeOrUnknown(0).getRawClass())
                    : null;
        }
    }

    private static final class Reader extends StdDeserializer<Criteria<?>> {
        private static final long serialVersionUID = 1;

        private final Class<?> subject;

        Reader(Class<?> subject) {
            super(Criteria.class);
            this.subject = subject;
        }

        @Override
        public Criteria<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                return context.reportInputMismatch(this, "expected a condition");
            }
            Report report = new Report("text");
            Optional<Criteria<?>> read = read(context.readTree(parser), report, subject);
            if (read.isEmpty()) {
                return context.reportInputMismatch(
                        this, "%s", report.inOrder().stream().map(Finding::text).collect(Collectors.joining("; ")));
            }
            return read.get();
        }

        private static <T> Optional<Criteria<?>> read(JsonNode tree, Report report, Class<T> subject) {
            Inspection inspection = new Inspection(JsonCodec.MAPPER, JsonCodec.SHAPES, report);
            return new ConditionReader<>(inspection, subject)
                    .read(Node.of(tree, 1, 1), JsonPath.ROOT)
                    .map(criteria -> criteria);
        }
    }
}
