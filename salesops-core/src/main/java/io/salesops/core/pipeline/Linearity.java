package io.salesops.core.pipeline;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import java.util.List;
import javax.money.MonetaryAmount;

/** How evenly a period's bookings came in: the share of each of its parts. Immutable and thread-safe. */
public final class Linearity {
    private Linearity() {}

    /**
     * Returns the share of each part in the whole, exactly.
     *
     * @param parts the bookings of each month, say, in one currency
     * @throws IllegalArgumentException if they add up to nothing
     */
    public static ImmutableList<Rate> of(List<? extends MonetaryAmount> parts) {
        checkArgument(!parts.isEmpty(), "a period must have parts: %s", parts);
        MonetaryAmount sum = Amounts.sum(parts, parts.get(0).getCurrency());
        checkArgument(!sum.isZero(), "parts of a period must not add up to nothing: %s", parts);
        return parts.stream()
                .map(part -> new Rate(Amounts.exact(part).dividedBy(Amounts.exact(sum))))
                .collect(ImmutableList.toImmutableList());
    }
}
