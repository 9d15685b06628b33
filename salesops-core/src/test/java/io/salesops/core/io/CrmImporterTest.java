package io.salesops.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.ProductId;
import io.salesops.core.crm.SalesRep;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.finding.Omission;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.run.Cancellation;
import io.salesops.core.run.Execution;
import io.salesops.core.time.DateRange;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrmImporterTest {

    private static final CrmMapping DEALS = CrmMapping.builder()
            .id("deals")
            .version("1")
            .into(RecordKind.OPPORTUNITY)
            .putColumns("Id", "id")
            .putColumns("Account", "account")
            .putColumns("Stage", "stage")
            .putColumns("Amount", "amount")
            .putColumns("Close", "closeDate")
            .putColumns("Product", "product")
            .dates("M/d/yyyy")
            .currency("Currency")
            .addMissing("n/a", "Select")
            .build();

    private static final String HEADER = "Id,Account,Stage,Amount,Currency,Close,Product,Next Step\n";

    private static Import<Opportunity> deals(String rows) {
        return deals(DEALS, rows);
    }

    private static Import<Opportunity> deals(CrmMapping mapping, String rows) {
        return CrmImporter.of(mapping).opportunities("deals.csv", new StringReader(HEADER + rows));
    }

    private static List<String> texts(ImportReport report) {
        return report.findings().stream()
                .map(finding -> finding.location().orElseThrow() + " " + finding.code())
                .toList();
    }

    @Test
    void goodRowBecomesARecord() {
        Import<Opportunity> file = deals("D-1,A-1,Won,1054.50,EUR,3/1/2017,GTX Pro,call\n");
        assertThat(file.records())
                .containsExactly(Opportunity.builder()
                        .id(io.salesops.core.crm.OpportunityId.of("D-1"))
                        .account(AccountId.of("A-1"))
                        .stage("Won")
                        .amount(Amounts.of("1054.50", "EUR"))
                        .closeDate(LocalDate.of(2017, 3, 1))
                        .addLines(new io.salesops.core.crm.ProductLine(
                                ProductId.of("GTX Pro"),
                                BigDecimal.ONE,
                                java.util.Optional.empty(),
                                java.util.Optional.of(Amounts.of("1054.50", "EUR"))))
                        .build());
        ImportReport report = file.report();
        assertThat(report.read()).isEqualTo(1);
        assertThat(report.findings()).isEmpty();
        assertThat(report.unmapped()).containsExactly("Next Step");
        assertThat(report.missing()).isEmpty();
        assertThat(report.dialect()).isEqualTo(new Dialect(",", true, false));
        assertThat(report.sums()).containsExactly(new ColumnSum("Amount", Amounts.of("1054.50", "EUR"), 1));
    }

    @Test
    void badRowsAreListedWithLineAndColumnAndTheRestLoads() {
        Import<Opportunity> file = deals("""
                D-1,A-1,Won,10,USD,3/1/2017,X,
                D-2,A-1,Won,10,XXQ,3/1/2017,X,
                D-3,A-1,Won,1o,USD,31/12/2017,X,
                D-1,A-1,Won,10,USD,3/1/2017,X,
                ,A-1,Won,10,USD,3/1/2017,X,
                D-4,A-1,,10,USD,3/1/2017,X,
                D-5,A-1,Won,10
                D-6,A-1,Won,10,USD,3/1/2017,X,a,b
                D-7,"A-1
                west",Won,10,,2/30/2017,X,
                D-8,A"1,Won,10,USD,3/1/2017,X,
                D-9,n/a,Won,Select,,,,
                D-10,A-1,"Won,10,USD,3/1/2017,X,
                D-11,A-2,Lost,0.00,USD,12/31/2017,X,
                """);
        assertThat(file.records()).extracting(deal -> deal.id().value()).containsExactly("D-1", "D-9", "D-11");
        assertThat(file.records().get(1).account()).isEmpty();
        assertThat(file.records().get(1).amount()).isEmpty();
        ImportReport report = file.report();
        assertThat(texts(report))
                .containsExactly(
                        "deals.csv line 3, column 5 files.currency.unknown",
                        "deals.csv line 4, column 4 files.number.invalid",
                        "deals.csv line 4, column 6 files.date.invalid",
                        "deals.csv line 5, column 1 files.id.duplicate",
                        "deals.csv line 6, column 1 files.id.missing",
                        "deals.csv line 7, column 3 files.value.missing",
                        "deals.csv line 8, column 4 files.row.cells",
                        "deals.csv line 9, column 8 files.row.cells",
                        "deals.csv line 10, column 2 files.cell.lines",
                        "deals.csv line 11, column 5 files.currency.missing",
                        "deals.csv line 11, column 6 files.date.invalid",
                        "deals.csv line 12, column 2 files.quote.stray",
                        "deals.csv line 14, column 3 files.row.truncated");
        assertThat(report.read()).isEqualTo(13);
        assertThat(report.loaded()).isEqualTo(3);
        assertThat(report.refused()).isEqualTo(10);
        assertThat(report.refusedBy().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(10);
        assertThat(report.findings().get(3).message()).isEqualTo("'D-1' stands on line 2 as well");
        assertThat(report.findings().get(2).path()).isEqualTo("D-3/closeDate");
        assertThat(report.findings().get(2).evidence())
                .containsEntry("value", "31/12/2017")
                .containsEntry("column", "Close");
    }

    @Test
    void reportExplainsItselfAndRoundTripsThroughJson() {
        ImportReport report = deals("D-1,A-1,Won,10,USD,3/1/2017,X,\nD-2,A-1,Won,10,XXQ,3/1/2017,X,\n,,,,,,,\n\n")
                .report();
        assertThat(report.explain()).isEqualTo("""
                        rows 2  read from deals.csv
                          +1  loaded  [deals 1]
                          +1  refused: files.currency.unknown  [deals 1]""");
        assertThat(report.explanation()).isInstanceOf(Explanation.Sum.class);
        assertThat(report.omitted())
                .contains(new Omission("row without data", 2, com.google.common.collect.ImmutableList.of()));
        assertThat(SalesOpsJson.read(SalesOpsJson.write(report), ImportReport.class)
                        .orThrow())
                .isEqualTo(report);
    }

    @Test
    void reportNamesTheContentOfTheFile() {
        String rows = "D-1,Grün \uD83D\uDE00,Won,,,,,\n".repeat(2000);
        assertThat(deals(rows).report().computedFrom().inputs().values())
                .extracting(io.salesops.core.explain.Provenance.Input::fingerprint)
                .contains(Fingerprint.ofText(HEADER + rows));
    }

    @ParameterizedTest
    @CsvSource({
        "03/04/2017, ambiguous", "04/04/2017, read", "31/12/2017, read", "12/31/2017, read", "2017-12-31, read",
        "30/30/2017, invalid", "02/29/2017, invalid", "3.4.2017, read", "03-04-2017, ambiguous", "soon, invalid"
    })
    void dateWithoutPatternIsNeverGuessed(String date, String outcome) {
        CrmMapping open = CrmMapping.builder().from(DEALS).build().withDates(java.util.Optional.empty());
        ImportReport report =
                deals(open, "D-1,A-1,Won,10,USD," + date + ",X,\n").report();
        assertThat(report.loaded()).isEqualTo(outcome.equals("read") ? 1 : 0);
        assertThat(report.findings())
                .extracting(Finding::code)
                .isEqualTo(outcome.equals("read") ? List.of() : List.of("files.date." + outcome));
    }

    @Test
    void ambiguousDateNamesItsDays() {
        CrmMapping two = DEALS.withDates("M/d/yyyy | d/M/yyyy");
        assertThat(deals(two, "D-1,A-1,Won,10,USD,03/04/2017,X,\n")
                        .report()
                        .findings()
                        .get(0)
                        .message())
                .isEqualTo("'03/04/2017' is 2017-03-04 by M/d/yyyy and 2017-04-03 by d/M/yyyy");
        assertThat(deals("D-1,A-1,Won,10,USD,03/04/2017,X,\n").records().get(0).closeDate())
                .contains(LocalDate.of(2017, 3, 4));
        assertThat(deals(DEALS.withDates("d/M/yyyy"), "D-1,A-1,Won,10,USD,03/04/2017,X,\n")
                        .records()
                        .get(0)
                        .closeDate())
                .contains(LocalDate.of(2017, 4, 3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1234; 1234",
                "1.234,5; 1234.5",
                "-1.234.567,89; -1234567.89",
                "+5; 5",
                "0,50; 0.50",
                "1.23; bad",
                "12.34,5; bad",
                ".123; bad",
                "1,; bad",
                ",5; bad",
                "1.234.5; bad",
                "1e5; bad",
                "--5; bad",
                "'1.234,5 '; 1234.5",
                "NaN; bad",
                "٣; bad"
            })
    void numbersFollowTheNotation(String text, String number) {
        CrmMapping german = DEALS.withDecimal(",").withGrouping(".").withCurrency("EUR");
        Import<Opportunity> file = deals(german, "D-1,A-1,Won,\"" + text + "\",,,X,\n");
        if (number.equals("bad")) {
            assertThat(file.report().findings()).extracting(Finding::code).containsExactly("files.number.invalid");
        } else {
            assertThat(Amounts.number(file.records().get(0).amount().orElseThrow()))
                    .isEqualByComparingTo(number);
        }
    }

    @Test
    void aliasesAreCounted() {
        CrmMapping mapping = DEALS.withAliases(ImmutableMap.of("product", ImmutableMap.of("GTXPro", "GTX Pro")));
        Import<Opportunity> file = deals(mapping, "D-1,A-1,Won,,,,GTXPro,\nD-2,A-1,Won,,,,GTX Pro,\n");
        assertThat(file.records())
                .allSatisfy(deal -> assertThat(deal.lines().get(0).product()).isEqualTo(ProductId.of("GTX Pro")));
        assertThat(file.report().replaced()).containsExactly(java.util.Map.entry("product: GTXPro -> GTX Pro", 1L));
    }

    @Test
    void amountsInSeveralCurrenciesAreSummedApart() {
        ImportReport report = deals("D-1,A-1,Won,1.10,USD,,,\nD-2,A-1,Won,2,EUR,,,\nD-3,A-1,Won,3,USD,,,\n")
                .report();
        assertThat(report.sums())
                .containsExactly(
                        new ColumnSum("Amount", Amounts.of("2", "EUR"), 1),
                        new ColumnSum("Amount", Amounts.of("4.10", "USD"), 2));
    }

    @Test
    void columnThatOnlySomeRecordsNeedMayBeMissing() {
        Import<Opportunity> file =
                CrmImporter.of(DEALS).opportunities("deals.csv", new StringReader("Id;Stage\nD-1;Won\n"));
        assertThat(file.records()).hasSize(1);
        assertThat(file.report().missing()).containsExactly("Account", "Amount", "Close", "Product", "Currency");
        assertThat(file.report().counts())
                .containsOnlyKeys("files.column.missing")
                .containsValue(5L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'Id,Account\nD-1,A-1\nD-2,A-1\n' | files.column.missing",
                "'Id,Stage,Id\nD-1,Won,D-1\nD-2,Won,D-2\n' | files.header.duplicate",
                "'Id,Stage,Amount\nD-1,Won,1\nD-2,Won,2\n' | files.column.missing",
                "'Id,St\"age\nD-1,Won\nD-2,Won\n' | files.quote.stray"
            })
    void headerThatDoesNotSayWhichCellIsWhichRefusesEveryRow(String text, String code) {
        ImportReport report = CrmImporter.of(DEALS)
                .opportunities("deals.csv", new StringReader(text))
                .report();
        assertThat(report.read()).isEqualTo(2);
        assertThat(report.loaded()).isZero();
        assertThat(report.counts()).containsEntry("files.row.unreadable", 2L).containsKey(code);
    }

    @Test
    void columnOfAlmostTheSameNameIsProposed() {
        ImportReport report = CrmImporter.of(DEALS)
                .opportunities("deals.csv", new StringReader("ID,Stage\nD-1,Won\n"))
                .report();
        assertThat(report.findings().get(0).remedy()).contains("Maybe the mapping needs 'ID'.");
    }

    @Test
    void emptyFileIsAFinding() {
        ImportReport report = CrmImporter.of(DEALS)
                .opportunities("deals.csv", new StringReader("\n\n"))
                .report();
        assertThat(report.findings()).extracting(Finding::code).containsExactly("files.header.missing");
        assertThat(report.read()).isZero();
    }

    @Test
    void nameMayIdentify() {
        CrmMapping reps = CrmMapping.builder()
                .id("reps")
                .version("1")
                .into(RecordKind.REP)
                .putColumns("agent", "name")
                .putColumns("office", "region")
                .putColumns("since", "active.from")
                .putColumns("until", "active.before")
                .ids("name")
                .dates("yyyy-MM-dd")
                .build();
        Import<SalesRep> file = CrmImporter.of(reps).reps("reps.csv", new StringReader("""
                        agent,office,since,until
                        Ada,West,2020-01-01,
                        Ada,East,,
                        Bo,East,2020-01-01,2019-01-01
                        ,East,,
                        """));
        assertThat(file.records()).hasSize(1);
        assertThat(file.records().get(0).id().value()).isEqualTo("Ada");
        assertThat(file.records().get(0).active()).isEqualTo(DateRange.from(LocalDate.of(2020, 1, 1)));
        assertThat(texts(file.report()))
                .containsExactly(
                        "reps.csv line 3, column 1 files.id.duplicate",
                        "reps.csv line 4, column 4 files.date.invalid",
                        "reps.csv line 5, column 1 files.id.missing");
    }

    @Test
    void fieldsOfTheCrmHaveTheirTypes() {
        CrmMapping accounts = CrmMapping.builder()
                .id("accounts")
                .version("1")
                .into(RecordKind.ACCOUNT)
                .putColumns("id", "id")
                .putColumns("name", "name")
                .putColumns("country", "address.country")
                .putColumns("staff", "employees")
                .putColumns("segment", "custom.segment")
                .putColumns("score", "custom.score")
                .putColumns("vip", "custom.vip")
                .putColumns("renewal", "custom.renewal")
                .putColumns("changed", "modifiedAt")
                .putCustom("score", FieldType.NUMBER)
                .putCustom("vip", FieldType.FLAG)
                .putCustom("renewal", FieldType.DAY)
                .zone(java.time.ZoneId.of("Europe/Berlin"))
                .dates("d.M.yyyy")
                .build();
        Import<Account> file = CrmImporter.of(accounts).accounts("accounts.csv", new StringReader("""
                        id,name,country,staff,segment,score,vip,renewal,changed
                        A-1,Acme,Kenya,12,SMB,0.50,Yes,1.2.2026,1.7.2026
                        A-2,Bcme,,1.5,,x,maybe,,2026-01-31T09:00:00.000+0000
                        A-3,Ccme,,,,,,,2026-01-31T09:00:00.000+0000
                        """));
        Account first = file.records().get(0);
        assertThat(first.custom())
                .isEqualTo(CustomFields.none()
                        .with("segment", "SMB")
                        .with("score", new CustomFields.Decimal(new BigDecimal("0.5")))
                        .with("vip", new CustomFields.Flag(true))
                        .with("renewal", new CustomFields.Day(LocalDate.of(2026, 2, 1))));
        assertThat(first.modifiedAt()).contains(Instant.parse("2026-06-30T22:00:00Z"));
        assertThat(first.employees()).contains(12L);
        assertThat(file.records().get(1).modifiedAt()).contains(Instant.parse("2026-01-31T09:00:00Z"));
        assertThat(file.records().get(1).address()).isEmpty();
        assertThat(file.report().counts())
                .containsEntry("files.number.invalid", 2L)
                .containsEntry("files.flag.invalid", 1L);
    }

    @Test
    void charactersThatWereLostAreReportedAndTheRowLoads() {
        Import<Opportunity> file = deals("D-1,Gr\uFFFDn,Won,,,,,\n");
        assertThat(file.records()).hasSize(1);
        assertThat(texts(file.report())).containsExactly("deals.csv line 2, column 2 files.character.replaced");
    }

    @Test
    void salesforceLeadsAndContactsAreRead() {
        Import<Lead> leads = CrmImporter.of(CrmMapping.salesforceLeads())
                .leads(
                        "leads.csv",
                        new StringReader(
                                "\uFEFFId,LastName,Company,Status,CreatedDate\n00QA0000001aBcD,Doe,Acme,Open,2026-01-31T09:00:00.000+0000\n"));
        assertThat(leads.records()).hasSize(1);
        assertThat(leads.report().dialect().byteOrderMark()).isTrue();
        assertThat(CrmImporter.of(CrmMapping.salesforceContacts())
                        .contacts(
                                "contacts.csv",
                                new StringReader("Id,LastName,AccountId\n003A0000001aBcD,Doe,001A0000006Vm9r\n"))
                        .records())
                .hasSize(1);
        assertThat(CrmImporter.of(CrmMapping.salesforceAccounts())
                        .accounts(
                                "accounts.csv",
                                new StringReader("Id,Name,AnnualRevenue,CurrencyIsoCode\n001A0000006Vm9r,Acme,5,CHF\n"))
                        .records()
                        .get(0)
                        .revenue())
                .contains(Amounts.of("5", "CHF"));
        assertThat(CrmImporter.of(CrmMapping.salesforceOpportunities().withCurrency("USD"))
                        .opportunities(
                                "deals.csv",
                                new StringReader("Id,StageName,Amount,CloseDate\n006A0000008Vm9r,Won,5,2026-02-28\n"))
                        .records())
                .hasSize(1);
    }

    @Test
    void streamPassesEachRecordAndEachFinding() {
        List<Opportunity> sunk = new ArrayList<>();
        List<Finding> heard = new ArrayList<>();
        String rows = "D-1,A-1,Won,x,USD,,,\n".repeat(30) + "D-2,A-1,Won,1,USD,,,\n";
        ImportReport report = CrmImporter.of(DEALS)
                .keepingFirst(2, heard::add)
                .opportunities("deals.csv", new StringReader(HEADER + rows), sunk::add, Execution.here());
        assertThat(sunk).hasSize(1);
        assertThat(heard).hasSize(59);
        assertThat(report.findings()).hasSize(4);
        assertThat(report.counts()).containsEntry("files.number.invalid", 30L).containsEntry("files.id.duplicate", 29L);
        assertThat(report.omitted()).extracting(Omission::count).contains(28L, 27L);
    }

    @Test
    void raisedFlagStopsTheStream() {
        Cancellation cancellation = new Cancellation();
        cancellation.raise();
        StringReader rows = new StringReader(HEADER + "D-1,A-1,Won,1,USD,,,\n".repeat(1000));
        CrmImporter importer = CrmImporter.of(DEALS);
        assertThatThrownBy(() -> importer.opportunities(
                        "deals.csv", rows, deal -> {}, Execution.here().cancelledBy(cancellation)))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void mappingThatIsWrongIsRefusedWithEverything() {
        CrmMapping wrong = CrmMapping.builder()
                .id("wrong")
                .version("1")
                .into(RecordKind.PRODUCT)
                .putColumns("a", "price")
                .putColumns("b", "listPrice")
                .putColumns("c", "listPrice")
                .putColumns("d", "custom.x")
                .ids("name")
                .dates("MM/yyyy")
                .decimal("5")
                .grouping("5")
                .delimiter("\"")
                .putAliases("family", ImmutableMap.of("a", "b"))
                .putCustom("y", FieldType.WHOLE)
                .build();
        assertThat(CrmImporter.check(wrong))
                .extracting(finding -> finding.code().substring("files.mapping.".length()) + finding.path())
                .containsExactly(
                        "field/columns/a",
                        "twice/columns/c",
                        "field/columns/d",
                        "required/columns",
                        "custom/custom/y",
                        "custom/custom/y",
                        "id/ids",
                        "dates/dates",
                        "number/decimal",
                        "number/grouping",
                        "number/grouping",
                        "delimiter/delimiter",
                        "currency/currency",
                        "alias/aliases/family");
        assertThatThrownBy(() -> CrmImporter.of(wrong)).isInstanceOf(FindingsException.class);
    }

    @Test
    void mappingForAnotherKindIsAProgrammersError() {
        CrmImporter importer = CrmImporter.of(DEALS);
        assertThatThrownBy(() -> importer.accounts("deals.csv", Reader.nullReader()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mapping deals is into opportunity, not into account. Maybe call the method for its kind.");
    }

    @Test
    void readerThatFailsIsNotTakenForTheEnd() {
        Reader broken = new StringReader("Id,Stage\nD-1,Won\n") {
            @Override
            public int read(char[] target, int offset, int length) throws IOException {
                int read = super.read(target, offset, length);
                if (read < 0) {
                    throw new IOException("line went dead");
                }
                return read;
            }
        };
        CrmImporter importer = CrmImporter.of(DEALS);
        assertThatThrownBy(() -> importer.opportunities("deals.csv", broken))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot read deals.csv");
    }

    @Test
    void mappingsRoundTripThroughJson() {
        for (CrmMapping mapping : List.of(DEALS, CrmMapping.salesforceAccounts(), CrmMapping.salesforceLeads())) {
            assertThat(SalesOpsJson.read(SalesOpsJson.write(mapping), CrmMapping.class)
                            .orThrow())
                    .isEqualTo(mapping);
        }
    }
}
