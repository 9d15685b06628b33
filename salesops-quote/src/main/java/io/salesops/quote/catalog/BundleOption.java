package io.salesops.quote.catalog;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import io.salesops.core.crm.ProductId;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import java.math.BigDecimal;
import java.util.Optional;
import javax.money.MonetaryAmount;

/**
 * A product that a bundle holds or may hold, and its price there. Quantities are for one bundle: two bundles may have twice as
 * many. Prices act in the policy's step for bundle prices; a policy without one is refused.
 *
 * @param product the product of the option
 * @param presence whether it must, usually does, or may stand in the bundle
 * @param minQuantity the smallest quantity, where it stands there; no bound unless stated
 * @param maxQuantity the largest quantity; no bound unless stated
 * @param defaultQuantity the quantity that a new bundle starts with; 1 unless stated
 * @param unitPrice the price of one unit (and month, where it is charged by the month) in the bundle; that of the price book
 *     unless stated
 * @param includedQuantity how many units the price of the bundle pays for already; none unless stated. The price model is asked
 *     about the units beyond them; where there are none beyond, the option costs nothing
 * @param discount what comes off the price of the option afterwards; nothing unless stated
 */
public record BundleOption(
        ProductId product,
        Presence presence,
        Optional<BigDecimal> minQuantity,
        Optional<BigDecimal> maxQuantity,
        Optional<BigDecimal> defaultQuantity,
        Optional<MonetaryAmount> unitPrice,
        Optional<BigDecimal> includedQuantity,
        Optional<Rate> discount) {

    /** Drops trailing zeros, so that equal bounds are equal options. */
    public BundleOption {
        minQuantity = minQuantity.map(Amounts::plain);
        maxQuantity = maxQuantity.map(Amounts::plain);
        defaultQuantity = defaultQuantity.map(Amounts::plain);
        includedQuantity = includedQuantity.map(Amounts::plain);
    }

    /** Obtains an option without bounds, at the price of the price book. */
    public static BundleOption of(String product, Presence presence) {
        return new BundleOption(
                ProductId.of(product),
                presence,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns this option with bounds, both in, from decimals as text. */
    public BundleOption between(String least, String most) {
        return with(
                Optional.of(new BigDecimal(least)),
                Optional.of(new BigDecimal(most)),
                unitPrice,
                includedQuantity,
                discount);
    }

    /** Returns this option at a unit price of its own. */
    public BundleOption at(MonetaryAmount price) {
        return with(minQuantity, maxQuantity, Optional.of(price), includedQuantity, discount);
    }

    /** Returns this option with units that the price of each bundle pays for, a decimal as text. */
    public BundleOption including(String quantity) {
        return with(minQuantity, maxQuantity, unitPrice, Optional.of(new BigDecimal(quantity)), discount);
    }

    /** Returns this option with a discount. */
    public BundleOption discounted(Rate rate) {
        return with(minQuantity, maxQuantity, unitPrice, includedQuantity, Optional.of(rate));
    }

    private BundleOption with(
            Optional<BigDecimal> least,
            Optional<BigDecimal> most,
            Optional<MonetaryAmount> price,
            Optional<BigDecimal> included,
            Optional<Rate> rate) {
        return new BundleOption(product, presence, least, most, defaultQuantity, price, included, rate);
    }

    /** Whether the option costs something else in the bundle than outside. */
    public boolean hasPrice() {
        return unitPrice.isPresent() || includedQuantity.isPresent() || discount.isPresent();
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
