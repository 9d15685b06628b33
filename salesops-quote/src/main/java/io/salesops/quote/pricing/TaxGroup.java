package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableSet;
import io.salesops.core.money.Rate;
import io.salesops.quote.document.LineId;

/**
 * Lines that bear one tax.
 *
 * @param category what the tax is called, once a quote
 * @param rate of the net price
 * @param lines the lines
 * @param freight whether freight bears it too
 */
public record TaxGroup(String category, Rate rate, ImmutableSet<LineId> lines, boolean freight) {}
