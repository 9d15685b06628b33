/** Balanced, compact and contiguous territories: the designer, its options, and what it returns with figures, bounds, reasons and a certificate. */
@org.jspecify.annotations.NullMarked
package io.salesops.territory.design;
