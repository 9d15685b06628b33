package io.salesops.quote.testkit;

import io.salesops.core.criteria.Fields;
import io.salesops.core.repository.DocumentKey;
import io.salesops.core.testkit.RepositoryContract;
import io.salesops.core.testkit.StoredDocuments;
import io.salesops.core.testkit.Wide;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PriceBooks;
import net.jqwik.api.Arbitrary;

/** What every store of price books keeps; a test class implements it and makes its own store. */
public interface PriceBooksContract extends RepositoryContract<PriceBook, DocumentKey> {

    @Override
    PriceBooks newStore();

    @Override
    default Arbitrary<PriceBook> values() {
        return Wide.some(QuoteArbitraries.priceBooks(), (book, wide) -> book.withNote(wide.text()));
    }

    @Override
    default DocumentKey idOf(PriceBook value) {
        return DocumentKey.of(value.id(), value.version());
    }

    @Override
    default PriceBook withId(PriceBook value, String text) {
        DocumentKey key = StoredDocuments.key(text);
        return value.withId(key.id()).withVersion(key.version());
    }

    @Override
    default Fields<PriceBook> fields() {
        return PriceBook.fields();
    }
}
