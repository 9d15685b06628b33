package io.salesops.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.core.finding.FindingsException;
import io.salesops.examples.sample.SampleFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeadToCashTest {
    private static final FileSource SAMPLE = FileSource.resources(SampleFiles.class);

    private static String run(FileSource files, FileSource mappings, String mapping) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LeadToCash.run(files, mappings, mapping, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void runsEveryStepOnTheSample() throws IOException {
        String printed = run(SAMPLE, SAMPLE, "sample.json");
        assertThat(printed)
                .containsSubsequence(
                        "1. Read files",
                        "files.date.ambiguous",
                        "2. Check and clean records",
                        "Maybe 'Energy'.",
                        "3. Find and merge duplicate accounts",
                        "prior:",
                        "4. Assign accounts to territories and owners",
                        "chosen    NORTH-ENT",
                        "5. Price and check a quote",
                        "below list",
                        "-> sales-manager",
                        "6. Calculate a commission statement",
                        "attainment",
                        "7. Measure the pipeline",
                        "winRate.count.closed = 0.")
                .doesNotContain("Not run");
    }

    @Test
    void printsTheSameTwice() throws IOException {
        assertThat(run(SAMPLE, SAMPLE, "sample.json")).isEqualTo(run(SAMPLE, SAMPLE, "sample.json"));
    }

    @Test
    void stepsWithoutTheirFilesAreListedAsNotRun() throws IOException {
        FileSource dealsOnly = name -> name.equals("opportunities.csv") ? SAMPLE.open(name) : Optional.empty();
        assertThat(run(dealsOnly, SAMPLE, "sample.json"))
                .contains("accounts: the file accounts.csv is not there")
                .containsSubsequence(
                        "Not run",
                        "Find and merge duplicate accounts: needs accounts",
                        "Assign accounts to territories and owners: needs accounts");
    }

    @Test
    void aWrongMappingIsRefusedWithEverythingThatIsWrong() {
        FileSource wrong = name -> Optional.of(new StringReader("""
                {"schema": "salesops/lead-to-cash/1", "asOf": "31.12.2025", "currency": "XXQ", "file": {},
                 "process": {"id": "p", "version": "1", "stages": [{"id": "A", "category": "open", "probability": "1%"}]}}
                """));
        assertThatThrownBy(() -> run(SAMPLE, wrong, "wrong.json"))
                .isInstanceOfSatisfying(
                        FindingsException.class,
                        e -> assertThat(e.findings())
                                .extracting("path")
                                .contains("/asOf", "/currency", "/file", "/files", "/process/stages/0/category"));
    }

    @Test
    void aMissingMappingSaysWhichFile() {
        assertThatThrownBy(() -> run(SAMPLE, SAMPLE, "nowhere.json"))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("nowhere.json");
    }

    @Test
    void oneArgumentIsNotEnough() {
        assertThatThrownBy(() -> LeadToCash.main(new String[] {"folder"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("FOLDER MAPPING");
    }
}
