package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.text.TextPattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SketchProperties {

    /** Few characters in a text, and few that many texts lack; some share a bit, some are pairs of surrogates. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> characters = Arbitraries.of(
                "a",
                "b",
                "c",
                "d",
                "e",
                "A",
                "0",
                " ",
                "1",
                "-",
                "\u00e9",
                "\u0161",
                "\u4e16",
                "\uD83D\uDE00",
                "\uD83D");
        Arbitrary<Integer> lengths = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(20, Arbitraries.integers().between(1, 12)),
                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(60, 66)));
        return lengths.flatMap(length -> characters.list().ofSize(length).map(list -> String.join("", list)));
    }

    @Property
    void boundsAreBounds(@ForAll("texts") String a, @ForAll("texts") String b) {
        TextPattern pattern = TextPattern.of(a);
        long one = Sketch.of(a);
        long other = Sketch.of(b);
        assertThat(Sketch.mostJaroWinkler(one, other))
                .isGreaterThanOrEqualTo(pattern.jaroWinkler(b))
                .isEqualTo(Sketch.mostJaroWinkler(other, one));
        assertThat(Sketch.leastEdits(one, other))
                .isLessThanOrEqualTo(pattern.osa(b))
                .isEqualTo(Sketch.leastEdits(other, one));
    }

    @Property
    void boundsOfEqualTextsTellNothing(@ForAll("texts") String text) {
        long sketch = Sketch.of(text);
        assertThat(Sketch.mostJaroWinkler(sketch, sketch)).isGreaterThanOrEqualTo(1);
        assertThat(Sketch.leastEdits(sketch, sketch)).isZero();
    }
}
