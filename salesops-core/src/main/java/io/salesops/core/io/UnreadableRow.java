package io.salesops.core.io;

import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Location;

/** Says what is wrong with a row of which no cell can be read. */
final class UnreadableRow {
    private UnreadableRow() {}

    /** The finding of a row that has a flaw. */
    static Finding finding(String source, SourceRows row) {
        SourceRows.Flaw flaw = row.flaw();
        if (flaw == null) {
            throw new IllegalArgumentException("the row on line " + row.line() + " of " + source + " has no flaw");
        }
        Finding finding = switch (flaw) {
            case QUOTE_OPEN ->
                Finding.error("files.row.truncated", "", "a quote opened on this line is never closed")
                        .maybe("Maybe the file was cut off.");
            case QUOTE_STRAY ->
                Finding.error("files.quote.stray", "", "a quote stands in the middle of a cell")
                        .maybe("Maybe it needs to be doubled, in a cell that is quoted as a whole.");
            case TOO_LONG ->
                Finding.error(
                                "files.row.long",
                                "",
                                "the row has more than " + DelimitedReader.ROW_LIMIT + " characters")
                        .maybe("Maybe a quote is missing.");
            case NUL ->
                Finding.error("files.character.nul", "", "a cell contains the character NUL")
                        .maybe("Maybe the file is written in UTF-16.");
            case JSON_INVALID ->
                Finding.error("files.json.invalid", "", "the text is no JSON from here on; what follows is not read")
                        .maybe("Maybe the file was cut off, or is no JSON.");
            case JSON_NO_OBJECT ->
                Finding.error("files.json.object", "", "a value that is no object stands where a record should")
                        .maybe("Maybe the records stand elsewhere: recordsAt of the mapping names where.");
            case JSON_NAME_TWICE ->
                Finding.error("files.json.twice", "", "a name that the mapping reads stands twice in one object")
                        .maybe("Maybe one of the two values is meant for another name.");
        };
        return finding.withLocation(new Location(source, row.flawLine(), row.flawColumn()));
    }
}
