package io.salesops.quote.price;

import io.salesops.core.repository.DocumentKey;
import io.salesops.core.repository.InMemoryRepository;

/** Price books in memory. Thread-safe; units of work as in {@link io.salesops.core.repository.InMemoryStores}. */
public final class InMemoryPriceBooks extends InMemoryRepository<PriceBook, DocumentKey> implements PriceBooks {

    /** Creates an empty store. */
    public InMemoryPriceBooks() {
        super(book -> DocumentKey.of(book.id(), book.version()));
    }
}
