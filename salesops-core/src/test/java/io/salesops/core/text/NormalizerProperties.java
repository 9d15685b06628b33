package io.salesops.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NormalizerProperties {

    @Provide
    Arbitrary<Normalizer> normalizers() {
        return Arbitraries.of(Normalizer.names()).map(Normalizer::of);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "Acme",
                "GmbH",
                " ",
                ".",
                "&",
                "Co",
                "KG",
                "s.r.o.",
                "\u00df",
                "\u0130",
                "\u01f0",
                "\u03a3",
                "@",
                "www.",
                "gmail.com",
                "co.uk",
                "+",
                "0",
                "street",
                "stra\u00dfe",
                "Dr.",
                "\uD83D",
                "\uFB01",
                "x12",
                "://",
                "ext 1",
                "/");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(8).map(list -> String.join("", list)),
                pieces.list().ofMaxSize(8).map(list -> String.join(" ", list)),
                Arbitraries.strings().ofMaxLength(20));
    }

    @Property
    void foldingTwiceChangesNothing(@ForAll("texts") String raw) {
        assertThat(Folding.fold(Folding.fold(raw))).isEqualTo(Folding.fold(raw));
    }

    @Property
    void normalisingTwiceChangesNothing(@ForAll("normalizers") Normalizer normalizer, @ForAll("texts") String raw) {
        String once = normalizer.apply(raw);
        assertThat(normalizer.apply(once)).as(normalizer.name()).isEqualTo(once);
    }
}
