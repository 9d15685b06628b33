/** Explanations as typed values: sums whose steps add up, choices whose candidates say why, and what a result was computed from. */
@org.jspecify.annotations.NullMarked
package io.salesops.core.explain;
