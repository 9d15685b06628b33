package io.salesops.core.io;

import io.salesops.core.crm.Address;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.crm.CustomFields.CustomValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import javax.money.MonetaryAmount;

/** The values of one row by field, each of the type that the field's {@link FieldType} stands for. */
final class Values {
    private final Map<String, Object> byField = new HashMap<>();

    void put(String field, Object value) {
        byField.put(field, value);
    }

    /** Puts a value if there is one. */
    void put(String field, Optional<?> value) {
        value.ifPresent(present -> byField.put(field, present));
    }

    /** Returns the value of a field. */
    Optional<Object> get(String field) {
        return Optional.ofNullable(byField.get(field));
    }

    /** The fields that have a value, in no order. */
    Set<String> fields() {
        return Collections.unmodifiableSet(byField.keySet());
    }

    /** Returns the value of a field, if it has one of the type. */
    <V> Optional<V> get(String field, Class<V> type) {
        return Optional.ofNullable(byField.get(field)).filter(type::isInstance).map(type::cast);
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
        Address address = Address.builder()
                .street(text("address.street"))
                .city(text("address.city"))
                .state(text("address.state"))
                .postalCode(text("address.postalCode"))
                .country(text("address.country"))
                .build();
        return Optional.of(address)
                .filter(any -> byField.keySet().stream().anyMatch(field -> field.startsWith("address.")));
    }

    /** The fields of the CRM's own. */
    CustomFields custom() {
        Map<String, CustomValue> custom = new TreeMap<>();
        byField.forEach((field, value) -> {
            if (field.startsWith(CustomFields.PREFIX)) {
                custom.put(field.substring(CustomFields.PREFIX.length()), CustomValue.of(value));
            }
        });
        return CustomFields.of(custom);
    }
}
