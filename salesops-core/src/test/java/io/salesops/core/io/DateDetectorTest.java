package io.salesops.core.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateDetectorTest {
    private static final CrmMapping DEALS = CrmMapping.builder()
            .id("deals")
            .version("1")
            .into(RecordKind.OPPORTUNITY)
            .putColumns("id", "id")
            .putColumns("stage", "stage")
            .putColumns("close", "closeDate")
            .addMissing("n/a")
            .build();

    private static Checked<CrmMapping> detect(String... days) {
        StringBuilder file = new StringBuilder("id;stage;close\n");
        for (int i = 0; i < days.length; i++) {
            file.append(i).append(";Open;").append(days[i]).append('\n');
        }
        return DateDetector.of(DEALS).detect("deals.csv", new StringReader(file.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "03/04/2017, 12/31/2017, M/d/yyyy",
        "03/04/2017, 31/12/2017, d/M/yyyy",
        "03-04-2017, 31-12-2017, d-M-yyyy",
        "2017-04-03, n/a, yyyy-MM-dd",
        "3.4.2017, 2017-04-03T10:00:00Z, d.M.yyyy",
        "05/05/2017, 06/06/2017, M/d/yyyy"
    })
    void oneDayThatOnlyOnePatternReadsTellsAll(String one, String other, String pattern) {
        Checked<CrmMapping> detected = detect(one, other);
        assertThat(detected.orThrow().dates()).contains(pattern);
        assertThat(detected.findings()).extracting(Finding::code).containsExactly("files.dates.detected");
    }

    @Test
    void fileWhoseDaysStayAmbiguousIsRefusedWithTheReason() {
        assertThat(detect("05/05/2017", "03/04/2017", "12/11/2017").findings())
                .extracting(Finding::text)
                .containsExactly("deals.csv line 3, column 3: error files.dates.ambiguous: all 3 days can be read as"
                        + " M/d/yyyy and as d/M/yyyy, for example '03/04/2017'. Maybe state the one pattern of the file in"
                        + " dates.");
    }

    @Test
    void fileOfTwoPatternsIsRefused() {
        assertThat(detect("12/31/2017", "31/12/2017").findings())
                .extracting(Finding::code)
                .containsExactly("files.dates.mixed");
    }

    @Test
    void fileWithoutDaysKeepsItsMapping() {
        assertThat(detect().orThrow()).isEqualTo(DEALS);
        assertThat(detect("n/a", "tomorrow").orThrow()).isEqualTo(DEALS);
        assertThat(DateDetector.of(DEALS)
                        .detect("empty.csv", new StringReader(""))
                        .orThrow())
                .isEqualTo(DEALS);
    }

    @Test
    void charsetIsToldByMarkOrByWhatIsValid() {
        assertThat(FileCharset.detect("\uFEFFid".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new FileCharset("UTF-8", "byte order mark", true));
        assertThat(FileCharset.detect("\uFEFFid".getBytes(StandardCharsets.UTF_16LE))
                        .charset())
                .isEqualTo(StandardCharsets.UTF_16LE);
        assertThat(FileCharset.detect("Müller".getBytes(StandardCharsets.UTF_8)).charset())
                .isEqualTo(StandardCharsets.UTF_8);
        byte[] cut = "Mü".getBytes(StandardCharsets.UTF_8);
        assertThat(FileCharset.detect(java.util.Arrays.copyOf(cut, 2)).charset())
                .isEqualTo(StandardCharsets.UTF_8);
        FileCharset western = FileCharset.detect("Müller".getBytes(Charset.forName("windows-1252")));
        assertThat(western.charset()).isEqualTo(Charset.forName("windows-1252"));
        assertThat(western.sure()).isFalse();
        assertThat(FileCharset.detect(new byte[0]).sure()).isFalse();
    }
}
