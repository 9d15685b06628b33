package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a planner must know about a kind of record. */
interface MergeShape<T> {
    /** What several are called. */
    String plural();

    /** The id; its text is equal to that of the members of clusters. */
    Comparable<?> id(T value);

    /** The fields that every record of the kind may have. */
    ImmutableList<MergeField<T>> fields();

    /** The custom fields that one of the records has. */
    Stream<MergeField<T>> custom(Collection<T> members);

    /** When the record was changed last; {@code field} is a custom field that may say so. */
    Optional<Instant> modifiedAt(T value, String field);

    /** Where the record is from; {@code field} is a custom field that may say so. */
    Optional<String> source(T value, String field);

    /** The record with what follows from the merge: dates, and no reference to itself. */
    T complete(T golden, Collection<T> members);

    /** The id of the record of the same kind that this one refers to, as text. */
    Optional<String> reference(T value);

    /** The record as it is after the merge, if it refers to one of the ids, given as texts. */
    Optional<T> redirected(T value, Set<String> retired, T golden);

    /** The record as the data of a plan. */
    MergeImage image(T value);

    /** The record of an image; absent where it is one of another kind. */
    Optional<T> value(MergeImage image);
}
