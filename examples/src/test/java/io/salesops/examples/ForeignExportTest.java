package io.salesops.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.testdata.NeedsData;
import io.salesops.core.testdata.SharedData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The published figures of a CRM export that other people made. */
@NeedsData
class ForeignExportTest {

    @Test
    void reportsThePublishedFigures() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LeadToCash.run(
                FileSource.folder(SharedData.file("core/maven_crm")),
                FileSource.folder(Path.of("mappings").toAbsolutePath()),
                "maven-crm.json",
                new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("deals.count.won = 4238")
                .contains("deals.count.lost = 2473")
                .contains("bookings.amount.won = USD 10,005,534.00")
                .contains("winRate.count.closed = 0.631501; left out: 2,089 open")
                .contains("1480 deals name the product 'GTXPro', which is not in the catalogue")
                .contains("sum of close_value: USD 10,005,534.00 in 6,711 rows")
                .contains("35 reps, 35 of them sell on 2017-12-31")
                .doesNotContain("example.owner.")
                .doesNotContain("bookings in USD")
                .contains("process.field.missing account: 1425 deals")
                .containsSubsequence("Not run", "Calculate a commission statement: needs");
    }
}
