package io.salesops.core.money;

import java.util.Optional;
import javax.money.MonetaryAmount;

/**
 * An amount that was brought into another currency, with the rate that did it.
 *
 * @param original what was converted
 * @param converted the amount in the other currency, rounded once
 * @param rate the rate that was used; empty where both currencies are the same
 * @param residue the exact converted amount less the rounded one, in units of the other currency
 */
public record Conversion(
        MonetaryAmount original, MonetaryAmount converted, Optional<DatedRate> rate, Rational residue) {}
