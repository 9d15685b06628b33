package io.salesops.core.finding;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * A place in a text or file.
 *
 * @param source the name that the caller gave to the file
 * @param line the line, from 1; for a record that spans lines, the line on which the value begins
 * @param column the column, from 1: of a delimited file the number of the cell, of JSON the number of the character
 */
public record Location(String source, long line, int column) {

    /** Checks that line and column count from 1. */
    public Location {
        checkArgument(line >= 1, "line must count from 1: %s", line);
        checkArgument(column >= 1, "column must count from 1: %s", column);
    }

    @Override
    public String toString() {
        return source + " line " + line + ", column " + column;
    }
}
