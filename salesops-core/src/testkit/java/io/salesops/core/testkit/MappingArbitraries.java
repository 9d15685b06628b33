package io.salesops.core.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.io.ColumnSum;
import io.salesops.core.io.CrmExporter;
import io.salesops.core.io.CrmImporter;
import io.salesops.core.io.CrmMapping;
import io.salesops.core.io.Dialect;
import io.salesops.core.io.ExportReport;
import io.salesops.core.io.FieldType;
import io.salesops.core.io.Import;
import io.salesops.core.io.ImportReport;
import io.salesops.core.io.RecordKind;
import io.salesops.core.run.Execution;
import io.salesops.core.testkit.NearlyValid.Flaw;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of mappings of CRM files, of files that they fit, and of what importing those gives. */
public final class MappingArbitraries {
    private static final ImmutableMap<RecordKind, ImmutableList<String>> REQUIRED = ImmutableMap.of(
            RecordKind.ACCOUNT, ImmutableList.of("name"),
            RecordKind.CONTACT, ImmutableList.of("lastName"),
            RecordKind.LEAD, ImmutableList.of("company"),
            RecordKind.OPPORTUNITY, ImmutableList.of("name", "stage"),
            RecordKind.PRODUCT, ImmutableList.of("name"),
            RecordKind.REP, ImmutableList.of("name"));

    private static final ImmutableMap<RecordKind, ImmutableList<String>> OPTIONAL = ImmutableMap.of(
            RecordKind.ACCOUNT,
            ImmutableList.of(
                    "parent", "website", "address.city", "employees", "revenue", "modifiedAt", "custom.segment"),
            RecordKind.CONTACT,
            ImmutableList.of("account", "email", "phone", "address.country", "custom.renewal"),
            RecordKind.LEAD,
            ImmutableList.of("email", "status", "createdAt", "custom.score"),
            RecordKind.OPPORTUNITY,
            ImmutableList.of(
                    "amount", "closeDate", "engagedOn", "owner", "custom.score", "custom.partner", "custom.fee"),
            RecordKind.PRODUCT,
            ImmutableList.of("family", "listPrice", "active"),
            RecordKind.REP,
            ImmutableList.of("team", "region", "active.from"));

    private static final ImmutableSet<String> MONEY = ImmutableSet.of("revenue", "amount", "listPrice", "custom.fee");

    private static final ImmutableMap<String, FieldType> CUSTOM = ImmutableMap.of(
            "score", FieldType.NUMBER,
            "partner", FieldType.FLAG,
            "fee", FieldType.MONEY,
            "renewal", FieldType.DAY);

    private MappingArbitraries() {}

    /**
     * A file and its mapping.
     *
     * @param mapping the mapping
     * @param text the file; its header has the columns of the mapping, its cells may be of another type
     */
    public record MappedFile(CrmMapping mapping, String text) {}

