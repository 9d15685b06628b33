package io.salesops.core.io;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads delimited text row by row, strictly by RFC 4180: a cell is quoted as a whole or not at all, and a quote inside a
 * quoted cell is doubled. Rows end with CR, LF or CRLF.
 *
 * <p>A row that breaks the rules carries a {@link Flaw}, and reading goes on with the line after the one on which the
 * fault stands: a quote that is never closed costs its own line, not the rest of the file. Each character is scanned a
 * bounded number of times: a second time only where a quote was found to be at fault. Memory is bounded by
 * {@value #ROW_LIMIT} characters a row. Not thread-safe.
 */
final class DelimitedReader implements SourceRows {
    /** The longest row that is read, in characters; a longer one is flawed and its text passed over. */
    static final int ROW_LIMIT = 1 << 20;

    private static final int BLOCK = 1 << 15;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    // Four numbers a cell: first character, end, whether quotes are doubled in it, lines below the row's first.
    private static final int WIDTH = 4;

    private final Reader reader;
    private final char delimiter;
    private final boolean byteOrderMark;
    private final boolean isDetected;
    private char[] buffer = new char[2 * BLOCK];
    private int start;
    private int filled;
    private boolean ended;
    private int scanned;

    private int[] cells = new int[32 * WIDTH];
    private @Nullable String[] texts = new @Nullable String[32];
    private int count;
    private long rowLine;
    private long line = 1;
    private @Nullable Flaw flaw;
    private int flawCell;
    private long flawLine;

    /**
     * Starts reading.
     *
     * @param delimiter what separates cells; where it is absent, the one of comma, semicolon, tab and bar that the first
     *     line holds most often outside quotes
     */
    DelimitedReader(Reader reader, Optional<Character> delimiter) throws IOException {
        this.reader = reader;
        this.byteOrderMark = at(0) == BYTE_ORDER_MARK;
        if (byteOrderMark) {
            start++;
        }
        this.isDetected = delimiter.isEmpty();
        this.delimiter = delimiter.isPresent() ? delimiter.get() : detect();
    }

    private char detect() throws IOException {
        int[] seen = new int[DELIMITERS.length];
        boolean quoted = false;
        for (int offset = 0; offset < ROW_LIMIT; offset++) {
            int c = at(offset);
            if (c < 0 || (!quoted && (c == '\n' || c == '\r'))) {
                break;
            }
            quoted ^= c == '"';
            for (int i = 0; i < DELIMITERS.length && !quoted; i++) {
                seen[i] += c == DELIMITERS[i] ? 1 : 0;
            }
        }
        int best = 0;
        for (int i = 1; i < seen.length; i++) {
            best = seen[i] > seen[best] ? i : best;
        }
        return DELIMITERS[best];
    }

    @Override
    public Dialect dialect() {
        return new Dialect(String.valueOf(delimiter), isDetected, byteOrderMark);
    }

    @Override
    public boolean next() throws IOException {
        start += scanned;
        scanned = 0;
        Arrays.fill(texts, 0, count, null);
        count = 0;
        flaw = null;
        rowLine = line;
        if (at(0) < 0) {
            return false;
        }
        int end = scan();
        if (flaw == null || flaw == Flaw.NUL) {
            scanned = end;
            line++;
        }
        return true;
    }

    /** Scans the cells of a row and returns the offset after its line end; a flaw leaves the reader on the next line. */
    private int scan() throws IOException {
        int offset = 0;
        while (true) {
            long cellLine = line;
            if (at(offset) == '"') {
                offset = quoted(offset);
            } else {
                offset = plain(offset);
            }
            if (flaw != null && flaw != Flaw.NUL) {
                return offset;
            }
            int c = at(offset);
            if (c == '\r') {
                return at(offset + 1) == '\n' ? offset + 2 : offset + 1;
            }
            if (c < 0 || c == '\n') {
                return c < 0 ? offset : offset + 1;
            }
            if (c != delimiter) {
                // Only after a closing quote can anything else stand here.
                fail(Flaw.QUOTE_STRAY, cellLine, cells[(count - 1) * WIDTH] - 1);
                return offset;
            }
            offset++;
            if (offset >= ROW_LIMIT) {
                add(offset, offset, false, line);
                fail(Flaw.TOO_LONG, line, offset);
                return offset;
            }
        }
    }

    private int plain(int first) throws IOException {
        int offset = first;
        boolean nul = false;
        while (true) {
            offset = passPlain(offset);
            int c = at(offset);
            if (c < 0 || c == delimiter || c == '\n' || c == '\r') {
                add(first, offset, false, line);
                if (nul) {
                    note(Flaw.NUL, line);
                }
                return offset;
            }
            if (c == '"' || offset >= ROW_LIMIT) {
                add(first, offset, false, line);
                fail(c == '"' ? Flaw.QUOTE_STRAY : Flaw.TOO_LONG, line, offset);
                return offset;
            }
            nul |= c == 0;
            offset++;
        }
    }

    private int quoted(int open) throws IOException {
        long openLine = line;
        boolean doubled = false;
        boolean nul = false;
        int offset = open + 1;
        while (true) {
            offset = passQuoted(offset);
            int c = at(offset);
            if (c == '"') {
                if (at(offset + 1) != '"') {
                    break;
                }
                doubled = true;
                offset++;
            } else if (c < 0 || offset >= ROW_LIMIT) {
                add(open + 1, open + 1, false, openLine);
                fail(c < 0 ? Flaw.QUOTE_OPEN : Flaw.TOO_LONG, openLine, open);
                return offset;
            } else if (c == '\n' || (c == '\r' && at(offset + 1) != '\n')) {
                line++;
            }
            nul |= c == 0;
            offset++;
        }
        add(open + 1, offset, doubled, openLine);
        if (nul) {
            note(Flaw.NUL, openLine);
        }
        return offset + 1;
    }

    /** Passes what is in the buffer and means nothing but itself outside quotes. */
    private int passPlain(int offset) {
        int i = start + offset;
        int end = Math.min(filled, start + ROW_LIMIT);
        while (i < end) {
            char c = buffer[i];
            if (c == delimiter || c == '\n' || c == '\r' || c == '"' || c == 0) {
                break;
            }
            i++;
        }
        return Math.max(offset, i - start);
    }

    /** Passes what is in the buffer and means nothing but itself inside quotes. */
    private int passQuoted(int offset) {
        int i = start + offset;
        int end = Math.min(filled, start + ROW_LIMIT);
        while (i < end) {
            char c = buffer[i];
            if (c == '"' || c == '\n' || c == '\r' || c == 0) {
                break;
            }
            i++;
        }
        return Math.max(offset, i - start);
    }

    private void add(int from, int to, boolean doubled, long cellLine) {
        if ((count + 1) * WIDTH > cells.length) {
            cells = Arrays.copyOf(cells, cells.length * 2);
            texts = Arrays.copyOf(texts, texts.length * 2);
        }
        int base = count * WIDTH;
        cells[base] = from;
        cells[base + 1] = to;
        cells[base + 2] = doubled ? 1 : 0;
        cells[base + 3] = (int) (cellLine - rowLine);
        count++;
    }

    private void note(Flaw found, long foundLine) {
        if (flaw == null) {
            flaw = found;
            flawCell = count - 1;
            flawLine = foundLine;
        }
    }

    /** Notes the flaw at the cell that was added last, and goes to the line after the one on which {@code offset} is. */
    private void fail(Flaw found, long foundLine, int offset) throws IOException {
        flaw = null;
        note(found, foundLine);
        start += offset;
        line = foundLine + 1;
        while (true) {
            int c = at(0);
            if (c < 0) {
                return;
            }
            start++;
            if (c == '\n') {
                return;
            }
            if (c == '\r') {
                start += at(0) == '\n' ? 1 : 0;
                return;
            }
        }
    }

    @Override
    public long line() {
        return rowLine;
    }

    /** The last line of a row without flaw; another one than {@link #line()} where a quoted cell has several lines. */
    @Override
    public long lastLine() {
        return line - 1;
    }

    @Override
    public @Nullable Flaw flaw() {
        return flaw;
    }

    /** The number of the cell with the flaw. */
    @Override
    public int flawColumn() {
        return flawCell + 1;
    }

    @Override
    public int column(int cell) {
        return cell + 1;
    }

    /** The line on which the cell with the flaw begins. */
    @Override
    public long flawLine() {
        return flawLine;
    }

    @Override
    public int cells() {
        return count;
    }

    @Override
    public long line(int cell) {
        return rowLine + cells[cell * WIDTH + 3];
    }

    @Override
    public long lastLine(int cell) {
        long last = line(cell);
        int base = cell * WIDTH;
        for (int i = cells[base]; i < cells[base + 1]; i++) {
            char c = buffer[start + i];
            boolean pair = c == '\r' && i + 1 < cells[base + 1] && buffer[start + i + 1] == '\n';
            last += c == '\n' || (c == '\r' && !pair) ? 1 : 0;
        }
        return last;
    }

    /** The text of a cell without its quotes; valid until the next call of {@link #next}. */
    @Override
    public String cell(int cell) {
        String known = texts[cell];
        if (known != null) {
            return known;
        }
        int base = cell * WIDTH;
        int from = start + cells[base];
        int to = start + cells[base + 1];
        String text = cells[base + 2] == 0 ? new String(buffer, from, to - from) : singleQuotes(from, to);
        texts[cell] = text;
        return text;
    }

    /** The text with one quote for each doubled one. */
    private String singleQuotes(int from, int to) {
        char[] text = new char[to - from];
        int length = 0;
        for (int i = from; i < to; i++) {
            text[length++] = buffer[i];
            i += buffer[i] == '"' ? 1 : 0;
        }
        return new String(text, 0, length);
    }

    /** The character at an offset from the start of the row, or -1 at the end of the text. */
    private int at(int offset) throws IOException {
        return start + offset < filled || fill(offset) ? buffer[start + offset] : -1;
    }

    private boolean fill(int offset) throws IOException {
        while (!ended && start + offset >= filled) {
            if (start > 0) {
                System.arraycopy(buffer, start, buffer, 0, filled - start);
                filled -= start;
                start = 0;
            }
            if (buffer.length - filled < BLOCK) {
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            }
            int read = reader.read(buffer, filled, buffer.length - filled);
            ended = read < 0;
            filled += Math.max(0, read);
        }
        return start + offset < filled;
    }
}
