/** What a payee earned in a period, line by line, and why. */
@org.jspecify.annotations.NullMarked
package io.salesops.commission.statement;
