/** Measures checking many records by many rules in one pass. */
@org.jspecify.annotations.NullMarked
package io.salesops.benchmarks.quality;
