package io.salesops.quote.catalog;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.crm.ProductId;
import io.salesops.core.style.SalesOpsStyle;
import org.immutables.value.Value;

/** A product as it is sold: one-time, recurring or by usage, with what it needs and what it excludes. Immutable and thread-safe. */
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
