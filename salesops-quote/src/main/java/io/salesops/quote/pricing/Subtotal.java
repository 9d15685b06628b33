package io.salesops.quote.pricing;

import javax.money.MonetaryAmount;

/**
 * What the lines of one group come to.
 *
 * @param group the group, blank for lines without one
 * @param list at list price
 * @param net what the customer pays
 */
public record Subtotal(String group, MonetaryAmount list, MonetaryAmount net) {}
