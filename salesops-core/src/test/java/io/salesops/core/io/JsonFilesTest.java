package io.salesops.core.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.crm.Contact;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Location;
import io.salesops.core.money.Amounts;
import io.salesops.core.run.Execution;
import io.salesops.core.testkit.FileArbitraries;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFilesTest {
    /** As the Salesforce command line exports a tree of records. */
    private static final CrmMapping TREE = CrmMapping.builder()
            .id("tree")
            .version("1")
            .into(RecordKind.CONTACT)
            .format(FileFormat.JSON)
            .recordsAt("records")
            .putColumns("attributes.referenceId", "id")
            .putColumns("LastName", "lastName")
            .putColumns("Phone", "phone")
            .build();

    /** As HubSpot answers. */
    private static final CrmMapping DEALS = CrmMapping.builder()
            .id("deals")
            .version("1")
            .into(RecordKind.OPPORTUNITY)
            .format(FileFormat.JSON)
            .recordsAt("results")
            .currency("USD")
            .putColumns("id", "id")
            .putColumns("properties.dealstage", "stage")
            .putColumns("properties.amount", "amount")
            .putColumns("properties.closedate", "closeDate")
            .putColumns("properties.createdate", "createdAt")
            .putColumns("properties.products", "custom.products")
            .build();

    private static Import<Opportunity> deals(CrmMapping mapping, String json) {
        return CrmImporter.of(mapping).opportunities("deals.json", new StringReader(json));
    }

    @Test
    void recordsStandUnderANameAndValuesUnderNames() {
        Import<Contact> file = CrmImporter.of(TREE).contacts("contacts.json", new StringReader("""
                        {"totalSize": 2, "records": [
                          {"attributes": {"type": "Contact", "referenceId": "C1"}, "LastName": "Holmes", "Phone": "+1 617"},
                          {"attributes": {"type": "Contact", "referenceId": "C2"}, "LastName": "Price", "Title": null}
                        ]}"""));

        assertThat(file.records()).extracting(contact -> contact.id().value()).containsExactly("C1", "C2");
        assertThat(file.records().get(0).phone()).contains("+1 617");
        assertThat(file.report().unmapped()).containsExactly("totalSize", "attributes.type", "Title");
        assertThat(file.report().missing()).isEmpty();
        assertThat(file.report().dialect()).isEqualTo(new Dialect("", false, false));
    }

    @Test
    void numbersFlagsMomentsAndChoicesBecomeValues() {
        Opportunity deal = deals(DEALS, """
                        {"results": [{"id": 512, "properties": {"dealstage": "won", "amount": "1500.50",
                          "closedate": "2019-12-07T16:50:06.678Z", "createdate": "2019-12-01T08:00:00Z", "products": ["a", "b"]}}]}""").records().get(0);

        assertThat(deal.id().value()).isEqualTo("512");
        assertThat(deal.amount()).contains(Amounts.of("1500.50", "USD"));
        assertThat(deal.closeDate()).contains(LocalDate.parse("2019-12-07"));
        assertThat(deal.createdAt()).contains(Instant.parse("2019-12-01T08:00:00Z"));
        assertThat(deal.custom().get("products", String.class)).contains("a;b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"id\": 1, \"properties\": {\"dealstage\": \"won\", \"amount\": 1.5e2}}]",
                "\uFEFF{\"id\": \"1\", \"properties\": {\"dealstage\": \"won\", \"amount\": 150}}",
                "{\"id\": \"1\", \"properties\": {\"dealstage\": \"won\", \"amount\": \"150.00\"}}\n\n",
                " [ {\"properties\": {\"amount\": 150.00, \"dealstage\": \"won\"}, \"id\": 1} ] "
            })
    void objectsStandInAnArrayOrOneAfterTheOther(String json) {
        Import<Opportunity> file = deals(DEALS.withRecordsAt(Optional.empty()), json);

        assertThat(file.records()).hasSize(1);
        assertThat(file.records().get(0).amount()).contains(Amounts.of("150", "USD"));
        assertThat(file.report().missing())
                .containsExactly("properties.closedate", "properties.createdate", "properties.products");
    }

    @Test
    void aBadObjectIsRefusedWhereItStandsAndTheNextIsRead() {
        Import<Opportunity> file = deals(DEALS.withRecordsAt(Optional.empty()), """
                        {"id": "1", "properties": {"dealstage": "won", "amount": "ten"}}
                        17
                        {"id": "2", "id": "3", "properties": {"dealstage": "won"}}
                        {"id": "4", "properties": {"dealstage": "won"}}
                        {}
                        {"id": "5", "properties": {"dealstage": "wo""");

        assertThat(file.records()).extracting(deal -> deal.id().value()).containsExactly("4");
        assertThat(file.report().read()).isEqualTo(5);
        assertThat(file.report().refusedBy().keySet())
                .containsExactlyInAnyOrder(
                        "files.number.invalid", "files.json.object", "files.json.twice", "files.json.invalid");
        assertThat(file.report().findings())
                .filteredOn(finding -> finding.code().equals("files.number.invalid"))
                .extracting(Finding::location)
                .containsExactly(Optional.of(new Location("deals.json", 1, 58)));
        assertThat(file.report().omitted())
                .anyMatch(omission -> omission.reason().equals("row without data"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"data\": []}", "[1]", "null", "{\"results\": 5}"})
    void aFileWithoutRecordsIsNamed(String json) {
        ImportReport report = deals(DEALS, json).report();

        assertThat(report.loaded()).isZero();
        assertThat(report.findings()).extracting(Finding::code).anyMatch(code -> code.startsWith("files.json."));
    }

    @Test
    void aMomentByThePatternOfTheMappingStandsInItsZone() {
        CrmMapping mapping = DEALS.withRecordsAt(Optional.empty())
                .withMoments("yyyy-MM-dd HH:mm:ss")
                .withZone(java.time.ZoneId.of("Europe/Berlin"));
        Opportunity deal = deals(mapping, """
                        {"id": "1", "properties": {"dealstage": "won", "createdate": "2026-01-31 00:30:00", "closedate": "2026-01-31 23:30:00"}}
                        """).records().get(0);

        assertThat(deal.createdAt()).contains(Instant.parse("2026-01-30T23:30:00Z"));
        assertThat(deal.closeDate()).contains(LocalDate.parse("2026-01-31"));
    }

    @Test
    void aMappingOfJsonIsCheckedAsSuch() {
        assertThat(CrmImporter.check(DEALS.withFormat(FileFormat.DELIMITED)))
                .extracting(Finding::code)
                .containsExactly("files.mapping.records");
        assertThat(CrmImporter.check(DEALS.withMoments("yyyy-MM-dd")
                        .withColumns(java.util.Map.of("id", "id", "a", "stage", "a.b", "name"))))
                .extracting(Finding::code)
                .contains("files.mapping.moments", "files.mapping.column");
    }

    @Test
    void objectsAreWrittenNestedAndNumbersAreNumbers() {
        StringBuilder json = new StringBuilder();
        Opportunity deal = deals(
                        DEALS.withRecordsAt(Optional.empty()),
                        "{\"id\": \"1\", \"properties\": {\"dealstage\": \"=w\\\"on\", \"amount\": 1500}}")
                .records()
                .get(0);
        CrmExporter.of(DEALS).opportunities("deals.json", List.of(deal), json, Execution.here());

        assertThat(json.toString()).isEqualTo("""
                        {"results":[
                        {"id":"1","properties":{"dealstage":"=w\\"on","amount":1500.00}}
                        ]}
                        """);
    }

    @Test
    void hostileTextsEndInFindings() {
        String deep = "{\"a\":".repeat(5_000);
        String names = "{\"id\": \"1\", \"properties\": {\"dealstage\": \"won\"}"
                + java.util.stream.IntStream.range(0, 50_000)
                        .mapToObj(number -> ", \"n" + number + "\": 1")
                        .collect(java.util.stream.Collectors.joining())
                + "}";
        CrmMapping lines = DEALS.withRecordsAt(Optional.empty());

        assertThat(deals(lines, deep).report().refusedBy()).containsOnlyKeys("files.json.invalid");
        assertThat(deals(lines, names).report().unmapped()).hasSize(JsonRows.MOST_NAMES);
        assertThat(deals(lines, "{\"id\": \"" + "x".repeat(2_000_000) + "\"}")
                        .report()
                        .refusedBy())
                .containsOnlyKeys("files.row.long");
        assertThat(deals(
                                lines,
                                "{\"id\": 1e999999999, \"properties\": {\"dealstage\": \"won\", \"amount\": 1e999999999}}")
                        .report()
                        .refusedBy())
                .containsOnlyKeys("files.number.invalid");
        FileArbitraries.noise().sampleStream().limit(200).forEach(noise -> {
            ImportReport report = deals(lines, noise).report();
            assertThat(report.read()).isEqualTo(report.loaded() + report.refused());
        });
    }
}
