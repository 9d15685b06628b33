package io.salesops.core.repository;

import io.salesops.core.crm.Product;
import io.salesops.core.crm.ProductId;

/** Port: where the application keeps its products. */
public interface Products extends Repository<Product, ProductId> {}
