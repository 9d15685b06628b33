package io.salesops.quote.price;

import io.salesops.core.repository.DocumentKey;
import io.salesops.core.repository.Repository;

/** Port: where the application keeps its price books, each version on its own. */
public interface PriceBooks extends Repository<PriceBook, DocumentKey> {}
