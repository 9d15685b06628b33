package io.salesops.core.match;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a planner must know about a kind of record. */
interface MergeShape<T> {
    /** The id; equal to the members of clusters. */
    Comparable<?> id(T value);

    Stream<MergeField<T>> fields(Collection<T> members);

    Optional<Instant> modifiedAt(T value);

    Optional<String> source(T value, String field);

    /** The record with what follows from the merge: dates, and no reference to itself. */
    T complete(T golden, Collection<T> members);

    /** The record as it is after the merge, if it refers to one of the ids. */
    Optional<T> redirected(T value, Set<?> retired, T golden);
}
