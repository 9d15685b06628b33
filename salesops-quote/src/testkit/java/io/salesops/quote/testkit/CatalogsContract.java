package io.salesops.quote.testkit;

import io.salesops.core.criteria.Fields;
import io.salesops.core.repository.DocumentKey;
import io.salesops.core.testkit.RepositoryContract;
import io.salesops.core.testkit.StoredDocuments;
import io.salesops.core.testkit.Wide;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.catalog.Catalogs;
import net.jqwik.api.Arbitrary;

/** What every store of catalogues keeps; a test class implements it and makes its own store. */
public interface CatalogsContract extends RepositoryContract<Catalog, DocumentKey> {

    @Override
    Catalogs newStore();

    @Override
    default Arbitrary<Catalog> values() {
        return Wide.some(QuoteArbitraries.catalogs(), (catalog, wide) -> catalog.withNote(wide.text()));
    }

    @Override
    default DocumentKey idOf(Catalog value) {
        return DocumentKey.of(value.id(), value.version());
    }

    @Override
    default Catalog withId(Catalog value, String text) {
        DocumentKey key = StoredDocuments.key(text);
        return value.withId(key.id()).withVersion(key.version());
    }

    @Override
    default Fields<Catalog> fields() {
        return Catalog.fields();
    }
}
