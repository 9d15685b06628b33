package io.salesops.core.io;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingTally;
import io.salesops.core.finding.Omission;
import io.salesops.core.money.Amounts;
import io.salesops.core.run.Execution;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/** One call of a {@link CrmExporter}: rows are gathered, read back together, and written. One thread, one run. */
final class ExportRun<T> {
    private static final int ROWS_TOGETHER = 256;

    private final CompiledMapping mapping;
    private final RowShape<T> shape;
    private final String target;
    private final FindingTally tally;
    private final Appendable csv;
    private final Execution execution;
    private final RowText text;
    private final CellText cells;
    private final Header header;
    private final ReadBack readBack;
    private final Hasher hasher = Hashing.sha256().newHasher();
    private final List<Pending> pending = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Long> refusedBy = new TreeMap<>();
    private final Map<String, Long> beside = new TreeMap<>();
    private final Map<String, Map<String, ColumnSum>> sums = new TreeMap<>();
    private long given;
    private long written;

    /** A record's values and its row, to be read back. */
    record Pending(String id, Values values, String row) {}

    ExportRun(
            CompiledMapping mapping,
            RowShape<T> shape,
            String target,
            FindingTally tally,
            Appendable csv,
            Execution execution) {
        this.mapping = mapping;
        this.shape = shape;
        this.target = target;
        this.tally = tally;
        this.csv = csv;
        this.execution = execution;
        this.cells = new CellText(mapping);
        this.header = Header.of(mapping);
        this.text = RowText.of(mapping, header);
        this.readBack = new ReadBack(mapping, header, target);
    }

    ExportReport write(Iterable<T> records) {
        append(text.before());
        for (T record : records) {
            given++;
            add(record);
            if (pending.size() == ROWS_TOGETHER) {
                flush();
            }
        }
        flush();
        append(text.after());
        execution.progress().at("write " + target, given, given);
        return report();
    }

    private void add(T record) {
        Values values = shape.take().apply(record);
        String id = values.required("id");
        List<Finding> findings = new ArrayList<>();
        if (!ids.add(id)) {
            findings.add(
                    Finding.error("files.id.duplicate", id + "/id", "'" + RowReader.shown(id) + "' was given before")
                            .maybe("Maybe only the last version of each record is to be written."));
        }
        String[] row = new String[header.width()];
        java.util.Arrays.fill(row, "");
        for (Header.Column column : header.columns()) {
            values.get(column.field())
                    .ifPresent(value -> cells.of(value)
                            .ifPresentOrElse(
                                    written -> row[column.cell()] = written,
                                    () -> findings.add(Finding.error(
                                                    "files.value.unwritable",
                                                    id + "/" + column.field(),
                                                    "the mapping has no notation for " + value
                                                            + " that is read as it alone")
                                            .maybe("Maybe the dates of the mapping need another pattern first."))));
            formula(id, column, values).ifPresent(findings::add);
        }
        currency(values, row, id).ifPresent(findings::add);
        if (findings.isEmpty()) {
            pending.add(new Pending(id, values, text.row(row)));
        } else {
            refuse(findings);
        }
    }

    private Optional<Finding> formula(String id, Header.Column column, Values values) {
        return values.text(column.field())
                .filter(value -> mapping.mapping.format() == FileFormat.DELIMITED
                        && !mapping.guardsFormulas
                        && FormulaGuard.isFormula(value))
                .map(value -> Finding.error(
                                "files.value.formula",
                                id + "/" + column.field(),
                                "a spreadsheet could read '" + RowReader.shown(value) + "' as a formula")
                        .maybe("Maybe set formulaGuard of the mapping."));
    }

