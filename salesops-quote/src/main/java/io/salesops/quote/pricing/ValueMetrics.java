package io.salesops.quote.pricing;

import io.salesops.core.money.Rate;
import java.util.Optional;
import javax.money.MonetaryAmount;

/**
 * What a quote is worth, by exact definition.
 *
 * <p>Recurring means lines whose offering is charged {@code recurring}; usage and one-time lines count in the TCV and in
 * nothing else. The contract runs from the first day of the earliest recurring line to the end of the latest. Months are
 * counted as {@link io.salesops.quote.document.Term#monthsUntil} counts them, from the first day of each line. Each
 * figure is calculated exactly from net prices and rounded once.
 *
 * @param tcv total contract value: the net price of the quote
 * @param firstYearAcv the part of the recurring net price that falls into the first twelve months of the contract, a
 *     line's price being spread evenly over the months of its term
 * @param averageAcv the recurring net price, times 12, by the months of the contract
 * @param exitArr the recurring net price of a month, times 12, of the lines that run to the last day of the contract
 * @param oneTimeShare the net price of one-time lines by the TCV; absent where the TCV is zero
 */
public record ValueMetrics(
        MonetaryAmount tcv,
        MonetaryAmount firstYearAcv,
        MonetaryAmount averageAcv,
        MonetaryAmount exitArr,
        Optional<Rate> oneTimeShare) {}
