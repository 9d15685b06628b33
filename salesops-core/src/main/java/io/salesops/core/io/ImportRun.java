package io.salesops.core.io;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.crm.Blanks;
import io.salesops.core.explain.Provenance;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingTally;
import io.salesops.core.finding.Location;
import io.salesops.core.finding.Omission;
import io.salesops.core.finding.Severity;
import io.salesops.core.money.Amounts;
import io.salesops.core.run.Execution;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/** The state of one import. */
final class ImportRun<T> {
    private static final int ROWS_PER_STEP = 1000;

    private final CompiledMapping mapping;
    private final RowShape<T> shape;
    private final String source;
    private final FindingTally tally;
    private final Consumer<? super T> sink;
    private final Execution execution;

    private final LinesOfIds lineOfId = new LinesOfIds();
    private final Map<String, Long> refusedBy = new TreeMap<>();
    private final Map<String, List<Total>> totals = new LinkedHashMap<>();
    private long read;
    private long loaded;
    private long blank;

    /** The sum of a column in one currency. */
    private static final class Total {
        private final CurrencyUnit currency;
        private BigDecimal sum = BigDecimal.ZERO;
        private long rows;

        Total(CurrencyUnit currency) {
            this.currency = currency;
        }

        void add(BigDecimal number) {
            sum = sum.add(number);
            rows++;
        }
    }

    ImportRun(
            CompiledMapping mapping,
            RowShape<T> shape,
            String source,
            FindingTally tally,
            Consumer<? super T> sink,
            Execution execution) {
        this.mapping = mapping;
        this.shape = shape;
        this.source = source;
        this.tally = tally;
        this.sink = sink;
        this.execution = execution;
    }

