package io.salesops.core.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.salesops.core.json.SalesOpsJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Generators of JSON texts that are sound but for one place; where faults can stand is read off the type's JSON Schema. */
public final class FaultyDocuments {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private FaultyDocuments() {}

    /**
     * A place and what can be wrong with it.
     *
     * @param path the place as a JSON pointer
     * @param fault what can be wrong
     * @param inner whether other faults could stand inside the place, and would be hidden by this one
     */
    public record Spot(String path, DocumentFault fault, boolean inner) {}

    /** Generates the text of a value with each of the faults that it can have. */
    public static <T> Arbitrary<FaultyDocument> of(T value, Class<T> type) {
        String text = SalesOpsJson.write(value);
        ImmutableList<Spot> spots = spots(text, type);
        if (spots.isEmpty()) {
            throw new IllegalArgumentException("no fault can be planted in " + text);
        }
        return Arbitraries.of(spots)
                .map(spot ->
                        new FaultyDocument(plant(text, Map.of(spot.path(), spot.fault())), spot.fault(), spot.path()));
    }

    /** Generates the texts of values, each with one fault. */
    public static <T> Arbitrary<FaultyDocument> of(Arbitrary<T> values, Class<T> type) {
        return values.flatMap(value -> of(value, type));
    }

    /** Returns all places of a sound text and what can be wrong with each. */
    public static ImmutableList<Spot> spots(String text, Class<?> type) {
        Survey survey = new Survey(tree(SalesOpsJson.schema(type)));
        survey.visit(survey.root, tree(text), "", Standing.WHOLE);
        return ImmutableList.copyOf(survey.spots);
    }

    /** Returns the text with faults at the places, of which none lies inside another. */
    public static String plant(String text, Map<String, DocumentFault> faults) {
        StringBuilder planted = new StringBuilder();
        new Planter(faults, planted).write(tree(text), "");
        return planted.toString();
    }

