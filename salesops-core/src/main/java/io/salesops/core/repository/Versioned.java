package io.salesops.core.repository;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * A value and the version under which it is stored.
 *
 * @param value the value
 * @param version counts from 1; 0 means not stored yet
 */
public record Versioned<T>(T value, long version) {

    /** Checks the version. */
    public Versioned {
        checkArgument(version >= 0, "version must not be negative: %s", version);
    }

    /** Obtains a value that is not stored yet. */
    public static <T> Versioned<T> fresh(T value) {
        return new Versioned<>(value, 0);
    }
}
