package io.salesops.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.money.Amounts;
import io.salesops.core.run.Execution;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrmExporterTest {
    private static final CrmMapping DEALS = CrmMapping.builder()
            .id("deals")
            .version("1")
            .into(RecordKind.OPPORTUNITY)
            .putColumns("Id", "id")
            .putColumns("Name", "name")
            .putColumns("Stage", "stage")
            .putColumns("Amount", "amount")
            .putColumns("Close", "closeDate")
            .currency("Currency")
            .addMissing("n/a")
            .build();

    private static Opportunity.Builder deal(String id) {
        return Opportunity.builder().id(OpportunityId.of(id)).stage("Won");
    }

    private static String written(CrmMapping mapping, Opportunity... deals) {
        StringBuilder csv = new StringBuilder();
        CrmExporter.of(mapping).opportunities("deals.csv", List.of(deals), csv, Execution.here());
        return csv.toString();
    }

    private static ExportReport report(CrmMapping mapping, Opportunity... deals) {
        return CrmExporter.of(mapping)
                .opportunities("deals.csv", List.of(deals), new StringBuilder(), Execution.here());
    }

    @Test
    void aFileHasAHeaderQuotesWhereNeededAndTheCurrencyOfEachRow() {
        String csv = written(
                DEALS,
                deal("D-1")
                        .name("\"Big\", they said")
                        .amount(Amounts.of("1200.50", "EUR"))
                        .closeDate(LocalDate.parse("2026-03-31"))
                        .build(),
                deal("D-2").build());

        assertThat(csv)
                .isEqualTo("Id,Name,Stage,Amount,Close,Currency\r\n"
                        + "D-1,\"\"\"Big\"\", they said\",Won,1200.50,2026-03-31,EUR\r\n"
                        + "D-2,,Won,,,\r\n");
    }

    @Test
    void decimalsAfterACommaStandBetweenSemicolons() {
        assertThat(written(
                        DEALS.withDecimal(",").withDates("d.M.yyyy"),
                        deal("D-1")
                                .amount(Amounts.of("1200.50", "EUR"))
                                .closeDate(LocalDate.parse("2026-03-01"))
                                .build()))
                .endsWith("D-1;;Won;1200,50;1.3.2026;EUR\r\n");
    }

    @Test
    void textsThatASpreadsheetCouldRunStandBehindAnApostrophe() {
        Opportunity attack = deal("D-1").name("=HYPERLINK(\"http://evil\")").build();

        assertThat(written(DEALS, attack)).contains("\"'=HYPERLINK(\"\"http://evil\"\")\"");
        assertThat(CrmImporter.of(DEALS)
                        .opportunities("deals.csv", new StringReader(written(DEALS, attack)))
                        .records())
                .containsExactly(attack);
    }

    @Test
    void withoutTheGuardSuchARecordIsRefused() {
        ExportReport report = report(
                DEALS.withFormulaGuard(false),
                deal("D-1").name("@SUM(1)").build(),
                deal("D-2").build());

        assertThat(report.written()).isEqualTo(1);
        assertThat(report.refusedBy()).containsOnly(java.util.Map.entry("files.value.formula", 1L));
        assertThat(report.findings().get(0).path()).isEqualTo("D-1/name");
    }

    @Test
    void aRecordThatWouldBeReadAsAnotherIsRefusedWithAllReasons() {
        ExportReport report = report(
                DEALS,
                deal("D-1").name("n/a").stage(" Won").build(),
                deal("D-2").name("a\0b").build(),
                deal("D-3").build(),
                deal("D-3").name("again").build());

        assertThat(report.given()).isEqualTo(4);
        assertThat(report.written()).isEqualTo(1);
        assertThat(report.findings())
                .extracting(Finding::code)
                .contains("files.value.changed", "files.row.unreadable", "files.id.duplicate");
        assertThat(report.findings())
                .extracting(Finding::message)
                .contains("'n/a' would be read as nothing", "' Won' would be read as 'Won'");
        assertThat(report.explain()).contains("written to deals.csv").contains("refused: files.value.changed");
    }

    @Test
    void aDayThatThePatternsReadAsTwoIsNotWritten() {
        CrmMapping twoWays = DEALS.withDates("M/d/yyyy|d/M/yyyy");
        ExportReport report = report(
                twoWays,
                deal("D-1").closeDate(LocalDate.parse("2026-03-04")).build(),
                deal("D-2").closeDate(LocalDate.parse("2026-03-03")).build(),
                deal("D-3").closeDate(LocalDate.parse("2026-03-14")).build());

        assertThat(report.written()).isEqualTo(2);
        assertThat(report.refusedBy()).containsOnlyKeys("files.value.unwritable");
    }

    @Test
    void amountsInAnotherCurrencyThanTheFilesAreRefused() {
        ExportReport report = report(
                DEALS.withCurrency("USD"),
                deal("D-1").amount(Amounts.of("1", "EUR")).build(),
                deal("D-2").amount(Amounts.of("2", "USD")).build());

        assertThat(report.refusedBy()).containsOnlyKeys("files.currency.other");
        assertThat(report.sums()).containsExactly(new ColumnSum("Amount", Amounts.of("2", "USD"), 1));
    }

    @Test
    void amountsOfOneRowInTwoCurrenciesAreRefused() {
        CrmMapping mapping = DEALS.withColumns(com.google.common.collect.ImmutableMap.of(
                "Id", "id", "Stage", "stage", "Product", "product", "Amount", "amount", "List", "list"));
        Opportunity mixed = deal("D-1")
                .amount(Amounts.of("1", "EUR"))
                .addLines(new io.salesops.core.crm.ProductLine(
                        io.salesops.core.crm.ProductId.of("P"),
                        java.math.BigDecimal.ONE,
                        java.util.Optional.of(Amounts.of("2", "USD")),
                        java.util.Optional.of(Amounts.of("1", "EUR"))))
                .build();

        ExportReport report = report(mapping, mixed);

        assertThat(report.refusedBy()).containsOnlyKeys("files.currency.mixed");
        assertThat(report.findings().get(0).message()).contains("EUR", "USD");
    }

    @Test
    void whatTheFileHasNoColumnForIsCounted() {
        ExportReport report = report(
                DEALS,
                deal("D-1")
                        .account(AccountId.of("A-1"))
                        .engagedOn(LocalDate.parse("2026-01-01"))
                        .addLines(
                                io.salesops.core.crm.ProductLine.of("P", 1),
                                io.salesops.core.crm.ProductLine.of("Q", 1))
                        .build(),
                deal("D-2").account(AccountId.of("A-1")).build());

        assertThat(report.beside())
                .containsExactly(
                        java.util.Map.entry("account", 2L),
                        java.util.Map.entry("engagedOn", 1L),
                        java.util.Map.entry("lines", 1L));
        assertThat(report.omitted()).hasSize(3);
    }

    @Test
    void idsMayComeFromAnotherField() {
        CrmMapping byName = CrmMapping.builder()
                .id("accounts")
                .version("1")
                .into(RecordKind.ACCOUNT)
                .putColumns("Name", "name")
                .ids("name")
                .build();
        Account same = Account.builder().id(AccountId.of("Acme")).name("Acme").build();
        Account other = Account.builder().id(AccountId.of("A-7")).name("Beta").build();

        ExportReport report = CrmExporter.of(byName)
                .accounts("accounts.csv", List.of(same, other), new StringBuilder(), Execution.here());

        assertThat(report.written()).isEqualTo(1);
        assertThat(report.beside()).isEmpty();
        assertThat(report.findings().get(0).message()).isEqualTo("'A-7' would be read as 'Beta'");
    }

    @Test
    void aMappingIsRefusedWithAllThatIsWrong() {
        CrmMapping wrong = DEALS.withId(" ").withColumns(java.util.Map.of("=cmd()", "id", "Stage", "nonsense"));

        assertThat(CrmExporter.check(wrong))
                .extracting(Finding::code)
                .contains("files.mapping.formula", "files.mapping.name", "files.mapping.field");
        assertThatThrownBy(() -> CrmExporter.of(wrong)).isInstanceOf(FindingsException.class);
    }

    @Test
    void theKindOfTheMappingIsThatOfTheMethod() {
        assertThatThrownBy(() ->
                        CrmExporter.of(DEALS).accounts("deals.csv", List.of(), new StringBuilder(), Execution.here()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mapping deals is of opportunity, not of account. Maybe");
    }

    @Test
    void thousandsOfRowsKeepTheirOrderAndFaultsTheirRecord() {
        List<Opportunity> many = IntStream.range(0, 3_000)
                .mapToObj(number -> deal("D-" + number)
                        .name(number % 700 == 5 ? "n/a" : "line\n" + number)
                        .build())
                .toList();
        StringBuilder csv = new StringBuilder();
        ExportReport report = CrmExporter.of(DEALS).opportunities("deals.csv", many, csv, Execution.here());

        assertThat(report.written()).isEqualTo(2_995);
        assertThat(report.findings()).extracting(Finding::path).startsWith("D-5/name", "D-705/name");
        assertThat(CrmImporter.of(DEALS)
                        .opportunities("deals.csv", new StringReader(csv.toString()))
                        .records())
                .isEqualTo(many.stream()
                        .filter(deal -> !deal.name().equals(java.util.Optional.of("n/a")))
                        .toList());
    }

    @Test
    void aTargetThatFailsIsNamed() {
        Appendable broken = new Appendable() {
            @Override
            public Appendable append(CharSequence text) throws IOException {
                throw new IOException("disk full");
            }

            @Override
            public Appendable append(CharSequence text, int start, int end) throws IOException {
                throw new IOException("disk full");
            }

            @Override
            public Appendable append(char c) throws IOException {
                throw new IOException("disk full");
            }
        };

        assertThatThrownBy(() -> CrmExporter.of(DEALS).opportunities("deals.csv", List.of(), broken, Execution.here()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("deals.csv");
    }
}
