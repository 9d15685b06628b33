package io.salesops.core.repository;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * An entry of a log and its place in it.
 *
 * @param sequence counts from 1
 * @param entry the entry
 */
public record Sequenced<E>(long sequence, E entry) {

    /** Checks the sequence. */
    public Sequenced {
        checkArgument(sequence >= 1, "sequence must be at least 1: %s", sequence);
    }
}
