package io.salesops.core.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.io.CrmExporter;
import io.salesops.core.io.CrmImporter;
import io.salesops.core.io.CrmMapping;
import io.salesops.core.io.DateDetector;
import io.salesops.core.io.ExportReport;
import io.salesops.core.io.FileCharset;
import io.salesops.core.io.Import;
import io.salesops.core.io.ImportReport;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.run.Execution;
import java.io.Reader;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FilesGuideTest {
    private static final String FILE = """
            Id,AccountId,OwnerId,StageName,Amount,CurrencyIsoCode,CloseDate,NextStep
            006A0000008Vm9r,001A0000006Vm9r,005A0000001aBcD,Closed Won,1054.50,USD,3/31/2017,
            006A0000008Vm9t,001A0000006Vm9s,005A0000001aBcD,Closed Won,99,USD,31/12/2017,Call
            006A0000008Vm9rIAC,001A0000006Vm9s,005A0000001aBcE,Prospecting,,,,
            006A0000008Vm9s,001A0000006Vm9s,005A0000001aBcE,"Prospecting,,,,
            """;

    @Test
    void aFileIsReadRowByRow() {
        Reader reader = new StringReader(FILE);
        List<String> printed = new ArrayList<>();
        // snippet:files
        CrmMapping mapping = CrmMapping.salesforceOpportunities().withDates("M/d/yyyy");
        Import<Opportunity> file = CrmImporter.of(mapping).opportunities("opportunities.csv", reader);

        ImportReport report = file.report();
        for (Finding finding : report.findings()) {
            printed.add(finding.text());
        }
        // end
        assertThat(file.records()).hasSize(1);
        assertThat(report.explain()).isEqualTo("""
                        rows 4  read from opportunities.csv
                          +1  loaded  [salesforce-opportunities 1]
                          +1  refused: files.date.invalid  [salesforce-opportunities 1]
                          +1  refused: files.id.duplicate  [salesforce-opportunities 1]
                          +1  refused: files.row.truncated  [salesforce-opportunities 1]""");
        assertThat(printed)
                .contains(
                        "opportunities.csv line 3, column 7: error files.date.invalid 006A0000008Vm9tIAC/closeDate: '31/12/2017'"
                                + " is no M/d/yyyy date. Maybe the day does not exist, or the mapping needs other dates.",
                        "opportunities.csv line 4, column 1: error files.id.duplicate 006A0000008Vm9rIAC/id: '006A0000008Vm9rIAC'"
                                + " stands on line 2 as well",
                        "opportunities.csv line 5, column 4: error files.row.truncated: a quote opened on this line is never"
                                + " closed. Maybe the file was cut off.");
        assertThat(report.unmapped()).containsExactly("NextStep");
    }

    @Test
    void aLongFileIsPassedOn() {
        Reader reader = new StringReader(FILE);
        List<Opportunity> store = new ArrayList<>();
        List<Finding> log = new ArrayList<>();
        // snippet:files-stream
        ImportReport report = CrmImporter.of(CrmMapping.salesforceOpportunities())
                .keepingFirst(20, log::add)
                .opportunities("opportunities.csv", reader, store::add, Execution.here());
        // end
        assertThat(report.read()).isEqualTo(4);
        assertThat(store).isEmpty();
        // Two days that are no ISO dates, an identifier taken, a quote not closed, and two columns that are not there.
        assertThat(log).hasSize(6);
    }

    @Test
    void aMappingIsADocument() {
        String json = """
                { "schema": "salesops/crm-mapping/1", "id": "deals", "version": "1", "into": "opportunity",
                  "columns": {"deal": "id", "customer": "account", "stage": "stage", "value": "amount", "close": "closeDate",
                              "article": "product", "segment": "custom.segment", "score": "custom.score"},
                  "dates": "d.M.yyyy", "decimal": ",", "grouping": ".", "currency": "EUR", "delimiter": ";",
                  "missing": ["n/a", "Select"], "custom": {"score": "number"},
                  "aliases": {"product": {"GTXPro": "GTX Pro"}} }
                """;
        CrmMapping mapping = SalesOpsJson.read(json, CrmMapping.class).orThrow();
        assertThat(CrmImporter.check(mapping)).isEmpty();
        Import<Opportunity> file = CrmImporter.of(mapping)
                .opportunities(
                        "deals.csv",
                        new StringReader(
                                "deal;customer;stage;value;close;article;segment;score\nD-1;A-1;Won;1.054,50;31.3.2026;GTXPro;n/a;0,5\n"));
        assertThat(file.records()).hasSize(1);
        assertThat(file.report().replaced()).hasSize(1);
    }

    @Test
    void writesTheSameMapping() {
        CrmMapping mapping = CrmMapping.salesforceOpportunities().withSalesforceIds(false);
        List<Opportunity> deals = List.of(
                Opportunity.builder()
                        .id(OpportunityId.of("D-1"))
                        .stage("Won")
                        .engagedOn(LocalDate.parse("2026-01-31"))
                        .build(),
                Opportunity.builder()
                        .id(OpportunityId.of("D-2"))
                        .stage("Won")
                        .amount(Amounts.of("12.50", "EUR"))
                        .build(),
                Opportunity.builder()
                        .id(OpportunityId.of("D-3"))
                        .stage("Won")
                        .name(" a blank before")
                        .build());
        StringBuilder csv = new StringBuilder();
        List<String> printed = new ArrayList<>();
        // snippet:files-export
        ExportReport report = CrmExporter.of(mapping).opportunities("opportunities.csv", deals, csv, Execution.here());
        printed.add(report.explain());
        printed.add("without a column: " + report.beside());
        // end
        assertThat(String.join("\n", printed)).isEqualTo("""
                        records 3  written to opportunities.csv
                          +2  written  [salesforce-opportunities 1]
                          +1  refused: files.value.changed  [salesforce-opportunities 1]
                        without a column: {engagedOn=1}""");
        assertThat(csv).contains("12.50");
    }

    @Test
    void theWritingOfAFileIsDetected() {
        byte[] bytes = "Record ID,Deal Name,Deal Stage,Close Date\r\n1,Müller,won,31/12/2026\r\n"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        // snippet:files-detect
        FileCharset charset = FileCharset.detect(bytes);
        CrmMapping mapping = CrmMapping.hubspotDeals().withDates(Optional.empty());
        Reader first = new StringReader(new String(bytes, charset.charset()));
        Checked<CrmMapping> detected = DateDetector.of(mapping).detect("deals.csv", first);
        // end
        assertThat(charset.reason()).isEqualTo("valid UTF-8");
        assertThat(detected.orThrow().dates()).contains("d/M/yyyy");
    }
}
