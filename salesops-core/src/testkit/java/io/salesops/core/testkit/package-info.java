/** Generators of core's models for property tests, the contracts of stores, and the laws of matching and merging. */
@org.jspecify.annotations.NullMarked
package io.salesops.core.testkit;
