package io.salesops.core.money;

import static com.google.common.base.Preconditions.checkArgument;

import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import javax.money.MonetaryContext;
import javax.money.MonetaryContextBuilder;
import org.javamoney.moneta.Money;

/**
 * Creates and reads amounts of money exactly, whatever the money provider is configured to do.
 *
 * <p>An amount has at most 256 digits, before and after the point taken together: what does not fit is refused, never
 * rounded. Thread-safe. A caller may pass amounts of any implementation; those that this library creates are all of one
 * kind, so that they are equal when currency and value are.
 */
public final class Amounts {
    private static final int MOST_DIGITS = 256;
    private static final int MOST_PLAIN_DIGITS = 1_000;

    // Fixed here, because the provider's own context can be changed by a file on the class path.
    private static final MonetaryContext CONTEXT = MonetaryContextBuilder.of(Money.class)
            .setPrecision(MOST_DIGITS)
            .setMaxScale(-1)
            .setFixedScale(false)
            .set(RoundingMode.HALF_EVEN)
            .build();

    private Amounts() {}

    /**
     * Obtains an amount from text, for example {@code of("59.97", "EUR")}.
     *
     * @throws NumberFormatException if the text is no decimal
     * @throws ArithmeticException if the number has more than 256 digits
     * @throws javax.money.UnknownCurrencyException if nobody knows the currency code
     */
    public static MonetaryAmount of(String number, String currency) {
        return of(new BigDecimal(number), Monetary.getCurrency(currency));
    }

    /**
     * Obtains an amount.
     *
     * @throws ArithmeticException if the number has more than 256 digits
     */
    public static MonetaryAmount of(BigDecimal number, CurrencyUnit currency) {
        BigDecimal checked = checkDigits(number, currency);
        return Money.of(checked.scale() < 0 ? checked.setScale(0) : checked, currency, CONTEXT);
    }

    /**
     * Obtains the amount of the same currency and value that equals those of this library, whatever made the given one.
     *
     * @throws ArithmeticException if the number has more than 256 digits
     */
    public static MonetaryAmount of(MonetaryAmount amount) {
        return of(number(amount), amount.getCurrency());
    }

    /**
     * Returns a decimal without trailing zeros and without exponent: equal numbers become equal decimals.
     *
     * @throws IllegalArgumentException if it has more than 1,000 digits: 1e1000000000 is a short text and an endless number
     */
    public static BigDecimal plain(BigDecimal number) {
        // A negative scale stands for zeros that are to be written out.
        checkArgument(
                digits(number) <= MOST_PLAIN_DIGITS,
                "number must have at most %s digits: %s",
                MOST_PLAIN_DIGITS,
                number);
        BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Obtains the amount of nothing. */
    public static MonetaryAmount zero(CurrencyUnit currency) {
        return of(BigDecimal.ZERO, currency);
    }

    /**
     * Returns the number of an amount, exactly.
     *
     * @throws ArithmeticException if it has more than 256 digits, or its implementation cannot tell it exactly
     */
    public static BigDecimal number(MonetaryAmount amount) {
        return checkDigits(amount.getNumber().numberValueExact(BigDecimal.class), amount.getCurrency());
    }

    /**
     * Returns the number of an amount as an exact ratio.
     *
     * @throws ArithmeticException if it has more than 256 digits, or its implementation cannot tell it exactly
     */
    public static Rational exact(MonetaryAmount amount) {
        return Rational.of(number(amount));
    }

    /**
     * Returns the currency that two amounts share.
     *
     * @throws CurrencyMismatchException if they do not
     */
    public static CurrencyUnit sameCurrency(MonetaryAmount first, MonetaryAmount second) {
        return sameCurrency(first.getCurrency(), second.getCurrency());
    }

    /**
     * Returns the exact sum of amounts of one currency; zero if there are none.
     *
     * @throws CurrencyMismatchException if one of them is in another currency
     * @throws ArithmeticException if the sum has more than 256 digits
     */
    public static MonetaryAmount sum(Iterable<? extends MonetaryAmount> amounts, CurrencyUnit currency) {
        BigDecimal sum = BigDecimal.ZERO;
        for (MonetaryAmount amount : amounts) {
            sameCurrency(currency, amount.getCurrency());
            sum = sum.add(number(amount));
        }
        return of(sum, currency);
    }

    /** Compares codes, because currencies of two providers are not equal to each other. */
    static boolean same(CurrencyUnit first, CurrencyUnit second) {
        return first.getCurrencyCode().equals(second.getCurrencyCode());
    }

    private static CurrencyUnit sameCurrency(CurrencyUnit first, CurrencyUnit second) {
        if (!same(first, second)) {
            throw new CurrencyMismatchException(first, second);
        }
        return first;
    }

    /** How many digits the number has when it is written out. */
    private static long digits(BigDecimal number) {
        int scale = number.scale();
        int precision = number.precision();
        return Math.max(Math.max(scale, precision), (long) precision - scale);
    }

    /** A longer number would be rounded by the provider, or take for ever: 1e1000000000 is a short text. */
    private static BigDecimal checkDigits(BigDecimal number, CurrencyUnit currency) {
        long digits = digits(number);
        if (digits > MOST_DIGITS) {
            throw new ArithmeticException(
                    "amount in " + currency.getCurrencyCode() + " has " + digits + " digits, more than " + MOST_DIGITS
                            + ". Maybe it was meant in another unit, or not rounded yet.");
        }
        return number;
    }
}
