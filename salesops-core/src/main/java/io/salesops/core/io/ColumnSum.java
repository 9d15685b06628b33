package io.salesops.core.io;

import javax.money.MonetaryAmount;

/**
 * What the loaded rows have in one column of amounts, in one currency.
 *
 * @param column the column
 * @param sum the exact sum
 * @param rows how many loaded rows have an amount in the currency
 */
public record ColumnSum(String column, MonetaryAmount sum, long rows) {}
