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
import java.io.Reader;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads a CRM file row by row: a good row becomes a record, a bad one a finding with line and column.
 *
 * <p>A row is refused if any of its mapped cells cannot be read: there are no records that silently lack a field. What the
 * importer says about a row depends on the mapping, the row, and which identifiers stood before it, nothing else.
 *
 * <p>Text with quotes follows RFC 4180; a row may have at most 1,048,576 characters. The reader is read to its end and
 * not closed; where reading it fails, {@link java.io.UncheckedIOException} is thrown. Cost is linear in the characters; memory is
 * that of one row, the identifiers seen so far and the findings kept. Immutable and thread-safe.
 */
public final class CrmImporter {
    private final CompiledMapping mapping;
    private final Supplier<FindingTally> tallies;

    private CrmImporter(CompiledMapping mapping, Supplier<FindingTally> tallies) {
        this.mapping = mapping;
        this.tallies = tallies;
    }

    /**
     * Obtains an importer.
     *
     * @throws FindingsException with everything that is wrong with the mapping
     */
    public static CrmImporter of(CrmMapping mapping) {
        ImmutableList<Finding> findings = check(mapping);
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
        return new CrmImporter(new CompiledMapping(mapping), FindingTally::keepingFirst);
    }

    /** Returns what is wrong with a mapping; empty if an importer can be had. */
    public static ImmutableList<Finding> check(CrmMapping mapping) {
        return MappingCheck.of(mapping);
    }

    /** Returns an importer whose reports keep the first {@code keep} findings of each code, and that passes each to the listener. */
    public CrmImporter keepingFirst(int keep, Consumer<? super Finding> listener) {
        checkArgument(keep >= 0, "keep must not be negative: %s", keep);
        return new CrmImporter(mapping, () -> FindingTally.keepingFirst(keep, listener));
    }

    /** Reads accounts; {@code source} is the name of the file in findings. */
    public Import<Account> accounts(String source, Reader csv) {
        return all(RowShape.ACCOUNTS, source, csv);
    }

    /** Passes accounts to {@code sink} one by one, in the order of the file. */
    public ImportReport accounts(String source, Reader csv, Consumer<? super Account> sink, Execution execution) {
        return each(RowShape.ACCOUNTS, source, csv, sink, execution);
    }

    /** Reads contacts; {@code source} is the name of the file in findings. */
    public Import<Contact> contacts(String source, Reader csv) {
        return all(RowShape.CONTACTS, source, csv);
    }

    /** Passes contacts to {@code sink} one by one, in the order of the file. */
    public ImportReport contacts(String source, Reader csv, Consumer<? super Contact> sink, Execution execution) {
        return each(RowShape.CONTACTS, source, csv, sink, execution);
    }

    /** Reads leads; {@code source} is the name of the file in findings. */
    public Import<Lead> leads(String source, Reader csv) {
        return all(RowShape.LEADS, source, csv);
    }

    /** Passes leads to {@code sink} one by one, in the order of the file. */
    public ImportReport leads(String source, Reader csv, Consumer<? super Lead> sink, Execution execution) {
        return each(RowShape.LEADS, source, csv, sink, execution);
    }

    /** Reads opportunities; a product makes one line, for which all of the amount is paid. */
    public Import<Opportunity> opportunities(String source, Reader csv) {
        return all(RowShape.OPPORTUNITIES, source, csv);
    }

    /** Passes opportunities to {@code sink} one by one, in the order of the file. */
    public ImportReport opportunities(
            String source, Reader csv, Consumer<? super Opportunity> sink, Execution execution) {
        return each(RowShape.OPPORTUNITIES, source, csv, sink, execution);
    }

    /** Reads products; {@code source} is the name of the file in findings. */
    public Import<Product> products(String source, Reader csv) {
        return all(RowShape.PRODUCTS, source, csv);
    }

    /** Passes products to {@code sink} one by one, in the order of the file. */
    public ImportReport products(String source, Reader csv, Consumer<? super Product> sink, Execution execution) {
        return each(RowShape.PRODUCTS, source, csv, sink, execution);
    }

    /** Reads reps; {@code source} is the name of the file in findings. */
    public Import<SalesRep> reps(String source, Reader csv) {
        return all(RowShape.REPS, source, csv);
    }

    /** Passes reps to {@code sink} one by one, in the order of the file. */
    public ImportReport reps(String source, Reader csv, Consumer<? super SalesRep> sink, Execution execution) {
        return each(RowShape.REPS, source, csv, sink, execution);
    }

    private <T> Import<T> all(RowShape<T> shape, String source, Reader csv) {
        ImmutableList.Builder<T> records = ImmutableList.builder();
        ImportReport report = each(shape, source, csv, records::add, Execution.here());
        return new Import<>(records.build(), report);
    }

    private <T> ImportReport each(
            RowShape<T> shape, String source, Reader csv, Consumer<? super T> sink, Execution execution) {
        checkArgument(
                mapping.mapping.into() == shape.kind(),
                "mapping %s is into %s, not into %s. Maybe call the method for its kind.",
                mapping.mapping.id(),
                mapping.mapping.into().word(),
                shape.kind().word());
        return new ImportRun<>(mapping, shape, source, tallies.get(), sink, execution).read(csv);
    }
}
