package io.salesops.core.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * JSON objects as rows: a cell is the text of a value, named by the names that lead to it, joined by points. Scalars of an
 * array are one text, joined by semicolons, as Salesforce and HubSpot write several choices. Memory is that of one object's
 * mapped values and of the names that nothing maps, of which the first {@value #MOST_NAMES} are kept. Not thread-safe.
 */
final class JsonRows implements SourceRows {
    static final int MOST_NAMES = 1_000;

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamReadFeature.AUTO_CLOSE_SOURCE).build();
    private static final int LONGEST_EXPONENT = 60;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final JsonParser parser;
    private final boolean byteOrderMark;
    private final Optional<String> recordsAt;
    private final char decimal;
    private final ImmutableMap<String, Integer> cellOf;
    private final String[] cells;
    private final long[] lines;
    private final int[] columns;
    private final boolean[] isSet;
    private final boolean[] wasSeen;
    private final Set<String> unmapped = new LinkedHashSet<>();
    private boolean isOpen;
    private boolean isInArray;
    private boolean hasEnded;
    private boolean hasRecords;
    private long line = 1;
    private long lastLine = 1;
    private @Nullable Flaw flaw;
    private long flawLine = 1;
    private int flawColumn = 1;

    /**
     * Starts reading.
     *
     * @param names the name of each cell
     * @param recordsAt the name under which the root object has the records; where it is absent, each object is one, in an
     *     array or one after the other
     * @param decimal what separates decimals in the texts that numbers become
     */
    JsonRows(Reader reader, ImmutableList<String> names, Optional<String> recordsAt, char decimal) throws IOException {
        PushbackReader text = new PushbackReader(reader, 1);
        int first = text.read();
        this.byteOrderMark = first == BYTE_ORDER_MARK;
        if (first >= 0 && !byteOrderMark) {
            text.unread(first);
        }
        this.parser = JSON.createParser(text);
        this.recordsAt = recordsAt;
        this.decimal = decimal;
        ImmutableMap.Builder<String, Integer> numbers = ImmutableMap.builder();
        for (int cell = 0; cell < names.size(); cell++) {
            numbers.put(names.get(cell), cell);
        }
        this.cellOf = numbers.buildOrThrow();
        this.cells = new String[names.size()];
        this.lines = new long[names.size()];
        this.columns = new int[names.size()];
        this.isSet = new boolean[names.size()];
        this.wasSeen = new boolean[names.size()];
    }

    @Override
    public boolean next() throws IOException {
        flaw = null;
        Arrays.fill(cells, "");
        Arrays.fill(isSet, false);
        Arrays.fill(columns, 1);
        if (hasEnded) {
            return false;
        }
        try {
            JsonToken token = isOpen ? parser.nextToken() : open();
            if (token == null || (isInArray && token == JsonToken.END_ARRAY)) {
                hasEnded = true;
                rest();
                return false;
            }
            here();
            Arrays.fill(lines, line);
            if (token == JsonToken.START_OBJECT) {
                object("");
            } else {
                note(Flaw.JSON_NO_OBJECT);
                parser.skipChildren();
            }
            lastLine = parser.currentLocation().getLineNr();
        } catch (JsonProcessingException e) {
            hasEnded = true;
            flaw = null;
            noteAt(Flaw.JSON_INVALID, e.getLocation());
        }
        return true;
    }

    /** Goes to the first record. */
    private @Nullable JsonToken open() throws IOException {
        isOpen = true;
        JsonToken token = parser.nextToken();
        if (token == JsonToken.START_OBJECT && recordsAt.isPresent()) {
            token = named(recordsAt.get());
        } else if (token == JsonToken.START_ARRAY) {
            isInArray = true;
            hasRecords = true;
            token = parser.nextToken();
        } else {
            hasRecords = token != null && recordsAt.isEmpty();
        }
        return token;
    }

    /** Goes into the array that stands under the name in the root object. */
    private @Nullable JsonToken named(String name) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (field.equals(name) && value == JsonToken.START_ARRAY) {
                isInArray = true;
                hasRecords = true;
                return parser.nextToken();
            }
            beside(field);
            parser.skipChildren();
        }
        return null;
    }

    /** What stands behind the records: it must be JSON, too. */
    private void rest() throws IOException {
        while (isInArray && parser.nextToken() != null) {
            if (parser.currentToken() == JsonToken.FIELD_NAME) {
                beside(parser.currentName());
            }
            parser.skipChildren();
        }
    }

    private void object(String before) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = before + parser.currentName();
            JsonToken value = parser.nextToken();
            Integer cell = cellOf.get(name);
            if (value == JsonToken.START_OBJECT) {
                object(name + ".");
            } else if (cell == null) {
                beside(name);
                parser.skipChildren();
            } else {
                set(cell, value);
            }
        }
    }

    private void set(int cell, JsonToken value) throws IOException {
        JsonLocation location = parser.currentTokenLocation();
        lines[cell] = location.getLineNr();
        columns[cell] = location.getColumnNr();
        if (isSet[cell]) {
            noteAt(Flaw.JSON_NAME_TWICE, location);
        }
        isSet[cell] = true;
        wasSeen[cell] = true;
        String text = value == JsonToken.START_ARRAY ? joined() : text(value);
        if (text.length() > DelimitedReader.ROW_LIMIT) {
            noteAt(Flaw.TOO_LONG, location);
        } else if (text.indexOf('\0') >= 0) {
            noteAt(Flaw.NUL, location);
        } else {
            cells[cell] = text;
        }
    }

    private String joined() throws IOException {
        StringBuilder joined = new StringBuilder();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            joined.append(joined.length() == 0 ? "" : ";").append(text(token));
            parser.skipChildren();
        }
        return joined.toString();
    }

    private String text(JsonToken value) throws IOException {
        return switch (value) {
            case VALUE_STRING, VALUE_TRUE, VALUE_FALSE -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> plain(parser.getText()).replace('.', decimal);
            default -> "";
        };
    }

    /** Without an exponent, where that is not hostile. */
    private static String plain(String number) {
        if (number.indexOf('e') < 0 && number.indexOf('E') < 0) {
            return number;
        }
        BigDecimal value = new BigDecimal(number);
        return Math.abs((long) value.scale()) > LONGEST_EXPONENT ? number : value.toPlainString();
    }

    private void beside(String name) {
        if (unmapped.size() < MOST_NAMES) {
            unmapped.add(name);
        }
    }

    private void here() {
        line = parser.currentTokenLocation().getLineNr();
    }

    private void note(Flaw found) {
        noteAt(found, parser.currentTokenLocation());
    }

    private void noteAt(Flaw found, @Nullable JsonLocation location) {
        if (flaw == null) {
            flaw = found;
            flawLine = location == null ? line : Math.max(1, location.getLineNr());
            flawColumn = location == null ? 1 : Math.max(1, location.getColumnNr());
        }
    }

    @Override
    public Dialect dialect() {
        return new Dialect("", false, byteOrderMark);
    }

    /** Whether records were found at all, if only none of them. */
    boolean hasRecords() {
        return hasRecords;
    }

    /** The names that no cell has, in the order in which they came. */
    ImmutableList<String> unmapped() {
        return ImmutableList.copyOf(unmapped);
    }

    /** Whether any object had a value for the cell. */
    boolean wasSeen(int cell) {
        return wasSeen[cell];
    }

    @Override
    public int cells() {
        return cells.length;
    }

    @Override
    public String cell(int cell) {
        return cells[cell];
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public long lastLine() {
        return lastLine;
    }

    @Override
    public long line(int cell) {
        return lines[cell];
    }

    @Override
    public long lastLine(int cell) {
        return lines[cell];
    }

    @Override
    public int column(int cell) {
        return columns[cell];
    }

    @Override
    public @Nullable Flaw flaw() {
        return flaw;
    }

    @Override
    public long flawLine() {
        return flawLine;
    }

    @Override
    public int flawColumn() {
        return flawColumn;
    }
}
