package io.salesops.quote.catalog;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import io.salesops.core.crm.ProductId;
import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A product that a bundle holds or may hold. Quantities are for one bundle: two bundles may have twice as many.
 *
 * @param product the product of the option
 * @param presence whether it must, usually does, or may stand in the bundle
 * @param minQuantity the smallest quantity, where it stands there; no bound unless stated
 * @param maxQuantity the largest quantity; no bound unless stated
 * @param defaultQuantity the quantity that a new bundle starts with; 1 unless stated
 */
public record BundleOption(
        ProductId product,
        Presence presence,
        Optional<BigDecimal> minQuantity,
        Optional<BigDecimal> maxQuantity,
        Optional<BigDecimal> defaultQuantity) {

    /** Drops trailing zeros, so that equal bounds are equal options. */
    public BundleOption {
        minQuantity = minQuantity.map(Amounts::plain);
        maxQuantity = maxQuantity.map(Amounts::plain);
        defaultQuantity = defaultQuantity.map(Amounts::plain);
    }

    /** Obtains an option without bounds. */
    public static BundleOption of(String product, Presence presence) {
        return new BundleOption(ProductId.of(product), presence, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Returns this option with bounds, both in, from decimals as text. */
    public BundleOption between(String least, String most) {
        return new BundleOption(
                product,
                presence,
                Optional.of(new BigDecimal(least)),
                Optional.of(new BigDecimal(most)),
                defaultQuantity);
    }

    /** How an option stands in its bundle. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    public enum Presence {
        /** The bundle cannot be sold without it. */
        REQUIRED,
        /** A new bundle has it; the seller may take it out. */
        DEFAULT,
        /** The seller may put it in. */
        OPTIONAL
    }
}