    /** Writes the one currency of the row's amounts, where the file has a column for it. */
    private Optional<Finding> currency(Values values, String[] row, String id) {
        Set<CurrencyUnit> currencies = new HashSet<>();
        for (Header.Column column : header.columns()) {
            values.money(column.field()).map(MonetaryAmount::getCurrency).ifPresent(currencies::add);
        }
        if (currencies.size() > 1) {
            return Optional.of(Finding.error(
                            "files.currency.mixed",
                            id + "/currency",
                            "the amounts of one row are in " + sorted(currencies))
                    .maybe("Maybe convert them first, or write them to two files."));
        }
        for (CurrencyUnit currency : currencies) {
            if (mapping.currency.isPresent() && !mapping.currency.get().equals(currency)) {
                return Optional.of(Finding.error(
                                "files.currency.other",
                                id + "/currency",
                                "the amounts are in " + currency + ", those of the file in " + mapping.currency.get())
                        .maybe("Maybe the mapping needs a column as its currency."));
            }
            header.currencyCell()
                    .filter(cell -> row[cell].isEmpty())
                    .ifPresent(cell -> row[cell] = currency.getCurrencyCode());
        }
        return Optional.empty();
    }

    private static List<String> sorted(Set<CurrencyUnit> currencies) {
        return currencies.stream().map(CurrencyUnit::getCurrencyCode).sorted().toList();
    }

    private void flush() {
        execution.cancellation().check("write " + target);
        execution.progress().at("write " + target, given, 0);
        List<List<Finding>> read = readBack.of(pending);
        for (int row = 0; row < pending.size(); row++) {
            if (read.get(row).isEmpty()) {
                written(pending.get(row));
            } else {
                refuse(read.get(row));
            }
        }
        pending.clear();
    }

    private void written(Pending row) {
        append(written == 0 ? row.row() : text.between() + row.row());
        written++;
        Set<String> without = new HashSet<>(row.values().fields());
        for (Header.Column column : header.columns()) {
            without.remove(column.field());
            row.values().money(column.field()).ifPresent(amount -> {
                sums.computeIfAbsent(column.name(), first -> new TreeMap<>())
                        .merge(
                                amount.getCurrency().getCurrencyCode(),
                                new ColumnSum(column.name(), amount, 1),
                                ExportRun::sum);
            });
        }
        if (mapping.mapping.ids().isPresent()) {
            without.remove("id");
        }
        without.forEach(field -> beside.merge(field, 1L, Long::sum));
    }

    private static ColumnSum sum(ColumnSum one, ColumnSum other) {
        BigDecimal sum = Amounts.number(one.sum()).add(Amounts.number(other.sum()));
        return new ColumnSum(one.column(), Amounts.of(sum, one.sum().getCurrency()), one.rows() + other.rows());
    }

    private void refuse(List<Finding> findings) {
        findings.forEach(tally::add);
        refusedBy.merge(findings.get(0).code(), 1L, Long::sum);
    }

    private void append(String row) {
        try {
            csv.append(row);
            hasher.putBytes(row.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target, e);
        }
    }

    private ExportReport report() {
        ImmutableList.Builder<ColumnSum> totals = ImmutableList.builder();
        sums.values().forEach(byCurrency -> totals.addAll(byCurrency.values()));
        ImmutableList.Builder<Omission> omitted = ImmutableList.builder();
        beside.forEach((field, count) ->
                omitted.add(new Omission("field without a column: " + field, count, ImmutableList.of())));
        return ExportReport.builder()
                .target(target)
                .mapping(mapping.ref)
                .given(given)
                .written(written)
                .refusedBy(ImmutableSortedMap.copyOf(refusedBy))
                .beside(ImmutableSortedMap.copyOf(beside))
                .sums(totals.build())
                .counts(tally.counts())
                .findings(tally.kept())
                .omitted(omitted.addAll(tally.omitted()).build())
                .computedFrom(Provenance.builder()
                        .engine(CrmExporter.class.getSimpleName())
                        .putInputs(
                                "mapping",
                                new Provenance.Input(
                                        mapping.mapping.id(), mapping.mapping.version(), mapping.fingerprint))
                        .putInputs(
                                "file",
                                new Provenance.Input(
                                        target, Long.toString(written), Fingerprint.of("sha256:" + hasher.hash())))
                        .build())
                .build();
    }
}
