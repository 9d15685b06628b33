/** What was earned, advanced, paid and taken back, entry by entry; append-only. */
@org.jspecify.annotations.NullMarked
package io.salesops.commission.ledger;
