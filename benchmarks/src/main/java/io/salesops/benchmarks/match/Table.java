package io.salesops.benchmarks.match;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.match.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A comma-separated file in memory: quotes keep commas and line ends, a quote within quotes is doubled (RFC 4180).
 *
 * @param header the names of the columns
 * @param rows the other rows, each as long as the header
 */
record Table(ImmutableList<String> header, ImmutableList<ImmutableList<String>> rows) {

    static Table read(Path file) throws IOException {
        List<ImmutableList<String>> rows = parse(Files.readString(file));
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(file + " has no header");
        }
        ImmutableList<String> header = rows.get(0);
        return new Table(
                header,
                rows.stream()
                        .skip(1)
                        .filter(row -> row.size() > 1 || !row.get(0).isEmpty())
                        .map(row -> filled(row, header.size()))
                        .collect(ImmutableList.toImmutableList()));
    }

    private static List<ImmutableList<String>> parse(String text) {
        List<ImmutableList<String>> rows = new ArrayList<>();
        ImmutableList.Builder<String> row = ImmutableList.builder();
        StringBuilder cell = new StringBuilder();
        boolean isQuoted = false;
        boolean isStarted = false;
        for (int i = text.startsWith("\uFEFF") ? 1 : 0; i < text.length(); i++) {
            char c = text.charAt(i);
            isStarted = true;
            if (c == '"') {
                if (isQuoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else {
                    isQuoted = !isQuoted;
                }
            } else if (isQuoted || (c != ',' && c != '\n' && c != '\r')) {
                cell.append(c);
            } else if (c != '\r') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row.build());
                    row = ImmutableList.builder();
                    isStarted = false;
                }
            }
        }
        if (isStarted) {
            rows.add(row.add(cell.toString()).build());
        }
        return rows;
    }

    private static ImmutableList<String> filled(ImmutableList<String> row, int size) {
        if (row.size() == size) {
            return row;
        }
        ImmutableList.Builder<String> cells = ImmutableList.builder();
        for (int column = 0; column < size; column++) {
            cells.add(column < row.size() ? row.get(column) : "");
        }
        return cells.build();
    }

    /** The number of a column; -1 where there is none of the name. */
    int column(String name) {
        return header.indexOf(name);
    }

    /** The rows under their ids, the first column, without the withheld columns. */
    Records<String> records(Set<String> withheld) {
        List<Integer> kept = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (int column = 1; column < header.size(); column++) {
            if (!withheld.contains(header.get(column))) {
                kept.add(column);
                String name = header.get(column);
                for (int again = 2; !names.add(name); again++) {
                    name = header.get(column) + " " + again;
                }
            }
        }
        Records.Builder<String> records =
                Records.builder(ImmutableSet.copyOf(names).toArray(new String[0]));
        for (ImmutableList<String> row : rows) {
            records.add(row.get(0), kept.stream().map(row::get).toArray(String[]::new));
        }
        return records.build();
    }
}
