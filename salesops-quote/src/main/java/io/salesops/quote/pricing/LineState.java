package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.pricing.ProductShelf.Sold;
import java.util.Objects;

/**
 * A priced line before the header acts on it.
 *
 * @param line as the seller wrote it
 * @param sold what it sells
 * @param months what the monthly price was multiplied with
 * @param byMonth whether its price is for a month
 * @param count how many steps acted
 * @param last the last of them; each knows the one before it
 * @param list the list price, in minor units
 */
record LineState(QuoteLine line, Sold sold, Exact.Ratio months, boolean byMonth, int count, PriceStep last, long list) {

    long net() {
        return last.minorAfter();
    }

    /** The steps, the list price first. */
    ImmutableList<PriceStep> steps() {
        PriceStep[] steps = new PriceStep[count];
        PriceStep step = last;
        for (int i = count - 1; i >= 0; i--) {
            steps[i] = step;
            step = i == 0 ? step : Objects.requireNonNull(step.before());
        }
        return ImmutableList.copyOf(steps);
    }
}
