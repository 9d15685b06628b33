package io.salesops.quote.billing;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.Outcome;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import io.salesops.core.style.SalesOpsStyle;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** What a monthly price comes to over a term: exactly, and rounded once. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = ProratedPrice.Builder.class)
public interface ProratedPrice extends WithProratedPrice, Outcome {

    /** What was prorated. */
    RecurringPrice price();

    /** The billing periods that the term covers, whole or in part. */
    ImmutableList<BilledPeriod> periods();

    /** The price before rounding. */
    Rational exact();

    /** The price in whole minor units. */
    MonetaryAmount amount();

    /** How many months the term counts for. */
    default Rational months() {
        Rational sum = Rational.ZERO;
        for (BilledPeriod period : periods()) {
            sum = sum.plus(period.months());
        }
        return sum;
    }

    /** What rounding took: the exact price less the amount. */
    default Rational residue() {
        return exact().minus(Amounts.exact(amount()));
    }

    /** Starts a price. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds prices. */
    final class Builder extends ImmutableProratedPrice.Builder {
        Builder() {}
    }
}
