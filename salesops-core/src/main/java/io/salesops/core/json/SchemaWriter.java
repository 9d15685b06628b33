package io.salesops.core.json;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.criteria.Fields;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.money.MonetaryAmount;

/** Describes a shape by JSON Schema 2020-12; each type with fields is one definition. */
final class SchemaWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Shapes shapes;
    private final Map<String, ObjectNode> definitions = new TreeMap<>();
    private final Map<JavaType, String> names = new HashMap<>();

    private SchemaWriter(Shapes shapes) {
        this.shapes = shapes;
    }

    static ObjectNode schema(Shapes shapes, JavaType type) {
        SchemaWriter writer = new SchemaWriter(shapes);
        Shape root = shapes.of(type);
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        if (root instanceof Shape.Composite composite) {
            composite
                    .document()
                    .ifPresent(document ->
                            schema.put("$id", "urn:" + document.toString().replace('/', ':')));
        }
        schema.put("title", type.getRawClass().getSimpleName());
        schema.setAll(writer.describe(root));
        if (!writer.definitions.isEmpty()) {
            schema.putObject("$defs").setAll(writer.definitions);
        }
        return schema;
    }

    private ObjectNode describe(Shape shape) {
        if (shape instanceof Shape.Scalar scalar) {
            return scalar(scalar);
        } else if (shape instanceof Shape.Constant constant) {
            ObjectNode schema = JSON.objectNode();
            constant.names().forEach(schema.putArray("enum")::add);
            return schema;
        } else if (shape instanceof Shape.Maybe maybe) {
            return describe(maybe.content());
        } else if (shape instanceof Shape.Wrapper wrapper) {
            return describe(wrapper.content());
        } else if (shape instanceof Shape.Items items) {
            ObjectNode schema = JSON.objectNode().put("type", "array");
            if (items.distinct()) {
                schema.put("uniqueItems", true);
            }
            schema.set("items", describe(items.element()));
            return schema;
        } else if (shape instanceof Shape.Entries entries) {
            ObjectNode schema = JSON.objectNode().put("type", "object");
            if (entries.key() instanceof Shape.Constant constant) {
                schema.set("propertyNames", describe(constant));
            }
            schema.set("additionalProperties", describe(entries.value()));
            return schema;
        }
        return reference(shape);
    }

    private static ObjectNode scalar(Shape.Scalar scalar) {
        ObjectNode schema = JSON.objectNode();
        switch (scalar.form()) {
            case TEXT -> schema.put("type", "string");
            case DECIMAL -> schema.putArray("type").add("string").add("number");
            case WHOLE -> schema.put("type", "integer");
            case DOUBLE -> schema.put("type", "number");
            case FLAG -> schema.put("type", "boolean");
        }
        scalar.format().filter(format -> !format.startsWith("int")).ifPresent(format -> schema.put("format", format));
        scalar.example().ifPresent(example -> schema.putArray("examples").add(example));
        return schema;
    }

    /** Types may contain themselves: the name is taken before the definition is written. */
    private ObjectNode reference(Shape shape) {
        String name = names.get(shape.type());
        if (name == null) {
            name = name(shape);
            names.put(shape.type(), name);
            definitions.put(name, JSON.objectNode());
            definitions.put(name, definition(shape, name));
        }
        return JSON.objectNode().put("$ref", "#/$defs/" + name);
    }

    private String name(Shape shape) {
        JavaType type = shape.type();
        StringBuilder name = new StringBuilder(type.getRawClass().getSimpleName());
        for (int i = 0; i < type.containedTypeCount(); i++) {
            name.append(type.containedType(i).getRawClass().getSimpleName());
        }
        String unique = name.toString();
        for (int i = 2; definitions.containsKey(unique); i++) {
            unique = name.toString() + i;
        }
        return unique;
    }

    private ObjectNode definition(Shape shape, String name) {
        if (shape instanceof Shape.Variants variants) {
            ObjectNode schema = JSON.objectNode();
            ArrayNode oneOf = schema.putArray("oneOf");
            // In the order of names: that in which Jackson finds them may change with its version.
            new TreeMap<>(variants.byName())
                    .forEach((kind, variant) -> oneOf.add(composite(variant, Map.of(variants.tag(), kind))));
            return schema;
        } else if (shape instanceof Shape.Condition condition) {
            return condition(condition.subject(), name);
        }
        return composite((Shape.Composite) shape, Map.of());
    }

    private ObjectNode composite(Shape.Composite shape, Map<String, String> constants) {
        ObjectNode schema = JSON.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JSON.arrayNode();
        constants.forEach((name, value) -> {
            properties.putObject(name).put("const", value);
            required.add(name);
        });
        ImmutableMap<String, Shape.Member> members = shape.members().get();
        for (Shape.Member member : members.values()) {
            if (shape.document().isPresent() && member.name().equals("schema")) {
                properties
                        .putObject(member.name())
                        .put("const", shape.document().get().toString());
            } else {
                properties.set(member.name(), describe(member.shape()));
            }
            if (member.required()) {
                required.add(member.name());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema.put("additionalProperties", false);
    }

    private ObjectNode condition(Class<?> subject, String name) {
        Fields<?> fields = ConditionReader.fieldsOf(subject);
        ObjectNode self = JSON.objectNode().put("$ref", "#/$defs/" + name);
        ObjectNode schema = JSON.objectNode();
        ArrayNode oneOf = schema.putArray("oneOf");
        for (String join : new String[] {"all", "any", "not"}) {
            ObjectNode joined = oneOf.addObject().put("type", "object");
            ObjectNode value = joined.putObject("properties").putObject(join);
            if (join.equals("not")) {
                value.setAll(self.deepCopy());
            } else {
                value.put("type", "array").set("items", self.deepCopy());
            }
            joined.putArray("required").add(join);
            joined.put("additionalProperties", false);
        }
        fields.named().forEach((field, typed) -> {
            ObjectNode fieldName = JSON.objectNode().put("const", field);
            oneOf.add(test(fieldName, null, typed.type()));
        });
        Conditions.TYPES.forEach((type, raw) -> {
            ObjectNode fieldName = JSON.objectNode().put("type", "string").put("pattern", "^custom\\..");
            oneOf.add(test(fieldName, type, raw));
        });
        return schema;
    }

    private ObjectNode test(ObjectNode field, @org.jspecify.annotations.Nullable String type, Class<?> raw) {
        ObjectNode value = describe(shapes.of(JsonCodec.MAPPER.constructType(raw)));
        ObjectNode schema = JSON.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.set("field", field);
        ArrayNode required = JSON.arrayNode().add("field");
        if (type != null) {
            properties.putObject("type").put("const", type);
            required.add("type");
        }
        Conditions.OPERATORS.forEach((name, operator) -> {
            switch (operator) {
                case PRESENT -> properties.putObject(name).put("type", "boolean");
                case IN ->
                    properties
                            .putObject(name)
                            .put("type", "array")
                            .put("minItems", 1)
                            .set("items", value.deepCopy());
                case STARTS_WITH -> {
                    if (raw == String.class) {
                        properties.set(name, value.deepCopy());
                    }
                }
                case AT_LEAST, BELOW -> {
                    if (Comparable.class.isAssignableFrom(raw) || raw == MonetaryAmount.class) {
                        properties.set(name, value.deepCopy());
                    }
                }
                default -> properties.set(name, value.deepCopy());
            }
        });
        schema.set("required", required);
        int fixed = required.size();
        return schema.put("minProperties", fixed + 1)
                .put("maxProperties", fixed + 1)
                .put("additionalProperties", false);
    }
}
