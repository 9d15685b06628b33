package io.salesops.core.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingTest {

    @Test
    void readsAsOneLine() {
        Finding finding = Finding.error("commission.tier.gap", "/rules/2", "no tier covers 100% to 110%")
                .maybe("Maybe raise upTo.")
                .withLocation(new Location("plan.json", 7, 3));
        assertThat(finding.text())
                .isEqualTo(
                        "plan.json line 7, column 3: error commission.tier.gap /rules/2: no tier covers 100% to 110%."
                                + " Maybe raise upTo.");
        assertThat(Finding.info("a.b", "", "m").text()).isEqualTo("info a.b: m");
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"", "tier", "Tier.gap", "tier..gap", "tier.gap.", "tier gap", "a.b.c.d.e.f"})
    void refusesCodesOfAnotherShape(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Finding.error(code, "", "m"))
                .withMessageContaining("Maybe use lower case words");
    }

    @Test
    void aRemedyReadsAsAGuess() {
        Finding finding = Finding.error("a.b", "", "m");
        assertThat(finding.maybe("Maybe raise upTo.").remedy()).contains("Maybe raise upTo.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> finding.maybe("Raise upTo."))
                .withMessageContaining("'Raise upTo.'");
    }

    @Test
    void anExceptionCarriesAllThroughJavaSerialization() throws Exception {
        Finding bare = Finding.error("a.b", "/x", "m");
        Finding full = Finding.warning("a.c", "/y", "x".repeat(100_000))
                .maybe("Maybe not.")
                .withEvidence(ImmutableMap.of("b", "2", "a", "1"))
                .withLocation(new Location("f.json", 7_000_000_000L, 3));
        FindingsException thrown = new FindingsException(List.of(bare, full));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(thrown);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            FindingsException read = (FindingsException) in.readObject();
            assertThat(read.findings()).isEqualTo(thrown.findings());
            assertThat(read.findings().get(1).evidence().keySet()).containsExactly("b", "a");
            assertThat(read).hasMessage(thrown.getMessage());
        }
    }

    @Test
    void anExceptionCarriesAllAndListsTheFirst() {
        Finding finding = Finding.error("a.b", "/x", "m");
        FindingsException few = new FindingsException(List.of(finding, finding));
        assertThat(few).hasMessage("2 findings:\n  error a.b /x: m\n  error a.b /x: m");
        FindingsException many = new FindingsException(Collections.nCopies(10_000, finding));
        assertThat(many.findings()).hasSize(10_000);
        assertThat(many.getMessage()).endsWith("\n  and 9900 more");
        assertThatExceptionOfType(FindingsException.class)
                .isThrownBy(() -> Checked.refused(List.of(finding)).orThrow())
                .withMessage("error a.b /x: m");
    }

    @Test
    void aCheckedValueCannotContradictItself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checked.accepted(1, List.of(Finding.error("a.b", "", "m"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checked.refused(List.of(Finding.warning("a.b", "", "m"))));
    }

    @Test
    void placesCountFromOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Location("f", 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Location("f", 1, 0));
    }

    @Test
    void anOmissionCountsItsExamples() {
        assertThat(Omission.of("open", List.of("a", "b", "c"), 2))
                .isEqualTo(new Omission("open", 3, ImmutableList.of("a", "b")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Omission("open", 1, ImmutableList.of("a", "b")))
                .withMessageContaining("count 1 is below its 2 examples");
    }

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource({
        "ruls, rules",
        "RULES, rules",
        "urles, rules",
        "rule, rules",
        "currancy, currency",
        "scehma, schema",
        "idd, id",
        "zzz, nothing",
        "x, nothing"
    })
    void theNearestNameIsTheOneThatWasMeant(String written, String meant) {
        assertThat(Nearest.to(written, List.of("id", "schema", "rules", "currency"))
                        .orElse("nothing"))
                .isEqualTo(meant);
    }

    @Test
    void longNamesCostNothing() {
        assertThat(Nearest.to("x".repeat(1_000_000), List.of("x".repeat(1_000_000))))
                .isEmpty();
    }
}
