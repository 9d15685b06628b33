package io.salesops.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Location;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a text into nodes; what is no JSON becomes a finding. */
final class NodeParser {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final JsonFactory factory;
    private final String source;
    private final List<Finding> findings;

    NodeParser(JsonFactory factory, String source, List<Finding> findings) {
        this.factory = factory;
        this.source = source;
        this.findings = findings;
    }

    /** Returns the one value of the text, or nothing and a finding. */
    Optional<Node> parse(Reader text) {
        try {
            PushbackReader reader = new PushbackReader(text, 1);
            int first = reader.read();
            if (first == BYTE_ORDER_MARK) {
                findings.add(Finding.info("json.text.mark", "", "the text begins with a byte order mark")
                        .maybe("Maybe save it as UTF-8 without one.")
                        .withLocation(new Location(source, 1, 1)));
            } else if (first >= 0) {
                reader.unread(first);
            }
            try (JsonParser parser = factory.createParser(reader)) {
                parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
                return parse(parser);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source, e);
        }
    }

    private Optional<Node> parse(JsonParser parser) throws IOException {
        Node root;
        try {
            if (parser.nextToken() == null) {
                report("json.text.empty", "the text is empty", null);
                return Optional.empty();
            }
            root = value(parser);
        } catch (StreamConstraintsException e) {
            report("json.text.limit", message(e), e.getLocation());
            return Optional.empty();
        } catch (JsonProcessingException e) {
            report("json.text.malformed", message(e), e.getLocation());
            return Optional.empty();
        }
        try {
            if (parser.nextToken() == null) {
                return Optional.of(root);
            }
            report("json.text.trailing", "the text goes on after its value", parser.currentTokenLocation());
        } catch (JsonProcessingException e) {
            report("json.text.trailing", "the text goes on after its value: " + message(e), e.getLocation());
        }
        return Optional.empty();
    }

    /** The depth of recursion is bounded by the factory's limit on nesting. */
    private static Node value(JsonParser parser) throws IOException {
        JsonLocation at = parser.currentTokenLocation();
        int line = at.getLineNr();
        int column = at.getColumnNr();
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                ImmutableList.Builder<Node.Entry> entries = ImmutableList.builder();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    JsonLocation key = parser.currentTokenLocation();
                    parser.nextToken();
                    entries.add(new Node.Entry(name, key.getLineNr(), key.getColumnNr(), value(parser)));
                }
                yield Node.object(line, column, entries.build());
            }
            case START_ARRAY -> {
                ImmutableList.Builder<Node> items = ImmutableList.builder();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield Node.list(line, column, items.build());
            }
            case VALUE_STRING -> Node.leaf(Node.Kind.TEXT, line, column, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Node.leaf(Node.Kind.NUMBER, line, column, parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> Node.leaf(Node.Kind.FLAG, line, column, parser.getText());
            default -> Node.leaf(Node.Kind.NULL, line, column, "");
        };
    }

    private static String message(JsonProcessingException e) {
        return Node.cut(e.getOriginalMessage().lines().findFirst().orElse("no JSON"));
    }

    private void report(String code, String message, @Nullable JsonLocation at) {
        Location location = at == null || at.getLineNr() < 1
                ? new Location(source, 1, 1)
                : new Location(source, at.getLineNr(), Math.max(1, at.getColumnNr()));
        findings.add(Finding.error(code, "", message).withLocation(location));
    }
}
