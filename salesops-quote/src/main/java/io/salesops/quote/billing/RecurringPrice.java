package io.salesops.quote.billing;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import io.salesops.quote.document.Term;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * What a month costs over a term.
 *
 * @param term the days, and how many months a billing period has
 * @param ramp the price of a month on each day of the term
 * @param currency its currency
 * @param anchor a first day of the billing cycle; the policy's billing day, or the first day of the term, unless stated
 */
@Value.Builder
@JsonDeserialize(builder = RecurringPriceBuilder.class)
public record RecurringPrice(Term term, Ramp ramp, CurrencyUnit currency, Optional<LocalDate> anchor) {

    /**
     * Obtains a price that stays the same.
     *
     * @param price of so many months
     * @param months at least 1
     */
    public static RecurringPrice of(Term term, MonetaryAmount price, int months) {
        Rational monthly = Amounts.exact(price).dividedBy(Rational.of(months));
        return new RecurringPrice(term, Ramp.flat(term, monthly), price.getCurrency(), Optional.empty());
    }

    /** Returns this price with another ramp. */
    public RecurringPrice along(Ramp other) {
        return new RecurringPrice(term, other, currency, anchor);
    }

    /** Returns this price for an addition to a running contract: it ends with the contract and follows its cycle. */
    public RecurringPrice coTerminated(Term contract) {
        return new RecurringPrice(
                new Term(term.from(), contract.before(), contract.billingMonths()),
                ramp,
                currency,
                Optional.of(contract.from()));
    }

    /** Starts a price. */
    public static RecurringPriceBuilder builder() {
        return new RecurringPriceBuilder();
    }
}
