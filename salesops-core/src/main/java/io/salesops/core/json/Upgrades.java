package io.salesops.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes documents of the current version as they are, upgrades those of the version before, and refuses all others. */
final class Upgrades {
    private final Report report;

    Upgrades(Report report) {
        this.report = report;
    }

    /** Returns the document in the current version, or nothing and a finding. */
    Optional<Node> current(Node document, JsonPath path, DocumentSchema expected, Class<?> type) {
        Optional<Node> stated = document.get("schema");
        JsonPath at = path.to("schema");
        if (stated.isEmpty() || stated.get().kind() != Node.Kind.TEXT) {
            return Optional.of(document); // the members say that it is missing, or no text
        }
        Optional<DocumentSchema> schema = DocumentSchema.parse(stated.get().text());
        Optional<String> remedy = Optional.of("Maybe '" + expected + "'.");
        if (schema.isEmpty() || !schema.get().kind().equals(expected.kind())) {
            report.add(
                    "json.document.kind",
                    at,
                    stated.get().line(),
                    stated.get().column(),
                    "expected a document " + expected + ", found "
                            + stated.get().shown(),
                    remedy);
            return Optional.empty();
        }
        int version = schema.get().version();
        if (version == expected.version()) {
            return Optional.of(document);
        }
        if (version == expected.version() - 1) {
            return upgraded(document, path, expected, type);
        }
        report.add(
                "json.document.version",
                at,
                stated.get().line(),
                stated.get().column(),
                "version " + version + " of " + expected.kind() + " cannot be read, only " + readable(expected),
                version > expected.version()
                        ? Optional.of("Maybe it was written by a later version of the library.")
                        : Optional.of("Maybe read and write it with an earlier version of the library first."));
        return Optional.empty();
    }

    private static String readable(DocumentSchema expected) {
        return expected.version() == 1 ? "1" : expected.version() - 1 + " and " + expected.version();
    }

    private Optional<Node> upgraded(Node document, JsonPath path, DocumentSchema expected, Class<?> type) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Node.Entry entry : document.entries()) {
            if (fields.containsKey(entry.name())) {
                report.duplicate(path, entry, entry);
                return Optional.empty();
            }
            fields.put(entry.name(), plain(entry.value()));
        }
        try {
            upgradeOf(type).upgrade(fields);
            ObjectNode tree = (ObjectNode) tree(fields);
            tree.put("schema", expected.toString());
            return Optional.of(Node.of(tree, document.line(), document.column()));
        } catch (IllegalArgumentException | ClassCastException | NullPointerException e) {
            report.add(
                    "json.document.upgrade",
                    path,
                    document.line(),
                    document.column(),
                    "cannot be upgraded to " + expected + ": " + Inspection.message(e),
                    Optional.empty());
            return Optional.empty();
        }
    }

    private static DocumentUpgrade upgradeOf(Class<?> type) {
        Class<? extends DocumentUpgrade> upgrade =
                type.getAnnotation(Document.class).upgrade();
        if (upgrade == DocumentUpgrade.None.class) {
            throw new IllegalStateException(type.getName() + " states no upgrade from the version before");
        }
        try {
            Constructor<? extends DocumentUpgrade> constructor = upgrade.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(upgrade.getName() + " needs a constructor without arguments", e);
        }
    }

    private static @Nullable Object plain(Node node) {
        return switch (node.kind()) {
            case OBJECT -> {
                Map<String, @Nullable Object> object = new LinkedHashMap<>();
                node.entries().forEach(entry -> object.put(entry.name(), plain(entry.value())));
                yield object;
            }
            case LIST -> {
                List<@Nullable Object> list = new ArrayList<>();
                node.items().forEach(item -> list.add(plain(item)));
                yield list;
            }
            case TEXT -> node.text();
            case NUMBER -> new BigDecimal(node.text());
            case FLAG -> node.text().equals("true");
            case NULL -> null;
        };
    }

    private static JsonNode tree(@Nullable Object value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (value instanceof Map<?, ?> object) {
            ObjectNode tree = json.objectNode();
            object.forEach((key, part) -> tree.set((String) key, tree(part)));
            return tree;
        } else if (value instanceof Iterable<?> list) {
            ArrayNode tree = json.arrayNode();
            list.forEach(item -> tree.add(tree(item)));
            return tree;
        } else if (value instanceof String text) {
            return json.textNode(text);
        } else if (value instanceof BigDecimal number) {
            return DecimalNode.valueOf(number);
        } else if (value instanceof Boolean flag) {
            return json.booleanNode(flag);
        } else if (value == null) {
            return json.nullNode();
        }
        throw new IllegalArgumentException(
                "an upgrade must not put a " + value.getClass().getName() + " in a document");
    }
}
