package io.salesops.quote.catalog;

import io.salesops.core.repository.DocumentKey;
import io.salesops.core.repository.Repository;

/** Port: where the application keeps its catalogues, each version on its own. */
public interface Catalogs extends Repository<Catalog, DocumentKey> {}
