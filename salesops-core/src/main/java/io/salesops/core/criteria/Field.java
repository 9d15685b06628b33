package io.salesops.core.criteria;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A typed field of T under the name that JSON and stores use.
 *
 * <p>Two fields are equal if owner, name and type are. Immutable and thread-safe.
 *
 * @param <T> what has the field
 * @param <V> the type of its values
 */
public final class Field<T, V> {
    private final Class<T> owner;
    private final String name;
    private final Class<V> type;
    private final Function<? super T, Optional<V>> getter;
    private final Function<? super T, Optional<String>> absence;

    private Field(
            Class<T> owner,
            String name,
            Class<V> type,
            Function<? super T, Optional<V>> getter,
            Function<? super T, Optional<String>> absence) {
        checkArgument(!name.isBlank(), "field name must not be blank: '%s'", name);
        this.owner = owner;
        this.name = name;
        this.type = type;
        this.getter = getter;
        this.absence = absence;
    }

    /** Obtains a field that may be missing. */
    public static <T, V> Field<T, V> of(
            Class<T> owner, String name, Class<V> type, Function<? super T, Optional<V>> getter) {
        return new Field<>(owner, name, type, getter, subject -> Optional.empty());
    }

    /**
     * Returns this field with words for why it has no value where it is not simply missing, as reasons show them.
     *
     * @param explanation tells it of a subject without a value: {@code "custom.score is a text, not a number: high"}
     */
    public Field<T, V> withAbsence(Function<? super T, Optional<String>> explanation) {
        return new Field<>(owner, name, type, getter, explanation);
    }

    /** What has the field. */
    public Class<T> owner() {
        return owner;
    }

    /** The name in JSON and stores; custom fields begin with {@code custom.}. */
    public String name() {
        return name;
    }

    /** The type of the values. */
    public Class<V> type() {
        return type;
    }

    /** Returns the value of the field, if it has one. */
    public Optional<V> get(T subject) {
        return getter.apply(subject);
    }

    /** Says why the field of a subject has no value: {@code "industry is missing"}, unless it knows better. */
    public String absence(T subject) {
        return absence.apply(subject).orElseGet(() -> name + " is missing");
    }

    /** The field equals the value. */
    public Criteria<T> is(V value) {
        return new Criteria.Test<>(this, Operator.IS, ImmutableList.of(value));
    }

    /** The field equals one of the values. */
    @SafeVarargs
    @SuppressWarnings("varargs") // copied at once, never written
    public final Criteria<T> in(V... values) {
        return new Criteria.Test<>(this, Operator.IN, ImmutableList.copyOf(values));
    }

    /** The field equals one of the values. */
    public Criteria<T> in(Collection<? extends V> values) {
        return new Criteria.Test<>(this, Operator.IN, ImmutableList.copyOf(values));
    }

    /** The field is not less than the value. */
    public Criteria<T> atLeast(V value) {
        return new Criteria.Test<>(this, Operator.AT_LEAST, ImmutableList.of(value));
    }

    /** The field is less than the value. */
    public Criteria<T> below(V value) {
        return new Criteria.Test<>(this, Operator.BELOW, ImmutableList.of(value));
    }

    /** The field, a text, begins with the prefix. */
    public Criteria<T> startsWith(V prefix) {
        return new Criteria.Test<>(this, Operator.STARTS_WITH, ImmutableList.of(prefix));
    }

    /** The field has a value. */
    public Criteria<T> present() {
        return new Criteria.Test<>(this, Operator.PRESENT, ImmutableList.of());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Field<?, ?> field
                && owner.equals(field.owner)
                && name.equals(field.name)
                && type.equals(field.type);
    }

    @Override
    public int hashCode() {
        return Objects.hash(owner, name, type);
    }

    @Override
    public String toString() {
        return name;
    }
}
