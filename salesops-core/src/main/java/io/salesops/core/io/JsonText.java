package io.salesops.core.io;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.google.common.base.Splitter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows as JSON objects, one a line, nested as the points in the names of the columns say; numbers and flags are no strings,
 * what has no value is left out.
 */
final class JsonText implements RowText {
    private static final Splitter POINTS = Splitter.on('.');

    private final Optional<String> recordsAt;
    private final char decimal;
    private final boolean[] isString;
    private final Branch root = new Branch(-1);

    /** A name: the cell of its value, or the names below it. */
    private static final class Branch {
        private final int cell;
        private final Map<String, Branch> below = new LinkedHashMap<>();

        Branch(int cell) {
            this.cell = cell;
        }
    }

    JsonText(CompiledMapping mapping, Header header) {
        this.recordsAt = mapping.mapping.recordsAt();
        this.decimal = mapping.mapping.decimal().charAt(0);
        this.isString = new boolean[header.width()];
        java.util.Arrays.fill(isString, true);
        for (Header.Column column : header.columns()) {
            isString[column.cell()] = switch (column.type()) {
                case TEXT, DAY, INSTANT -> true;
                case NUMBER, WHOLE, MONEY, FLAG -> false;
            };
        }
        for (int cell = 0; cell < header.width(); cell++) {
            List<String> names = POINTS.splitToList(header.names().get(cell));
            Branch at = root;
            for (String name : names.subList(0, names.size() - 1)) {
                at = at.below.computeIfAbsent(name, first -> new Branch(-1));
            }
            at.below.put(names.get(names.size() - 1), new Branch(cell));
        }
    }

    @Override
    public String before() {
        return recordsAt.map(name -> "{" + quoted(name) + ":[").orElse("");
    }

    @Override
    public String row(String[] cells) {
        StringBuilder row = new StringBuilder(recordsAt.isPresent() ? "\n" : "");
        object(root, cells, row);
        return row.append(recordsAt.isPresent() ? "" : "\n").toString();
    }

    private void object(Branch branch, String[] cells, StringBuilder row) {
        row.append('{');
        int start = row.length();
        branch.below.forEach((name, below) -> {
            if (hasValue(below, cells)) {
                row.append(row.length() == start ? "" : ",")
                        .append(quoted(name))
                        .append(':');
                value(below, cells, row);
            }
        });
        row.append('}');
    }

    private void value(Branch branch, String[] cells, StringBuilder row) {
        if (branch.cell < 0) {
            object(branch, cells, row);
        } else if (isString[branch.cell]) {
            row.append(quoted(cells[branch.cell]));
        } else {
            row.append(cells[branch.cell].replace(decimal, '.'));
        }
    }

    private static boolean hasValue(Branch branch, String[] cells) {
        return branch.cell >= 0
                ? !cells[branch.cell].isEmpty()
                : branch.below.values().stream().anyMatch(below -> hasValue(below, cells));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        JsonStringEncoder.getInstance().quoteAsString(text, quoted);
        return quoted.append('"').toString();
    }

    @Override
    public String between() {
        return recordsAt.isPresent() ? "," : "";
    }

    @Override
    public String after() {
        return recordsAt.isPresent() ? "\n]}\n" : "";
    }
}
