package io.salesops.core.crm;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import io.salesops.core.style.SalesOpsStyle;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** A thing that is sold. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Product.Builder.class)
public interface Product extends WithProduct {

    /** The identity. */
    Field<Product, ProductId> ID = Field.of(Product.class, "id", ProductId.class, product -> Optional.of(product.id()));

    /** The name. */
    Field<Product, String> NAME = Field.of(Product.class, "name", String.class, product -> Optional.of(product.name()));

    /** The family or series. */
    Field<Product, String> FAMILY = Field.of(Product.class, "family", String.class, Product::family);

    /** The list price of one unit. */
    Field<Product, MonetaryAmount> LIST_PRICE =
            Field.of(Product.class, "listPrice", MonetaryAmount.class, Product::listPrice);

    /** Whether it is still sold. */
    Field<Product, Boolean> ACTIVE =
            Field.of(Product.class, "active", Boolean.class, product -> Optional.of(product.active()));

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

    /** The fields that conditions on products may name. */
    static Fields<Product> fields() {
        return Fields.of(Product.class, List.of(ID, NAME, FAMILY, LIST_PRICE, ACTIVE));
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
