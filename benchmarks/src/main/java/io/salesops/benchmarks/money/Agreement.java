package io.salesops.benchmarks.money;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToLongFunction;

/** Peers are measured only where they give the same figures. */
final class Agreement {

    private Agreement() {}

    static <T> void check(String peer, long[] expected, Collection<T> actual, ToLongFunction<T> minor) {
        long[] figures = actual.stream().mapToLong(minor).toArray();
        if (!Arrays.equals(expected, figures)) {
            throw new IllegalStateException(
                    peer + " gives " + Arrays.toString(figures) + ", but the kernel " + Arrays.toString(expected));
        }
    }
}
