package io.salesops.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.crm.Account;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.Product;
import io.salesops.core.crm.ProductId;
import io.salesops.core.finding.Finding;
import io.salesops.core.io.CrmImporter;
import io.salesops.core.io.CrmMapping;
import io.salesops.core.io.Import;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.testdata.NeedsData;
import io.salesops.core.testdata.SharedData;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The mapping that ships for a foreign export reads every row of it. */
@NeedsData
class MavenCrmFilesTest {
    private static final String FOLDER = "core/maven_crm/";

    private static LeadToCashMapping mapping() throws IOException {
        return SalesOpsJson.read(Files.readString(Path.of("mappings/maven-crm.json")), LeadToCashMapping.class)
                .orThrow();
    }

    private static CrmFiles files() throws IOException {
        return mapping().files();
    }

    private static Reader open(CrmFiles.MappedFile file) throws IOException {
        return Files.newBufferedReader(SharedData.file(FOLDER + file.file()));
    }

    private static Import<Opportunity> deals(CrmMapping mapping, Reader reader) {
        return CrmImporter.of(mapping).opportunities("sales_pipeline.csv", reader);
    }

    private static Import<Opportunity> deals() throws IOException {
        CrmFiles.MappedFile file = files().opportunities().orElseThrow();
        try (Reader reader = open(file)) {
            return deals(file.mapping(), reader);
        }
    }

    @Test
    void everyRowIsLoadedAndEveryColumnMapped() throws IOException {
        CrmFiles files = files();
        CrmFiles.MappedFile accounts = files.accounts().orElseThrow();
        CrmFiles.MappedFile products = files.products().orElseThrow();
        CrmFiles.MappedFile reps = files.reps().orElseThrow();
        try (Reader accountFile = open(accounts);
                Reader productFile = open(products);
                Reader repFile = open(reps)) {
            Import<Account> companies = CrmImporter.of(accounts.mapping()).accounts(accounts.file(), accountFile);
            assertThat(companies.records()).hasSize(85);
            assertThat(companies.report().findings()).isEmpty();
            assertThat(companies.report().unmapped()).isEmpty();
            assertThat(companies.records().stream()
                            .filter(account -> account.industry()
                                    .filter("technolgy"::equals)
                                    .isPresent()))
                    .hasSize(12);
            Import<Product> catalogue = CrmImporter.of(products.mapping()).products(products.file(), productFile);
            assertThat(catalogue.records()).hasSize(7);
            assertThat(catalogue.report().findings()).isEmpty();
            assertThat(CrmImporter.of(reps.mapping()).reps(reps.file(), repFile).records())
                    .hasSize(35);

            Import<Opportunity> deals = deals();
            assertThat(deals.records()).hasSize(8800);
            assertThat(deals.report().findings()).isEmpty();
            assertThat(deals.report().unmapped()).isEmpty();
            assertThat(deals.report().sums())
                    .extracting(sum -> sum.sum())
                    .containsExactly(Amounts.of("10005534", "USD"));
            Set<ProductId> sold = catalogue.records().stream().map(Product::id).collect(Collectors.toSet());
            assertThat(deals.records().stream()
                            .filter(deal -> !sold.contains(deal.lines().get(0).product())))
                    .hasSize(1480);
            assertThat(deals.records().stream().filter(deal -> deal.account().isEmpty()))
                    .hasSize(1425);
        }
    }

    /** The same deals with days written in other ways: with the pattern stated they are the same records. */
    @Test
    void daysWrittenInOtherWaysAreTheSameDays() throws IOException {
        CrmFiles.MappedFile file = files().opportunities().orElseThrow();
        String iso = Files.readString(SharedData.file(FOLDER + file.file()));
        List<Opportunity> deals = deals(file.mapping(), new StringReader(iso)).records();
        for (String pattern : List.of("M/d/yyyy", "dd-MM-yyyy")) {
            String written = rewritten(iso, pattern);
            assertThat(deals(file.mapping().withDates(pattern), new StringReader(written))
                            .records())
                    .as(pattern)
                    .isEqualTo(deals);
            Import<Opportunity> guessed =
                    deals(file.mapping().withDates(java.util.Optional.empty()), new StringReader(written));
            assertThat(guessed.report().counts().keySet()).containsExactly("files.date.ambiguous");
            assertThat(guessed.report().refused()).isPositive();
            assertThat(deals).containsAll(guessed.records());
            assertThat(guessed.report().findings())
                    .extracting(Finding::remedy)
                    .allSatisfy(remedy -> assertThat(remedy).isPresent());
        }
    }

    private static String rewritten(String iso, String pattern) {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        return Pattern.compile("\\d{4}-\\d{2}-\\d{2}")
                .matcher(iso)
                .replaceAll(day -> java.time.LocalDate.parse(day.group()).format(formatter));
    }
}
