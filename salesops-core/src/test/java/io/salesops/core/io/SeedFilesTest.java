package io.salesops.core.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.run.Execution;
import io.salesops.core.testdata.NeedsData;
import io.salesops.core.testdata.SharedData;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Exports of several CRMs in several shapes: every row is loaded or refused, every column mapped or listed. */
@NeedsData
class SeedFilesTest {
    private static final String SALESFORCE = "core/dbt_salesforce_seeds/integration_tests/seeds/";
    private static final String HUBSPOT = "core/dbt_hubspot_seeds/integration_tests/seeds/";
    private static final String MOMENTS = "\"moments\": \"yyyy-MM-dd H:mm:ss\", \"dates\": \"yyyy-MM-dd\", ";
    private static final String ACCOUNT =
            "\"into\": \"account\", \"currency\": \"USD\", \"salesforceIds\": false, \"columns\": {\"id\":"
                    + " \"id\", \"name\": \"name\", \"owner_id\": \"owner\", \"parent_id\": \"parent\", \"annual_revenue\": \"revenue\","
                    + " \"number_of_employees\": \"employees\", \"billing_city\": \"address.city\", \"website\": \"website\"}";
    private static final String CONTACT = "\"into\": \"contact\", \"columns\": {\"id\": \"id\", \"last_name\":"
            + " \"lastName\", \"first_name\": \"firstName\", \"account_id\": \"account\", \"email\": \"email\"}";
    private static final String OPPORTUNITY =
            "\"into\": \"opportunity\", \"currency\": \"USD\", \"columns\": {\"id\": \"id\","
                    + " \"name\": \"name\", \"stage_name\": \"stage\", \"amount\": \"amount\", \"close_date\": \"closeDate\","
                    + " \"created_date\": \"createdAt\", \"owner_id\": \"owner\", \"account_id\": \"account\"}";

    private record Seed(String file, String mapping, long loaded, long refused) {}

    private static final List<Seed> SEEDS = List.of(
            new Seed(SALESFORCE + "sf_account_data.csv", ACCOUNT, 10, 0),
            new Seed(SALESFORCE + "sf_account_history_data.csv", ACCOUNT, 10, 0),
            new Seed(SALESFORCE + "sf_contact_data.csv", CONTACT, 3, 1),
            new Seed(SALESFORCE + "sf_contact_history_data.csv", CONTACT, 3, 1),
            new Seed(
                    SALESFORCE + "sf_lead_data.csv",
                    "\"into\": \"lead\", \"salesforceIds\": true, \"columns\": {\"id\": \"id\", \"company\": \"company\","
                            + " \"last_name\": \"lastName\", \"status\": \"status\", \"created_date\": \"createdAt\","
                            + " \"owner_id\": \"owner\"}",
                    1,
                    0),
            new Seed(SALESFORCE + "sf_opportunity_data.csv", OPPORTUNITY, 10, 0),
            new Seed(SALESFORCE + "sf_opportunity_history_data.csv", OPPORTUNITY, 10, 0),
            new Seed(
                    SALESFORCE + "sf_product_2_data.csv",
                    "\"into\": \"product\", \"salesforceIds\": true, \"columns\": {\"id\": \"id\", \"name\": \"name\","
                            + " \"family\": \"family\", \"is_active\": \"active\"}",
                    2,
                    0),
            new Seed(
                    SALESFORCE + "sf_user_data.csv",
                    "\"into\": \"rep\", \"salesforceIds\": true, \"columns\": {\"id\": \"id\", \"name\": \"name\"}",
                    10,
                    0),
            new Seed(
                    HUBSPOT + "company_data.csv",
                    "\"into\": \"account\", \"currency\": \"USD\", \"columns\": {\"id\": \"id\", \"property_name\": \"name\","
                            + " \"property_industry\": \"industry\", \"property_annualrevenue\": \"revenue\","
                            + " \"property_country\": \"address.country\"}",
                    24,
                    0),
            new Seed(
                    HUBSPOT + "contact_data.csv",
                    "\"into\": \"contact\", \"columns\": {\"id\": \"id\", \"property_lastname\": \"lastName\","
                            + " \"property_email\": \"email\", \"property_jobtitle\": \"title\"}",
                    22,
                    0),
            new Seed(
                    HUBSPOT + "deal_data.csv",
                    "\"into\": \"opportunity\", \"currency\": \"USD\", \"columns\": {\"deal_id\": \"id\", \"deal_pipeline_stage_id\":"
                            + " \"stage\", \"property_dealname\": \"name\", \"property_amount\": \"amount\","
                            + " \"property_closedate\": \"closeDate\", \"owner_id\": \"owner\"}",
                    0,
                    44),
            new Seed(
                    HUBSPOT + "owner_data.csv",
                    "\"into\": \"rep\", \"columns\": {\"owner_id\": \"id\", \"email\": \"name\"}",
                    100,
                    0));

