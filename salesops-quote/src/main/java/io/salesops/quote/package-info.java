/** Quotes: catalogue, prices, documents, pricing, compliance and approval. */
@org.jspecify.annotations.NullMarked
package io.salesops.quote;
