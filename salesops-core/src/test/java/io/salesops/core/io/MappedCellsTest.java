package io.salesops.core.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.SalesRep;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Severity;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No mapped cell is lost, and no cell is taken for what it is not. */
class MappedCellsTest {
    private static final CrmMapping DEALS = CrmMapping.builder()
            .id("deals")
            .version("1")
            .into(RecordKind.OPPORTUNITY)
            .putColumns("Id", "id")
            .putColumns("Stage", "stage")
            .putColumns("Product", "product")
            .putColumns("List", "list")
            .putColumns("Qty", "quantity")
            .putColumns("Amount", "amount")
            .currency("Currency")
            .build();

    private static final String HEADER = "Id,Stage,Product,List,Qty,Amount,Currency\n";

    private static Import<Opportunity> deals(String rows) {
        return CrmImporter.of(DEALS).opportunities("deals.csv", new StringReader(HEADER + rows));
    }

    private static List<String> texts(ImportReport report) {
        return report.findings().stream()
                .map(finding -> finding.location().orElseThrow() + " " + finding.code())
                .toList();
    }

    @Test
    void partsOfALineWithoutProductRefuseTheRow() {
        Import<Opportunity> file = deals("D-1,Won,,12,3,5,USD\nD-2,Won,X,12,3,5,USD\nD-3,Won,,,,5,USD\n");
        assertThat(texts(file.report()))
                .containsExactly(
                        "deals.csv line 2, column 4 files.value.missing",
                        "deals.csv line 2, column 5 files.value.missing");
        assertThat(file.report().findings().get(1).message()).isEqualTo("there is no product for the quantity '3'");
        assertThat(file.report().sums())
                .containsExactly(
                        new ColumnSum("Amount", Amounts.of("10", "USD"), 2),
                        new ColumnSum("List", Amounts.of("12", "USD"), 1));
        assertThat(file.records()).hasSize(2);
    }

    @Test
    void aMappingOfPartsOfALineNeedsTheProduct() {
        CrmMapping without = CrmMapping.builder()
                .id("deals")
                .version("1")
                .into(RecordKind.OPPORTUNITY)
                .putColumns("Id", "id")
                .putColumns("Stage", "stage")
                .putColumns("List", "list")
                .putColumns("Qty", "quantity")
                .currency("USD")
                .build();
        assertThat(CrmImporter.check(without))
                .extracting(finding -> finding.code() + finding.path())
                .containsExactly("files.mapping.required/columns/List", "files.mapping.required/columns/Qty");
    }

    @Test
    void aNegativeQuantityNamesItsCell() {
        Import<Opportunity> file = deals("D-1,Won,X,12,-3,5,USD\n");
        assertThat(texts(file.report())).containsExactly("deals.csv line 2, column 5 files.number.invalid");
        Finding finding = file.report().findings().get(0);
        assertThat(finding.path()).isEqualTo("D-1/quantity");
        assertThat(finding.evidence()).containsEntry("column", "Qty").containsEntry("value", "-3");
    }

    @Test
    void anUnknownCurrencyBesideNoAmountIsAFinding() {
        Import<Opportunity> file = deals("D-1,Won,,,,,EURO\nD-2,Won,,,,,USD\nD-3,Won,,,,,\n");
        assertThat(texts(file.report())).containsExactly("deals.csv line 2, column 7 files.currency.unknown");
        assertThat(file.records()).hasSize(2);
    }

    @Test
    void aRepeatedHeaderIsNoRecord() {
        Import<Opportunity> file = deals("D-1,Won,,,,,\n" + HEADER + "D-2,Won,,,,,\n");
        assertThat(texts(file.report())).containsExactly("deals.csv line 3, column 1 files.row.header");
        assertThat(file.records()).hasSize(2);
        assertThat(file.report().refusedBy()).containsEntry("files.row.header", 1L);
    }

    @Test
    void aCellOfSeveralLinesIsMentioned() {
        Import<Opportunity> file = deals("D-1,\"Won,,,,,\nD-2,Won,,,,,\r\nD-3,Won\",,,,,\nD-4,Won,,,,,\n");
        assertThat(file.records()).hasSize(2);
        assertThat(texts(file.report())).containsExactly("deals.csv line 2, column 2 files.cell.lines");
        Finding finding = file.report().findings().get(0);
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(finding.message()).isEqualTo("a quoted cell goes on from line 2 to line 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00A0", "\u200B", "\uFEFF", "\u2007\u200E"})
    void blanksThatNobodySeesBelongToNoValue(String blank) {
        Import<Opportunity> file = deals(blank + ",Won,,,,,\nD-1" + blank + "," + blank + "Won,,,,,\nD-1,Won,,,,,\n"
                + blank + ",,,,,,\nD-2," + blank + ",,,,,\n");
        assertThat(file.records()).extracting(deal -> deal.id().value()).containsExactly("D-1");
        assertThat(file.records().get(0).stage()).isEqualTo("Won");
        assertThat(texts(file.report()))
                .containsExactly(
                        "deals.csv line 2, column 1 files.id.missing",
                        "deals.csv line 4, column 1 files.id.duplicate",
                        "deals.csv line 6, column 2 files.value.missing");
        assertThat(file.report().read()).isEqualTo(4);
    }

