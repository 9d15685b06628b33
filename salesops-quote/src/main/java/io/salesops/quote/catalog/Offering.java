package io.salesops.quote.catalog;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.crm.ProductId;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.DateRange;
import java.math.BigDecimal;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** A version of a product as it is sold: one-time, recurring or by usage, with its options, what it needs and what it excludes. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Offering.Builder.class)
public interface Offering extends WithOffering {

    /** The product. */
    ProductId product();

    /** The name that customers read. */
    String name();

    /** How it is charged. */
    Charge charge();

    /** Products that must stand on the same quote. */
    ImmutableSet<ProductId> requires();

    /** Products that must not stand on the same quote. */
    ImmutableSet<ProductId> excludes();

    /** What it holds, if it is a bundle; each product once. */
    ImmutableList<BundleOption> options();

    /** The smallest quantity of a line; no bound unless stated. */
    Optional<BigDecimal> minQuantity();

    /** The largest quantity of a line; no bound unless stated. */
    Optional<BigDecimal> maxQuantity();

    /** What one unit (and month, where it is charged by the month) costs the seller. */
    Optional<MonetaryAmount> cost();

    /**
     * The days on which this version of the product is sold; always unless stated. Versions of one product share its id and
     * have no day in common.
     */
    @Value.Default
    default DateRange effective() {
        return DateRange.always();
    }

    /** The options that a new bundle starts with. */
    default ImmutableList<BundleOption> startingOptions() {
        return options().stream()
                .filter(option -> option.presence() != BundleOption.Presence.OPTIONAL)
                .collect(ImmutableList.toImmutableList());
    }

    /** Obtains an offering without constraints. */
    static Offering of(String product, String name, Charge charge) {
        return builder()
                .product(ProductId.of(product))
                .name(name)
                .charge(charge)
                .build();
    }

    /** Starts an offering. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds offerings. */
    final class Builder extends ImmutableOffering.Builder {
        Builder() {}
    }

    /** How often a price is charged. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum Charge {
        /** Once; the term of a line does not multiply it. */
        ONE_TIME,
        /** Each month of the term. */
        RECURRING,
        /** Each month of the term, for the quantity that is expected to be used in a month. */
        USAGE
    }
}
