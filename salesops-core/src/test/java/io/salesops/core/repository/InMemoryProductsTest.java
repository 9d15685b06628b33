package io.salesops.core.repository;

import io.salesops.core.testkit.ProductsContract;

class InMemoryProductsTest implements ProductsContract {
    @Override
    public Products newStore() {
        return new InMemoryProducts();
    }
}