    @Test
    void aRangeThatEndsBeforeItStartsNamesItsCells() {
        CrmMapping reps = CrmMapping.builder()
                .id("reps")
                .version("1")
                .into(RecordKind.REP)
                .putColumns("agent", "name")
                .putColumns("until", "active.before")
                .putColumns("since", "active.from")
                .ids("name")
                .build();
        Import<SalesRep> file = CrmImporter.of(reps)
                .reps("reps.csv", new StringReader("agent,until,since\nBo,2019-01-01,2020-01-01\n"));
        assertThat(texts(file.report())).containsExactly("reps.csv line 2, column 2 files.date.invalid");
        assertThat(file.report().findings().get(0).path()).isEqualTo("Bo/active.before");
        assertThat(file.report().findings().get(0).message())
                .contains("2019-01-01")
                .contains("2020-01-01");
    }

    @Test
    void negativeEmployeesAreAFinding() {
        CrmMapping accounts = CrmMapping.builder()
                .id("accounts")
                .version("1")
                .into(RecordKind.ACCOUNT)
                .putColumns("id", "id")
                .putColumns("name", "name")
                .putColumns("staff", "employees")
                .build();
        Import<Account> file = CrmImporter.of(accounts)
                .accounts("accounts.csv", new StringReader("id,name,staff\nA-1,Acme,-5\nA-2,Acme,0\n"));
        assertThat(texts(file.report())).containsExactly("accounts.csv line 2, column 3 files.number.invalid");
        assertThat(file.records()).hasSize(1);
    }

    @Test
    void mappingsThatCannotBeMeantAreRefused() {
        CrmMapping wrong = CrmMapping.builder()
                .id(" ")
                .version("")
                .into(RecordKind.ACCOUNT)
                .putColumns("a", "id")
                .putColumns("b", "name")
                .putColumns("c", "custom.custom.x")
                .putColumns("d", "custom. ")
                .decimal(",")
                .grouping(".")
                .delimiter(",")
                .build();
        assertThat(CrmImporter.check(wrong))
                .extracting(finding -> finding.code() + finding.path())
                .containsExactly(
                        "files.mapping.name/id",
                        "files.mapping.name/version",
                        "files.mapping.field/columns/c",
                        "files.mapping.field/columns/d",
                        "files.mapping.delimiter/delimiter");
        assertThat(CrmImporter.check(DEALS.withDelimiter(",").withGrouping(",")))
                .extracting(Finding::path)
                .containsExactly("/delimiter");
    }

    @Test
    void bothFormsOfASalesforceIdAreOne() {
        CrmMapping mapping = CrmMapping.salesforceAccounts();
        Import<Account> file = CrmImporter.of(mapping).accounts("accounts.csv", new StringReader("""
                        Id,Name,ParentId,CurrencyIsoCode
                        001A0000006Vm9r,Acme,,
                        001A0000006Vm9rIAC,Acme again,,
                        001A0000006Vm9sIAC,Bcme,001A0000006Vm9r,
                        001A0000006Vm9SIAC,Case,,
                        7,Short,001A0000006VM9RIAC,
                        """));
        assertThat(file.records()).extracting(Account::id).contains(AccountId.of("001A0000006Vm9rIAC"));
        assertThat(file.records().get(1).parent()).contains(AccountId.of("001A0000006Vm9rIAC"));
        assertThat(texts(file.report()).stream().filter(text -> !text.contains("column.missing")))
                .containsExactly(
                        "accounts.csv line 3, column 1 files.id.duplicate",
                        "accounts.csv line 5, column 1 crm.salesforceId.checksum",
                        "accounts.csv line 6, column 1 crm.salesforceId.length",
                        "accounts.csv line 6, column 3 crm.salesforceId.checksum");
        assertThat(SalesOpsJson.read(SalesOpsJson.write(mapping), CrmMapping.class)
                        .orThrow())
                .isEqualTo(mapping);
    }
}
