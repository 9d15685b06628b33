/** Measures reading CRM files beside a general CSV library. */
@org.jspecify.annotations.NullMarked
package io.salesops.benchmarks.io;
