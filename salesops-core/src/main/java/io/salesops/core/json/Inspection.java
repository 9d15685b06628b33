package io.salesops.core.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.money.MonetaryAmount;

/**
 * Holds a text against the shape of a type, in one pass over the whole text, and reports everything that does not fit.
 *
 * <p>Cost is linear in the text; recursion is as deep as the text nests, which the parser bounds.
 */
final class Inspection {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");

    private final JsonMapper mapper;
    private final Shapes shapes;
    private final Report report;
    private final Upgrades upgrades;

    Inspection(JsonMapper mapper, Shapes shapes, Report report) {
        this.mapper = mapper;
        this.shapes = shapes;
        this.report = report;
        this.upgrades = new Upgrades(report);
    }

    Report report() {
        return report;
    }

    Part inspect(Node node, JsonPath path, JavaType type) {
        return inspect(node, path, shapes.of(type));
    }

    private Part inspect(Node node, JsonPath path, Shape shape) {
        if (shape instanceof Shape.Scalar scalar) {
            return scalar(node, path, scalar);
        } else if (shape instanceof Shape.Constant constant) {
            return constant(node, path, constant);
        } else if (shape instanceof Shape.Maybe maybe) {
            return node.kind() == Node.Kind.NULL
                    ? leaf(maybe.type(), path, node, NullNode.getInstance())
                    : inspect(node, path, maybe.content());
        } else if (shape instanceof Shape.Wrapper wrapper) {
            Part content = inspect(node, path, wrapper.content());
            return new Part(wrapper.type(), path, node, content.tree(), content.parts());
        } else if (shape instanceof Shape.Items items) {
            return items(node, path, items);
        } else if (shape instanceof Shape.Entries entries) {
            return entries(node, path, entries);
        } else if (shape instanceof Shape.Variants variants) {
            return variant(node, path, variants);
        } else if (shape instanceof Shape.Condition condition) {
            return new ConditionReader<>(this, condition.subject()).part(node, path, condition.type());
        }
        return composite(node, path, (Shape.Composite) shape, "");
    }

    private static Part leaf(JavaType type, JsonPath path, Node node, JsonNode tree) {
        return new Part(type, path, node, Optional.of(tree), ImmutableList.of());
    }

    private static Part refused(JavaType type, JsonPath path, Node node) {
        return new Part(type, path, node, Optional.empty(), ImmutableList.of());
    }

    private Part scalar(Node node, JsonPath path, Shape.Scalar scalar) {
        boolean fits = switch (scalar.form()) {
            case TEXT -> node.kind() == Node.Kind.TEXT;
            case DECIMAL -> node.kind() == Node.Kind.TEXT || node.kind() == Node.Kind.NUMBER;
            case WHOLE, DOUBLE -> node.kind() == Node.Kind.NUMBER;
            case FLAG -> node.kind() == Node.Kind.FLAG;
        };
        if (!fits) {
            report.mismatch(path, node, scalar.what());
            return refused(scalar.type(), path, node);
        }
        Optional<String> remedy = scalar.example().map(example -> "Maybe write it like " + example + ".");
        try {
            JsonNode tree = tree(node, scalar);
            if (scalar.type().getRawClass() != String.class) {
                bind(scalar.type(), tree);
            }
            return leaf(scalar.type(), path, node, tree);
        } catch (IllegalArgumentException e) {
            String message = message(e);
            report.invalid(path, node, message, message.contains("Maybe") ? Optional.empty() : remedy);
            return refused(scalar.type(), path, node);
        }
    }

    /** The value as binding takes it, exactly: numbers by their digits, never by way of a double. */
    private static JsonNode tree(Node node, Shape.Scalar scalar) {
        Class<?> raw = scalar.type().getRawClass();
        String none = node.shown() + " is not " + scalar.what();
        return switch (scalar.form()) {
            case TEXT -> {
                checkThat(Scalars.strict(raw, node.text()), none);
                yield TextNode.valueOf(node.text());
            }
            case FLAG -> BooleanNode.valueOf(node.text().equals("true"));
            case DECIMAL -> {
                if (node.kind() == Node.Kind.NUMBER || raw == BigDecimal.class || raw == BigInteger.class) {
                    BigDecimal value = Scalars.decimal(node.text());
                    checkThat(
                            raw != BigInteger.class
                                    || WHOLE.matcher(node.text()).matches(),
                            none);
                    yield TextNode.valueOf(raw == BigDecimal.class ? value.toString() : node.text());
                }
                yield TextNode.valueOf(node.text());
            }
            case WHOLE -> {
                checkThat(WHOLE.matcher(node.text()).matches(), none);
                BigInteger value = new BigInteger(node.text());
                checkThat(
                        value.bitLength() < (scalar.format().equals(Optional.of("int32")) ? 32 : 64),
                        node.shown() + " is out of range");
                yield LongNode.valueOf(value.longValueExact());
            }
            case DOUBLE -> {
                double value = Double.parseDouble(node.text());
                checkThat(Double.isFinite(value), node.shown() + " is out of range");
                yield DoubleNode.valueOf(value);
            }
        };
    }

