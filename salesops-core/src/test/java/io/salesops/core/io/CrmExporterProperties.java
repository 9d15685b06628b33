package io.salesops.core.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.Product;
import io.salesops.core.crm.SalesRep;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Outcome;
import io.salesops.core.explain.Provenance;
import io.salesops.core.run.Execution;
import io.salesops.core.testkit.CrmArbitraries;
import io.salesops.core.testkit.WideArbitraries;
import java.io.StringReader;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CrmExporterProperties {
    @Provide
    Arbitrary<List<Account>> accounts() {
        return Arbitraries.oneOf(CrmArbitraries.accounts(), WideArbitraries.accounts())
                .list()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Contact>> contacts() {
        return Arbitraries.oneOf(CrmArbitraries.contacts(), WideArbitraries.contacts())
                .list()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Lead>> leads() {
        return Arbitraries.oneOf(CrmArbitraries.leads(), WideArbitraries.leads())
                .list()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Opportunity>> opportunities() {
        return Arbitraries.oneOf(CrmArbitraries.opportunities(), WideArbitraries.opportunities())
                .list()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Product>> products() {
        return Arbitraries.oneOf(CrmArbitraries.products(), WideArbitraries.products())
                .list()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<SalesRep>> reps() {
        return Arbitraries.oneOf(CrmArbitraries.salesReps(), WideArbitraries.salesReps())
                .list()
                .ofMaxSize(6);
    }

    /** Notations of one mapping. */
    @Provide
    Arbitrary<CrmMapping> notations() {
        return Arbitraries.of(
                base().build(),
                base().decimal(",").grouping(".").dates("d.M.yyyy").build(),
                base().delimiter("\t").dates("M/d/yyyy|d/M/yyyy").build(),
                base().formulaGuard(false).build(),
                base().format(FileFormat.JSON).build(),
                base().format(FileFormat.JSON).recordsAt("records").decimal(",").build());
    }

    private static CrmMapping.Builder base() {
        return CrmMapping.builder()
                .id("all")
                .version("1")
                .into(RecordKind.ACCOUNT)
                .addMissing("n/a")
                .currency("Currency");
    }

    private static <T> CrmMapping all(CrmMapping notation, RowShape<T> shape) {
        ImmutableMap.Builder<String, String> columns = ImmutableMap.builder();
        shape.fields().keySet().forEach(field -> columns.put("of " + field, field));
        return notation.withInto(shape.kind()).withColumns(columns.buildOrThrow());
    }

    @Property
    void accountsComeBack(@ForAll("accounts") List<Account> accounts, @ForAll("notations") CrmMapping notation) {
        CrmMapping mapping = all(notation, RowShape.ACCOUNTS);
        StringBuilder csv = new StringBuilder();
        ExportReport report = CrmExporter.of(mapping).accounts("accounts.csv", accounts, csv, Execution.here());
        Import<Account> read = CrmImporter.of(mapping).accounts("accounts.csv", new StringReader(csv.toString()));
        isRead(RowShape.ACCOUNTS, accounts, report, read);
    }

    @Property
    void contactsComeBack(@ForAll("contacts") List<Contact> contacts, @ForAll("notations") CrmMapping notation) {
        CrmMapping mapping = all(notation, RowShape.CONTACTS);
        StringBuilder csv = new StringBuilder();
        ExportReport report = CrmExporter.of(mapping).contacts("contacts.csv", contacts, csv, Execution.here());
        Import<Contact> read = CrmImporter.of(mapping).contacts("contacts.csv", new StringReader(csv.toString()));
        isRead(RowShape.CONTACTS, contacts, report, read);
    }

    @Property
    void leadsComeBack(@ForAll("leads") List<Lead> leads, @ForAll("notations") CrmMapping notation) {
        CrmMapping mapping = all(notation, RowShape.LEADS);
        StringBuilder csv = new StringBuilder();
        ExportReport report = CrmExporter.of(mapping).leads("leads.csv", leads, csv, Execution.here());
        Import<Lead> read = CrmImporter.of(mapping).leads("leads.csv", new StringReader(csv.toString()));
        isRead(RowShape.LEADS, leads, report, read);
    }

    @Property
    void opportunitiesComeBack(
            @ForAll("opportunities") List<Opportunity> opportunities, @ForAll("notations") CrmMapping notation) {
        CrmMapping mapping = all(notation, RowShape.OPPORTUNITIES);
        StringBuilder csv = new StringBuilder();
        ExportReport report = CrmExporter.of(mapping).opportunities("deals.csv", opportunities, csv, Execution.here());
        Import<Opportunity> read = CrmImporter.of(mapping).opportunities("deals.csv", new StringReader(csv.toString()));
        isRead(RowShape.OPPORTUNITIES, opportunities, report, read);
    }

    @Property
    void productsComeBack(@ForAll("products") List<Product> products, @ForAll("notations") CrmMapping notation) {
        CrmMapping mapping = all(notation, RowShape.PRODUCTS);
        StringBuilder csv = new StringBuilder();
        ExportReport report = CrmExporter.of(mapping).products("products.csv", products, csv, Execution.here());
        Import<Product> read = CrmImporter.of(mapping).products("products.csv", new StringReader(csv.toString()));
        isRead(RowShape.PRODUCTS, products, report, read);
    }

    @Property
    void repsComeBack(@ForAll("reps") List<SalesRep> reps, @ForAll("notations") CrmMapping notation) {
        CrmMapping mapping = all(notation, RowShape.REPS);
        StringBuilder csv = new StringBuilder();
        ExportReport report = CrmExporter.of(mapping).reps("reps.csv", reps, csv, Execution.here());
        Import<SalesRep> read = CrmImporter.of(mapping).reps("reps.csv", new StringReader(csv.toString()));
        isRead(RowShape.REPS, reps, report, read);
    }

    /** What was written is loaded without a word, and as it was, but for what the report counts beside the file. */
    private static <T> void isRead(RowShape<T> shape, List<T> given, ExportReport report, Import<T> read) {
        assertThat(report.given()).isEqualTo(given.size());
        assertThat(read.report().refused()).isZero();
        assertThat(read.report().loaded()).isEqualTo(report.written());
        assertThat(read.report().sums()).isEqualTo(report.sums());
        assertThat(file(read.report())).isEqualTo(file(report));
        Set<String> written = read.records().stream()
                .map(record -> shape.take().apply(record).required("id"))
                .collect(Collectors.toSet());
        if (report.beside().isEmpty()) {
            List<T> expected = given.stream()
                    .filter(record -> written.remove(shape.take().apply(record).required("id")))
                    .collect(Collectors.toList());
            assertThat(read.records()).isEqualTo(ImmutableList.copyOf(expected));
        } else {
            assertThat(report.omitted()).isNotEmpty();
        }
        if (report.written() < report.given()) {
            assertThat(report.findings()).isNotEmpty();
        }
    }

    private static Fingerprint file(Outcome outcome) {
        Provenance.Input file = outcome.computedFrom().inputs().get("file");
        assertThat(file).isNotNull();
        return Objects.requireNonNull(file).fingerprint();
    }

    @Property
    void guardedTextsComeBackAndAreNoFormulas(@ForAll("texts") String text) {
        String guarded = FormulaGuard.guard(text);
        assertThat(FormulaGuard.unguard(guarded)).isEqualTo(text);
        assertThat(guarded)
                .doesNotStartWith("=")
                .doesNotStartWith("+")
                .doesNotStartWith("-")
                .doesNotStartWith("@");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("'=+-@a1 ").ofMaxLength(5);
    }
}
