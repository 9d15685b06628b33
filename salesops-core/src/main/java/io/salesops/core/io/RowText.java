package io.salesops.core.io;

/** Writes the cells of a row as a format writes them. Thread-safe. */
interface RowText {

    /** What stands before the rows. */
    String before();

    /** A row, by the text of each cell; empty where there is no value. */
    String row(String[] cells);

    /** What stands between two rows. */
    String between();

    /** What stands behind the rows. */
    String after();

    /** The format of a mapping. */
    static RowText of(CompiledMapping mapping, Header header) {
        return mapping.mapping.format() == FileFormat.JSON
                ? new JsonText(mapping, header)
                : new DelimitedText(header, delimiter(mapping));
    }

    /** What separates cells. */
    static char delimiter(CompiledMapping mapping) {
        return mapping.mapping
                .delimiter()
                .map(text -> text.charAt(0))
                .orElse(mapping.mapping.decimal().equals(",") ? ';' : ',');
    }
}
