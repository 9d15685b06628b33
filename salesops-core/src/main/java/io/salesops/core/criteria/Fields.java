package io.salesops.core.criteria;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.List;

/**
 * The fields of a kind of record that conditions may name: built-in ones, and custom fields of any name.
 *
 * <p>A type whose conditions are read from JSON has a public static method {@code fields()} that returns them.
 *
 * @param owner the kind of record
 * @param named the built-in fields by name
 * @param custom makes the field for a custom field's name and type
 * @param <T> the kind of record
 */
public record Fields<T>(Class<T> owner, ImmutableMap<String, Field<T, ?>> named, Custom<T> custom) {

    /** Makes the field for a custom field. */
    @FunctionalInterface
    public interface Custom<T> {

        /**
         * Returns the field; {@code name} comes without the prefix {@code custom.}.
         *
         * @throws IllegalArgumentException if the kind of record has no such custom field
         */
        <V> Field<T, V> field(String name, Class<V> type);
    }

    /** Obtains the fields of a kind of record that has no custom ones. */
    public static <T> Fields<T> of(Class<T> owner, List<Field<T, ?>> fields) {
        return of(owner, fields, new Custom<>() {
            @Override
            public <V> Field<T, V> field(String name, Class<V> type) {
                throw new IllegalArgumentException(owner.getSimpleName() + " has no custom fields: custom." + name);
            }
        });
    }

    /** Obtains the fields. */
    public static <T> Fields<T> of(Class<T> owner, List<Field<T, ?>> fields, Custom<T> custom) {
        return new Fields<>(owner, Maps.uniqueIndex(fields, Field::name), custom);
    }
}
