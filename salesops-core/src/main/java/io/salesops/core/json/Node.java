package io.salesops.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON value with its place in the text. Keys may repeat, and numbers keep their digits.
 *
 * @param kind what it is
 * @param line the line on which it begins, from 1
 * @param column the character at which it begins, from 1
 * @param text of a text its content, of a number and a flag the literal, else empty
 * @param entries of an object
 * @param items of a list
 */
record Node(Kind kind, int line, int column, String text, ImmutableList<Entry> entries, ImmutableList<Node> items) {

    /** What a value is, in the words of messages. */
    enum Kind {
        OBJECT("an object"),
        LIST("a list"),
        TEXT("a text"),
        NUMBER("a number"),
        FLAG("true or false"),
        NULL("null");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** A key with its place, and its value. */
    record Entry(String name, int line, int column, Node value) {}

    private static final int SHOWN = 60;

    static Node object(int line, int column, ImmutableList<Entry> entries) {
        return new Node(Kind.OBJECT, line, column, "", entries, ImmutableList.of());
    }

    static Node list(int line, int column, ImmutableList<Node> items) {
        return new Node(Kind.LIST, line, column, "", ImmutableList.of(), items);
    }

    static Node leaf(Kind kind, int line, int column, String text) {
        return new Node(kind, line, column, text, ImmutableList.of(), ImmutableList.of());
    }

    /** A tree that stands as a whole at one place, because it was not read from text. */
    static Node of(JsonNode tree, int line, int column) {
        return switch (tree.getNodeType()) {
            case OBJECT -> {
                ImmutableList.Builder<Entry> entries = ImmutableList.builder();
                for (Map.Entry<String, JsonNode> entry : tree.properties()) {
                    entries.add(new Entry(entry.getKey(), line, column, of(entry.getValue(), line, column)));
                }
                yield object(line, column, entries.build());
            }
            case ARRAY -> {
                ImmutableList.Builder<Node> items = ImmutableList.builder();
                tree.forEach(item -> items.add(of(item, line, column)));
                yield list(line, column, items.build());
            }
            case NUMBER -> leaf(Kind.NUMBER, line, column, tree.asText());
            case BOOLEAN -> leaf(Kind.FLAG, line, column, tree.asText());
            case NULL, MISSING -> leaf(Kind.NULL, line, column, "");
            case STRING, BINARY, POJO -> leaf(Kind.TEXT, line, column, tree.asText());
        };
    }

    /** The value of the first entry with the name. */
    Optional<Node> get(String name) {
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .map(Entry::value)
                .findFirst();
    }

    /** The value as messages quote it: cut where it is long. */
    String shown() {
        return switch (kind) {
            case TEXT -> "'" + cut(text) + "'";
            case NUMBER, FLAG -> cut(text);
            case NULL -> "null";
            case OBJECT -> "an object with " + entries.size() + (entries.size() == 1 ? " field" : " fields");
            case LIST -> "a list with " + items.size() + (items.size() == 1 ? " item" : " items");
        };
    }

    static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "... (" + text.length() + " characters)";
    }
}
