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

    /** The number of minor units of an exact value. */
    Rational minors(Rational exact) {
        return exact.times(shift(scale));
    }

    /** The value of an exact number of minor units. */
    Rational major(Rational minors) {
        return minors.times(shift(-scale));
    }

    /** Ten to a power, which may be negative. */
    static Rational shift(int power) {
        Rational ten = Rational.of(BigDecimal.ONE.scaleByPowerOfTen(Math.abs(power)));
        return power < 0 ? Rational.ONE.dividedBy(ten) : ten;
    }

    MonetaryAmount amount(long minor) {
        return MoneyKernel.amount(minor, scale, currency);
    }

    /** The number with thousands grouped, for explanations. */
    String text(long minor) {
        return Figures.grouped(exact(minor), Math.max(0, currency.getDefaultFractionDigits()));
    }
}
