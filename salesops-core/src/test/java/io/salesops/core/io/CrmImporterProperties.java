package io.salesops.core.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.crm.Opportunity;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Location;
import io.salesops.core.finding.Severity;
import io.salesops.core.run.Execution;
import io.salesops.core.testkit.FileArbitraries;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CrmImporterProperties {
    private static final String HEADER = "Id,Stage,Amount,Close\n";

    private static final CrmMapping DEALS = CrmMapping.builder()
            .id("deals")
            .version("1")
            .into(RecordKind.OPPORTUNITY)
            .putColumns("Id", "id")
            .putColumns("Stage", "stage")
            .putColumns("Amount", "amount")
            .putColumns("Close", "closeDate")
            .currency("USD")
            .delimiter(",")
            .build();

    @Provide
    Arbitrary<String> noise() {
        return FileArbitraries.noise();
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        return FileArbitraries.rows(3);
    }

    /** Rows of which about half are good. */
    @Provide
    Arbitrary<List<String>> deals() {
        return Arbitraries.of(
                        "D-1,Won,10,2017-12-31",
                        "D-2,Lost,,",
                        "D-3,Won,10.50,31/12/2017",
                        "D-4,\"Won\",7,",
                        "D-5,Won,ten,03/04/2017",
                        "D-6,,1,",
                        ",Won,1,",
                        "D-7,Won",
                        "D-8,Won,1,,",
                        ",,,",
                        "D-9,W\"on,1,",
                        "D-\0,Won,1,")
                .list()
                .ofMaxSize(12);
    }

    @Property
    void noFileStopsAnImportAndCountsAddUp(@ForAll("noise") String noise) {
        accountedFor(noise);
    }

    @Property
    void noRowsStopAnImportAndCountsAddUp(@ForAll("noise") String noise) {
        accountedFor(HEADER + noise);
    }

    private static void accountedFor(String text) {
        List<Opportunity> sunk = new ArrayList<>();
        List<Finding> heard = new ArrayList<>();
        ImportReport report = CrmImporter.of(DEALS)
                .keepingFirst(0, heard::add)
                .opportunities("deals.csv", new StringReader(text), sunk::add, Execution.here());
        assertThat(report.read()).isEqualTo(report.loaded() + report.refused());
        assertThat(sunk).hasSize((int) report.loaded());
        assertThat(report.counts().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(heard.size());
        assertThat(heard).allSatisfy(finding -> assertThat(finding.location()).isPresent());
        // Rows begin on lines of their own, so the refused ones have errors on as many.
        Set<Long> lines = new HashSet<>();
        heard.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .filter(finding -> !finding.code().startsWith("files.header")
                        && !finding.code().startsWith("files.column"))
                .map(finding -> finding.location().map(Location::line).orElseThrow())
                .forEach(lines::add);
        assertThat((long) lines.size()).isGreaterThanOrEqualTo(report.refused());
    }

    @Property
    void everyRowIsLoadedOrHasAnError(@ForAll("deals") List<String> deals) {
        List<Finding> heard = new ArrayList<>();
        ImportReport report = CrmImporter.of(DEALS)
                .keepingFirst(20, heard::add)
                .opportunities(
                        "deals.csv", new StringReader(HEADER + String.join("\n", deals)), deal -> {}, Execution.here());
        long withData = deals.stream().filter(row -> !row.equals(",,,")).count();
        long refused = heard.stream()
                .map(finding -> finding.location().map(Location::line).orElseThrow())
                .distinct()
                .count();
        assertThat(report.read()).isEqualTo(withData);
        assertThat(report.refused()).isEqualTo(refused);
    }

    /** A row is judged by itself and the identifiers before it: appending rows changes nothing above. */
    @Property
    void laterRowsDoNotChangeEarlierOnes(@ForAll("deals") List<String> first, @ForAll("deals") List<String> second) {
        String text = HEADER + String.join("\n", first) + "\n";
        List<Opportunity> alone = CrmImporter.of(DEALS)
                .opportunities("deals.csv", new StringReader(text))
                .records();
        List<Opportunity> longer = CrmImporter.of(DEALS)
                .opportunities("deals.csv", new StringReader(text + String.join("\n", second)))
                .records();
        assertThat(longer.subList(0, alone.size())).isEqualTo(alone);
    }

    @Property
    void quotedTextIsReadBack(@ForAll("rows") List<List<String>> rows) throws IOException {
        for (String end : List.of("\n", "\r\n", "\r")) {
            DelimitedReader reader =
                    new DelimitedReader(new StringReader(FileArbitraries.quoted(rows, ";", end)), Optional.of(';'));
            for (List<String> row : rows) {
                assertThat(reader.next()).isTrue();
                assertThat(reader.flaw()).isNull();
                List<String> read = new ArrayList<>();
                for (int cell = 0; cell < reader.cells(); cell++) {
                    read.add(reader.cell(cell));
                }
                assertThat(read).isEqualTo(row);
            }
            assertThat(reader.next()).isFalse();
        }
    }
}
