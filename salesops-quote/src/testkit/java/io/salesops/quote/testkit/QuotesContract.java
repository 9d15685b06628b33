package io.salesops.quote.testkit;

import io.salesops.core.criteria.Fields;
import io.salesops.core.testkit.RepositoryContract;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteId;
import io.salesops.quote.document.Quotes;
import net.jqwik.api.Arbitrary;

/** What every store of quotes keeps; a test class implements it and makes its own store. */
public interface QuotesContract extends RepositoryContract<Quote, QuoteId> {

    @Override
    Quotes newStore();

    @Override
    default Arbitrary<Quote> values() {
        return QuoteArbitraries.quotes();
    }

    @Override
    default QuoteId idOf(Quote value) {
        return value.id();
    }

    @Override
    default Quote withId(Quote value, String text) {
        return value.withId(QuoteId.of(text));
    }

    @Override
    default Fields<Quote> fields() {
        return Quote.fields();
    }
}
