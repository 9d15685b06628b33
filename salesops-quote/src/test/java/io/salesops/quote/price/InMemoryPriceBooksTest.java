package io.salesops.quote.price;

import io.salesops.quote.testkit.PriceBooksContract;

class InMemoryPriceBooksTest implements PriceBooksContract {
    @Override
    public PriceBooks newStore() {
        return new InMemoryPriceBooks();
    }
}
