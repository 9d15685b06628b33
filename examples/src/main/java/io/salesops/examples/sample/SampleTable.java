package io.salesops.examples.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The rows of one sample file, written as delimited text with LF line ends. */
final class SampleTable {
    private final int width;
    private final List<String> lines = new ArrayList<>();

    SampleTable(String... header) {
        this.width = header.length;
        add(List.of(header));
    }

    /** Adds a row; it has as many cells as the header. */
    void add(List<String> cells) {
        if (cells.size() != width) {
            throw new IllegalArgumentException("a row needs " + width + " cells: " + cells);
        }
        lines.add(cells.stream().map(SampleTable::quoted).collect(Collectors.joining(",")));
    }

    /** Adds a row that ends after its first cells. */
    void addCut(List<String> cells) {
        lines.add(cells.stream().limit(width / 2).map(SampleTable::quoted).collect(Collectors.joining(",")));
    }

    /** Adds a row in which a quote is opened and never closed. */
    void addOpenQuote(List<String> cells) {
        lines.add(cells.get(0) + ",\"" + String.join(",", cells.subList(1, cells.size())));
    }

    private static String quoted(String cell) {
        return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n')
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }
}
