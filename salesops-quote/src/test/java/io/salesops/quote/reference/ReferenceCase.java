package io.salesops.quote.reference;

import io.salesops.core.time.AsOf;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.document.Quote;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PricingPolicy;
import javax.money.CurrencyUnit;

/**
 * What one pricing needs.
 *
 * @param rate what one unit of the book's currency buys in that of the quote
 */
record ReferenceCase(Catalog catalog, PricingPolicy policy, PriceBook book, Quote quote, AsOf asOf, Fraction rate) {

    CurrencyUnit currency() {
        return quote.currency().orElse(book.currency());
    }
}
