/** Similarities of short texts beside commons-text. */
@org.jspecify.annotations.NullMarked
package io.salesops.benchmarks.text;
