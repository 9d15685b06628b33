/** What is sold: offerings and the versioned catalogue that lists them; prices stand in price books. */
@org.jspecify.annotations.NullMarked
package io.salesops.quote.catalog;
