package io.salesops.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPatternTest {

    @ParameterizedTest(name = "{0} / {1} = {2}")
    @CsvSource({
        "MARTHA, MARHTA, 0.9611",
        "DIXON, DICKSONX, 0.8133",
        "DWAYNE, DUANE, 0.8400",
        "ABCVWXYZ, CABVWXYZ, 0.9583",
        "acme corporation, acme corp, 0.9125",
        "jonathan smith, jon smith, 0.8389",
        "ab, ba, 0.0",
        "'', '', 1.0",
        "a, '', 0.0"
    })
    void jaroWinklerIsTheTextbooks(String first, String second, double expected) {
        assertThat(TextPattern.of(first).jaroWinkler(second)).isCloseTo(expected, within(0.00005));
    }

    @ParameterizedTest(name = "{0} / {1}: {2}, with swaps {3}")
    @CsvSource({
        "kitten, sitting, 3, 3",
        "ca, abc, 3, 3",
        "acme, amce, 2, 1",
        "saturday, sunday, 3, 3",
        "'', abc, 3, 3",
        "abc, '', 3, 3"
    })
    void distancesAreTheTextbooks(String first, String second, int levenshtein, int osa) {
        TextPattern pattern = TextPattern.of(first);
        assertThat(pattern.levenshtein(second)).isEqualTo(levenshtein);
        assertThat(pattern.osa(second)).isEqualTo(osa);
    }

    @Test
    void aPatternThatIsSetAgainForgetsTheTextBefore() {
        TextPattern pattern = TextPattern.of("größe \uD83D\uDE00 zebra");
        pattern.set("acme");
        assertThat(pattern.jaroWinkler("zebra"))
                .isEqualTo(TextPattern.of("acme").jaroWinkler("zebra"));
        assertThat(pattern.levenshtein("größe")).isEqualTo(4);
    }

    @Test
    void aPairOfSurrogatesIsOneCharacter() {
        assertThat(TextPattern.of("a\uD83D\uDE00b").levenshtein("ab")).isEqualTo(1);
        assertThat(TextPattern.of("a\uD83Db").levenshtein("ab")).isEqualTo(1);
    }
}
