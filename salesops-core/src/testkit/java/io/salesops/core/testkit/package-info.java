/** Generators of core's models for property tests. */
@org.jspecify.annotations.NullMarked
package io.salesops.core.testkit;
