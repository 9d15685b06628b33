package io.salesops.core.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.money.Rational;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final RuleRef RULE = new RuleRef("ae-2026", "3", "/rules/0/tiers/0");
    private static final Explanation SUM = new Explanation.Sum(
            "commission of ana",
            Quantity.of(new BigDecimal("68750.00"), "USD"),
            ImmutableList.of(
                    Step.builder()
                            .rule(RULE)
                            .label("{rate} of {base}")
                            .amount(Quantity.of(50_000, "USD"))
                            .putInputs("rate", "50%")
                            .putInputs("base", "100,000.00")
                            .build(),
                    Step.builder()
                            .rule(new RuleRef("ae-2026", "3", ""))
                            .label("accelerator")
                            .amount(Quantity.of(18_750, "USD"))
                            .residue(Rational.of("1/3"))
                            .addParts(
                                    Step.of(RULE, "first half", Quantity.of(20_000, "USD")),
                                    Step.of(RULE, "taken back", Quantity.of(-1_250, "USD")))
                            .build()));

    @Test
    void aSumIsLaidOutStepByStep() {
        assertThat(SUM.text()).isEqualTo("""
                        USD 68,750.00  commission of ana
                          +50,000.00  50% of 100,000.00  [ae-2026 3 /rules/0/tiers/0]
                          +18,750.00  accelerator  [ae-2026 3]  residue 1/3
                            +20,000.00  first half  [ae-2026 3 /rules/0/tiers/0]
                             -1,250.00  taken back  [ae-2026 3 /rules/0/tiers/0]""");
    }

    @Test
    void aChoiceShowsEveryCandidateWithItsReason() {
        Explanation choice = new Explanation.Choice(
                "territory of A-17",
                Optional.of("DACH"),
                ImmutableList.of(
                        new Candidate(
                                "DACH",
                                true,
                                RULE,
                                ImmutableList.of("country in [DE, AT]: DE"),
                                Optional.empty(),
                                Optional.of(Quantity.of(2, "points"))),
                        new Candidate(
                                "Nordics",
                                false,
                                RULE,
                                ImmutableList.of(),
                                Optional.of("country is SE, is DE"),
                                Optional.empty())));
        assertThat(choice.text()).isEqualTo("""
                        territory of A-17 -> DACH
                          chosen    DACH (points 2); country in [DE, AT]: DE  [ae-2026 3 /rules/0/tiers/0]
                          rejected  Nordics; not: country is SE, is DE  [ae-2026 3 /rules/0/tiers/0]""");
    }

    @Test
    void anotherWordingLooksLabelsUp() {
        Map<String, String> german = ImmutableMap.of(
                "commission of ana", "Provision von Ana",
                "{rate} of {base}", "{rate} von {base}",
                "residue {residue}", "Rest {residue}");
        Wording wording = (label, inputs) -> Wording.fill(german.getOrDefault(label, label), inputs);
        assertThat(SUM.text(wording))
                .contains("Provision von Ana", "50% von 100,000.00", "Rest 1/3", "first half")
                .doesNotContain("residue");
    }

    @Test
    void fillingLeavesWhatIsNoInput() {
        assertThat(Wording.fill("{a} {b} {} {a b} $1 \\", ImmutableMap.of("a", "$0\\{b}")))
                .isEqualTo("$0\\{b} {b} {} {a b} $1 \\");
    }

    @Test
    void aChoiceCannotContradictItself() {
        Candidate chosen = new Candidate("a", true, RULE, ImmutableList.of(), Optional.empty(), Optional.empty());
        Candidate silent = new Candidate("b", false, RULE, ImmutableList.of(), Optional.empty(), Optional.empty());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Explanation.Choice("s", Optional.empty(), ImmutableList.of(chosen)))
                .withMessageContaining("is marked as chosen");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Explanation.Choice("s", Optional.empty(), ImmutableList.of(silent)))
                .withMessageContaining("must say why");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Explanation.Choice("s", Optional.of("c"), ImmutableList.of()))
                .withMessageContaining("not among its candidates");
    }

    @Test
    void halvesOfCharactersHaveFingerprintsOfTheirOwn() {
        ImmutableList<String> texts =
                ImmutableList.of("?", "\uD800", "\uDC00", "\uDBFF", "\uFFFD", "\uD83D\uDE00", "??");
        assertThat(texts.stream().map(Fingerprint::ofText).distinct()).hasSize(texts.size());
        assertThat(texts.stream()
                        .map(text -> Fingerprint.ofFacts(ImmutableList.of(text)))
                        .distinct())
                .hasSize(texts.size());
        assertThat(Fingerprint.ofText("a\uD83D\uDE00\uD800")).isNotEqualTo(Fingerprint.ofText("a\uD83D\uDE00\uD801"));
    }

    @Test
    void fingerprintsHaveAShape() {
        assertThat(Fingerprint.ofText("").toString())
                .as("SHA-256 of nothing, FIPS 180-4")
                .isEqualTo("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fingerprint.of("sha256:e3b0"))
                .withMessageContaining("Maybe it was cut");
    }

    @Test
    void resultsNameTheVersionOfTheProject() throws Exception {
        Matcher version = Pattern.compile("<parent>.*?<version>([^<]+)</version>", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        assertThat(Provenance.builder().engine("E").build().libraryVersion()).isEqualTo(version.group(1));
    }
}
