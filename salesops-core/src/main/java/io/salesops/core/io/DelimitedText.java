package io.salesops.core.io;

/** Rows of cells by RFC 4180: quoted where needed, CRLF after each. */
final class DelimitedText implements RowText {
    private static final String LINE_END = "\r\n";

    private final Header header;
    private final char delimiter;

    DelimitedText(Header header, char delimiter) {
        this.header = header;
        this.delimiter = delimiter;
    }

    @Override
    public String before() {
        return row(header.names().toArray(String[]::new));
    }

    @Override
    public String row(String[] cells) {
        StringBuilder row = new StringBuilder();
        for (int cell = 0; cell < cells.length; cell++) {
            if (cell > 0) {
                row.append(delimiter);
            }
            String text = cells[cell];
            if (needsQuotes(text)) {
                row.append('"').append(text.replace("\"", "\"\"")).append('"');
            } else {
                row.append(text);
            }
        }
        return row.append(LINE_END).toString();
    }

    private boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == delimiter || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    @Override
    public String between() {
        return "";
    }

    @Override
    public String after() {
        return "";
    }
}
