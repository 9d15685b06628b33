package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import io.salesops.core.time.AsOf;

/** Port: which tax falls on which lines; what the tax comes to is calculated by {@link QuoteTotal}. */
public interface TaxCalculator {

    /** What results call the rules of this calculator, with their version. */
    String id();

    /** Returns the taxes on a priced quote: each line in one of them, freight in one at most. */
    ImmutableList<TaxGroup> taxes(PricedQuote priced, AsOf asOf);
}