    @TestFactory
    Stream<DynamicTest> everyRowIsLoadedOrRefusedAndEveryColumnMappedOrListed() {
        return SEEDS.stream()
                .map(seed -> DynamicTest.dynamicTest(
                        seed.file().substring(seed.file().lastIndexOf('/') + 1), () -> reads(seed)));
    }

    private static CrmMapping mapping(String id, String fields) {
        return SalesOpsJson.read(
                        "{\"schema\": \"salesops/crm-mapping/1\", \"id\": \"" + id + "\", \"version\": \"1\", " + fields
                                + "}",
                        CrmMapping.class)
                .orThrow();
    }

    private static ImportReport report(CrmMapping mapping, String source, Reader reader) {
        CrmImporter importer = CrmImporter.of(mapping);
        return switch (mapping.into()) {
            case ACCOUNT -> importer.accounts(source, reader, record -> {}, Execution.here());
            case CONTACT -> importer.contacts(source, reader, record -> {}, Execution.here());
            case LEAD -> importer.leads(source, reader, record -> {}, Execution.here());
            case OPPORTUNITY -> importer.opportunities(source, reader, record -> {}, Execution.here());
            case PRODUCT -> importer.products(source, reader, record -> {}, Execution.here());
            case REP -> importer.reps(source, reader, record -> {}, Execution.here());
        };
    }

    private static void reads(Seed seed) throws IOException {
        CrmMapping mapping = mapping("seed", MOMENTS + seed.mapping());
        String text = Files.readString(SharedData.file(seed.file()));
        ImportReport report = report(mapping, seed.file(), new StringReader(text));
        assertThat(report.loaded()).as(report.explain()).isEqualTo(seed.loaded());
        assertThat(report.refused()).isEqualTo(seed.refused());
        Set<String> accounted = new HashSet<>(mapping.columns().keySet());
        accounted.addAll(report.unmapped());
        assertThat(report.missing()).isEmpty();
        DelimitedReader header = new DelimitedReader(new StringReader(text), java.util.Optional.of(','));
        header.next();
        for (int cell = 0; cell < header.cells(); cell++) {
            assertThat(accounted).contains(header.cell(cell).strip());
        }
    }

    @Test
    void recordTreesAreRead() throws IOException {
        String head = "\"format\": \"json\", \"recordsAt\": \"records\", ";
        CrmMapping contacts = mapping(
                "contacts",
                head
                        + "\"into\": \"contact\", \"columns\": {\"attributes.referenceId\": \"id\", \"LastName\": \"lastName\","
                        + " \"FirstName\": \"firstName\", \"Phone\": \"phone\", \"Email\": \"email\"}");
        CrmMapping brokers = mapping(
                "brokers",
                head + "\"into\": \"rep\", \"columns\": {\"attributes.referenceId\": \"id\", \"Name\": \"name\"}");
        CrmMapping properties = mapping(
                "properties",
                head + "\"into\": \"account\", \"columns\": {\"attributes.referenceId\": \"id\", \"Name\": \"name\","
                        + " \"City__c\": \"address.city\", \"Price__c\": \"custom.price\"}, \"custom\": {\"price\": \"number\"}");
        for (CrmMapping mapping : List.of(contacts, brokers, properties)) {
            String file = "core/sfdx_dreamhouse/" + mapping.id() + "-data.json";
            try (Reader reader = Files.newBufferedReader(SharedData.file(file))) {
                ImportReport report = report(mapping, file, reader);
                assertThat(report.refused()).isZero();
                assertThat(report.loaded()).isPositive();
                assertThat(report.missing()).isEmpty();
                assertThat(report.unmapped()).contains("attributes.type");
            }
        }
    }

    /** Inserts into a table as a file of cells, so that a database is one more source of them. */
    private static String csv(List<String> lines, String table) {
        List<String> columns = new ArrayList<>();
        StringBuilder rows = new StringBuilder();
        boolean inTable = false;
        Pattern value = Pattern.compile("'((?:[^']|'')*)'|([^,()']+)");
        for (String line : lines) {
            if (line.startsWith("CREATE TABLE")) {
                inTable = line.contains("\"" + table + "\"");
            } else if (inTable && line.startsWith("\t") && !line.contains("PRIMARY KEY")) {
                columns.add(Splitter.on(' ').splitToList(line.strip()).get(0).replace("\"", ""));
            } else if (line.startsWith("INSERT INTO \"" + table + "\" VALUES(")) {
                Matcher cells = value.matcher(line.substring(line.indexOf('(')));
                List<String> row = new ArrayList<>();
                while (cells.find() && row.size() < columns.size()) {
                    String cell = cells.group(1) == null
                            ? cells.group(2)
                            : cells.group(1).replace("''", "'");
                    row.add("\"" + cell.replace("\"", "\"\"") + "\"");
                }
                rows.append(String.join(",", row)).append("\r\n");
            }
        }
        return String.join(",", columns) + "\r\n" + rows;
    }

