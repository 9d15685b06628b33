/** Generators of core's models for property tests, and the laws of matching and merging. */
@org.jspecify.annotations.NullMarked
package io.salesops.core.testkit;
