package io.salesops.core.pipeline;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import io.salesops.core.money.RoundingPolicy;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * What a contract is worth: in all, a year, and a year that recurs. Immutable and thread-safe.
 *
 * @param recurring all recurring charges of the term
 * @param oneTime all charges that do not recur
 * @param termMonths the length of the term; positive
 */
@Value.Builder
@JsonDeserialize(builder = ContractWorthBuilder.class)
public record ContractWorth(MonetaryAmount recurring, MonetaryAmount oneTime, int termMonths) {
    private static final int YEAR = 12;

    /** Checks currency and term. */
    public ContractWorth {
        Amounts.sameCurrency(recurring, oneTime);
        checkArgument(termMonths > 0, "term must be positive: %s months", termMonths);
    }

    /** Total contract value (TCV): recurring and one-time charges. */
    @JsonIgnore
    public MonetaryAmount total() {
        return recurring.add(oneTime);
    }

    /**
     * Annual recurring revenue (ARR), which is the average annual contract value (ACV) without one-time charges too: recurring
     * charges over the years of the term, rounded once. A term below a year is annualised.
     */
    public MonetaryAmount annual(RoundingPolicy rounding) {
        return rounding.round(Amounts.exact(recurring).times(Rational.of(YEAR, termMonths)), recurring.getCurrency());
    }
}
