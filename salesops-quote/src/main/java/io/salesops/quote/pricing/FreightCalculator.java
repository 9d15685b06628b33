package io.salesops.quote.pricing;

import io.salesops.core.time.AsOf;
import javax.money.MonetaryAmount;

/** Port: what it costs to deliver a quote. */
public interface FreightCalculator {

    /** What results call the rules of this calculator, with their version. */
    String id();

    /** Returns the freight for a priced quote, in its currency and without tax. */
    MonetaryAmount freight(PricedQuote priced, AsOf asOf);
}
