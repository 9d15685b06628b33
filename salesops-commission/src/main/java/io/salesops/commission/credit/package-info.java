/** Who gets credit for which booking, invoice or payment, and how much. */
@org.jspecify.annotations.NullMarked
package io.salesops.commission.credit;
