package io.salesops.quote.pricing;

import io.salesops.core.money.MoneyKernel;
import io.salesops.core.money.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/**
 * The currency and the decimals of all amounts of one priced quote.
 *
 * @param currency the currency
 * @param scale the decimals of a minor unit
 */
record MinorUnits(CurrencyUnit currency, int scale) {

    /** Rounds an exact value once; an ArithmeticException where it does not fit in 63 bits. */
    long round(Rational exact, RoundingMode mode) {
        BigInteger minor = exact.round(scale, mode).unscaledValue();
        if (minor.bitLength() >= Long.SIZE) {
            throw new ArithmeticException(
                    "amount needs more than 63 bits: " + currency + " " + exact.round(scale, mode));
        }
        return minor.longValueExact();
    }

    Rational exact(long minor) {
        return Rational.of(BigDecimal.valueOf(minor, scale));
    }

    MonetaryAmount amount(long minor) {
        return MoneyKernel.amount(minor, scale, currency);
    }

    /** The number with thousands grouped, for explanations. */
    String text(long minor) {
        return Figures.grouped(exact(minor), Math.max(0, currency.getDefaultFractionDigits()));
    }
}
