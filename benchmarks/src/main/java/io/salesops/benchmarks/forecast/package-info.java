/** Forecasts held against what came: on exports, and on generated markets whose parameters are known. */
@org.jspecify.annotations.NullMarked
package io.salesops.benchmarks.forecast;
