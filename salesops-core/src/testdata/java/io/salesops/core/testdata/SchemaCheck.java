package io.salesops.core.testdata;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Holds a JSON tree against a JSON Schema, independently of the reader. It knows the keywords of 2020-12 that the
 * library's schemas use and refuses a schema with any other; {@code format} is no check.
 *
 * @param errors what is wrong, each with the pointer of the value; empty where the tree is valid
 * @param places the values that were held against a schema, of alternatives the one that fits
 */
record SchemaCheck(ImmutableList<String> errors, ImmutableList<Place> places) {
    private static final ImmutableSet<String> SILENT =
            ImmutableSet.of("$schema", "$id", "$defs", "title", "format", "examples");

    /**
     * A value and the part of the schema that describes it, which is neither a reference nor a choice.
     *
     * @param pointer of the value
     * @param described pointer of the part of the schema
     * @param condition whether it stands in a condition, which names what is wrong at the whole test
     */
    record Place(JsonPointer pointer, JsonNode value, JsonPointer described, JsonNode schema, boolean condition) {}

    static SchemaCheck of(JsonNode schema, JsonNode value) {
        Pass pass = new Pass(schema);
        pass.check(schema, JsonPointer.empty(), value, JsonPointer.empty(), false);
        return new SchemaCheck(ImmutableList.copyOf(pass.errors), ImmutableList.copyOf(pass.places));
    }

    /**
     * The fields of objects that a full document of the schema has: all that can be reached without going through another
     * document or a condition.
     */
    static Set<JsonPointer> fields(JsonNode root) {
        Set<JsonPointer> fields = new LinkedHashSet<>();
        collect(root, root, JsonPointer.empty(), fields, new HashSet<>(), true);
        return fields;
    }

    private static void collect(
            JsonNode root,
            JsonNode schema,
            JsonPointer at,
            Set<JsonPointer> fields,
            Set<JsonPointer> seen,
            boolean whole) {
        if (schema.has("$ref")) {
            JsonPointer target = target(schema);
            if (seen.add(target)) {
                collect(root, root.at(target), target, fields, seen, whole);
            }
            return;
        }
        if (isCondition(schema) || (!whole && isDocument(schema))) {
            return;
        }
        schema.path("properties").properties().forEach(property -> {
            JsonPointer field = at.appendProperty("properties").appendProperty(property.getKey());
            fields.add(field);
            collect(root, property.getValue(), field, fields, seen, false);
        });
        for (String inner : List.of("items", "additionalProperties")) {
            if (schema.path(inner).isObject()) {
                collect(root, schema.get(inner), at.appendProperty(inner), fields, seen, false);
            }
        }
        for (int i = 0; i < schema.path("oneOf").size(); i++) {
            JsonPointer branch = at.appendProperty("oneOf").appendIndex(i);
            collect(root, schema.get("oneOf").get(i), branch, fields, seen, false);
        }
    }

    private static boolean isCondition(JsonNode schema) {
        return schema.at("/oneOf/0/properties/all").isObject();
    }

    private static boolean isDocument(JsonNode schema) {
        return schema.at("/properties/schema/const").asText().startsWith("salesops/");
    }

    private static JsonPointer target(JsonNode schema) {
        return JsonPointer.compile(schema.get("$ref").textValue().substring(1));
    }

    /** One walk over value and schema. */
    private static final class Pass {
        private final JsonNode root;
        private final List<String> errors = new ArrayList<>();
        private final List<Place> places = new ArrayList<>();

        Pass(JsonNode root) {
            this.root = root;
        }

        void check(JsonNode schema, JsonPointer described, JsonNode value, JsonPointer at, boolean condition) {
            if (schema.has("$ref")) {
                JsonPointer target = target(schema);
                check(root.at(target), target, value, at, condition);
                return;
            }
            if (schema.has("oneOf")) {
                oneOf(schema, described, value, at, condition || isCondition(schema));
                return;
            }
            places.add(new Place(at, value, described, schema, condition));
            for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
                if (!SILENT.contains(keyword.getKey())) {
                    keyword(keyword.getKey(), keyword.getValue(), schema, described, value, at, condition);
                }
            }
        }

