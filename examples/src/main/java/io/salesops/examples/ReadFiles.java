package io.salesops.examples;

import com.google.common.collect.ImmutableList;
import io.salesops.core.io.CrmImporter;
import io.salesops.core.io.Import;
import io.salesops.core.io.ImportReport;
import io.salesops.examples.CrmFiles.MappedFile;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Reads the files that the mapping names; a bad row is printed with file and line, and the others are loaded. */
final class ReadFiles {
    private final FileSource source;
    private final Printer out;

    ReadFiles(FileSource source, Printer out) {
        this.source = source;
        this.out = out;
    }

    void into(LeadToCashState state) {
        CrmFiles files = state.mapping.files();
        out.section("Read files");
        state.accounts = read("accounts", files.accounts(), CrmImporter::accounts);
        state.contacts = read("contacts", files.contacts(), CrmImporter::contacts);
        state.leads = read("leads", files.leads(), CrmImporter::leads);
        state.opportunities = read("opportunities", files.opportunities(), CrmImporter::opportunities);
        state.products = read("products", files.products(), CrmImporter::products);
        state.reps = read("reps", files.reps(), CrmImporter::reps);
    }

    private interface Importing<T> {
        Import<T> read(CrmImporter importer, String name, Reader reader);
    }

    private <T> ImmutableList<T> read(String kind, Optional<MappedFile> file, Importing<T> importing) {
        if (file.isEmpty()) {
            out.line("%s: not in the mapping", kind);
            return ImmutableList.of();
        }
        String name = file.get().file();
        try (Reader reader = source.open(name).orElse(null)) {
            if (reader == null) {
                out.line("%s: the file %s is not there", kind, name);
                return ImmutableList.of();
            }
            Import<T> loaded = importing.read(CrmImporter.of(file.get().mapping()), name, reader);
            print(name, loaded.report());
            return loaded.records();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    private void print(String name, ImportReport report) {
        out.line("%s: %,d rows = %,d loaded + %,d refused", name, report.read(), report.loaded(), report.refused());
        report.sums()
                .forEach(sum ->
                        out.line("  sum of %s: %s in %,d rows", sum.column(), Printer.text(sum.sum()), sum.rows()));
        report.replaced().forEach((what, rows) -> out.line("  read as an alias, %s: %,d rows", what, rows));
        out.findings(report.findings(), report.counts());
        out.omitted(report.omitted());
    }
}
