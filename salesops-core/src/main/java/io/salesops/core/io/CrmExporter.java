package io.salesops.core.io;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.Product;
import io.salesops.core.crm.SalesRep;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingTally;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.run.Execution;
import java.util.function.Consumer;

/**
 * Writes records to a CRM file that a {@link CrmImporter} of the same mapping reads back as they were.
 *
 * <p>Each row is read back before it is written. A record whose row would be read as another one, or not at all, is refused
 * with a finding: a name that the mapping takes for a missing value, a text with blanks around it, a day that its patterns
 * read as two, an amount in a currency for which the file has no place. Fields without a column, and what no row can hold,
 * are counted. Numbers come back equal in value, without trailing zeros kept or lost in meaning.
 *
 * <p>Text with quotes follows RFC 4180, with CRLF after each row; texts that a spreadsheet could run as formulas are
 * guarded, see {@link CrmMapping#formulaGuard}. Cells are separated by the delimiter of the mapping; where it states none,
 * by a comma, or by a semicolon where the comma separates decimals. The file is complete, with its header, even without a
 * record. The target is neither flushed nor closed; where writing fails, {@link java.io.UncheckedIOException} is thrown.
 * Cost is linear in the characters; memory is that of a few hundred rows, the identifiers seen so far and the findings kept.
 * Immutable and thread-safe.
 */
public final class CrmExporter {
    private final CompiledMapping mapping;
    private final int keep;
    private final Consumer<? super Finding> listener;

    private CrmExporter(CompiledMapping mapping, int keep, Consumer<? super Finding> listener) {
        this.mapping = mapping;
        this.keep = keep;
        this.listener = listener;
    }

    /**
     * Obtains an exporter.
     *
     * @throws FindingsException with everything that is wrong with the mapping
     */
    public static CrmExporter of(CrmMapping mapping) {
        ImmutableList<Finding> findings = check(mapping);
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
        return new CrmExporter(new CompiledMapping(mapping), FindingTally.KEPT, finding -> {});
    }

    /**
     * Returns what is wrong with a mapping; empty if an exporter can be had. Beside what an importer refuses, names of columns
     * must not be formulas.
     */
    public static ImmutableList<Finding> check(CrmMapping mapping) {
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        findings.addAll(MappingCheck.of(mapping));
        mapping.columns().keySet().stream()
                .filter(FormulaGuard::isFormula)
                .forEach(column -> findings.add(Finding.error(
                                "files.mapping.formula",
                                "/columns/" + column,
                                "a spreadsheet could read the name '" + column + "' as a formula")
                        .maybe("Maybe rename the column.")));
        return findings.build();
    }

    /** Returns an exporter whose reports keep the first {@code keep} findings of each code, and that passes each to the listener. */
    public CrmExporter keepingFirst(int keep, Consumer<? super Finding> listener) {
        checkArgument(keep >= 0, "keep must not be negative: %s", keep);
        return new CrmExporter(mapping, keep, listener);
    }

    /** Writes accounts in the order given; {@code target} is the name of the file in findings. */
    public ExportReport accounts(String target, Iterable<Account> accounts, Appendable csv, Execution execution) {
        return write(RowShape.ACCOUNTS, target, accounts, csv, execution);
    }

    /** Writes contacts in the order given; {@code target} is the name of the file in findings. */
    public ExportReport contacts(String target, Iterable<Contact> contacts, Appendable csv, Execution execution) {
        return write(RowShape.CONTACTS, target, contacts, csv, execution);
    }

    /** Writes leads in the order given; {@code target} is the name of the file in findings. */
    public ExportReport leads(String target, Iterable<Lead> leads, Appendable csv, Execution execution) {
        return write(RowShape.LEADS, target, leads, csv, execution);
    }

    /** Writes opportunities in the order given; {@code target} is the name of the file in findings. */
    public ExportReport opportunities(
            String target, Iterable<Opportunity> opportunities, Appendable csv, Execution execution) {
        return write(RowShape.OPPORTUNITIES, target, opportunities, csv, execution);
    }

    /** Writes products in the order given; {@code target} is the name of the file in findings. */
    public ExportReport products(String target, Iterable<Product> products, Appendable csv, Execution execution) {
        return write(RowShape.PRODUCTS, target, products, csv, execution);
    }

    /** Writes reps in the order given; {@code target} is the name of the file in findings. */
    public ExportReport reps(String target, Iterable<SalesRep> reps, Appendable csv, Execution execution) {
        return write(RowShape.REPS, target, reps, csv, execution);
    }

    private <T> ExportReport write(
            RowShape<T> shape, String target, Iterable<T> records, Appendable csv, Execution execution) {
        checkArgument(
                mapping.mapping.into() == shape.kind(),
                "mapping %s is of %s, not of %s. Maybe call the method for its kind.",
                mapping.mapping.id(),
                mapping.mapping.into().word(),
                shape.kind().word());
        return new ExportRun<>(mapping, shape, target, FindingTally.keepingFirst(keep, listener), csv, execution)
                .write(records);
    }
}
