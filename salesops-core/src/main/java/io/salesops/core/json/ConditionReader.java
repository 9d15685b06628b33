package io.salesops.core.json;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Primitives;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import io.salesops.core.criteria.Operator;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads conditions on one kind of record and reports all that is wrong with them. */
final class ConditionReader<T> {
    private static final ImmutableList<String> JOINS = ImmutableList.of("all", "any", "not");

    private final Inspection inspection;
    private final Report report;
    private final Fields<T> fields;

    ConditionReader(Inspection inspection, Class<T> subject) {
        this.inspection = inspection;
        this.report = inspection.report();
        this.fields = fieldsOf(subject);
    }

    /**
     * Returns the fields that conditions on the class may name.
     *
     * @throws IllegalArgumentException if the class has no {@code fields()}: a programmer's error
     */
    static <T> Fields<T> fieldsOf(Class<T> subject) {
        try {
            @SuppressWarnings("unchecked") // checked on the next lines
            Fields<T> fields = (Fields<T>) subject.getMethod("fields").invoke(null);
            if (fields == null || fields.owner() != subject) {
                throw new IllegalArgumentException(subject.getName() + ".fields() returns the fields of another type");
            }
            return fields;
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException(
                    "no conditions are known on " + subject.getName()
                            + ". Maybe it lacks a public static method fields(), or the criteria a type argument.",
                    e);
        }
    }

    /** The condition as a part of a larger text. */
    Part part(Node node, JsonPath path, JavaType type) {
        return new Part(
                type, path, node, read(node, path).map(JsonCodec.MAPPER::<JsonNode>valueToTree), ImmutableList.of());
    }

    /** Returns the condition, or nothing and findings. */
    Optional<Criteria<T>> read(Node node, JsonPath path) {
        if (node.kind() != Node.Kind.OBJECT) {
            report.mismatch(path, node, "a condition");
            return Optional.empty();
        }
        int before = report.size();
        Map<String, Node.Entry> byName = new HashMap<>();
        for (Node.Entry entry : node.entries()) {
            Node.Entry first = byName.putIfAbsent(entry.name(), entry);
            if (first != null) {
                report.duplicate(path, entry, first);
            }
        }
        List<String> joins = JOINS.stream().filter(byName::containsKey).toList();
        Optional<Criteria<T>> condition;
        if (joins.isEmpty()) {
            condition = test(node, path, byName);
        } else if (joins.size() > 1 || byName.size() > 1) {
            condition = Optional.empty();
            report.invalid(
                    path,
                    node,
                    "a condition with '" + joins.get(0) + "' has no other field: "
                            + String.join(
                                    ", ",
                                    node.entries().stream()
                                            .map(Node.Entry::name)
                                            .toList()),
                    Optional.of("Maybe nest them in {\"all\": [...]}."));
        } else {
            condition = node.get(joins.get(0)).flatMap(value -> join(joins.get(0), value, path));
        }
        return report.size() == before ? condition : Optional.empty();
    }

    private Optional<Criteria<T>> join(String name, Node value, JsonPath above) {
        JsonPath path = above.to(name);
        if (name.equals("not")) {
            return read(value, path).map(Criteria.Not::new);
        }
        if (value.kind() != Node.Kind.LIST) {
            report.mismatch(path, value, "a list of conditions");
            return Optional.empty();
        }
        ImmutableList.Builder<Criteria<T>> parts = ImmutableList.builder();
        for (int i = 0; i < value.items().size(); i++) {
            read(value.items().get(i), path.to(i)).ifPresent(parts::add);
        }
        return Optional.of(name.equals("all") ? new Criteria.And<>(parts.build()) : new Criteria.Or<>(parts.build()));
    }

    private Optional<Criteria<T>> test(Node node, JsonPath path, Map<String, Node.Entry> byName) {
        Node.Entry named = byName.get("field");
        boolean isCustom = named != null && named.value().text().startsWith(Conditions.CUSTOM);
        List<Operator> operators = new ArrayList<>();
        List<String> allowed = new ArrayList<>(List.of("field"));
        if (isCustom) {
            allowed.add("type");
        }
        allowed.addAll(Conditions.OPERATORS.keySet());
        allowed.addAll(JOINS);
        for (Node.Entry entry : byName.values()) {
            if (!allowed.contains(entry.name())) {
                report.unknown(path, entry, allowed);
            }
        }
        Conditions.OPERATORS.forEach((name, operator) -> {
            if (byName.containsKey(name)) {
                operators.add(operator);
            }
        });
        if (named == null) {
            report.missing(
                    path, node, "field", Optional.of("Maybe write it like {\"field\": \"country\", \"is\": \"DE\"}."));
            return Optional.empty();
        }
        Optional<Field<T, ?>> field = field(node, path, named.value(), Optional.ofNullable(byName.get("type")));
        if (operators.size() != 1) {
            report.invalid(
                    path,
                    node,
                    operators.isEmpty()
                            ? "a test needs one of " + Report.listed(Conditions.OPERATORS.keySet())
                            : "a test has one operator, found "
                                    + Report.listed(operators.stream()
                                            .map(Conditions::name)
                                            .toList()),
                    operators.isEmpty() ? Optional.empty() : Optional.of("Maybe nest them in {\"all\": [...]}."));
            return Optional.empty();
        }
        String operator = Conditions.name(operators.get(0));
        return field.flatMap(found ->
                node.get(operator).flatMap(value -> test(found, operators.get(0), value, path, path.to(operator))));
    }

