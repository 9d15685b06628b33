/** Commission: plans, credits, calculation, statements and the ledger. */
@org.jspecify.annotations.NullMarked
package io.salesops.commission;
