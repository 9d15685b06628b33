package io.salesops.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Checked;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Makes random JSON of the shape of a type. */
final class GeneratedJson {
    private static final int DEEPEST = 4;
    private static final ImmutableList<String> TEXTS = ImmutableList.of(
            "A-17",
            "b",
            "Zürich \"quoted\" \\ \u2028",
            "0",
            "1",
            "-0.50",
            "12.5%",
            "1/3",
            "100.00",
            "EUR",
            "JPY",
            "2026-03-31",
            "2024-02-29",
            "09:00",
            "17:30",
            "2026-03-31T17:30",
            "2026-03-31T09:00:00Z",
            "2026-03-31T09:00:00.123456789Z",
            "2026-03",
            "--03-31",
            "PT8H30M",
            "P1M",
            "Europe/Berlin",
            "+01:00",
            "FY2026",
            "FY2026-Q1",
            "ACT/365F",
            "30/360",
            "some.known.code",
            "deals.count.won",
            "companyName",
            "exact",
            "otherwise",
            "winRate.count.closed",
            "0015000000Gv7qJ",
            "sha256:" + "0123456789abcdef".repeat(4),
            "facts:" + "0123456789abcdef".repeat(2),
            "123e4567-e89b-12d3-a456-426614174000",
            "de-DE");

    private static final Map<Class<?>, ImmutableList<String>> READABLE = new ConcurrentHashMap<>();

    private final Shapes shapes;
    private final Random random;

    GeneratedJson(Random random) {
        this.shapes = JsonCodec.SHAPES;
        this.random = random;
    }

    Node node(Class<?> type) {
        return node(shapes.of(JsonCodec.MAPPER.constructType(type)), 0);
    }

    private Node node(Shape shape, int depth) {
        if (shape instanceof Shape.Scalar scalar) {
            return scalar(scalar);
        } else if (shape instanceof Shape.Constant constant) {
            return leaf(Node.Kind.TEXT, pick(constant.names()));
        } else if (shape instanceof Shape.Maybe maybe) {
            return node(maybe.content(), depth);
        } else if (shape instanceof Shape.Wrapper wrapper) {
            return node(wrapper.content(), depth);
        } else if (shape instanceof Shape.Items items) {
            List<Node> nodes = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (int i = depth < DEEPEST ? random.nextInt(3) : 0; i > 0; i--) {
                Node node = node(items.element(), depth + 1);
                if (!items.distinct() || seen.add(text(node))) {
                    nodes.add(node);
                }
            }
            return Node.list(1, 1, ImmutableList.copyOf(nodes));
        } else if (shape instanceof Shape.Entries entries) {
            Map<String, Node> nodes = new LinkedHashMap<>();
            for (int i = depth < DEEPEST ? random.nextInt(3) : 0; i > 0; i--) {
                nodes.put(node(entries.key(), depth + 1).text(), node(entries.value(), depth + 1));
            }
            return object(nodes);
        } else if (shape instanceof Shape.Variants variants) {
            String kind = pick(variants.byName().keySet().asList());
            Map<String, Node> nodes = new LinkedHashMap<>();
            nodes.put(variants.tag(), leaf(Node.Kind.TEXT, kind));
            members(Objects.requireNonNull(variants.byName().get(kind)), nodes, depth);
            return object(nodes);
        } else if (shape instanceof Shape.Condition condition) {
            String field = pick(ConditionReader.fieldsOf(condition.subject())
                    .named()
                    .keySet()
                    .asList());
            return object(Map.of("field", leaf(Node.Kind.TEXT, field), "present", leaf(Node.Kind.FLAG, "true")));
        }
        Map<String, Node> nodes = new LinkedHashMap<>();
        members((Shape.Composite) shape, nodes, depth);
        return object(nodes);
    }

    private void members(Shape.Composite composite, Map<String, Node> nodes, int depth) {
        for (Shape.Member member : composite.members().get().values()) {
            boolean states =
                    member.name().equals("schema") && composite.document().isPresent();
            if (states) {
                nodes.put(
                        "schema",
                        leaf(Node.Kind.TEXT, composite.document().orElseThrow().toString()));
            } else if (member.required() || (depth < DEEPEST && random.nextBoolean())) {
                nodes.put(member.name(), node(member.shape(), depth + 1));
            }
        }
    }

    private Node scalar(Shape.Scalar scalar) {
        return switch (scalar.form()) {
            case FLAG -> leaf(Node.Kind.FLAG, Boolean.toString(random.nextBoolean()));
            case WHOLE -> leaf(Node.Kind.NUMBER, Integer.toString(random.nextInt(4)));
            case DOUBLE -> leaf(Node.Kind.NUMBER, Double.toString(random.nextDouble() * (1 + 99 * random.nextInt(2))));
            case TEXT, DECIMAL ->
                leaf(Node.Kind.TEXT, pick(readable(scalar.type().getRawClass())));
        };
    }

    /** The texts that the type reads. */
    private static ImmutableList<String> readable(Class<?> type) {
        return READABLE.computeIfAbsent(
                type,
                unread -> TEXTS.stream()
                        .filter(text -> {
                            Checked<?> read = SalesOpsJson.read(JsonCodec.text(text), type);
                            return read.value().isPresent();
                        })
                        .collect(ImmutableList.toImmutableList()));
    }

    private <E> E pick(List<E> choices) {
        assertThat(choices)
                .as("texts that the type reads. Maybe add one to TEXTS.")
                .isNotEmpty();
        return choices.get(random.nextInt(choices.size()));
    }

    private static Node leaf(Node.Kind kind, String text) {
        return Node.leaf(kind, 1, 1, text);
    }

    private static Node object(Map<String, Node> members) {
        return Node.object(
                1,
                1,
                members.entrySet().stream()
                        .map(member -> new Node.Entry(member.getKey(), 1, 1, member.getValue()))
                        .collect(ImmutableList.toImmutableList()));
    }

    static String text(Node node) {
        return switch (node.kind()) {
            case OBJECT ->
                node.entries().stream()
                        .map(entry -> JsonCodec.text(entry.name()) + ": " + text(entry.value()))
                        .collect(Collectors.joining(",\n", "{", "}"));
            case LIST -> node.items().stream().map(GeneratedJson::text).collect(Collectors.joining(", ", "[", "]"));
            case TEXT -> JsonCodec.text(node.text());
            case NUMBER, FLAG -> node.text();
            case NULL -> "null";
        };
    }
}
