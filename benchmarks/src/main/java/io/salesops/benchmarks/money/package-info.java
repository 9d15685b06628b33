/** Allocation and rounding beside BigDecimal and the money provider's own arithmetic. */
@org.jspecify.annotations.NullMarked
package io.salesops.benchmarks.money;
