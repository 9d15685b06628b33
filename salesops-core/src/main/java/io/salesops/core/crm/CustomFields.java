package io.salesops.core.crm;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.criteria.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import javax.money.MonetaryAmount;

/**
 * A CRM's own fields, each with a typed value. Immutable and thread-safe.
 *
 * @param values the values by name, without the prefix {@code custom.}
 */
public record CustomFields(@JsonValue ImmutableSortedMap<String, CustomFields.CustomValue> values) {

    private static final CustomFields NONE = new CustomFields(ImmutableSortedMap.of());
    private static final Set<Class<?>> TYPES =
            Set.of(String.class, BigDecimal.class, Boolean.class, LocalDate.class, MonetaryAmount.class);

    /** Obtains the fields from their values by name. */
    @JsonCreator
    public static CustomFields of(Map<String, ? extends CustomValue> values) {
        return values.isEmpty() ? NONE : new CustomFields(ImmutableSortedMap.copyOf(values));
    }

    /** No custom fields. */
    public static CustomFields none() {
        return NONE;
    }

    /** Returns these fields with a text. */
    public CustomFields with(String name, String value) {
        return with(name, new Text(value));
    }

    /** Returns these fields with a value. */
    public CustomFields with(String name, CustomValue value) {
        Map<String, CustomValue> changed = new TreeMap<>(values);
        changed.put(name, value);
        return of(changed);
    }

    /** Returns the value of a field, if it has one of the type. */
    public <V> Optional<V> get(String name, Class<V> type) {
        return Optional.ofNullable(values.get(name))
                .map(CustomValue::value)
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** Obtains the field of a record for conditions, under the name {@code custom.} and {@code name}. */
    public static <T, V> Field<T, V> field(
            Class<T> owner, String name, Class<V> type, Function<? super T, CustomFields> custom) {
        checkArgument(
                TYPES.contains(type),
                "custom field %s has no values of type %s. Maybe use String, BigDecimal, Boolean, LocalDate or"
                        + " MonetaryAmount.",
                name,
                type.getSimpleName());
        return Field.of(
                owner, "custom." + name, type, subject -> custom.apply(subject).get(name, type));
    }

    /** The value of a custom field; the set of types is closed. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(Text.class),
        @JsonSubTypes.Type(Decimal.class),
        @JsonSubTypes.Type(Flag.class),
        @JsonSubTypes.Type(Day.class),
        @JsonSubTypes.Type(Money.class)
    })
    public sealed interface CustomValue {

        /** The value as a Java object. */
        Object value();
    }

    /** A text. */
    @JsonTypeName("text")
    public record Text(String value) implements CustomValue {}

    /** A number; trailing zeros are dropped. */
    @JsonTypeName("number")
    public record Decimal(BigDecimal value) implements CustomValue {

        /** Drops trailing zeros. */
        public Decimal {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }
    }

    /** Yes or no. */
    @JsonTypeName("flag")
    public record Flag(Boolean value) implements CustomValue {}

    /** A day. */
    @JsonTypeName("day")
    public record Day(LocalDate value) implements CustomValue {}

    /** An amount of money. */
    @JsonTypeName("money")
    public record Money(MonetaryAmount value) implements CustomValue {}
}
