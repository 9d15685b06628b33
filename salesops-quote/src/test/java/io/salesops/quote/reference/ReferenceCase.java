package io.salesops.quote.reference;

import io.salesops.core.time.AsOf;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PricingPolicy;
import java.util.Map;
import java.util.Optional;
import javax.money.CurrencyUnit;

/**
 * What one pricing needs.
 *
 * @param base the book that the book is derived from
 * @param conditions what the conditions of steps mean, by the ids of the steps
 * @param rate what one unit of the book's currency buys in that of the quote
 */
record ReferenceCase(
        Catalog catalog,
        PricingPolicy policy,
        PriceBook book,
        Optional<PriceBook> base,
        Map<String, Condition> conditions,
        Quote quote,
        AsOf asOf,
        Fraction rate) {

    /** The meaning of a condition; one of a field that is missing is not met. */
    interface Condition {
        boolean isMet(Quote quote, QuoteLine line);
    }

    PriceBook[] books() {
        return base.map(behind -> new PriceBook[] {behind, book}).orElseGet(() -> new PriceBook[] {book});
    }

    CurrencyUnit currency() {
        return quote.currency().orElse(book.currency());
    }
}
