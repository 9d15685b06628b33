package io.salesops.core.testkit;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * One call of a store, in a sequence of them.
 *
 * @param kind what is called
 * @param values what is written, or whose ids are asked for; the first one where one is enough
 * @param off how far the expected version of the last value is from the stored one: 0 for a right one
 */
public record Command<T>(Kind kind, ImmutableList<T> values, int off) {

    /** What is called. */
    enum Kind {
        SAVE,
        SAVE_ALL,
        DELETE,
        FIND
    }

    /** Up to twelve calls on five ids, half of the writes with a wrong version. */
    static <T> Arbitrary<List<Command<T>>> sequences(Arbitrary<T> values, BiFunction<T, String, T> withId) {
        Arbitrary<T> few = Combinators.combine(values.withoutEdgeCases(), Arbitraries.of("A-1", "a-1", "Z", "ä", "東京"))
                .as(withId::apply);
        Arbitrary<List<T>> some = Combinators.combine(
                        few.list().ofSize(3), Arbitraries.integers().between(1, 3))
                .as((made, size) -> made.subList(0, size));
        Arbitrary<Kind> kinds = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(Kind.SAVE)),
                Tuple.of(3, Arbitraries.just(Kind.SAVE_ALL)),
                Tuple.of(2, Arbitraries.just(Kind.DELETE)),
                Tuple.of(1, Arbitraries.just(Kind.FIND)));
        return Combinators.combine(kinds, some, Arbitraries.of(0, 0, 0, 1, -1, 2))
                .as((kind, chosen, off) -> new Command<>(kind, ImmutableList.copyOf(chosen), off))
                .list()
                .ofMaxSize(12);
    }
}
