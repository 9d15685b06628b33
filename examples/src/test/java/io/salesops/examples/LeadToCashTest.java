package io.salesops.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.io.CharStreams;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.io.CrmImporter;
import io.salesops.core.io.ImportReport;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.examples.sample.SampleFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeadToCashTest {
    private static final FileSource SAMPLE = FileSource.resources(SampleFiles.class);

    private static String run(FileSource files, FileSource mappings, String mapping) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LeadToCash.run(files, mappings, mapping, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** The sample's mapping with texts replaced, each by the one that follows it. */
    private static FileSource changed(String... texts) {
        return name -> {
            try (Reader reader = SAMPLE.open(name).orElseThrow()) {
                String json = CharStreams.toString(reader);
                for (int i = 0; i < texts.length; i += 2) {
                    assertThat(json).contains(texts[i]);
                    json = json.replace(texts[i], texts[i + 1]);
                }
                return Optional.of(new StringReader(json));
            }
        };
    }

    private static ImportReport report() throws IOException {
        try (Reader mapping = SAMPLE.open("sample.json").orElseThrow();
                Reader deals = SAMPLE.open("opportunities.csv").orElseThrow()) {
            CrmFiles.MappedFile file = SalesOpsJson.read("sample.json", mapping, LeadToCashMapping.class)
                    .orThrow()
                    .files()
                    .opportunities()
                    .orElseThrow();
            return CrmImporter.of(file.mapping())
                    .opportunities(file.file(), deals)
                    .report();
        }
    }

    @Test
    void runsEveryStepOnTheSample() throws IOException {
        String printed = run(SAMPLE, SAMPLE, "sample.json");
        assertThat(printed)
                .containsSubsequence(
                        "1. Read files",
                        "files.date.ambiguous",
                        "2. Check and clean records",
                        "Maybe 'Energy'.",
                        "3. Find and merge duplicate accounts",
                        "prior:",
                        "564 accounts before, 5",
                        "4. Assign accounts to territories and owners",
                        "chosen    NORTH-ENT",
                        "5. Assign leads to the owners of their accounts",
                        "match one account",
                        "6. Check owners",
                        "example.owner.inactive",
                        "7. Price and check a quote",
                        "customer discount 18%: volume of the deal",
                        "below list",
                        "-> sales-manager",
                        "billed in 1 invoice, on 2026-01-01 of USD 219,382.80",
                        "revenue USD 219,382.80: USD 219,382.80 in 2026",
                        "8. Calculate a commission statement",
                        "attainment",
                        "9. Measure the pipeline",
                        "winRate.count.closed = 0.",
                        "10. Design territories",
                        "at present accounts are within",
                        "5 territories, accounts within",
                        "R-13 ")
                .doesNotContain("Not run");
        assertThat(printed.lines().count()).isLessThanOrEqualTo(180);
    }

    @Test
    void whatIsNotShownIsCounted() throws IOException {
        ImportReport report = report();
        String printed = run(SAMPLE, SAMPLE, "sample.json");
        assertThat(report.counts()).hasSizeGreaterThan(5);
        report.counts().forEach((code, count) -> {
            assertThat(printed).contains(code);
            if (count > 1) {
                assertThat(printed).contains("and " + (count - 1) + " more " + code);
            }
        });
        report.sums()
                .forEach(sum -> assertThat(printed)
                        .contains("sum of amount: " + Printer.text(sum.sum()) + " in "
                                + String.format(Locale.ROOT, "%,d", sum.rows()) + " rows"));
        assertThat(printed).contains("left out: 1 column not mapped: next_step");
    }

    @Test
    void whatAnAliasReplacedIsCounted() throws IOException {
        assertThat(run(
                        SAMPLE,
                        changed(
                                "\"missing\": [\"n/a\"]",
                                "\"missing\": [\"n/a\"], \"aliases\": {\"product\": {\"RelayPro\": \"Relay Pro\"}}"),
                        "sample.json"))
                .containsPattern("read as an alias, product: RelayPro -> Relay Pro: [0-9]+ rows")
                .doesNotContain("pipeline.product.unmatched");
    }

    @Test
    void aByteThatIsNoUtf8IsAFinding(@TempDir Path folder) throws IOException {
        SampleFiles.main(new String[] {folder.toString()});
        Path accounts = folder.resolve("accounts.csv");
        byte[] bytes = Files.readAllBytes(accounts);
        bytes[new String(bytes, StandardCharsets.US_ASCII).indexOf("Evmere") + 2] = (byte) 0xFC;
        Files.write(accounts, bytes);
        assertThat(run(FileSource.folder(folder), SAMPLE, "sample.json"))
                .contains("accounts.csv: 569 rows = 564 loaded + 5 refused")
                .contains("accounts.csv line 2, column 2: warning files.character.replaced");
    }

    @Test
    void aFolderThatIsNotThereIsNamed(@TempDir Path folder) {
        String nowhere = folder.resolve("nowhere").toString();
        assertThatThrownBy(() -> LeadToCash.main(new String[] {nowhere, "mappings/maven-crm.json"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(nowhere);
    }

    @Test
    void faultsOfAllDefinitionsAreToldBeforeAFileIsRead() {
        FileSource unread = name -> {
            throw new AssertionError("opened " + name);
        };
        FileSource wrong = changed(
                "\"website\": \"website\"",
                "\"website\": \"webseite\"",
                "\"lastName\"",
                "\"lustName\"",
                "\"into\": \"rep\"",
                "\"into\": \"lead\"",
                "\"Engaging\", \"Lost\"",
                "\"Engagement\", \"Lost\"",
                "\"fields\": [\"website\"]",
                "\"fields\": [\"webseite\"]",
                "\"on\": \"opportunity\"",
                "\"on\": \"contact\"",
                "\"id\": \"americas-mid\"",
                "\"id\": \"americas-enterprise\"",
                "{\"product\": \"Beacon\", \"price\"",
                "{\"product\": \"Beacons\", \"price\"",
                "\"check\": \"payment.days\"",
                "\"check\": \"payment.dais\"",
                "{\"upTo\": \"100%\"",
                "{\"upTo\": \"70%\"");
        assertThatThrownBy(() -> run(unread, wrong, "sample.json"))
                .isInstanceOfSatisfying(
                        FindingsException.class,
                        e -> assertThat(e.findings())
                                .extracting(Finding::path)
                                .anyMatch(path -> path.startsWith("/files/accounts/mapping/columns/website"))
                                .anyMatch(path -> path.startsWith("/files/contacts/mapping/columns"))
                                .anyMatch(path -> path.startsWith("/files/reps/mapping/into"))
                                .anyMatch(path -> path.startsWith("/process/stages/0"))
                                .anyMatch(path -> path.startsWith("/definitions/accountRules/rules/2"))
                                .anyMatch(path -> path.startsWith("/definitions/opportunityRules/on"))
                                .anyMatch(path -> path.startsWith("/definitions/assignment/rules/1/id"))
                                .anyMatch(path -> path.startsWith("/definitions/priceBook/entries/2"))
                                .anyMatch(path -> path.startsWith("/definitions/policyPack/checks/1"))
                                .anyMatch(path -> path.startsWith("/definitions/commissionPlan/rules/0")));
    }

    @Test
    void sharedWebsitesAreFoundAfterCleaning() throws IOException {
        assertThat(run(SAMPLE, SAMPLE, "sample.json"))
                .containsPattern("accounts before cleaning: .*score 0\\.[0-9]+, .*website-unique=0}")
                .containsPattern(
                        "accounts after cleaning: .*score 0\\.[0-9]+, .*industry-known=0, website-unique=[1-9]");
    }

    @Test
    void bookingsAreConvertedWhereTheRatesAreKnown() throws IOException {
        // 18,683,866.85 x 1.08 + 9,231,048.40
        assertThat(run(SAMPLE, SAMPLE, "sample.json"))
                .contains("bookings in USD = USD 29,409,624.60, at 1 EUR = 1.08 USD on 2025-01-01 (plan 2025)");
        assertThat(run(
                        SAMPLE,
                        changed("\"currency\": \"USD\",\n  \"files\"", "\"currency\": \"CHF\",\n  \"files\""),
                        "sample.json"))
                .containsSubsequence(
                        "bookings cannot be given in CHF:",
                        "money.rate.unknown: rate table plan 2025 has no rate from EUR to CHF",
                        "money.rate.unknown: rate table plan 2025 has no rate from USD to CHF");
    }

    @Test
    void offerAndPayeeAreTheUsers() throws IOException {
        assertThat(run(
                        SAMPLE,
                        changed(
                                "\"discount\": \"18%\"",
                                "\"discount\": \"10%\"", "\"payee\": \"R-33\"", "\"payee\": \"R-32\""),
                        "sample.json"))
                .contains("customer discount 10%: volume of the deal")
                .containsPattern("R-32 won [0-9]+ deals")
                .contains("commission.quota.missing");
    }

    @Test
    void withoutAnOfferThereIsNoQuoteAndAnImpossibleOneIsRefused() throws IOException {
        String start = "\"offer\": {";
        String offer = "\"discount\": \"18%\", \"reason\": \"volume of the deal\", \"headerDiscount\": \"2%\", "
                + "\"months\": 12, \"paymentDays\": 45, \"validDays\": 30},";
        assertThat(run(SAMPLE, changed(start + offer, ""), "sample.json"))
                .containsSubsequence("Not run", "Price and check a quote: needs", "offer");
        assertThatThrownBy(() -> run(SAMPLE, changed("\"months\": 12", "\"months\": 0"), "sample.json"))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("/definitions/offer")
                .hasMessageContaining("months must be at least 1: 0");
    }

    @Test
    void printsTheSameTwice() throws IOException {
        assertThat(run(SAMPLE, SAMPLE, "sample.json")).isEqualTo(run(SAMPLE, SAMPLE, "sample.json"));
    }

    @Test
    void stepsWithoutTheirFilesAreListedAsNotRun() throws IOException {
        FileSource dealsOnly = name -> name.equals("opportunities.csv") ? SAMPLE.open(name) : Optional.empty();
        assertThat(run(dealsOnly, SAMPLE, "sample.json"))
                .contains("accounts: the file accounts.csv is not there")
                .containsSubsequence(
                        "Not run",
                        "Find and merge duplicate accounts: needs accounts",
                        "Assign accounts to territories and owners: needs accounts");
    }

    @Test
    void aWrongMappingIsRefusedWithEverythingThatIsWrong() {
        FileSource wrong = name -> Optional.of(new StringReader("""
                {"schema": "salesops/lead-to-cash/1", "asOf": "31.12.2025", "currency": "XXQ", "file": {},
                 "process": {"id": "p", "version": "1", "stages": [{"id": "A", "category": "open", "probability": "1%"}]}}
                """));
        assertThatThrownBy(() -> run(SAMPLE, wrong, "wrong.json"))
                .isInstanceOfSatisfying(
                        FindingsException.class,
                        e -> assertThat(e.findings())
                                .extracting("path")
                                .contains("/asOf", "/currency", "/file", "/files", "/process/stages/0/category"));
    }

    @Test
    void aMissingMappingSaysWhichFile() {
        assertThatThrownBy(() -> run(SAMPLE, SAMPLE, "nowhere.json"))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("nowhere.json");
    }

    @Test
    void oneArgumentIsNotEnough() {
        assertThatThrownBy(() -> LeadToCash.main(new String[] {"folder"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("FOLDER MAPPING");
    }
}
