package io.salesops.quote.catalog;

import io.salesops.core.repository.DocumentKey;
import io.salesops.core.repository.InMemoryRepository;

/** Catalogues in memory. Thread-safe; units of work as in {@link io.salesops.core.repository.InMemoryStores}. */
public final class InMemoryCatalogs extends InMemoryRepository<Catalog, DocumentKey> implements Catalogs {

    /** Creates an empty store. */
    public InMemoryCatalogs() {
        super(catalog -> DocumentKey.of(catalog.id(), catalog.version()));
    }
}
