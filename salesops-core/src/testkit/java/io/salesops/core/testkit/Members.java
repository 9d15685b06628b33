package io.salesops.core.testkit;

import java.util.Collection;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Generators of what is only ever part of something else. */
public final class Members {
    private Members() {}

    /** Generates one member of a generated collection that is not empty. */
    public static <E> Arbitrary<E> of(Arbitrary<? extends Collection<E>> collections) {
        return collections
                .filter(members -> !members.isEmpty())
                .flatMap(members -> Arbitraries.of(List.copyOf(members)));
    }
}
