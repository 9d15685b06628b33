package io.salesops.commission.quota;

import io.salesops.core.time.DateRange;
import javax.money.MonetaryAmount;

/**
 * What is worth a whole period, but holds on some of its days only: a target bonus before or after a raise.
 *
 * @param dates the days on which it holds
 * @param amount what it is worth over the whole period
 */
public record DatedAmount(DateRange dates, MonetaryAmount amount) {}
