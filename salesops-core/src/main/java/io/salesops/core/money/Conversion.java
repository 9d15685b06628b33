package io.salesops.core.money;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * An amount that was brought into another currency, with the rate that did it. Immutable and thread-safe.
 *
 * @param original what was converted
 * @param converted the amount in the other currency, rounded once
 * @param rate the rate that was used; empty where both currencies are the same
 * @param residue the exact converted amount less the rounded one, in units of the other currency
 */
@Value.Builder
@JsonDeserialize(builder = ConversionBuilder.class)
public record Conversion(
        MonetaryAmount original, MonetaryAmount converted, Optional<DatedRate> rate, Rational residue) {}
