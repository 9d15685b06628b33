package io.salesops.core.testkit;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Delimited text, sound and broken. */
public final class FileArbitraries {

    private FileArbitraries() {}

    /** The text of a cell: any characters, those that need quotes among them, without NUL. */
    public static Arbitrary<String> cells() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("ab,;\"\r\n\t ").ofMaxLength(6),
                Arbitraries.strings().withCharRange(' ', '\uD7FF').ofMaxLength(6));
    }

    /** Rows of {@code width} cells. */
    public static Arbitrary<List<List<String>>> rows(int width) {
        return cells().list().ofSize(width).list().ofMaxSize(8);
    }

    /** Text that breaks the rules of quoting as often as it follows them: quotes, line ends, NUL, single surrogates. */
    public static Arbitrary<String> noise() {
        Arbitrary<String> words = Arbitraries.of(
                "\"",
                "\"\"",
                ",",
                ",,",
                "\n",
                "\r\n",
                "\r",
                "\0",
                "\uD83D",
                "\uFEFF",
                "Won",
                "D-1",
                "03/04/2017",
                "12",
                "USD",
                " ");
        return Arbitraries.oneOf(
                words.list().ofMaxSize(60).map(list -> String.join("", list)),
                Arbitraries.strings().all().ofMaxLength(60));
    }

    /** Writes rows with every cell quoted. */
    public static String quoted(List<List<String>> rows, String delimiter, String lineEnd) {
        return rows.stream()
                .map(row -> row.stream()
                                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                                .collect(Collectors.joining(delimiter))
                        + lineEnd)
                .collect(Collectors.joining());
    }
}
