package io.salesops.core.io;

import com.google.common.collect.ImmutableSet;
import io.salesops.core.crm.Address;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.crm.CustomFields.CustomValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import javax.money.MonetaryAmount;

/**
 * The values of one row by field, each of the type that the field's {@link FieldType} stands for.
 *
 * <p>A row has few fields, whose names are mostly the same objects as those that are asked for: going through them is
 * cheaper than hashing. Not thread-safe.
 */
final class Values {
    private static final String ADDRESS = "address.";

    private String[] fields = new String[24];
    private Object[] values = new Object[24];
    private int count;
    private boolean hasCustom;
    private boolean hasAddress;

    void put(String field, Object value) {
        int at = indexOf(field);
        if (at >= 0) {
            values[at] = value;
        } else {
            add(field, value);
        }
    }

    /** Adds the value of a field that has none yet. */
    void add(String field, Object value) {
        if (count == fields.length) {
            fields = Arrays.copyOf(fields, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
        }
        fields[count] = field;
        values[count] = value;
        count++;
        hasCustom |= field.startsWith(CustomFields.PREFIX);
        hasAddress |= field.startsWith(ADDRESS);
    }

    private int indexOf(String field) {
        for (int i = 0; i < count; i++) {
            if (isSame(fields[i], field)) {
                return i;
            }
        }
        for (int i = 0; i < count; i++) {
            if (fields[i].equals(field)) {
                return i;
            }
        }
        return -1;
    }

    @SuppressWarnings("ReferenceEquality") // a short cut; unequal objects are compared as texts
    private static boolean isSame(String one, String other) {
        return one == other;
    }

    /** Puts a value if there is one. */
    void put(String field, Optional<?> value) {
        value.ifPresent(present -> put(field, (Object) present));
    }

    /** Returns the value of a field. */
    Optional<Object> get(String field) {
        int at = indexOf(field);
        return at < 0 ? Optional.empty() : Optional.of(values[at]);
    }

    /** The fields that have a value, in no order. */
    ImmutableSet<String> fields() {
        return ImmutableSet.copyOf(Arrays.copyOf(fields, count));
    }

    /** Returns the value of a field, if it has one of the type. */
    <V> Optional<V> get(String field, Class<V> type) {
        int at = indexOf(field);
        return at >= 0 && type.isInstance(values[at]) ? Optional.of(type.cast(values[at])) : Optional.empty();
    }

    Optional<String> text(String field) {
        return get(field, String.class);
    }

    /** Returns the text of a field that every row has by now. */
    String required(String field) {
        return text(field).orElseThrow(() -> new IllegalArgumentException(field + " is missing"));
    }

    <I> Optional<I> id(String field, Function<String, I> of) {
        return text(field).map(of);
    }

    Optional<BigDecimal> number(String field) {
        return get(field, BigDecimal.class);
    }

    Optional<Long> whole(String field) {
        return get(field, Long.class);
    }

    Optional<MonetaryAmount> money(String field) {
        return get(field, MonetaryAmount.class);
    }

    Optional<LocalDate> day(String field) {
        return get(field, LocalDate.class);
    }

    Optional<Instant> instant(String field) {
        return get(field, Instant.class);
    }

    Optional<Boolean> flag(String field) {
        return get(field, Boolean.class);
    }

    /** The address, if any part of it is there. */
    Optional<Address> address() {
        if (!hasAddress) {
            return Optional.empty();
        }
        Address address = Address.builder()
                .street(text("address.street"))
                .city(text("address.city"))
                .state(text("address.state"))
                .postalCode(text("address.postalCode"))
                .country(text("address.country"))
                .build();
        return Optional.of(address);
    }

    /** The fields of the CRM's own. */
    CustomFields custom() {
        if (!hasCustom) {
            return CustomFields.none();
        }
        Map<String, CustomValue> custom = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            if (fields[i].startsWith(CustomFields.PREFIX)) {
                custom.put(fields[i].substring(CustomFields.PREFIX.length()), CustomValue.of(values[i]));
            }
        }
        return CustomFields.of(custom);
    }
}
