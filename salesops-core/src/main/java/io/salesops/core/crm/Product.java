package io.salesops.core.crm;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.style.SalesOpsStyle;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** A thing that is sold. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Product.Builder.class)
public interface Product extends WithProduct {

    /** The product's identity. */
    ProductId id();

    /** The name. */
    String name();

    /** The family or series. */
    Optional<String> family();

    /** The list price of one unit. */
    Optional<MonetaryAmount> listPrice();

    /** Whether it is still sold. */
    @Value.Default
    default boolean active() {
        return true;
    }

    /** Starts a product. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds products. */
    final class Builder extends ImmutableProduct.Builder {
        Builder() {}
    }
}
