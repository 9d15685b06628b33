package io.salesops.core.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.crm.Opportunity;
import io.salesops.core.finding.Severity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Bytes that no CRM writes: an import ends with findings and counts that add up, and the good rows are there. */
class FuzzedFilesProperties {
    private static final CrmMapping DEALS = CrmMapping.builder()
            .id("deals")
            .version("1")
            .into(RecordKind.OPPORTUNITY)
            .putColumns("id", "id")
            .putColumns("stage", "stage")
            .putColumns("name", "name")
            .delimiter(",")
            .build();

    @Provide
    Arbitrary<byte[]> hostile() {
        Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(60);
        Arbitrary<byte[]> known = Arbitraries.of(
                        "x,Open,\"never closed",
                        "x,\"Op\"en,stray",
                        "\u0000,\u0000,\u0000",
                        "\uFEFFx,Open,mark inside",
                        ",,,,,,,,",
                        "id,stage,name",
                        "\"\"\"",
                        "x".repeat(1 << 21),
                        "Ã¼,Open,Ã¤")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
        return Arbitraries.oneOf(noise, known);
    }

    @Provide
    Arbitrary<Charset> charsets() {
        return Arbitraries.of(
                StandardCharsets.UTF_8,
                Charset.forName("windows-1252"),
                StandardCharsets.UTF_16LE,
                StandardCharsets.US_ASCII);
    }

    private static Import<Opportunity> read(byte[] bytes, Charset charset) {
        return CrmImporter.of(DEALS)
                .opportunities("deals.csv", new InputStreamReader(new ByteArrayInputStream(bytes), charset));
    }

    @Property(tries = 300)
    void noBytesInAnyCharsetStopAnImport(@ForAll("hostile") byte[] bytes, @ForAll("charsets") Charset charset) {
        addsUp(read(bytes, charset));
    }

    private static void addsUp(Import<Opportunity> file) {
        ImportReport report = file.report();
        assertThat(report.read()).isEqualTo(report.loaded() + report.refused());
        assertThat(file.records()).hasSize((int) report.loaded());
        assertThat(report.findings().stream().filter(finding -> finding.severity() == Severity.ERROR))
                .allSatisfy(finding -> assertThat(finding.location()).isPresent());
        if (report.refused() > 0) {
            assertThat(report.findings()).anyMatch(finding -> finding.severity() == Severity.ERROR);
        }
    }

    /** Between good rows on lines of their own; bytes without a line end or quote can spoil only their own line. */
    @Property(tries = 300)
    void goodRowsAreLoadedWhateverStandsBetweenThem(
            @ForAll List<@net.jqwik.api.From("hostile") byte[]> lines, @ForAll Random random)
            throws java.io.IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("id,stage,name\n".getBytes(StandardCharsets.UTF_8));
        int good = 0;
        for (byte[] line : lines.subList(0, Math.min(6, lines.size()))) {
            for (int i = random.nextInt(3); i >= 0; i--) {
                file.writeBytes(("good-" + good++ + ",Open,\"Acme, \"\"Ltd\"\"\"\n").getBytes(StandardCharsets.UTF_8));
            }
            for (byte b : line) {
                // A quote may swallow the lines up to the next one; then the good rows in between are no rows.
                file.write(b == '\n' || b == '\r' || b == '"' ? ' ' : b);
            }
            file.write('\n');
        }
        Import<Opportunity> read = read(file.toByteArray(), StandardCharsets.UTF_8);
        addsUp(read);
        assertThat(read.records().stream().filter(deal -> deal.id().value().startsWith("good-")))
                .hasSize(good);
    }

    /** A quote that is never closed costs its own line only. */
    @Property(tries = 100)
    void aQuoteThatIsNeverClosedCostsItsLine(@ForAll Random random) {
        int before = random.nextInt(5);
        int after = random.nextInt(5);
        String rows = "id,stage,name\n";
        for (int i = 0; i < before + after; i++) {
            rows += i == before ? "bad,Open,\"never closed\n" : "";
            rows += "good-" + i + ",Open,Acme\n";
        }
        Import<Opportunity> read = read(rows.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        addsUp(read);
        assertThat(read.records()).hasSize(before + after);
    }

    @Property(tries = 1)
    void aLineOfTenMillionCharactersCostsItself() {
        String file = "id,stage,name\n1,Open,Acme\n2,Open," + "x".repeat(10_000_000) + "\n3,Open,Acme\n";
        Import<Opportunity> read = read(file.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        addsUp(read);
        assertThat(read.records()).extracting(deal -> deal.id().value()).containsExactly("1", "3");
        assertThat(read.report().counts()).containsEntry("files.row.long", 1L);
    }
}
