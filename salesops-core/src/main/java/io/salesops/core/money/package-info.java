/** Exact rates, rounding by explicit policy, allocation that loses nothing, dated exchange rates, and the kernel on long minor units. The only package that names a money provider. */
@org.jspecify.annotations.NullMarked
package io.salesops.core.money;
