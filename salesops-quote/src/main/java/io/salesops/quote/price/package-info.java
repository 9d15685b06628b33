/** Prices as data: tiers and price models, price books, the steps from list to net, and the policy that orders and rounds them. */
@org.jspecify.annotations.NullMarked
package io.salesops.quote.price;
