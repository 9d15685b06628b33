package io.salesops.core.io;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.crm.Blanks;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Location;
import io.salesops.core.finding.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the header of one file says about its cells.
 *
 * @param names the names of all cells
 * @param columns the mapped columns that the file has, in its order
 * @param currencyCell the cell with the currency, if a column has it
 * @param unmapped columns that the mapping does not name
 * @param missing columns that the mapping names and the file lacks
 * @param readable whether the rows can be read at all
 */
record Header(
        ImmutableList<String> names,
        ImmutableList<Column> columns,
        Optional<Integer> currencyCell,
        ImmutableList<String> unmapped,
        ImmutableList<String> missing,
        boolean readable) {

    /** A mapped column: its name, its field with the type, the cell of a row, and the aliases of its values. */
    record Column(String name, String field, FieldType type, int cell, ImmutableMap<String, String> aliases) {

        /** Makes the name of the field the same object as in code, so that {@link Values} finds it at once. */
        Column {
            field = field.intern();
        }
    }

    /** How many cells a row has. */
    int width() {
        return names.size();
    }

    /** Whether the row on which the reader stands is this header once more, as where files were joined. */
    boolean isRepeated(SourceRows row) {
        for (int cell = 0; cell < names.size(); cell++) {
            if (!Blanks.strip(row.cell(cell)).equals(names.get(cell))) {
                return false;
            }
        }
        return true;
    }

    /** A header that does not allow rows to be read. */
    static Header unreadable(CompiledMapping mapping) {
        return new Header(
                ImmutableList.of(),
                ImmutableList.of(),
                Optional.empty(),
                ImmutableList.of(),
                ImmutableList.copyOf(mapping.mapping.columns().keySet()),
                false);
    }

    /** The columns of a mapping in its order, and behind them that of the currency where it is none of them. */
    static Header of(CompiledMapping mapping) {
        List<String> names = new ArrayList<>(mapping.mapping.columns().keySet());
        ImmutableList.Builder<Column> columns = ImmutableList.builder();
        mapping.mapping
                .columns()
                .forEach((name, field) -> columns.add(
                        new Column(name, field, mapping.type(field), names.indexOf(name), mapping.aliases(field))));
        mapping.currencyColumn.filter(name -> !names.contains(name)).ifPresent(names::add);
        return new Header(
                ImmutableList.copyOf(names),
                columns.build(),
                mapping.currencyColumn.map(names::indexOf),
                ImmutableList.of(),
                ImmutableList.of(),
                true);
    }

    /** Reads the header that the reader stands on. */
    static Header of(CompiledMapping mapping, String source, SourceRows row, Consumer<Finding> findings) {
        return new Reading(mapping, source, row, findings).header();
    }

    private static final class Reading {
        private final CompiledMapping mapping;
        private final String source;
        private final SourceRows row;
        private final Consumer<Finding> findings;
        private final Map<String, Integer> cells = new LinkedHashMap<>();
        private boolean readable = true;

        Reading(CompiledMapping mapping, String source, SourceRows row, Consumer<Finding> findings) {
            this.mapping = mapping;
            this.source = source;
            this.row = row;
            this.findings = findings;
        }

        Header header() {
            ImmutableList<String> names = names();
            ImmutableMap<String, String> fields = mapping.mapping.columns();
            ImmutableList.Builder<Column> columns = ImmutableList.builder();
            ImmutableList.Builder<String> unmapped = ImmutableList.builder();
            cells.forEach((name, cell) -> {
                String field = fields.get(name);
                if (field != null) {
                    columns.add(new Column(name, field, mapping.type(field), cell, mapping.aliases(field)));
                } else if (!mapping.currencyColumn.equals(Optional.of(name))) {
                    unmapped.add(name);
                }
            });
            ImmutableList<Column> mapped = columns.build();
            return new Header(
                    names, mapped, mapping.currencyColumn.map(cells::get), unmapped.build(), missing(mapped), readable);
        }

        private ImmutableList<String> names() {
            ImmutableList.Builder<String> names = ImmutableList.builder();
            Map<String, Integer> first = new HashMap<>();
            for (int cell = 0; cell < row.cells(); cell++) {
                String name = Blanks.strip(row.cell(cell));
                names.add(name);
                Integer other = first.putIfAbsent(name, cell);
                if (other == null) {
                    cells.put(name, cell);
                    continue;
                }
                boolean used =
                        mapping.mapping.columns().containsKey(name) || mapping.currencyColumn.equals(Optional.of(name));
                readable &= !used;
                add(
                        "files.header.duplicate",
                        used ? Severity.ERROR : Severity.WARNING,
                        cell,
                        name,
                        "column '" + name + "' stands in cells " + (other + 1) + " and " + (cell + 1),
                        "Maybe rename one of them.");
            }
            return names.build();
        }

        /** Without a column that every record needs no row can be read; without another, its field stays empty. */
        private ImmutableList<String> missing(ImmutableList<Column> found) {
            ImmutableSet<String> needed = ImmutableSet.<String>builder()
                    .addAll(mapping.shape.required())
                    .addAll(mapping.mapping.ids().stream().toList())
                    .build();
            List<String> missing = new ArrayList<>();
            mapping.mapping.columns().forEach((name, field) -> {
                if (!cells.containsKey(name)) {
                    missing.add(name);
                    lacks(
                            name,
                            needed.contains(field),
                            needed.contains(field)
                                    ? "no row can be read without '" + field + "'"
                                    : "'" + field + "' stays empty");
                }
            });
            mapping.currencyColumn.filter(name -> !cells.containsKey(name)).ifPresent(name -> {
                missing.add(name);
                lacks(
                        name,
                        found.stream().anyMatch(column -> column.type() == FieldType.MONEY),
                        "it is to have the currency; it is no currency code either");
            });
            return ImmutableList.copyOf(missing);
        }

        private void lacks(String name, boolean needed, String why) {
            readable &= !needed;
            String remedy = cells.keySet().stream()
                    .filter(other -> plain(other).equals(plain(name)))
                    .findFirst()
                    .map(other -> "Maybe the mapping needs '" + other + "'.")
                    .orElse("Maybe the mapping is for another file; this one has " + String.join(", ", cells.keySet())
                            + ".");
            add(
                    "files.column.missing",
                    needed ? Severity.ERROR : Severity.WARNING,
                    0,
                    name,
                    "there is no column '" + name + "': " + why,
                    remedy);
        }

        private static String plain(String name) {
            return name.replaceAll("[\\s_-]", "").toLowerCase(java.util.Locale.ROOT);
        }

        private void add(String code, Severity severity, int cell, String path, String message, String remedy) {
            findings.accept(Finding.of(severity, code, path, message)
                    .maybe(remedy)
                    .withLocation(new Location(source, row.line(), cell + 1)));
        }
    }
}
