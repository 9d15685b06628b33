package io.salesops.core.io;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a file one by one, as texts, with the place of each. Not thread-safe. */
interface SourceRows {

    /** What is wrong with a row before its cells are looked at. */
    enum Flaw {
        /** A quote was opened and never closed. */
        QUOTE_OPEN,
        /** A quote stands inside a cell that is not quoted, or text follows a closing quote. */
        QUOTE_STRAY,
        /** The row is longer than {@link DelimitedReader#ROW_LIMIT}. */
        TOO_LONG,
        /** A cell contains the character NUL. */
        NUL,
        /** The text is no JSON from here on; nothing behind it can be read. */
        JSON_INVALID,
        /** A JSON value that is no object stands where a record should. */
        JSON_NO_OBJECT,
        /** A mapped name stands twice in one JSON object. */
        JSON_NAME_TWICE
    }

    /** Goes to the next row; false where there is none. */
    boolean next() throws IOException;

    /** How many cells the row has. */
    int cells();

    /** The text of a cell; valid until the next call of {@link #next}. */
    String cell(int cell);

    /** The line on which the row begins, from 1. */
    long line();

    /** The last line of a row without flaw. */
    long lastLine();

    /** The line on which a cell begins, from 1. */
    long line(int cell);

    /** The last line of a cell, from 1. */
    long lastLine(int cell);

    /** Where a cell stands, from 1: its number, or that of its first character. */
    int column(int cell);

    /** What is wrong with the row; null if it is well-formed. Of a row with a flaw other than NUL no cell can be read. */
    @Nullable
    Flaw flaw();

    /** The line of the flaw, from 1. */
    long flawLine();

    /** The place of the flaw on its line, from 1. */
    int flawColumn();

    /** How the file was found to be written. */
    Dialect dialect();
}
