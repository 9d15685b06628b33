package io.salesops.core.repository;

import io.salesops.core.crm.Product;
import io.salesops.core.crm.ProductId;

/** Products in memory. */
final class InMemoryProducts extends InMemoryRepository<Product, ProductId> implements Products {
    InMemoryProducts() {
        super(Product::id);
    }
}
