/** Prices quotes: exact waterfalls from list to net, lines that sum to the header in every field, and value metrics by name. */
@org.jspecify.annotations.NullMarked
package io.salesops.quote.pricing;
