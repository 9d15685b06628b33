package io.salesops.quote.catalog;

import io.salesops.quote.testkit.CatalogsContract;

class InMemoryCatalogsTest implements CatalogsContract {
    @Override
    public Catalogs newStore() {
        return new InMemoryCatalogs();
    }
}
