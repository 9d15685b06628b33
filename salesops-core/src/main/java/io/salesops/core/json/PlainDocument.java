package io.salesops.core.json;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document as the maps and lists that upgrades change, which knows where in the text each of them stood.
 *
 * <p>What an upgrade leaves as it was keeps its place and its digits; what it puts in has the place of the object or list
 * around it.
 */
final class PlainDocument {
    private final Report report;
    private final IdentityHashMap<Object, Node> written = new IdentityHashMap<>();

    PlainDocument(Report report) {
        this.report = report;
    }

    /** Returns the fields of the document, or nothing and a finding for each that cannot be handed over. */
    Optional<Map<String, @Nullable Object>> fields(Node document, JsonPath path) {
        int before = report.size();
        Map<String, @Nullable Object> fields = object(document, path);
        return report.size() == before ? Optional.of(fields) : Optional.empty();
    }

    private Map<String, @Nullable Object> object(Node node, JsonPath path) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        Map<String, Node.Entry> seen = new HashMap<>();
        for (Node.Entry entry : node.entries()) {
            Node.Entry first = seen.putIfAbsent(entry.name(), entry);
            if (first != null) {
                report.duplicate(path, entry, first);
            }
            object.put(entry.name(), plain(entry.value(), path.to(entry.name())));
        }
        written.put(object, node);
        return object;
    }

    private @Nullable Object plain(Node node, JsonPath path) {
        return switch (node.kind()) {
            case OBJECT -> object(node, path);
            case LIST -> {
                List<@Nullable Object> list = new ArrayList<>();
                for (int i = 0; i < node.items().size(); i++) {
                    list.add(plain(node.items().get(i), path.to(i)));
                }
                written.put(list, node);
                yield list;
            }
            case NUMBER -> {
                try {
                    yield Scalars.decimal(node.text());
                } catch (IllegalArgumentException e) {
                    report.invalid(path, node, Inspection.message(e), Optional.empty());
                    yield BigDecimal.ZERO;
                }
            }
            case TEXT, FLAG, NULL -> leaf(node);
        };
    }

    private static @Nullable Object leaf(Node node) {
        return switch (node.kind()) {
            case NUMBER -> new BigDecimal(node.text());
            case FLAG -> node.text().equals("true");
            case TEXT -> node.text();
            default -> null;
        };
    }

    /**
     * Returns what the upgrade made of a value.
     *
     * @param near what stood at its place, or else what stands around it
     * @throws IllegalStateException if it holds what no document can: a programmer's error
     */
    Node node(@Nullable Object value, Node near) {
        if (value instanceof Map<?, ?> object) {
            Optional<Node> own = written(object);
            Node was = own.orElse(near);
            Map<String, Node.Entry> entries = new HashMap<>();
            own.ifPresent(node -> node.entries().forEach(entry -> entries.put(entry.name(), entry)));
            ImmutableList.Builder<Node.Entry> nodes = ImmutableList.builder();
            object.forEach((key, part) -> {
                String name = name(key);
                Node.Entry entry = entries.getOrDefault(name, new Node.Entry(name, was.line(), was.column(), was));
                nodes.add(new Node.Entry(name, entry.line(), entry.column(), node(part, entry.value())));
            });
            return Node.object(was.line(), was.column(), nodes.build());
        } else if (value instanceof Iterable<?> list) {
            Optional<Node> own = written(list);
            Node was = own.orElse(near);
            List<@Nullable Object> items = new ArrayList<>();
            list.forEach(items::add);
            boolean aligned = own.isPresent() && was.items().size() == items.size();
            ImmutableList.Builder<Node> nodes = ImmutableList.builder();
            for (int i = 0; i < items.size(); i++) {
                nodes.add(node(items.get(i), aligned ? was.items().get(i) : was));
            }
            return Node.list(was.line(), was.column(), nodes.build());
        }
        return scalar(value, near);
    }

    /** What the object or list itself was, wherever it stands now. */
    private Optional<Node> written(Object container) {
        return Optional.ofNullable(written.get(container));
    }

    private static Node scalar(@Nullable Object value, Node near) {
        Node made = Node.leaf(kind(value), near.line(), near.column(), value == null ? "" : value.toString());
        return made.kind() == near.kind() && value != null && value.equals(leaf(near)) ? near : made;
    }

    private static Node.Kind kind(@Nullable Object value) {
        if (value instanceof String) {
            return Node.Kind.TEXT;
        } else if (value instanceof BigDecimal) {
            return Node.Kind.NUMBER;
        } else if (value instanceof Boolean) {
            return Node.Kind.FLAG;
        } else if (value == null) {
            return Node.Kind.NULL;
        }
        throw new IllegalStateException(
                "an upgrade must not put a " + value.getClass().getName() + " in a document");
    }

    private static String name(@Nullable Object key) {
        if (key instanceof String name) {
            return name;
        }
        throw new IllegalStateException("an upgrade must name fields by text: " + key);
    }
}