    private static void checkThat(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    private Part constant(Node node, JsonPath path, Shape.Constant constant) {
        String what = Scalars.article(constant.type().getRawClass().getSimpleName());
        if (node.kind() != Node.Kind.TEXT) {
            report.mismatch(path, node, what);
            return refused(constant.type(), path, node);
        }
        if (!constant.names().contains(node.text())) {
            report.unknownName(
                    "json.value.invalid", path, node, what.substring(what.indexOf(' ') + 1), constant.names());
            return refused(constant.type(), path, node);
        }
        return leaf(constant.type(), path, node, TextNode.valueOf(node.text()));
    }

    private Part items(Node node, JsonPath path, Shape.Items items) {
        if (node.kind() != Node.Kind.LIST) {
            report.mismatch(path, node, "a list");
            return refused(items.type(), path, node);
        }
        ArrayNode tree = JsonNodeFactory.instance.arrayNode();
        boolean clean = true;
        Map<JsonNode, Integer> seen = new HashMap<>();
        ImmutableList.Builder<Part> parts = ImmutableList.builder();
        for (int i = 0; i < node.items().size(); i++) {
            Node item = node.items().get(i);
            Part part = inspect(item, path.to(i), items.element());
            parts.add(part);
            clean &= part.tree().isPresent();
            if (part.tree().isPresent()) {
                tree.add(part.tree().get());
                Integer first = items.distinct() ? seen.putIfAbsent(part.tree().get(), i) : null;
                if (first != null) {
                    report.add(
                            "json.item.duplicate",
                            path.to(i),
                            item.line(),
                            item.column(),
                            item.shown() + " stands at " + first + " as well",
                            Optional.empty());
                    clean = false;
                }
            }
        }
        return new Part(items.type(), path, node, clean ? Optional.of(tree) : Optional.empty(), parts.build());
    }

    private Part entries(Node node, JsonPath path, Shape.Entries shape) {
        if (node.kind() != Node.Kind.OBJECT) {
            report.mismatch(path, node, "an object");
            return refused(shape.type(), path, node);
        }
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        boolean clean = true;
        Map<String, Node.Entry> seen = new HashMap<>();
        ImmutableList.Builder<Part> parts = ImmutableList.builder();
        for (Node.Entry entry : node.entries()) {
            Node.Entry first = seen.putIfAbsent(entry.name(), entry);
            if (first != null) {
                report.duplicate(path, entry, first);
                clean = false;
                continue;
            }
            Node key = Node.leaf(Node.Kind.TEXT, entry.line(), entry.column(), entry.name());
            clean &= inspect(key, path.to(entry.name()), shape.key()).tree().isPresent();
            Part part = inspect(entry.value(), path.to(entry.name()), shape.value());
            parts.add(part);
            clean &= part.tree().isPresent();
            part.tree().ifPresent(value -> tree.set(entry.name(), value));
        }
        return new Part(shape.type(), path, node, clean ? Optional.of(tree) : Optional.empty(), parts.build());
    }

    private Part variant(Node node, JsonPath path, Shape.Variants variants) {
        if (node.kind() != Node.Kind.OBJECT) {
            report.mismatch(path, node, "an object");
            return refused(variants.type(), path, node);
        }
        Set<String> known = variants.byName().keySet();
        Optional<Node> tag = node.get(variants.tag());
        if (tag.isEmpty()) {
            report.missing(path, node, variants.tag(), Optional.of("Maybe one of " + Report.listed(known) + "."));
            return refused(variants.type(), path, node);
        }
        JsonPath at = path.to(variants.tag());
        if (tag.get().kind() != Node.Kind.TEXT) {
            report.mismatch(at, tag.get(), "one of " + Report.listed(known));
            return refused(variants.type(), path, node);
        }
        Shape.Composite variant = variants.byName().get(tag.get().text());
        if (variant == null) {
            report.unknownName("json.kind.unknown", at, tag.get(), variants.tag(), known);
            return refused(variants.type(), path, node);
        }
        Part part = composite(node, path, variant, variants.tag());
        part.tree()
                .ifPresent(tree ->
                        ((ObjectNode) tree).put(variants.tag(), tag.get().text()));
        return new Part(variants.type(), path, node, part.tree(), part.parts());
    }

    private Part composite(Node written, JsonPath path, Shape.Composite shape, String tag) {
        if (written.kind() != Node.Kind.OBJECT) {
            report.mismatch(path, written, "an object");
            return refused(shape.type(), path, written);
        }
        Optional<Node> current = shape.document().isPresent()
                ? upgrades.current(
                        written, path, shape.document().get(), shape.type().getRawClass())
                : Optional.of(written);
        if (current.isEmpty()) {
            return refused(shape.type(), path, written);
        }
        Node node = current.get();
        ImmutableMap<String, Shape.Member> members = shape.members().get();
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        boolean clean = true;
        Map<String, Node.Entry> seen = new HashMap<>();
        ImmutableList.Builder<Part> parts = ImmutableList.builder();
        for (Node.Entry entry : node.entries()) {
            Node.Entry first = seen.putIfAbsent(entry.name(), entry);
            Shape.Member member = members.get(entry.name());
            if (first != null) {
                report.duplicate(path, entry, first);
                clean = false;
            } else if (member != null) {
                Part part = inspect(entry.value(), path.to(entry.name()), member.shape());
                if (shape.type().getRawClass() == MonetaryAmount.class
                        && entry.name().equals("amount")) {
                    part = shortEnough(part);
                }
                parts.add(part);
                clean &= part.tree().isPresent();
                part.tree().filter(value -> !value.isNull()).ifPresent(value -> tree.set(entry.name(), value));
            } else if (!entry.name().equals(tag)) {
                report.unknown(path, entry, members.keySet());
                clean = false;
            }
        }
        for (Shape.Member member : members.values()) {
            if (member.required() && !seen.containsKey(member.name())) {
                report.missing(path, node, member.name(), Optional.empty());
                clean = false;
            }
        }
        return new Part(shape.type(), path, node, clean ? Optional.of(tree) : Optional.empty(), parts.build());
    }

    /** Any decimal has a member's shape, but an amount has fewer digits. */
    private Part shortEnough(Part number) {
        if (number.tree().isEmpty()) {
            return number;
        }
        try {
            Scalars.checkAmount(Scalars.decimal(number.tree().get().textValue()));
            return number;
        } catch (IllegalArgumentException e) {
            report.invalid(number.path(), number.at(), message(e), Optional.empty());
            return refused(number.type(), number.path(), number.at());
        }
    }

    /**
     * Makes the object of a value without errors.
     *
     * @throws IllegalArgumentException with what its type says against it
     */
    Object bind(JavaType type, JsonNode tree) {
        try {
            Object value = mapper.treeToValue(tree, type);
            if (value == null) {
                throw new IllegalArgumentException("expected a value, found " + tree);
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(message(e), e);
        }
    }

    /** The message of the check that refused, without what wrapped it on the way. */
    static String message(Throwable thrown) {
        Throwable cause = thrown;
        while (cause instanceof JsonProcessingException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause instanceof JsonProcessingException json ? json.getOriginalMessage() : cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }

    /**
     * Binds a value, or reports every object inside that its type refuses: those below first, one above only where all
     * below are accepted.
     */
    Optional<Object> bindOrReport(Part part) {
        String refusal = "";
        if (part.tree().isPresent()) {
            try {
                return Optional.of(bind(part.type(), part.tree().get()));
            } catch (IllegalArgumentException e) {
                refusal = message(e);
            }
        }
        int before = report.size();
        for (Part inner : part.parts()) {
            if (!inner.isLeaf()) {
                bindOrReport(inner);
            }
        }
        if (part.tree().isPresent() && report.size() == before) {
            report.add(
                    "json.value.refused",
                    part.path(),
                    part.at().line(),
                    part.at().column(),
                    refusal,
                    Optional.empty());
        }
        return Optional.empty();
    }
}
