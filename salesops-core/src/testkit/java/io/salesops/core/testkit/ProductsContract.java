package io.salesops.core.testkit;

import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.Product;
import io.salesops.core.crm.ProductId;
import io.salesops.core.repository.Products;
import net.jqwik.api.Arbitrary;

/** What every store of products keeps; a test class implements it and makes its own store. */
public interface ProductsContract extends RepositoryContract<Product, ProductId> {

    @Override
    Products newStore();

    @Override
    default Arbitrary<Product> values() {
        return WideArbitraries.products();
    }

    @Override
    default ProductId idOf(Product value) {
        return value.id();
    }

    @Override
    default Product withId(Product value, String text) {
        return value.withId(ProductId.of(text));
    }

    @Override
    default Fields<Product> fields() {
        return Product.fields();
    }
}
