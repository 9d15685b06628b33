package io.salesops.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.finding.Finding;
import io.salesops.core.io.CrmImporter;
import io.salesops.core.io.CrmMapping;
import io.salesops.core.io.Import;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.process.AdherenceReport;
import io.salesops.core.process.ProcessAuditor;
import io.salesops.core.process.SalesProcess;
import io.salesops.core.testdata.NeedsData;
import io.salesops.core.testdata.SharedData;
import io.salesops.core.time.AsOf;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the rules find in exports that other people made; every figure was counted by other means. */
@NeedsData
class ForeignFilesQualityTest {
    private static final AsOf YEAR_END = AsOf.date("2017-12-31");

    private static CrmMapping mapping(String json) {
        return SalesOpsJson.read(json, CrmMapping.class).orThrow();
    }

    private static QualityRules rules(String json) {
        return SalesOpsJson.read(json, QualityRules.class).orThrow();
    }

    private static List<Opportunity> deals() throws IOException {
        CrmMapping mapping = mapping("""
                { "schema": "salesops/crm-mapping/1", "id": "deals", "version": "1", "into": "opportunity",
                  "columns": {"opportunity_id": "id", "sales_agent": "owner", "product": "product", "account": "account",
                              "deal_stage": "stage", "engage_date": "engagedOn", "close_date": "closeDate", "close_value": "amount"},
                  "dates": "yyyy-MM-dd", "currency": "USD" }
                """);
        try (Reader reader = Files.newBufferedReader(SharedData.file("core/maven_crm/sales_pipeline.csv"))) {
            Import<Opportunity> deals = CrmImporter.of(mapping).opportunities("sales_pipeline.csv", reader);
            assertThat(deals.report().refused()).isZero();
            return deals.records();
        }
    }

    private static Set<String> catalogue() throws IOException {
        Set<String> products = new HashSet<>();
        Files.readAllLines(SharedData.file("core/maven_crm/products.csv")).stream()
                .skip(1)
                .forEach(line -> products.add(Splitter.on(',').splitToList(line).get(0)));
        return products;
    }

    @Test
    void dealsBreakTheRulesExactlySoOften() throws IOException {
        QualityRules rules = rules("""
                { "schema": "salesops/quality-rules/1", "id": "deals", "version": "1", "on": "opportunity", "rules": [
                    {"kind": "refers", "id": "product-known", "severity": "error", "field": "product", "to": "product"},
                    {"kind": "holds", "id": "open-has-account", "severity": "error", "opportunity":
                      {"any": [{"field": "stage", "in": ["Won", "Lost"]}, {"field": "account", "present": true}]}},
                    {"kind": "complete", "id": "engaged", "severity": "warning", "field": "engagedOn"},
                    {"kind": "holds", "id": "open-has-close", "severity": "warning", "opportunity":
                      {"any": [{"field": "stage", "in": ["Won", "Lost"]}, {"field": "closeDate", "present": true},
                               {"field": "amount", "present": true}]}},
                    {"kind": "inOrder", "id": "cycle", "severity": "error", "fields": ["engagedOn", "closeDate"]},
                    {"kind": "unique", "id": "id-once", "severity": "error", "fields": ["id"]}] }
                """);
        QualityReport report = QualityChecker.opportunities(rules)
                .referring("product", catalogue()::contains)
                .check(deals(), YEAR_END);
        assertThat(report.records()).isEqualTo(8_800);
        assertThat(report.violations())
                .containsEntry("product-known", 1_480L)
                .containsEntry("open-has-account", 1_425L)
                .containsEntry("engaged", 500L)
                .containsEntry("open-has-close", 2_089L)
                .containsEntry("cycle", 0L)
                .containsEntry("id-once", 0L);
        assertThat(report.results().get(0).values()).containsExactly(new ValueCount("GTXPro", 1_480));
        assertThat(report.results()).noneMatch(RuleResult::estimated);
    }

    @Test
    void misspeltSectorAndCountryAreFoundAndRepaired() throws IOException {
        CrmMapping mapping = mapping("""
                { "schema": "salesops/crm-mapping/1", "id": "accounts", "version": "1", "into": "account",
                  "columns": {"account": "name", "sector": "industry", "office_location": "address.country"}, "ids": "name" }
                """);
        QualityRules rules = rules("""
                { "schema": "salesops/quality-rules/1", "id": "accounts", "version": "1", "on": "account", "rules": [
                    {"kind": "oneOf", "id": "sector", "severity": "error", "field": "industry",
                     "values": ["technology", "retail", "medical", "software", "finance", "marketing", "entertainment",
                                "telecommunications", "services", "employment"]},
                    {"kind": "oneOf", "id": "country", "severity": "error", "field": "country",
                     "values": ["United States", "Kenya", "Philippines", "Japan", "Italy", "Norway", "Korea", "Jordan", "Brazil",
                                "Germany", "Panama", "Belgium", "Romania", "Poland", "China"]}] }
                """);
        try (Reader reader = Files.newBufferedReader(SharedData.file("core/maven_crm/accounts.csv"))) {
            List<Account> accounts =
                    CrmImporter.of(mapping).accounts("accounts.csv", reader).records();
            QualityReport report = QualityChecker.accounts(rules).check(accounts, YEAR_END);
            assertThat(report.results().get(0).values()).containsExactly(new ValueCount("technolgy", 12));
            assertThat(report.results().get(1).values()).containsExactly(new ValueCount("Philipines", 1));
            ChangeSet<Account> repairs = Cleanser.accounts(rules).propose(accounts);
            assertThat(repairs.changes())
                    .extracting(change -> change.after().orElseThrow())
                    .containsOnly("technology", "Philippines");
            List<Account> clean = repairs.apply(accounts);
            assertThat(QualityChecker.accounts(rules).check(clean, YEAR_END).violations())
                    .containsEntry("sector", 0L)
                    .containsEntry("country", 0L);
            assertThat(repairs.undo(clean)).isEqualTo(accounts);
        }
    }

