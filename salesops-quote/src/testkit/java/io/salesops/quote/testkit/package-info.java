/** Generators of catalogues, price books, policies and quotes for property tests. */
@org.jspecify.annotations.NullMarked
package io.salesops.quote.testkit;
