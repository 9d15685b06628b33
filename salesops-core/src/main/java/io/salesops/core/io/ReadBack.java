package io.salesops.core.io;

import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Severity;
import io.salesops.core.money.Amounts;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;

/** Reads rows that are about to be written as an importer would, and says where one would be read as something else. */
final class ReadBack {
    private final CompiledMapping mapping;
    private final Header header;
    private final String target;

    ReadBack(CompiledMapping mapping, Header header, String target) {
        this.mapping = mapping;
        this.header = header;
        this.target = target;
    }

    /** The findings of each row; none where it is read as it was meant. */
    List<List<Finding>> of(List<ExportRun.Pending> rows) {
        List<List<Finding>> all = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(row.row()));
        try {
            SourceRows reader = reader(new StringReader(text.toString()));
            RowReader values = new RowReader(mapping, header, target, reader);
            for (ExportRun.Pending row : rows) {
                boolean isThere = reader.next();
                all.add(isThere ? findings(row, reader, values) : List.of(unreadable(row, "it is no row")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read back what is to be written to " + target, e);
        }
        return all;
    }

    private SourceRows reader(StringReader text) throws IOException {
        return mapping.mapping.format() == FileFormat.JSON
                ? new JsonRows(
                        text,
                        header.names(),
                        Optional.empty(),
                        mapping.mapping.decimal().charAt(0))
                : new DelimitedReader(text, Optional.of(RowText.delimiter(mapping)));
    }

    private List<Finding> findings(ExportRun.Pending row, SourceRows reader, RowReader values) {
        if (reader.flaw() != null) {
            return List.of(unreadable(row, UnreadableRow.finding(target, reader).message()));
        }
        if (reader instanceof DelimitedReader && header.isRepeated(reader)) {
            return List.of(unreadable(row, "it is the header once more"));
        }
        Values read = values.read();
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : values.findings()) {
            if (finding.severity() == Severity.ERROR) {
                findings.add(Finding.error(finding.code(), finding.path(), finding.message())
                        .maybe("Maybe the record needs cleaning, or the mapping another notation."));
            }
        }
        if (findings.isEmpty()) {
            for (Header.Column column : header.columns()) {
                changed(row, column.field(), read).ifPresent(findings::add);
            }
            mapping.mapping.ids().flatMap(field -> changed(row, "id", read)).ifPresent(findings::add);
        }
        return findings;
    }

    private static Optional<Finding> changed(ExportRun.Pending row, String field, Values read) {
        Optional<Object> meant = row.values().get(field);
        Optional<Object> found = read.get(field);
        boolean isSame =
                meant.isPresent() == found.isPresent() && (meant.isEmpty() || isSame(meant.get(), found.get()));
        return isSame
                ? Optional.empty()
                : Optional.of(Finding.error(
                                "files.value.changed",
                                row.id() + "/" + field,
                                shown(meant) + " would be read as " + shown(found))
                        .maybe("Maybe the value needs cleaning, or the mapping other missing values or aliases."));
    }

    private static boolean isSame(Object meant, Object found) {
        if (meant instanceof BigDecimal number && found instanceof BigDecimal other) {
            return number.compareTo(other) == 0;
        }
        if (meant instanceof MonetaryAmount amount && found instanceof MonetaryAmount other) {
            return amount.getCurrency().equals(other.getCurrency())
                    && Amounts.number(amount).compareTo(Amounts.number(other)) == 0;
        }
        return meant.equals(found);
    }

    private static String shown(Optional<Object> value) {
        return value.map(present -> "'" + RowReader.shown(present.toString()) + "'")
                .orElse("nothing");
    }

    private static Finding unreadable(ExportRun.Pending row, String why) {
        return Finding.error("files.row.unreadable", row.id(), "the row cannot be read again: " + why)
                .maybe("Maybe one of its texts needs cleaning.");
    }
}
