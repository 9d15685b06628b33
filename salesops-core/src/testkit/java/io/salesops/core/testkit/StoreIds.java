package io.salesops.core.testkit;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Texts for the identities of stored values, each another one for Java and the same one, or in another order, for a store
 * that compares as people do: case, accents, scripts, characters beyond the basic plane, trailing blanks, wildcards.
 */
final class StoreIds {
    static final ImmutableList<String> TEXTS = ImmutableList.of(
            "A-1",
            "a-1",
            "A-2",
            "A-10",
            "A-1 ",
            "Z",
            "ä",
            "a\u0308",
            "Ä",
            "ß",
            "ss",
            "SS",
            "Ж",
            "ж",
            "ل",
            "東京",
            "\uFF5E",
            "𝔘",
            "🚀",
            "%",
            "_",
            "'",
            "\\",
            "null",
            "x".repeat(255));

    private StoreIds() {}

    /** A value under each of the texts, in any order. */
    static <T> Arbitrary<List<T>> each(Arbitrary<T> values, BiFunction<T, String, T> withId) {
        return named(Arbitraries.shuffle(TEXTS), values, withId);
    }

    /** Between {@code least} and {@code most} values, each under an id of its own; {@code withId} gives a value its id. */
    static <T> Arbitrary<List<T>> different(Arbitrary<T> values, BiFunction<T, String, T> withId, int least, int most) {
        return named(
                Arbitraries.of(TEXTS).list().uniqueElements().ofMinSize(least).ofMaxSize(most), values, withId);
    }

    private static <T> Arbitrary<List<T>> named(
            Arbitrary<List<String>> ids, Arbitrary<T> values, BiFunction<T, String, T> withId) {
        return ids.flatMap(texts -> Combinators.combine(
                        Arbitraries.just(texts),
                        values.withoutEdgeCases().list().ofSize(texts.size()))
                .as((names, made) -> {
                    List<T> named = new ArrayList<>();
                    for (int i = 0; i < names.size(); i++) {
                        named.add(withId.apply(made.get(i), names.get(i)));
                    }
                    return named;
                }));
    }
}
