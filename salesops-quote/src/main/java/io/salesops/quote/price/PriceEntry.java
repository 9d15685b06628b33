package io.salesops.quote.price;

import io.salesops.core.crm.ProductId;
import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The price of one product.
 *
 * @param product the product
 * @param price how a quantity becomes its price
 * @param floor the lowest net price of one unit (and month, where it is charged by the month), after all discounts
 */
public record PriceEntry(ProductId product, PriceModel price, Optional<BigDecimal> floor) {

    /** Drops trailing zeros of the floor. */
    public PriceEntry {
        floor = floor.map(Amounts::plain);
    }

    /** Obtains an entry without floor. */
    public static PriceEntry of(String product, PriceModel price) {
        return new PriceEntry(ProductId.of(product), price, Optional.empty());
    }

    /** Returns this entry with a floor, from a decimal as text. */
    public PriceEntry notBelow(String unit) {
        return new PriceEntry(product, price, Optional.of(new BigDecimal(unit)));
    }
}
