package io.salesops.core.testkit;

import io.salesops.core.text.Normalizer;
import io.salesops.core.text.TextPattern;
import io.salesops.core.text.Tokens;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Generators of text as people type it, and of what compares it. */
public final class TextArbitraries {
    private static final int LONGER_THAN_A_WORD = 70;

    private TextArbitraries() {}

    /** Texts of several scripts, with accents, surrogate pairs and white space; empty ones and ones beyond 64 characters too. */
    public static Arbitrary<String> texts() {
        Arbitrary<String> letters = Arbitraries.of(
                "a", "b", "é", "ß", "Ö", "İ", "ж", "東", "م", "\uD83D\uDE00", " ", "\u00A0", "-", "'", "1", "e\u0301");
        Arbitrary<Integer> lengths = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(1, Arbitraries.just(0)),
                net.jqwik.api.Tuple.of(8, Arbitraries.integers().between(1, 14)),
                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(60, LONGER_THAN_A_WORD)));
        return lengths.flatMap(length -> letters.list().ofSize(length).map(all -> String.join("", all)));
    }

    /** All normalizers. */
    public static Arbitrary<Normalizer> normalizers() {
        return Arbitraries.of(Normalizer.names()).map(Normalizer::of);
    }

    /** Patterns of {@link #texts()}. */
    public static Arbitrary<TextPattern> textPatterns() {
        return texts().map(TextPattern::of);
    }

    /** The words of {@link #texts()}. */
    public static Arbitrary<Tokens> tokens() {
        return texts().map(Tokens::of);
    }
}