    @Test
    void dealsLongerInEngagingThanAnyThatWasWonAreStale() throws IOException {
        SalesProcess process = SalesOpsJson.read("""
                { "schema": "salesops/sales-process/1", "id": "maven", "version": "1", "stages": [
                  {"id": "Prospecting", "category": "pipeline", "probability": "10%", "next": ["Engaging", "Lost"]},
                  {"id": "Engaging", "category": "bestCase", "probability": "50%", "maxDays": 138, "next": ["Won", "Lost"]},
                  {"id": "Won", "category": "closed", "probability": "100%"},
                  {"id": "Lost", "category": "omitted", "probability": "0%"}] }
                """, SalesProcess.class).orThrow();
        List<Opportunity> deals = deals();
        assertThat(deals.stream().filter(deal -> deal.stage().equals("Engaging")))
                .hasSize(1_589);
        AdherenceReport report = ProcessAuditor.of(process).audit(deals, YEAR_END);
        assertThat(report.breachCounts()).containsEntry("process.stage.stale", 1_291L);
    }

    /** What a form shows before anything is chosen is no value. */
    @Test
    void selectStandsForAMissingValue() throws IOException {
        CrmMapping mapping = mapping("""
                { "schema": "salesops/crm-mapping/1", "id": "leads", "version": "1", "into": "lead",
                  "columns": {"Prospect ID": "id", "Lead Source": "source",
                              "How did you hear about X Education": "custom.heard", "Specialization": "custom.specialization",
                              "Lead Profile": "custom.profile", "City": "custom.city"} }
                """);
        QualityRules rules = rules("""
                { "schema": "salesops/quality-rules/1", "id": "leads", "version": "1", "on": "lead", "rules": [
                    {"kind": "complete", "id": "source", "severity": "warning", "field": "source", "tolerated": "1%"},
                    {"kind": "complete", "id": "heard", "severity": "warning", "field": "custom.heard", "placeholders": ["select"]},
                    {"kind": "complete", "id": "profile", "severity": "warning", "field": "custom.profile",
                     "placeholders": ["Select"]}] }
                """);
        try (Reader reader = Files.newBufferedReader(SharedData.file("core/lead_scoring_xeducation/Leads.csv"))) {
            Import<Lead> leads = CrmImporter.of(mapping).leads("Leads.csv", reader);
            assertThat(leads.records()).hasSize(9_240);
            assertThat(leads.report().unmapped()).hasSize(31);
            QualityReport report = QualityChecker.leads(rules).check(leads.records(), YEAR_END);
            assertThat(report.violations()).containsEntry("source", 36L);
            assertThat(report.results().get(0).within()).isTrue();
            assertThat(report.results().get(1).problems()).containsEntry("quality.value.placeholder", 5_043L);
            assertThat(report.results().get(2).problems()).containsEntry("quality.value.placeholder", 4_146L);
            DataProfile profile = DataProfiler.leads().profile(leads.records());
            FieldProfile heard = profile.field("custom.heard").orElseThrow();
            assertThat(heard.placeholders()).containsEntry("Select", 5_043L);
            assertThat(heard.given()).isEqualTo(9_240L - report.results().get(1).violations());
            assertThat(profile.field("custom.profile").orElseThrow().placeholders())
                    .containsEntry("Select", 4_146L);
        }
    }

    @Test
    void findingNamesTheRecordAndTheRule() throws IOException {
        Opportunity deal = deals().get(1);
        assertThat(deal.id()).isEqualTo(OpportunityId.of("Z063OYW0"));
        QualityRules rules = rules("""
                { "schema": "salesops/quality-rules/1", "id": "deals", "version": "1", "on": "opportunity", "rules": [
                    {"kind": "refers", "id": "product-known", "severity": "error", "field": "product", "to": "product"}] }
                """);
        assertThat(QualityChecker.opportunities(rules)
                        .referring("product", catalogue()::contains)
                        .checkOne(deal, YEAR_END))
                .extracting(Finding::text)
                .containsExactly(
                        "error quality.reference.missing Z063OYW0/product: product 'GTXPro' is no product that is there");
    }
}
