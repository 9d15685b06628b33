package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.ProductId;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.money.Rational;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PriceEntry;
import java.util.Optional;

/**
 * A version of a price book, made ready for look-ups.
 *
 * @param book the book
 * @param prices the price of each product
 * @param input what results say they were computed from
 */
record PreparedBook(PriceBook book, ImmutableMap<ProductId, Price> prices, Provenance.Input input) {

    /**
     * The price of one product.
     *
     * @param model the price model, made ready
     * @param floor the lowest net unit price
     * @param rule where it stands
     */
    record Price(ListPrice model, Optional<Rational> floor, RuleRef rule) {}

    static PreparedBook of(PriceBook book, Provenance.Input input) {
        ImmutableMap.Builder<ProductId, Price> prices = ImmutableMap.builder();
        for (int i = 0; i < book.entries().size(); i++) {
            PriceEntry entry = book.entries().get(i);
            prices.put(
                    entry.product(),
                    new Price(
                            ListPrice.of(entry.price()),
                            entry.floor().map(Rational::of),
                            new RuleRef(book.id(), book.version(), "/entries/" + i)));
        }
        return new PreparedBook(book, prices.buildOrThrow(), input);
    }
}
