package io.salesops.quote.billing;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.explain.Outcome;
import io.salesops.core.money.Amounts;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.quote.document.QuoteId;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** What a quote is invoiced, day by day; the invoices sum to its net price, to the last decimal. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = BillingPlan.Builder.class)
public interface BillingPlan extends WithBillingPlan, Outcome {

    /** The quote. */
    QuoteId quote();

    /** Its net price. */
    MonetaryAmount total();

    /** The schedule of each line, in the order of the quote. */
    ImmutableList<BillingSchedule> schedules();

    /** The sum of the instalments of each day on which there is one. */
    ImmutableSortedMap<LocalDate, MonetaryAmount> invoices();

    /** Starts a plan. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that the invoices sum to the total. */
    @Value.Check
    default void check() {
        MonetaryAmount sum = Amounts.sum(invoices().values(), total().getCurrency());
        checkArgument(
                sum.compareTo(total()) == 0, "invoices of %s must sum to %s, but sum to %s", quote(), total(), sum);
    }

    /** Builds plans. */
    final class Builder extends ImmutableBillingPlan.Builder {
        Builder() {}
    }
}