    ImportReport read(Reader csv) {
        FingerprintingReader hashed = new FingerprintingReader(csv);
        try {
            SourceRows row = mapping.rows(hashed);
            Header header = row instanceof DelimitedReader ? header(row) : Header.of(mapping);
            RowReader rows = new RowReader(mapping, header, source, row);
            while (row.next()) {
                row(row, header, rows);
            }
            return report(row, row instanceof JsonRows json ? seen(json, header) : header, rows, hashed);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source, e);
        }
    }

    /** What the names of the objects said about the mapping: of JSON that is known at the end. */
    private Header seen(JsonRows row, Header header) {
        if (!row.hasRecords() && refusedBy.isEmpty()) {
            String where = mapping.mapping
                    .recordsAt()
                    .map(name -> " under '" + name + "'")
                    .orElse("");
            tally.add(Finding.error("files.json.records", "", "there is no list of records" + where)
                    .maybe("Maybe recordsAt of the mapping needs another name, or none.")
                    .withLocation(new Location(source, 1, 1)));
        }
        ImmutableList.Builder<String> missing = ImmutableList.builder();
        for (int cell = 0; cell < header.width() && read > 0; cell++) {
            if (!row.wasSeen(cell)) {
                String name = header.names().get(cell);
                missing.add(name);
                tally.add(Finding.warning("files.column.missing", name, "no object has a value under '" + name + "'")
                        .maybe("Maybe the mapping needs another name; not mapped are "
                                + String.join(", ", row.unmapped()) + ".")
                        .withLocation(new Location(source, 1, 1)));
            }
        }
        return new Header(
                header.names(), header.columns(), header.currencyCell(), row.unmapped(), missing.build(), true);
    }

    private Header header(SourceRows row) throws IOException {
        do {
            if (!row.next()) {
                tally.add(Finding.error("files.header.missing", "", "the file is empty")
                        .withLocation(new Location(source, 1, 1)));
                return Header.unreadable(mapping);
            }
        } while (isBlank(row));
        if (row.flaw() != null) {
            tally.add(UnreadableRow.finding(source, row));
            return Header.unreadable(mapping);
        }
        return Header.of(mapping, source, row, tally::add);
    }

    /** Spreadsheets write rows of empty cells below the data. */
    private static boolean isBlank(SourceRows row) {
        if (row.flaw() != null) {
            return false;
        }
        for (int cell = 0; cell < row.cells(); cell++) {
            if (!Blanks.isBlank(row.cell(cell))) {
                return false;
            }
        }
        return true;
    }

    private void row(SourceRows row, Header header, RowReader rows) {
        if (isBlank(row)) {
            blank++;
            return;
        }
        read++;
        if (read % ROWS_PER_STEP == 0) {
            execution.cancellation().check("read " + source);
            execution.progress().at("read " + source, read, 0);
        }
        linesOfCells(row);
        Finding unreadable = unreadable(row, header);
        if (unreadable != null) {
            refuse(List.of(unreadable));
            return;
        }
        Values values = rows.read();
        List<Finding> findings = rows.findings();
        duplicate(row, header, values).ifPresent(findings::add);
        if (!findings.isEmpty() && findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            refuse(findings);
            return;
        }
        Optional<T> record = make(values, row, findings);
        if (record.isPresent()) {
            findings.forEach(tally::add);
            load(record.get(), values, header);
        }
    }

    /** Says why the cells of a row cannot be read at all. */
    private @Nullable Finding unreadable(SourceRows row, Header header) {
        if (row.flaw() != null) {
            return UnreadableRow.finding(source, row);
        }
        if (!header.readable()) {
            return at(row, 0, "files.row.unreadable", "the header does not say which cell is which")
                    .maybe("Maybe mend the header or the mapping.");
        }
        if (row instanceof DelimitedReader && row.cells() == header.width() && header.isRepeated(row)) {
            return at(row, 0, "files.row.header", "the row is the header once more")
                    .maybe("Maybe two files were joined.");
        }
        if (row.cells() != header.width()) {
            return at(
                            row,
                            Math.min(row.cells(), header.width()) - 1,
                            "files.row.cells",
                            "the row has " + row.cells() + " cells, the header has " + header.width())
                    .maybe(
                            row.cells() < header.width()
                                    ? "Maybe the row was cut off."
                                    : "Maybe a cell holds the delimiter and needs quotes.");
        }
        return null;
    }

    /** A cell of several lines may be an address, or hold the rows that a quote in the wrong place has swallowed. */
    private void linesOfCells(SourceRows row) {
        if (row.flaw() != null || row.lastLine() == row.line()) {
            return;
        }
        for (int cell = 0; cell < row.cells(); cell++) {
            long from = row.line(cell);
            long to = row.lastLine(cell);
            if (to > from) {
                int at = cell + 1;
                tally.add(
                        "files.cell.lines",
                        () -> Finding.info(
                                        "files.cell.lines",
                                        "",
                                        "a quoted cell goes on from line " + from + " to line " + to)
                                .withEvidence(Map.of("firstLine", Long.toString(from), "lastLine", Long.toString(to)))
                                .withLocation(new Location(source, from, at)));
            }
        }
    }

    private Finding at(SourceRows row, int cell, String code, String message) {
        return Finding.error(code, "", message).withLocation(new Location(source, row.line(), Math.max(0, cell) + 1));
    }

    /** The first row of an identifier keeps it, whether it was loaded or refused. */
    private Optional<Finding> duplicate(SourceRows row, Header header, Values values) {
        Optional<String> id = values.text("id");
        long first = id.isPresent() ? lineOfId.putIfAbsent(id.get(), row.line()) : 0;
        if (first == 0) {
            return Optional.empty();
        }
        String key = mapping.mapping.ids().orElse("id");
        int cell = header.columns().stream()
                .filter(column -> column.field().equals(key))
                .mapToInt(Header.Column::cell)
                .findFirst()
                .orElse(0);
        return Optional.of(Finding.error(
                        "files.id.duplicate",
                        id.get() + "/" + key,
                        "'" + RowReader.shown(id.get()) + "' stands on line " + first + " as well")
                .withEvidence(Map.of("firstLine", Long.toString(first)))
                .withLocation(new Location(source, row.line(cell), row.column(cell))));
    }

    /** What a model refuses, such as a range that ends before it starts, is bad data like any other. */
    private Optional<T> make(Values values, SourceRows row, List<Finding> findings) {
        try {
            return Optional.of(shape.make().apply(values));
        } catch (IllegalArgumentException e) {
            findings.add(at(row, 0, "files.value.refused", String.valueOf(e.getMessage())));
            refuse(findings);
            return Optional.empty();
        }
    }

    private void refuse(List<Finding> findings) {
        findings.forEach(tally::add);
        String code = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .findFirst()
                .orElseThrow()
                .code();
        refusedBy.merge(code, 1L, Long::sum);
    }

    private void load(T record, Values values, Header header) {
        loaded++;
        for (Header.Column column : header.columns()) {
            if (column.type() == FieldType.MONEY) {
                values.money(column.field()).ifPresent(amount -> total(column.name(), amount));
            }
        }
        sink.accept(record);
    }

    private void total(String column, MonetaryAmount amount) {
        List<Total> ofColumn = totals.computeIfAbsent(column, name -> new ArrayList<>());
        for (Total total : ofColumn) {
            if (total.currency.equals(amount.getCurrency())) {
                total.add(Amounts.number(amount));
                return;
            }
        }
        Total total = new Total(amount.getCurrency());
        total.add(Amounts.number(amount));
        ofColumn.add(total);
    }

    private ImportReport report(SourceRows row, Header header, RowReader rows, FingerprintingReader hashed) {
        execution.progress().at("read " + source, read, read);
        ImmutableList.Builder<Omission> omitted = ImmutableList.builder();
        if (blank > 0) {
            omitted.add(new Omission("row without data", blank, ImmutableList.of()));
        }
        if (!header.unmapped().isEmpty()) {
            omitted.add(Omission.of("column not mapped", header.unmapped(), FindingTally.KEPT));
        }
        return ImportReport.builder()
                .source(source)
                .mapping(mapping.ref)
                .dialect(row.dialect())
                .read(read)
                .loaded(loaded)
                .refusedBy(ImmutableSortedMap.copyOf(refusedBy))
                .unmapped(header.unmapped())
                .missing(header.missing())
                .replaced(rows.replaced())
                .sums(sums())
                .counts(tally.counts())
                .findings(tally.kept())
                .omitted(omitted.addAll(tally.omitted()).build())
                .computedFrom(Provenance.builder()
                        .engine(CrmImporter.class.getSimpleName())
                        .putInputs(
                                "mapping",
                                new Provenance.Input(
                                        mapping.mapping.id(), mapping.mapping.version(), mapping.fingerprint))
                        .putInputs("file", new Provenance.Input(source, Long.toString(read), hashed.fingerprint()))
                        .build())
                .build();
    }

    private List<ColumnSum> sums() {
        return totals.entrySet().stream()
                .flatMap(column -> column.getValue().stream()
                        .map(total ->
                                new ColumnSum(column.getKey(), Amounts.of(total.sum, total.currency), total.rows)))
                .sorted(java.util.Comparator.comparing(ColumnSum::column)
                        .thenComparing(sum -> sum.sum().getCurrency().getCurrencyCode()))
                .toList();
    }
}