    private static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + text, e);
        }
    }

    private static String at(String path, String name) {
        return path + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** How a value stands in what surrounds it. */
    private enum Standing {
        WHOLE,
        ITEM,
        OPTIONAL_FIELD,
        REQUIRED_FIELD
    }

    /** A walk through a document beside its schema. */
    private static final class Survey {
        private final JsonNode root;
        private final List<Spot> spots = new ArrayList<>();

        Survey(JsonNode root) {
            this.root = root;
        }

        void visit(JsonNode stated, JsonNode value, String path, Standing standing) {
            JsonNode schema =
                    stated.has("$ref") ? root.at(stated.get("$ref").textValue().substring(1)) : stated;
            if (schema.has("oneOf")) {
                alternatives(schema.get("oneOf"), value, path, standing);
            } else if (schema.has("properties")) {
                standing(path, standing, true);
                composite(schema, value, path);
            } else if (schema.has("additionalProperties")) {
                standing(path, standing, true);
                for (Map.Entry<String, JsonNode> entry : value.properties()) {
                    visit(
                            schema.get("additionalProperties"),
                            entry.getValue(),
                            at(path, entry.getKey()),
                            Standing.OPTIONAL_FIELD);
                }
            } else if (schema.path("type").asText().equals("array")) {
                standing(path, standing, true);
                for (int i = 0; i < value.size(); i++) {
                    visit(schema.get("items"), value.get(i), path + "/" + i, Standing.ITEM);
                }
            } else {
                standing(path, standing, false);
                leaf(schema, path);
            }
        }

        private void standing(String path, Standing standing, boolean inner) {
            add(path, DocumentFault.WRONG_TYPE, inner);
            if (standing == Standing.REQUIRED_FIELD) {
                add(path, DocumentFault.NULL, inner);
                add(path, DocumentFault.MISSING_FIELD, inner);
            }
            if (standing == Standing.REQUIRED_FIELD || standing == Standing.OPTIONAL_FIELD) {
                add(path, DocumentFault.REPEATED_FIELD, inner);
            }
        }

        /** The alternatives of a sealed type differ by a field of which each has its own constant; those of a condition do not. */
        private void alternatives(JsonNode alternatives, JsonNode value, String path, Standing standing) {
            standing(path, standing, true);
            if (Lists.newArrayList(alternatives).stream().anyMatch(one -> one.has("minProperties"))) {
                return;
            }
            for (JsonNode alternative : alternatives) {
                String tag = alternative.get("required").get(0).textValue();
                String kind =
                        alternative.get("properties").get(tag).path("const").asText();
                if (kind.equals(value.path(tag).asText())) {
                    add(at(path, tag), DocumentFault.UNKNOWN_KIND, true);
                    add(at(path, tag), DocumentFault.MISSING_FIELD, true);
                    composite(alternative, value, path);
                }
            }
        }

        private void composite(JsonNode schema, JsonNode value, String path) {
            add(at(path, Planter.UNHEARD_OF), DocumentFault.UNKNOWN_FIELD, false);
            List<String> required = new ArrayList<>();
            schema.path("required").forEach(name -> required.add(name.textValue()));
            for (Map.Entry<String, JsonNode> entry : value.properties()) {
                JsonNode member = schema.get("properties").path(entry.getKey());
                String at = at(path, entry.getKey());
                if (member.path("const").asText().startsWith("salesops/")) {
                    add(at, DocumentFault.OTHER_KIND, true);
                    add(at, DocumentFault.OTHER_VERSION, true);
                } else if (!member.isMissingNode() && !member.has("const")) {
                    visit(
                            member,
                            entry.getValue(),
                            at,
                            required.contains(entry.getKey()) ? Standing.REQUIRED_FIELD : Standing.OPTIONAL_FIELD);
                }
            }
        }

        private void leaf(JsonNode schema, String path) {
            if (schema.has("enum")) {
                add(path, DocumentFault.UNKNOWN_NAME, false);
            } else if (schema.path("format").asText().startsWith("date")) {
                add(path, DocumentFault.BROKEN_DATE, false);
            } else if (schema.path("type").isArray()) {
                add(path, DocumentFault.NO_DECIMAL, false);
            } else if (schema.path("type").asText().equals("integer")
                    || schema.path("type").asText().equals("number")) {
                add(path, DocumentFault.TEXT_FOR_NUMBER, false);
                add(path, DocumentFault.OUT_OF_RANGE, false);
            }
        }

        private void add(String path, DocumentFault fault, boolean inner) {
            spots.add(new Spot(path, fault, inner));
        }
    }

    /** Writes a text with faults. */
    private static final class Planter {
        private static final String UNHEARD_OF = "unheardOf";

        private final Map<String, DocumentFault> faults;
        private final StringBuilder text;

        Planter(Map<String, DocumentFault> faults, StringBuilder text) {
            this.faults = faults;
            this.text = text;
        }

        void write(JsonNode value, String path) {
            DocumentFault fault = faults.get(path);
            String wrong = fault == null ? null : wrong(fault, value);
            if (wrong != null) {
                text.append(wrong);
            } else if (value.isObject()) {
                object(value, path);
            } else if (value.isArray()) {
                text.append('[');
                for (int i = 0; i < value.size(); i++) {
                    text.append(i == 0 ? "" : ", ");
                    write(value.get(i), path + "/" + i);
                }
                text.append(']');
            } else {
                text.append(value);
            }
        }

        private void object(JsonNode value, String path) {
            List<String> members = new ArrayList<>();
            for (Map.Entry<String, JsonNode> entry : value.properties()) {
                String at = at(path, entry.getKey());
                StringBuilder member = new StringBuilder();
                new Planter(faults, member).write(entry.getValue(), at);
                String line = quoted(entry.getKey()) + ": " + member;
                DocumentFault fault = faults.get(at);
                if (fault != DocumentFault.MISSING_FIELD) {
                    members.add(line);
                }
                if (fault == DocumentFault.REPEATED_FIELD) {
                    members.add(line);
                }
            }
            if (faults.get(at(path, UNHEARD_OF)) == DocumentFault.UNKNOWN_FIELD) {
                members.add(quoted(UNHEARD_OF) + ": 1e999999999");
            }
            text.append('{').append(String.join(",\n", members)).append('}');
        }

        private static @org.jspecify.annotations.Nullable String wrong(DocumentFault fault, JsonNode value) {
            return switch (fault) {
                case WRONG_TYPE -> value.isArray() ? "1" : "[]";
                case NULL -> "null";
                case TEXT_FOR_NUMBER -> quoted(value.asText());
                case NO_DECIMAL -> quoted("twelve");
                case OUT_OF_RANGE -> "9e999";
                case BROKEN_DATE -> quoted(value.asText().contains("T") ? "2026-02-30T09:00:00Z" : "2026-02-30");
                case UNKNOWN_NAME, UNKNOWN_KIND -> quoted("unheard of");
                case OTHER_KIND -> quoted("salesops/unheard-of/1");
                case OTHER_VERSION -> quoted(value.asText().replaceAll("[0-9]+$", "999"));
                case UNKNOWN_FIELD, MISSING_FIELD, REPEATED_FIELD -> null;
            };
        }

        private static String quoted(String text) {
            return MAPPER.getNodeFactory().textNode(text).toString();
        }
    }
}
