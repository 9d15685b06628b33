/** Territories on real maps and published instances: what a plan is like, by definitions that the library does not compute. */
@org.jspecify.annotations.NullMarked
package io.salesops.benchmarks.territory;
