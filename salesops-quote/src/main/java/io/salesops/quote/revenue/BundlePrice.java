package io.salesops.quote.revenue;

import com.google.common.collect.ImmutableSortedSet;
import io.salesops.core.money.Amounts;
import java.math.BigDecimal;

/**
 * Evidence that some goods are regularly sold together for less (606-10-32-37(b)).
 *
 * @param obligations what is sold together
 * @param price for how much, in the contract's currency
 */
public record BundlePrice(ImmutableSortedSet<ObligationId> obligations, BigDecimal price) {

    /** Drops trailing zeros. */
    public BundlePrice {
        price = Amounts.plain(price);
    }

    /** Obtains evidence; the price is a decimal as text. */
    public static BundlePrice of(String price, String... obligations) {
        ImmutableSortedSet.Builder<ObligationId> ids = ImmutableSortedSet.naturalOrder();
        for (String id : obligations) {
            ids.add(ObligationId.of(id));
        }
        return new BundlePrice(ids.build(), new BigDecimal(price));
    }
}
