package io.salesops.quote.pricing;

import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.DatedRate;
import io.salesops.core.money.RateTable;
import io.salesops.core.money.Rational;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/**
 * Converts for one quote by the rates of one day, exactly. Immutable and thread-safe.
 *
 * @param rates the rates
 * @param day the day on which they are looked up
 */
record Currencies(RateTable rates, LocalDate day) {

    /** What an amount is multiplied with; empty where the table does not know the rate. */
    Optional<Rational> factor(CurrencyUnit from, CurrencyUnit to) {
        return from.getCurrencyCode().equals(to.getCurrencyCode())
                ? Optional.of(Rational.ONE)
                : rates.rate(from, to, day).map(DatedRate::rate);
    }

    /** The exact amount in another currency; empty where the table does not know the rate. */
    Optional<Rational> into(CurrencyUnit to, MonetaryAmount amount) {
        return factor(amount.getCurrency(), to).map(Amounts.exact(amount)::times);
    }

    /** What is said where a rate is missing. */
    Finding unknown(CurrencyUnit from, CurrencyUnit to, String path) {
        return Finding.error(
                        "money.rate.unknown",
                        path,
                        "rate table " + rates.id() + " has no rate from " + from.getCurrencyCode() + " to "
                                + to.getCurrencyCode() + " on " + day)
                .maybe("Maybe add a rate of that day or an earlier one; inverse rates are not guessed.");
    }
}