        private void oneOf(JsonNode schema, JsonPointer described, JsonNode value, JsonPointer at, boolean condition) {
            List<Pass> fitting = new ArrayList<>();
            for (int i = 0; i < schema.get("oneOf").size(); i++) {
                Pass branch = new Pass(root);
                JsonPointer alternative = described.appendProperty("oneOf").appendIndex(i);
                branch.check(schema.get("oneOf").get(i), alternative, value, at, condition);
                if (branch.errors.isEmpty()) {
                    fitting.add(branch);
                }
            }
            require(fitting.size() == 1, at, fitting.size() + " alternatives fit");
            fitting.forEach(branch -> places.addAll(branch.places));
        }

        private void keyword(
                String name,
                JsonNode content,
                JsonNode schema,
                JsonPointer described,
                JsonNode value,
                JsonPointer at,
                boolean condition) {
            switch (name) {
                case "type" -> require(isOfType(content, value), at, "is not of type " + content);
                case "const" -> require(content.equals(value), at, "is not " + content);
                case "enum" -> require(ImmutableList.copyOf(content).contains(value), at, "is none of " + content);
                case "pattern" ->
                    require(
                            !value.isTextual()
                                    || Pattern.compile(content.textValue())
                                            .matcher(value.textValue())
                                            .find(),
                            at,
                            "does not match " + content);
                case "minItems" -> require(!value.isArray() || value.size() >= content.intValue(), at, "is too short");
                case "minProperties" ->
                    require(!value.isObject() || value.size() >= content.intValue(), at, "has too few fields");
                case "maxProperties" ->
                    require(!value.isObject() || value.size() <= content.intValue(), at, "has too many fields");
                case "uniqueItems" ->
                    require(
                            !value.isArray() || ImmutableSet.copyOf(value).size() == value.size(),
                            at,
                            "has an item twice");
                case "required" ->
                    content.forEach(field -> require(
                            !value.isObject() || value.has(field.textValue()),
                            at.appendProperty(field.textValue()),
                            "is missing"));
                case "propertyNames" ->
                    value.fieldNames()
                            .forEachRemaining(field -> require(
                                    ImmutableList.copyOf(content.get("enum")).stream()
                                            .anyMatch(allowed ->
                                                    allowed.textValue().equals(field)),
                                    at.appendProperty(field),
                                    "is no such name"));
                case "items" -> {
                    for (int i = 0; value.isArray() && i < value.size(); i++) {
                        JsonPointer items = described.appendProperty("items");
                        check(content, items, value.get(i), at.appendIndex(i), condition);
                    }
                }
                case "properties" ->
                    content.properties().forEach(property -> {
                        if (value.has(property.getKey())) {
                            check(
                                    property.getValue(),
                                    described.appendProperty("properties").appendProperty(property.getKey()),
                                    value.get(property.getKey()),
                                    at.appendProperty(property.getKey()),
                                    condition);
                        }
                    });
                case "additionalProperties" ->
                    value.properties().forEach(field -> {
                        if (schema.path("properties").has(field.getKey())) {
                            return;
                        }
                        JsonPointer there = at.appendProperty(field.getKey());
                        require(content.isObject(), there, "is unknown");
                        if (content.isObject()) {
                            JsonPointer values = described.appendProperty("additionalProperties");
                            check(content, values, field.getValue(), there, condition);
                        }
                    });
                default -> throw new AssertionError("the schema has a keyword that this check does not know: " + name);
            }
        }

        private static boolean isOfType(JsonNode types, JsonNode value) {
            for (JsonNode type : types.isArray() ? types : ImmutableList.of(types)) {
                boolean is = switch (type.textValue()) {
                    case "object" -> value.isObject();
                    case "array" -> value.isArray();
                    case "string" -> value.isTextual();
                    case "boolean" -> value.isBoolean();
                    case "number" -> value.isNumber();
                    case "integer" -> value.isIntegralNumber();
                    default -> throw new AssertionError("no type of JSON Schema: " + type);
                };
                if (is) {
                    return true;
                }
            }
            return false;
        }

        private void require(boolean holds, JsonPointer at, String otherwise) {
            if (!holds) {
                errors.add(at + " " + otherwise);
            }
        }
    }
}
