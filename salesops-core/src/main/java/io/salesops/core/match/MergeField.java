package io.salesops.core.match;

import io.salesops.core.crm.CustomFields;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A field that a merge fills: how it is read, and how it is copied from one record into another, absence included.
 *
 * @param name the name, as in conditions
 * @param value reads it
 * @param copy returns the first record with the field of the second
 */
record MergeField<T>(String name, Function<T, Optional<?>> value, BiFunction<T, T, T> copy) {

    /** A field of which a blank text is none. */
    static <T> MergeField<T> text(String name, Function<T, String> value, BiFunction<T, T, T> copy) {
        return new MergeField<>(name, from -> Optional.of(value.apply(from)).filter(text -> !text.isBlank()), copy);
    }

    /** The custom fields that one of the records has. */
    static <T> Stream<MergeField<T>> custom(
            Collection<T> members, Function<T, CustomFields> read, BiFunction<T, CustomFields, T> write) {
        SortedSet<String> names = new TreeSet<>();
        members.forEach(member -> names.addAll(read.apply(member).values().keySet()));
        return names.stream()
                .map(name -> new MergeField<>(
                        CustomFields.PREFIX + name,
                        value -> read.apply(value).get(name),
                        (to, from) -> write.apply(
                                to,
                                read.apply(from)
                                        .get(name)
                                        .map(found -> read.apply(to).with(name, found))
                                        .orElseGet(() -> read.apply(to).without(name)))));
    }

    /** The moment that a custom field gives: a day, or the text of an instant. */
    static Optional<Instant> moment(CustomFields custom, String field) {
        Optional<Instant> day = custom.get(field, LocalDate.class)
                .map(date -> date.atStartOfDay(ZoneOffset.UTC).toInstant());
        return day.or(() -> custom.get(field, String.class).flatMap(MergeField::instant));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
