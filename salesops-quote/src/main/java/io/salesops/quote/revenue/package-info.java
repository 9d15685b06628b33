/**
 * Revenue from contracts with customers, by FASB ASC 606 and IFRS 15: the transaction price is allocated to performance
 * obligations by stand-alone selling price, and recognised by period.
 */
@org.jspecify.annotations.NullMarked
package io.salesops.quote.revenue;
