package io.salesops.quote.document;

import io.salesops.quote.testkit.QuotesContract;

class InMemoryQuotesTest implements QuotesContract {
    @Override
    public Quotes newStore() {
        return new InMemoryQuotes();
    }
}
