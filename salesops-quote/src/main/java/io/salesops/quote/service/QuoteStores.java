package io.salesops.quote.service;

import io.salesops.core.repository.InMemoryStores;
import io.salesops.quote.catalog.Catalogs;
import io.salesops.quote.catalog.InMemoryCatalogs;
import io.salesops.quote.document.Contracts;
import io.salesops.quote.document.InMemoryContracts;
import io.salesops.quote.document.InMemoryQuotes;
import io.salesops.quote.document.Quotes;
import io.salesops.quote.price.InMemoryPriceBooks;
import io.salesops.quote.price.PriceBooks;

/** Registers the in-memory stores of this module: {@code InMemoryStores.create().with(QuoteStores::register)}. */
public final class QuoteStores {
    private QuoteStores() {}

    /** Returns the stores with {@link Catalogs}, {@link PriceBooks}, {@link Quotes} and {@link Contracts}. */
    public static InMemoryStores register(InMemoryStores stores) {
        return stores.with(Catalogs.class, InMemoryCatalogs::new)
                .with(PriceBooks.class, InMemoryPriceBooks::new)
                .with(Quotes.class, InMemoryQuotes::new)
                .with(Contracts.class, InMemoryContracts::new);
    }
}
