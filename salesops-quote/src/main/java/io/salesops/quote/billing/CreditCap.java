package io.salesops.quote.billing;

import io.salesops.core.money.Amounts;
import javax.money.MonetaryAmount;

/**
 * No more is given back than was paid and not yet given back.
 *
 * @param paid what the customer has paid for the period
 * @param credited what was given back before, as a positive amount
 */
public record CreditCap(MonetaryAmount paid, MonetaryAmount credited) {

    /** Checks that there is one currency. */
    public CreditCap {
        Amounts.sameCurrency(paid, credited);
    }

    /** Returns what may be credited of a potential credit: from nothing to what is left of the payment. */
    public MonetaryAmount limit(MonetaryAmount potential) {
        MonetaryAmount none = Amounts.zero(paid.getCurrency());
        MonetaryAmount left = larger(Amounts.of(paid.subtract(credited)), none);
        MonetaryAmount wanted = larger(Amounts.of(potential), none);
        return wanted.compareTo(left) <= 0 ? wanted : left;
    }

    private static MonetaryAmount larger(MonetaryAmount first, MonetaryAmount second) {
        return first.compareTo(second) >= 0 ? first : second;
    }
}
