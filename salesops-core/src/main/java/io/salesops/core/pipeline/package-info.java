/** Metrics over opportunities by exact name: numerator, denominator and what was left out. */
@org.jspecify.annotations.NullMarked
package io.salesops.core.pipeline;
