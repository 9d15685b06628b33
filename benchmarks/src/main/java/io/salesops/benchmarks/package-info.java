/** Measurements of the library beside its peers, started by one main class. */
@org.jspecify.annotations.NullMarked
package io.salesops.benchmarks;
