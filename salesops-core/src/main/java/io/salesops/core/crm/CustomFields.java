package io.salesops.core.crm;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.criteria.Field;
import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import javax.money.MonetaryAmount;

/**
 * A CRM's own fields, each with a typed value; a field without a value is not there. Immutable and thread-safe.
 *
 * @param values the values by name, without the prefix {@value #PREFIX}
 */
public record CustomFields(@JsonValue ImmutableSortedMap<String, CustomFields.CustomValue> values) {

    /** What the names of custom fields begin with in conditions and histories. */
    public static final String PREFIX = "custom.";

    private static final CustomFields NONE = new CustomFields(ImmutableSortedMap.of());
    private static final ImmutableMap<Class<?>, String> TYPES = ImmutableMap.of(
            String.class, "a text",
            BigDecimal.class, "a number",
            Boolean.class, "yes or no",
            LocalDate.class, "a day",
            MonetaryAmount.class, "an amount");

    /** Checks the names. */
    public CustomFields {
        for (String name : values.keySet()) {
            checkArgument(!name.isBlank(), "custom field name must not be blank: '%s'", name);
            checkArgument(
                    !name.startsWith(PREFIX),
                    "custom field %s must be named without the prefix. Maybe name it %s.",
                    name,
                    name.substring(Math.min(name.length(), PREFIX.length())));
        }
    }

    /** Obtains the fields from their values by name. */
    @JsonCreator
    public static CustomFields of(Map<String, ? extends CustomValue> values) {
        if (values.isEmpty()) {
            return NONE;
        }
        return new CustomFields(
                values instanceof SortedMap<String, ? extends CustomValue> sorted && sorted.comparator() == null
                        ? ImmutableSortedMap.copyOfSorted(sorted)
                        : ImmutableSortedMap.copyOf(values));
    }

    /** No custom fields. */
    public static CustomFields none() {
        return NONE;
    }

    /** Returns these fields with a text. */
    public CustomFields with(String name, String value) {
        return with(name, new Text(value));
    }

    /** Returns these fields with a number. */
    public CustomFields with(String name, BigDecimal value) {
        return with(name, new Decimal(value));
    }

    /** Returns these fields with yes or no. */
    public CustomFields with(String name, boolean value) {
        return with(name, new Flag(value));
    }

    /** Returns these fields with a day. */
    public CustomFields with(String name, LocalDate value) {
        return with(name, new Day(value));
    }

    /** Returns these fields with an amount. */
    public CustomFields with(String name, MonetaryAmount value) {
        return with(name, new Money(value));
    }

    /** Returns these fields with a value. */
    public CustomFields with(String name, CustomValue value) {
        Map<String, CustomValue> changed = new TreeMap<>(values);
        changed.put(name, value);
        return of(changed);
    }

    /** Returns these fields without one, or unchanged if it has no value. */
    public CustomFields without(String name) {
        Map<String, CustomValue> changed = new TreeMap<>(values);
        changed.remove(name);
        return of(changed);
    }

    /** Returns the value of a field, if it has one. */
    public Optional<CustomValue> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Returns the value of a field, if it has one of the type. */
    public <V> Optional<V> get(String name, Class<V> type) {
        return get(name).map(CustomValue::value).filter(type::isInstance).map(type::cast);
    }

    /** Obtains the field of a record for conditions, under the name {@code custom.} and {@code name}. */
    public static <T, V> Field<T, V> field(
            Class<T> owner, String name, Class<V> type, Function<? super T, CustomFields> custom) {
        checkArgument(
                TYPES.containsKey(type),
                "custom field %s has no values of type %s. Maybe use String, BigDecimal, Boolean, LocalDate or"
                        + " MonetaryAmount.",
                name,
                type.getSimpleName());
        return Field.of(
                        owner,
                        PREFIX + name,
                        type,
                        subject -> custom.apply(subject).get(name, type))
                .withAbsence(subject -> custom.apply(subject)
                        .get(name)
                        .filter(found -> !type.isInstance(found.value()))
                        .map(found -> PREFIX + name + " is " + words(found.value()) + ", not " + TYPES.get(type) + ": "
                                + found.value()));
    }

    private static String words(Object value) {
        return TYPES.entrySet().stream()
                .filter(type -> type.getKey().isInstance(value))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
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

        /**
         * Obtains the value of a Java object.
         *
         * @throws IllegalArgumentException if it is no String, BigDecimal, Boolean, LocalDate or MonetaryAmount
         */
        static CustomValue of(Object value) {
            if (value instanceof BigDecimal number) {
                return new Decimal(number);
            }
            if (value instanceof Boolean flag) {
                return new Flag(flag);
            }
            if (value instanceof LocalDate day) {
                return new Day(day);
            }
            if (value instanceof MonetaryAmount amount) {
                return new Money(amount);
            }
            checkArgument(
                    value instanceof String,
                    "custom fields have no values of %s",
                    value.getClass().getName());
            return new Text((String) value);
        }

        /** Calls the case for this kind of value. */
        <R> R match(Cases<R> cases);

        /** One method for each kind of value. */
        interface Cases<R> {
            R text(Text text);

            R number(Decimal number);

            R flag(Flag flag);

            R day(Day day);

            R money(Money money);
        }
    }

    /** A text. */
    @JsonTypeName("text")
    public record Text(String value) implements CustomValue {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.text(this);
        }
    }

    /** A number; trailing zeros are dropped. */
    @JsonTypeName("number")
    public record Decimal(BigDecimal value) implements CustomValue {

        /** Drops trailing zeros. */
        public Decimal {
            value = Amounts.plain(value);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.number(this);
        }
    }

    /** Yes or no. */
    @JsonTypeName("flag")
    public record Flag(Boolean value) implements CustomValue {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.flag(this);
        }
    }

    /** A day. */
    @JsonTypeName("day")
    public record Day(LocalDate value) implements CustomValue {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.day(this);
        }
    }

    /** An amount of money. */
    @JsonTypeName("money")
    public record Money(MonetaryAmount value) implements CustomValue {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.money(this);
        }
    }
}