    /** Mappings into records of each kind. */
    public static Arbitrary<CrmMapping> crmMappings() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        CrmMapping.salesforceAccounts(),
                        CrmMapping.salesforceContacts(),
                        CrmMapping.salesforceLeads(),
                        CrmMapping.salesforceOpportunities()),
                Arbitraries.of(RecordKind.class).flatMap(kind -> crmMappings(kind, Arbitraries.of(true, false))));
    }

    private static Arbitrary<CrmMapping> crmMappings(RecordKind into, Arbitrary<Boolean> withId) {
        ImmutableList<String> required = of(REQUIRED, into);
        Arbitrary<Set<String>> others = Arbitraries.subsetOf(of(OPTIONAL, into));
        Arbitrary<List<String>> separators = Arbitraries.shuffle(",", ".", "'").map(shuffled -> shuffled.subList(0, 2));
        return Combinators.combine(
                        others,
                        withId,
                        Arbitraries.of("", "My "),
                        separators,
                        Arbitraries.of("yyyy-MM-dd", "d.M.yyyy|M/d/yyyy").optional(0.5),
                        Arbitraries.of(";", "\t", "|").optional(0.5),
                        Arbitraries.of("EUR", "JPY", "KWD"),
                        Arbitraries.subsetOf("n/a", "-"))
                .as((optional, id, prefix, marks, dates, delimiter, currency, missing) -> {
                    List<String> fields = new ArrayList<>(required);
                    fields.addAll(optional);
                    CrmMapping.Builder mapping = CrmMapping.builder()
                            .id("generated")
                            .version("1")
                            .into(into)
                            .decimal(marks.get(0))
                            .grouping(marks.get(1))
                            .dates(dates)
                            .moments(dates.map(given -> "yyyy-MM-dd HH:mm:ss"))
                            .formulaGuard(prefix.isEmpty())
                            .delimiter(delimiter)
                            .missing(missing)
                            .putAliases(required.get(0), ImmutableMap.of("Acme", "Acme Corp"));
                    if (id) {
                        mapping.putColumns(prefix + "id", "id");
                    } else {
                        mapping.ids(required.get(0));
                    }
                    for (String field : fields) {
                        mapping.putColumns(prefix + field, field);
                        String name = field.replace("custom.", "");
                        if (!name.equals(field) && CUSTOM.containsKey(name)) {
                            mapping.putCustom(name, of(CUSTOM, name));
                        }
                        if (MONEY.contains(field)) {
                            mapping.currency(currency);
                        }
                    }
                    return mapping.build();
                });
    }

    private static <K, V> V of(ImmutableMap<K, V> values, K key) {
        return Optional.ofNullable(values.get(key)).orElseThrow();
    }

    /** Mappings and files of up to six rows, some of whose cells cannot be read. */
    public static Arbitrary<MappedFile> mappedFiles() {
        Arbitrary<String> cells = Arbitraries.of(
                "A-1",
                "A-2",
                "Acme",
                "Größe \"X\"",
                "",
                "n/a",
                "12",
                "-3,5",
                "2026-03-31",
                "31.12.2024",
                "true",
                "1.2.3");
        return crmMappings().flatMap(mapping -> {
            List<String> header = mapping.columns().keySet().asList();
            return cells.list()
                    .ofSize(header.size())
                    .list()
                    .ofMaxSize(6)
                    .map(rows -> new MappedFile(mapping, text(mapping, header, rows)));
        });
    }

    private static String text(CrmMapping mapping, List<String> header, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>();
        all.add(header);
        all.addAll(rows);
        return FileArbitraries.quoted(all, mapping.delimiter().orElse(","), "\n");
    }

    /** What importing {@link #mappedFiles()} gives. */
    public static Arbitrary<Import<?>> imports() {
        return mappedFiles().map(MappingArbitraries::imported);
    }

    private static Import<?> imported(MappedFile file) {
        CrmImporter importer = CrmImporter.of(file.mapping());
        Reader text = new StringReader(file.text());
        return switch (file.mapping().into()) {
            case ACCOUNT -> importer.accounts("file.csv", text);
            case CONTACT -> importer.contacts("file.csv", text);
            case LEAD -> importer.leads("file.csv", text);
            case OPPORTUNITY -> importer.opportunities("file.csv", text);
            case PRODUCT -> importer.products("file.csv", text);
            case REP -> importer.reps("file.csv", text);
        };
    }

    /** Reports of imports. */
    public static Arbitrary<ImportReport> importReports() {
        return imports().map(Import::report);
    }

    /** Reports of exports of accounts, some of which cannot be written. */
    public static Arbitrary<ExportReport> exportReports() {
        return Combinators.combine(
                        CrmArbitraries.accounts().list().ofMaxSize(5),
                        Arbitraries.of(
                                CrmMapping.salesforceAccounts(),
                                CrmMapping.salesforceAccounts().withSalesforceIds(false)))
                .as((accounts, mapping) ->
                        CrmExporter.of(mapping).accounts("file.csv", accounts, new StringBuilder(), Execution.here()));
    }

    /** What was found out about the notation of files. */
    public static Arbitrary<Dialect> dialects() {
        return importReports().map(ImportReport::dialect);
    }

    /** Sums of columns of amounts. */
    public static Arbitrary<ColumnSum> columnSums() {
        return Members.of(importReports().map(ImportReport::sums));
    }

    /** Mappings with one fault. */
    public static Arbitrary<NearlyValid<CrmMapping>> nearlyValidCrmMappings() {
        Arbitrary<CrmMapping> sound = Arbitraries.of(RecordKind.ACCOUNT, RecordKind.OPPORTUNITY)
                .flatMap(kind -> crmMappings(kind, Arbitraries.just(true)));
        return NearlyValid.from(
                sound,
                ImmutableList.of(
                        new Flaw<>("files.mapping.name", mapping -> mapping.withVersion(" ")),
                        new Flaw<>("files.mapping.field", mapping -> with(mapping, "Extra", "unheardOf")),
                        new Flaw<>("files.mapping.twice", mapping -> with(mapping, "Extra", "id")),
                        new Flaw<>("files.mapping.required", MappingArbitraries::withoutRequired),
                        new Flaw<>(
                                "files.mapping.custom",
                                mapping -> CrmMapping.builder()
                                        .from(mapping)
                                        .putCustom("unmapped", FieldType.TEXT)
                                        .build()),
                        new Flaw<>("files.mapping.id", mapping -> mapping.withIds("name")),
                        new Flaw<>("files.mapping.dates", mapping -> mapping.withDates("MMM yyyy")),
                        new Flaw<>("files.mapping.number", mapping -> mapping.withDecimal("x")),
                        new Flaw<>("files.mapping.number", mapping -> mapping.withGrouping(mapping.decimal())),
                        new Flaw<>("files.mapping.delimiter", mapping -> mapping.withDelimiter("\"")),
                        new Flaw<>("files.mapping.delimiter", mapping -> mapping.withDelimiter(mapping.decimal())),
                        new Flaw<>("files.mapping.currency", MappingArbitraries::withoutCurrency),
                        new Flaw<>(
                                "files.mapping.alias",
                                mapping -> CrmMapping.builder()
                                        .from(mapping)
                                        .putAliases("phone", ImmutableMap.of("0", "n/a"))
                                        .build())));
    }

    private static CrmMapping with(CrmMapping mapping, String column, String field) {
        return CrmMapping.builder().from(mapping).putColumns(column, field).build();
    }

    private static CrmMapping withoutRequired(CrmMapping mapping) {
        String required = mapping.into() == RecordKind.OPPORTUNITY ? "stage" : "name";
        ImmutableMap.Builder<String, String> columns = ImmutableMap.builder();
        for (Map.Entry<String, String> column : mapping.columns().entrySet()) {
            if (!column.getValue().equals(required)) {
                columns.put(column);
            }
        }
        return mapping.withColumns(columns.buildOrThrow()).withAliases(ImmutableMap.of());
    }

    private static CrmMapping withoutCurrency(CrmMapping mapping) {
        return CrmMapping.builder()
                .from(mapping)
                .putColumns("Bonus", "custom.bonus")
                .putCustom("bonus", FieldType.MONEY)
                .currency(Optional.empty())
                .build();
    }
}
