package io.salesops.core.match;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Which of several records a field survives from by its rule, and how each of them stands. The records are in the order in
 * which ties are broken. Time is linear in the records.
 */
final class FieldSurvivor<T> {
    private final Survivorship survivorship;
    private final MergeShape<T> shape;
    private final List<T> members;
    private final MergeField<T> field;
    private final Survivor rule;
    private final Map<T, Long> filled;
    private final Map<Optional<?>, Integer> sharedBy = new HashMap<>();

    /** @param filled how many fields each member has */
    FieldSurvivor(
            Survivorship survivorship, MergeShape<T> shape, List<T> members, MergeField<T> field, Map<T, Long> filled) {
        this.survivorship = survivorship;
        this.shape = shape;
        this.members = members;
        this.field = field;
        this.rule = survivorship.of(field.name());
        this.filled = filled;
        if (rule == Survivor.MAJORITY) {
            members.forEach(member -> sharedBy.merge(field.value().apply(member), 1, Integer::sum));
        }
    }

    /** The first member that has the field and the highest rank. */
    T winner() {
        T best = members.get(0);
        if (rule == Survivor.NEVER_OVERWRITE) {
            return best;
        }
        ToLongFunction<T> rank = rank();
        boolean bestHas = has(best);
        long highest = bestHas ? rank.applyAsLong(best) : 0;
        for (T member : members) {
            if (has(member) && (!bestHas || rank.applyAsLong(member) > highest)) {
                best = member;
                bestHas = true;
                highest = rank.applyAsLong(member);
            }
        }
        return best;
    }

    private boolean has(T member) {
        return field.value().apply(member).isPresent();
    }

    private ToLongFunction<T> rank() {
        return switch (rule) {
            case NEVER_OVERWRITE -> member -> 0;
            case MOST_RECENT ->
                member -> modified(member).map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
            case MOST_COMPLETE -> member -> filled.getOrDefault(member, 0L);
            case SOURCE_PRIORITY -> member -> place(member) < 0 ? Long.MIN_VALUE : -place(member);
            case LONGEST -> this::length;
            case MAJORITY -> member -> sharedBy.getOrDefault(field.value().apply(member), 0);
        };
    }

    private Optional<Instant> modified(T member) {
        return shape.modifiedAt(member, survivorship.modifiedField());
    }

    private int place(T member) {
        return shape.source(member, survivorship.sourceField())
                .map(survivorship.sources()::indexOf)
                .orElse(-1);
    }

    private long length(T member) {
        return field.value()
                .apply(member)
                .map(Objects::toString)
                .map(text -> (long) text.codePointCount(0, text.length()))
                .orElse(0L);
    }

    /** How a member stands under the rule, in English. */
    String standing(T member) {
        Function<T, String> standing = switch (rule) {
            case NEVER_OVERWRITE ->
                one -> one.equals(members.get(0)) ? "the record that stays" : "not of the record that stays";
            case MOST_RECENT -> one -> modified(one).map(at -> "changed " + at).orElse("no date of change");
            case MOST_COMPLETE -> one -> filled.getOrDefault(one, 0L) + " fields filled";
            case SOURCE_PRIORITY -> this::source;
            case LONGEST -> one -> length(one) + " characters";
            case MAJORITY ->
                one -> "in " + sharedBy.getOrDefault(field.value().apply(one), 0) + " of " + members.size();
        };
        return standing.apply(member);
    }

    private String source(T member) {
        Optional<String> source = shape.source(member, survivorship.sourceField());
        int place = place(member);
        return source.isEmpty()
                ? "no source"
                : "source " + source.get() + (place < 0 ? ", not listed" : ", number " + (place + 1));
    }
}
