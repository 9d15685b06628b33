package io.salesops.core.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.io.SourceRows.Flaw;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DelimitedReaderTest {

    /** A row as text: its line, then its cells between bars, or its flaw with cell and line. */
    private static List<String> rows(Reader text, char delimiter) throws IOException {
        DelimitedReader reader = new DelimitedReader(text, Optional.of(delimiter));
        List<String> rows = new ArrayList<>();
        while (reader.next()) {
            Flaw flaw = reader.flaw();
            if (flaw != null) {
                rows.add(reader.line() + ":" + flaw + "@" + reader.flawLine() + "." + reader.flawColumn());
                continue;
            }
            StringBuilder row = new StringBuilder().append(reader.line()).append(':');
            for (int cell = 0; cell < reader.cells(); cell++) {
                row.append(cell == 0 ? "" : "|").append(reader.cell(cell));
            }
            rows.add(row.toString());
        }
        return rows;
    }

    static List<Arguments> texts() {
        return List.of(
                text("nothing", ""),
                text("one cell without line end", "a", "1:a"),
                text("line ends of three kinds", "a,b\nc,d\r\ne,f\rg,h", "1:a|b", "2:c|d", "3:e|f", "4:g|h"),
                text("empty cells", ",\n,,\n", "1:|", "2:||"),
                text("quoted cells", "\"a\",\"b,c\"\n\"\",x\n", "1:a|b,c", "2:|x"),
                text("doubled quotes", "\"a\"\"b\",\"\"\"\"\n", "1:a\"b|\""),
                text("a cell over three lines", "\"a\nb\r\nc\",d\ne,f", "1:a\nb\r\nc|d", "4:e|f"),
                text("blanks belong to cells", " a , b\n", "1: a | b"),
                text("byte order mark", "\uFEFFa,b\n", "1:a|b"),
                text("a quote in a plain cell costs its row", "a,b\"c,d\ne,f\n", "1:QUOTE_STRAY@1.2", "2:e|f"),
                text("text after a closing quote costs its row", "\"a\"b,c\nd,e\n", "1:QUOTE_STRAY@1.1", "2:d|e"),
                text(
                        "a quote never closed costs its line",
                        "a,b\nc,\"d\ne,f\ng,h",
                        "1:a|b",
                        "2:QUOTE_OPEN@2.2",
                        "3:e|f",
                        "4:g|h"),
                text(
                        "a quote closed by a later one",
                        "a,\"b\nc,\"d\ne,f\n",
                        "1:QUOTE_STRAY@1.2",
                        "2:QUOTE_OPEN@2.2",
                        "3:e|f"),
                text("a fault below a sound cell of two lines", "\"a\nb\",c\"\nd,e\n", "1:QUOTE_STRAY@2.2", "3:d|e"),
                text("NUL in a cell", "a,\0b\nc,d\n", "1:NUL@1.2", "2:c|d"),
                text("a lone quote at the end", "a\n\"", "1:a", "2:QUOTE_OPEN@2.1"));
    }

    private static Arguments text(String name, String text, String... rows) {
        return Arguments.of(name, text, List.of(rows));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void rowsOf(String name, String text, List<String> expected) throws IOException {
        assertThat(rows(new StringReader(text), ',')).as(name).isEqualTo(expected);
    }

    /** The window is refilled at every character. */
    @ParameterizedTest(name = "{0}, one character at a time")
    @MethodSource("texts")
    void rowsOfSlowReader(String name, String text, List<String> expected) throws IOException {
        Reader slow = new StringReader(text) {
            @Override
            public int read(char[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(1, length));
            }
        };
        assertThat(rows(slow, ',')).as(name).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("headers")
    void delimiterIsDetectedFromTheFirstLineOutsideQuotes(String header, char expected) throws IOException {
        assertThat(new DelimitedReader(new StringReader(header), Optional.empty()).dialect())
                .isEqualTo(new Dialect(String.valueOf(expected), true, false));
    }

    static List<Arguments> headers() {
        return List.of(
                Arguments.of("id,name", ','),
                Arguments.of("id;name;\"a,b,c,d\"\n1,2,3,4,5", ';'),
                Arguments.of("id\tname, first\tx", '\t'),
                Arguments.of("id|name", '|'),
                Arguments.of("id", ','));
    }

    @Test
    void rowOfTenMillionCharactersIsPassedOver() throws IOException {
        String cell = "x".repeat(10_000_000);
        String text = "a,b\n" + cell + ",1\n\"" + cell + "\",2\n" + ",".repeat(10_000_000) + "\nc,d\n";
        assertThat(rows(new StringReader(text), ','))
                .containsExactly("1:a|b", "2:TOO_LONG@2.1", "3:TOO_LONG@3.1", "4:TOO_LONG@4.1048577", "5:c|d");
    }

    @Test
    void rowOfTheLongestLengthIsRead() throws IOException {
        String cell = "x".repeat(DelimitedReader.ROW_LIMIT - 2);
        assertThat(rows(new StringReader("a," + cell + "\nb,c"), ',')).containsExactly("1:a|" + cell, "2:b|c");
    }
}
