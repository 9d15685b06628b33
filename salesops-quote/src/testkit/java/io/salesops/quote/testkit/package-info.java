/** Generators of catalogues, price books, policies and quotes for property tests, and the laws of a price book. */
@org.jspecify.annotations.NullMarked
package io.salesops.quote.testkit;
