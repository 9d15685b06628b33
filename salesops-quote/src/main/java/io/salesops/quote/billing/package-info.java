/**
 * When a price is billed: proration by day counts, billing cycles with their month ends, ramps, uplifts, additions that end
 * with the contract, changes within a period, and instalments that sum to the price.
 */
@org.jspecify.annotations.NullMarked
package io.salesops.quote.billing;
