package io.salesops.core.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.money.Rate;
import io.salesops.core.style.SalesOpsStyle;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.money.CurrencyUnit;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A document of version 2 that holds every kind of part; the first version called its rate {@code percent}. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = ShelfPlan.Builder.class)
@Document(kind = "shelf-plan", version = 2, upgrade = ShelfPlan.FromFirst.class)
public interface ShelfPlan extends WithShelfPlan {

    @Value.Default
    default String schema() {
        return DocumentSchema.of(ShelfPlan.class);
    }

    String id();

    Optional<String> note();

    CurrencyUnit currency();

    Rate rate();

    @Value.Default
    default Width width() {
        return Width.VERY_WIDE;
    }

    OptionalInt most();

    double latitude();

    ImmutableList<Rule> rules();

    ImmutableSet<String> tags();

    ImmutableMap<String, BigDecimal> limits();

    ImmutableMap<AccountId, LocalDate> since();

    ImmutableMap<Width, Integer> perWidth();

    ImmutableMap<CurrencyUnit, Rate> rates();

    ImmutableSetMultimap<DayOfWeek, String> deliveries();

    Optional<ImmutableList<Optional<BigDecimal>>> gaps();

    Optional<Criteria<Account>> when();

    static Builder builder() {
        return new Builder();
    }

    @Value.Check
    default void check() {
        if (rate().signum() < 0) {
            throw new IllegalArgumentException("rate must not be negative: " + rate());
        }
    }

    final class Builder extends ImmutableShelfPlan.Builder {
        Builder() {}
    }

    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum Width {
        NARROW,
        VERY_WIDE
    }

    /** A sealed type that lists its variants nowhere but in its permits. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    sealed interface Rule {}

    @JsonTypeName("flat")
    record Flat(String id, BigDecimal amount, int priority, boolean last) implements Rule {
        public Flat {
            if (priority < 0) {
                throw new IllegalArgumentException("priority must not be negative: " + priority);
            }
        }

        /** No part of the record. */
        public boolean isEmpty() {
            return amount.signum() == 0;
        }
    }

    @JsonTypeName("group")
    record Group(ImmutableList<Rule> rules, Optional<Criteria<Account>> when) implements Rule {}

    final class FromFirst implements DocumentUpgrade {
        @Override
        public void upgrade(Map<String, @Nullable Object> document) {
            Object percent = document.remove("percent");
            if (!(percent instanceof BigDecimal)) {
                throw new IllegalArgumentException("percent must be a number: " + percent);
            }
            document.put("rate", percent + "%");
            if (document.get("rules") instanceof List<?> rules) {
                for (Object rule : rules) {
                    if (rule instanceof Map<?, ?>) {
                        @SuppressWarnings("unchecked") // an object of the document
                        Map<String, @Nullable Object> fields = (Map<String, @Nullable Object>) rule;
                        fields.putIfAbsent("last", false);
                    }
                }
            }
        }
    }
}
