package io.salesops.quote.document;

import io.salesops.core.repository.InMemoryRepository;

/** Quotes in memory. Thread-safe; units of work as in {@link io.salesops.core.repository.InMemoryStores}. */
public final class InMemoryQuotes extends InMemoryRepository<Quote, QuoteId> implements Quotes {

    /** Creates an empty store. */
    public InMemoryQuotes() {
        super(Quote::id);
    }
}
