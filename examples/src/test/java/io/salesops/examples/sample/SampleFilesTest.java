package io.salesops.examples.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.Product;
import io.salesops.core.crm.ProductId;
import io.salesops.core.crm.SalesRep;
import io.salesops.core.finding.Severity;
import io.salesops.core.io.CrmImporter;
import io.salesops.core.io.Import;
import io.salesops.core.io.ImportReport;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.quality.QualityChecker;
import io.salesops.core.quality.QualityRule;
import io.salesops.core.quality.QualityRules;
import io.salesops.core.time.AsOf;
import io.salesops.examples.CrmFiles.MappedFile;
import io.salesops.examples.LeadToCashMapping;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFilesTest {
    private static final SampleFiles SAMPLE = SampleFiles.of(SampleFiles.SEED);
    private static final LeadToCashMapping MAPPING =
            SalesOpsJson.read(resource("sample.json"), LeadToCashMapping.class).orThrow();
    private static final AsOf DAY = AsOf.date(SampleDeals.AS_OF);

    private static String resource(String name) {
        try {
            return Resources.toString(Resources.getResource(SampleFiles.class, name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    private static StringReader open(MappedFile file) {
        return new StringReader(resource(file.file()));
    }

    private static Import<Account> accounts() {
        MappedFile file = MAPPING.files().accounts().orElseThrow();
        return CrmImporter.of(file.mapping()).accounts(file.file(), open(file));
    }

    private static Import<Contact> contacts() {
        MappedFile file = MAPPING.files().contacts().orElseThrow();
        return CrmImporter.of(file.mapping()).contacts(file.file(), open(file));
    }

    private static Import<Lead> leads() {
        MappedFile file = MAPPING.files().leads().orElseThrow();
        return CrmImporter.of(file.mapping()).leads(file.file(), open(file));
    }

    private static Import<Opportunity> deals() {
        MappedFile file = MAPPING.files().opportunities().orElseThrow();
        return CrmImporter.of(file.mapping()).opportunities(file.file(), open(file));
    }

    private static Import<Product> products() {
        MappedFile file = MAPPING.files().products().orElseThrow();
        return CrmImporter.of(file.mapping()).products(file.file(), open(file));
    }

    private static Import<SalesRep> reps() {
        MappedFile file = MAPPING.files().reps().orElseThrow();
        return CrmImporter.of(file.mapping()).reps(file.file(), open(file));
    }

    @Test
    void filesThatShipAreThoseOfTheSeed(@TempDir Path folder) throws IOException {
        SampleFiles.main(new String[] {folder.toString()});
        for (Map.Entry<String, String> file : SAMPLE.files().entrySet()) {
            assertThat(Files.readString(folder.resolve(file.getKey())))
                    .as(file.getKey())
                    .isEqualTo(resource(file.getKey()));
        }
        assertThat(SAMPLE.files().values().stream().mapToInt(String::length).sum())
                .isLessThan(1_000_000);
    }

    @Test
    void anotherSeedGivesOtherFiles() {
        assertThat(SampleFiles.of(1).files())
                .isEqualTo(SampleFiles.of(1).files())
                .isNotEqualTo(SAMPLE.files());
    }

    @Test
    void filesAreLargeEnough() {
        assertThat(accounts().records()).hasSizeGreaterThan(500);
        assertThat(contacts().records()).hasSizeGreaterThan(600);
        assertThat(leads().records()).hasSizeGreaterThan(300);
        assertThat(deals().records()).hasSizeGreaterThan(2000);
        assertThat(products().records()).hasSize(8);
        assertThat(reps().records()).hasSize(18);
        assertThat(deals().report().sums())
                .extracting(sum -> sum.sum().getCurrency().getCurrencyCode())
                .containsExactly("EUR", "USD");
    }

    /** Each thing that was made wrong in a row is the finding that was meant, and nothing else is found. */
    @Test
    void importFindsExactlyTheDirt() {
        Map<String, Long> found = new TreeMap<>();
        for (ImportReport report : List.of(
                accounts().report(),
                contacts().report(),
                leads().report(),
                deals().report(),
                products().report(),
                reps().report())) {
            assertThat(report.read()).isEqualTo(report.loaded() + report.refused());
            report.counts().forEach((code, count) -> found.put(report.source() + " " + code, count));
        }
        Map<String, Long> made = new TreeMap<>(SAMPLE.dirt());
        made.keySet().removeIf(what -> !what.contains(" files."));
        assertThat(found).isEqualTo(made).hasSize(12);
    }

    @Test
    void rulesFindWhatTheImportCannotKnow() {
        QualityRules accountRules = QualityRules.builder()
                .id("accounts")
                .version("1")
                .on(QualityRules.Subject.ACCOUNT)
                .addRules(
                        new QualityRule.Complete(
                                "industry-given",
                                Severity.WARNING,
                                "industry",
                                ImmutableList.of("Select"),
                                Optional.empty()),
                        new QualityRule.OneOf("industry-known", Severity.ERROR, "industry", withSelect()),
                        new QualityRule.Pattern("country-code", Severity.WARNING, "country", "[A-Z]{2}"))
                .build();
        assertThat(QualityChecker.accounts(accountRules)
                        .check(accounts().records(), DAY)
                        .violations())
                .isEqualTo(dirt(SampleAccounts.FILE, "industry-given", "industry-known", "country-code"));

        QualityRule accountGiven = new QualityRule.Complete(
                "account-given", Severity.WARNING, "account", ImmutableList.of(), Optional.empty());
        Set<String> catalogue = products().records().stream()
                .map(product -> product.id().value())
                .collect(Collectors.toSet());
        long unmatched = deals().records().stream()
                .flatMap(deal -> deal.lines().stream())
                .map(line -> line.product())
                .filter(product -> !catalogue.contains(product.value()))
                .peek(product -> assertThat(product).isEqualTo(ProductId.of("RelayPro")))
                .count();
        QualityRules dealRules = QualityRules.builder()
                .id("deals")
                .version("1")
                .on(QualityRules.Subject.OPPORTUNITY)
                .addRules(accountGiven)
                .build();
        long homeless = QualityChecker.opportunities(dealRules)
                .check(deals().records(), DAY)
                .violations()
                .values()
                .asList()
                .get(0);
        // A refused row may have had an unknown product or no account: at most as many rows are missing as were
        // refused.
        assertThat(unmatched)
                .isBetween(
                        count(SampleDeals.FILE, "product-known")
                                - deals().report().refused(),
                        count(SampleDeals.FILE, "product-known"));
        assertThat(homeless)
                .isBetween(
                        count(SampleDeals.FILE, "account-given")
                                - deals().report().refused(),
                        count(SampleDeals.FILE, "account-given"));
        assertThat(contacts().records().stream()
                        .filter(contact -> contact.account().isEmpty())
                        .count())
                .isBetween(
                        count(SamplePeople.CONTACTS, "account-given")
                                - contacts().report().refused(),
                        count(SamplePeople.CONTACTS, "account-given"));
    }

    private static ImmutableList<String> withSelect() {
        return ImmutableList.<String>builder()
                .addAll(SampleAccounts.INDUSTRIES)
                .add("Select")
                .build();
    }

    private static long count(String file, String noticedBy) {
        return SAMPLE.dirt().getOrDefault(file + " " + noticedBy, 0L);
    }

    private static Map<String, Long> dirt(String file, String... noticedBy) {
        Map<String, Long> counts = new TreeMap<>();
        for (String name : noticedBy) {
            counts.put(name, count(file, name));
        }
        return counts;
    }

    @Test
    void accountsThatWereEnteredAgainAreLoadedBesideTheFirst() {
        Set<String> ids = accounts().records().stream()
                .map(account -> account.id().value())
                .collect(Collectors.toSet());
        assertThat(SAMPLE.duplicates().size()).isBetween(ids.size() * 7 / 100, ids.size() * 9 / 100);
        SAMPLE.duplicates().forEach((first, again) -> assertThat(ids).contains(first, again));
    }

    @Test
    void referencesPointToRecords() {
        Set<String> reps =
                reps().records().stream().map(rep -> rep.id().value()).collect(Collectors.toSet());
        Set<String> accounts = accounts().records().stream()
                .map(account -> account.id().value())
                .collect(Collectors.toSet());
        Set<String> stages = new HashSet<>();
        for (Opportunity deal : deals().records()) {
            deal.account().ifPresent(account -> assertThat(accounts).contains(account.value()));
            assertThat(deal.owner())
                    .hasValueSatisfying(owner -> assertThat(reps).contains(owner.value()));
            stages.add(deal.stage());
        }
        assertThat(stages).containsExactlyInAnyOrder("Prospecting", "Engaging", "Proposal", "Won", "Lost");
        assertThat(MAPPING.process().problems()).isEmpty();
        assertThat(stages)
                .allSatisfy(stage -> assertThat(MAPPING.process().stage(stage)).isPresent());
        assertThat(reps().report().unmapped()).containsExactly("manager");
    }
}