    @Test
    void insertsOfADatabaseAreReadAsCells() throws IOException {
        List<String> lines = Files.readAllLines(SharedData.file("core/npsp_1k/test_data.sql"));
        CrmMapping accounts = mapping(
                "npsp-accounts",
                "\"into\": \"account\", \"columns\": {\"id\": \"id\", \"Name\": \"name\", \"BillingCountry\":"
                        + " \"address.country\", \"BillingStreet\": \"address.street\", \"BillingState\": \"address.state\","
                        + " \"BillingCity\": \"address.city\", \"BillingPostalCode\": \"address.postalCode\"}");
        CrmMapping contacts = mapping(
                "npsp-contacts",
                "\"into\": \"contact\", \"columns\": {\"id\": \"id\", \"LastName\": \"lastName\", \"FirstName\": \"firstName\","
                        + " \"Email\": \"email\", \"Phone\": \"phone\", \"Title\": \"title\", \"account_id\": \"account\"}");
        CrmMapping deals = mapping(
                "npsp-deals",
                "\"into\": \"opportunity\", \"currency\": \"USD\", \"dates\": \"yyyy-MM-dd\", \"columns\": {\"id\": \"id\", \"name\":"
                        + " \"name\", \"amount\": \"amount\", \"stage_name\": \"stage\", \"close_date\": \"closeDate\","
                        + " \"account_id\": \"account\"}");
        ImportReport account = report(accounts, "Account", new StringReader(csv(lines, "Account")));
        assertThat(account.loaded()).as(account.findings().toString()).isEqualTo(1_223);
        assertThat(account.unmapped()).containsExactly("npe01__SYSTEM_AccountType__c", "RecordTypeId");
        ImportReport contact = report(contacts, "Contact", new StringReader(csv(lines, "Contact")));
        assertThat(contact.loaded()).as(contact.findings().toString()).isEqualTo(1_024);
        assertThat(contact.unmapped()).containsExactly("Salutation", "primary_affiliation__c");
        ImportReport deal = report(deals, "Opportunity", new StringReader(csv(lines, "Opportunity")));
        assertThat(deal.read()).isEqualTo(1_517);
        assertThat(deal.loaded()).as(deal.findings().toString()).isEqualTo(1_517);
        assertThat(deal.unmapped())
                .containsExactly(
                        "dont_create_payments", "primary_contact__c", "npe03__recurring_donation__c", "campaign_id");
    }

    @Test
    void readyMappingsAreSound() {
        assertThat(List.of(
                        CrmMapping.hubspotCompanies(),
                        CrmMapping.hubspotContacts(),
                        CrmMapping.hubspotDeals(),
                        CrmMapping.hubspotCompanyObjects(),
                        CrmMapping.hubspotContactObjects(),
                        CrmMapping.hubspotDealObjects(),
                        CrmMapping.salesforceAccounts(),
                        CrmMapping.salesforceContacts(),
                        CrmMapping.salesforceLeads(),
                        CrmMapping.salesforceOpportunities()))
                .allSatisfy(mapping -> {
                    assertThat(CrmImporter.check(mapping)).isEmpty();
                    assertThat(SalesOpsJson.read(SalesOpsJson.write(mapping), CrmMapping.class)
                                    .orThrow())
                            .isEqualTo(mapping);
                });
    }

    @Test
    void dealsOfBothShapesAreOne() {
        String csv =
                "Record ID,Deal Name,Deal Stage,Pipeline,Amount,Currency,Close Date,Create Date,Deal owner,Associated Company"
                        + " IDs\r\n77,Acme,contractsent,default,1200.50,EUR,2026-03-31 10:00,2026-01-02 09:30,o-1,c-9\r\n";
        String json =
                "{\"results\": [{\"id\": \"77\", \"properties\": {\"dealname\": \"Acme\", \"dealstage\": \"contractsent\","
                        + " \"pipeline\": \"default\", \"amount\": \"1200.50\", \"deal_currency_code\": \"EUR\", \"closedate\":"
                        + " \"2026-03-31T10:00:00.000Z\", \"createdate\": \"2026-01-02T09:30:00Z\", \"hubspot_owner_id\": \"o-1\"}}]}";
        Import<io.salesops.core.crm.Opportunity> file =
                CrmImporter.of(CrmMapping.hubspotDeals()).opportunities("deals.csv", new StringReader(csv));
        Import<io.salesops.core.crm.Opportunity> objects =
                CrmImporter.of(CrmMapping.hubspotDealObjects()).opportunities("deals.json", new StringReader(json));
        assertThat(file.report().refused())
                .as(file.report().findings().toString())
                .isZero();
        assertThat(objects.records()).containsExactly(file.records().get(0).withAccount(java.util.Optional.empty()));
    }
}
