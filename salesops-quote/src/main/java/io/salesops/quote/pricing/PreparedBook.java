package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.ProductId;
import io.salesops.core.explain.Provenance;
import io.salesops.core.time.DateRange;
import io.salesops.quote.catalog.Offering;
import io.salesops.quote.price.PriceBook;
import java.time.LocalDate;

/**
 * A version of a price book with the versions of the books that it is derived from, made ready for look-ups.
 *
 * @param book the book
 * @param days on which this version and those behind it are in force
 * @param products the shelf of each product of the catalogue, by its id
 * @param inputs what results say they were computed from: the book first, then those behind it
 */
record PreparedBook(
        PriceBook book,
        DateRange days,
        ImmutableMap<String, ProductShelf> products,
        ImmutableList<Provenance.Input> inputs) {

    static PreparedBook of(DerivedPrices prices, ImmutableListMultimap<ProductId, Offering> offerings) {
        ImmutableMap.Builder<String, ProductShelf> products = ImmutableMap.builder();
        offerings
                .asMap()
                .forEach((product, versions) -> products.put(
                        product.value(),
                        new ProductShelf(
                                ImmutableList.copyOf(versions), prices.entries().get(product))));
        return new PreparedBook(prices.book(), prices.days(), products.buildOrThrow(), prices.inputs());
    }

    boolean isInForce(LocalDate date) {
        return days.contains(date);
    }
}
