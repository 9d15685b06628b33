package io.salesops.benchmarks.territory;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A table of plain values; quoted ones hold no comma that matters here.
 *
 * @param header the columns
 * @param rows the values
 */
record Csv(ImmutableList<String> header, ImmutableList<ImmutableList<String>> rows) {
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    static Csv read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        ImmutableList.Builder<ImmutableList<String>> rows = ImmutableList.builder();
        for (String line : lines.subList(1, lines.size())) {
            if (!line.isBlank()) {
                rows.add(cells(line));
            }
        }
        return new Csv(cells(lines.get(0)), rows.build());
    }

    private static ImmutableList<String> cells(String line) {
        String plain = line.indexOf('"') < 0 ? line : QUOTED.matcher(line).replaceAll("quoted");
        return ImmutableList.copyOf(Splitter.on(',').split(plain));
    }

    int column(String name) {
        int column = header.indexOf(name);
        if (column < 0) {
            throw new IllegalArgumentException("no column " + name + "; there are " + header);
        }
        return column;
    }

    int size() {
        return rows.size();
    }

    String text(int row, String name) {
        return rows.get(row).get(column(name));
    }

    double[] doubles(String name) {
        int column = column(name);
        return rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.get(column)))
                .toArray();
    }

    long[] longs(String name) {
        int column = column(name);
        return rows.stream().mapToLong(row -> Long.parseLong(row.get(column))).toArray();
    }

    int[] ints(String name) {
        int column = column(name);
        return rows.stream().mapToInt(row -> Integer.parseInt(row.get(column))).toArray();
    }
}
