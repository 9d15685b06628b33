package io.salesops.quote.pricing;

import io.salesops.core.money.Rate;
import java.util.Optional;

/**
 * What the lines of a quote sum to, in minor units.
 *
 * @param list at list price
 * @param net what the customer pays
 */
record HeaderTotals(long list, long net) {

    Optional<Rate> discount() {
        return discount(list, net);
    }

    /** How far net is below list; absent where there is no list price to compare with. */
    static Optional<Rate> discount(long list, long net) {
        return list == 0 ? Optional.empty() : Optional.of(Rate.ONE.minus(Rate.ratio(net, list)));
    }
}
