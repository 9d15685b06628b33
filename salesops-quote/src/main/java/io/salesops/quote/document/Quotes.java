package io.salesops.quote.document;

import io.salesops.core.repository.Repository;

/** Port: where the application keeps its quotes. */
public interface Quotes extends Repository<Quote, QuoteId> {}