    private Optional<Field<T, ?>> field(Node node, JsonPath path, Node name, Optional<Node.Entry> type) {
        if (name.kind() != Node.Kind.TEXT) {
            report.mismatch(path.to("field"), name, "the name of a field");
            return Optional.empty();
        }
        if (!name.text().startsWith(Conditions.CUSTOM)) {
            Field<T, ?> field = fields.named().get(name.text());
            if (field == null) {
                report.unknownName(
                        "json.field.unknown",
                        path.to("field"),
                        name,
                        "field",
                        fields.named().keySet());
            }
            return Optional.ofNullable(field);
        }
        String bare = name.text().substring(Conditions.CUSTOM.length());
        if (bare.isBlank() || bare.startsWith(Conditions.CUSTOM)) {
            report.invalid(
                    path.to("field"),
                    name,
                    bare.isBlank()
                            ? "a custom field needs a name after 'custom.'"
                            : "a custom field has 'custom.' before its name once: " + name.shown(),
                    bare.isBlank() ? Optional.empty() : Optional.of("Maybe '" + Node.cut(bare) + "'."));
            return Optional.empty();
        }
        // Every custom field may hold a text, so that this asks for the name alone.
        if (custom(bare, String.class).isEmpty()) {
            report.unknownName(
                    "json.field.unknown",
                    path.to("field"),
                    name,
                    "field",
                    fields.named().keySet());
            return Optional.empty();
        }
        ImmutableMap<String, Class<?>> types = Conditions.TYPES;
        if (type.isEmpty()) {
            report.missing(path, node, "type", Optional.of("Maybe one of " + Report.listed(types.keySet()) + "."));
            return Optional.empty();
        }
        Node stated = type.get().value();
        if (stated.kind() != Node.Kind.TEXT) {
            report.mismatch(path.to("type"), stated, "one of " + Report.listed(types.keySet()));
            return Optional.empty();
        }
        if (!types.containsKey(stated.text())) {
            report.unknownName("json.value.invalid", path.to("type"), stated, "type", types.keySet());
            return Optional.empty();
        }
        return custom(bare, types.get(stated.text()));
    }

    private Optional<Field<T, ?>> custom(String name, Class<?> type) {
        try {
            return Optional.of(fields.custom().field(name, type));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private <V> Optional<Criteria<T>> test(
            Field<T, V> field, Operator operator, Node value, JsonPath path, JsonPath at) {
        if (operator == Operator.PRESENT) {
            if (value.kind() != Node.Kind.FLAG) {
                report.mismatch(at, value, "true or false");
                return Optional.empty();
            }
            Criteria<T> present = field.present();
            return Optional.of(value.text().equals("true") ? present : present.not());
        }
        ImmutableList.Builder<V> values = ImmutableList.builder();
        int before = report.size();
        if (operator == Operator.IN) {
            if (value.kind() != Node.Kind.LIST) {
                report.mismatch(at, value, "a list");
                return Optional.empty();
            }
            for (int i = 0; i < value.items().size(); i++) {
                value(field, value.items().get(i), at.to(i)).ifPresent(values::add);
            }
        } else {
            value(field, value, at).ifPresent(values::add);
        }
        if (report.size() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Criteria.Test<>(field, operator, values.build()));
        } catch (IllegalArgumentException e) {
            report.add(
                    "json.value.refused", path, value.line(), value.column(), Inspection.message(e), Optional.empty());
            return Optional.empty();
        }
    }

    private <V> Optional<V> value(Field<T, V> field, Node value, JsonPath at) {
        JavaType type = JsonCodec.MAPPER.constructType(field.type());
        return inspection
                .bindOrReport(inspection.inspect(value, at, type))
                .map(bound -> Primitives.wrap(field.type()).cast(bound));
    }
}
