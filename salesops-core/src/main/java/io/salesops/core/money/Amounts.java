package io.salesops.core.money;

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
 * <p>Thread-safe. A caller may pass amounts of any implementation; those that this library creates are all of one kind.
 */
public final class Amounts {
    // Fixed here, because the provider's own context can be changed by a file on the class path.
    private static final MonetaryContext CONTEXT = MonetaryContextBuilder.of(Money.class)
            .setPrecision(256)
            .setMaxScale(-1)
            .setFixedScale(false)
            .set(RoundingMode.HALF_EVEN)
            .build();

    private Amounts() {}

    /**
     * Obtains an amount from text, for example {@code of("59.97", "EUR")}.
     *
     * @throws NumberFormatException if the text is no decimal
     * @throws javax.money.UnknownCurrencyException if nobody knows the currency code
     */
    public static MonetaryAmount of(String number, String currency) {
        return of(new BigDecimal(number), Monetary.getCurrency(currency));
    }

    /** Obtains an amount. */
    public static MonetaryAmount of(BigDecimal number, CurrencyUnit currency) {
        return Money.of(number, currency, CONTEXT);
    }

    /** Obtains the amount of nothing. */
    public static MonetaryAmount zero(CurrencyUnit currency) {
        return of(BigDecimal.ZERO, currency);
    }

    /** Returns the number of an amount, exactly as it was given. */
    public static BigDecimal number(MonetaryAmount amount) {
        return amount.getNumber().numberValueExact(BigDecimal.class);
    }

    /** Returns the number of an amount as an exact ratio. */
    public static Rational exact(MonetaryAmount amount) {
        return Rational.of(number(amount));
    }

    /**
     * Returns the currency that two amounts share.
     *
     * @throws CurrencyMismatchException if they do not
     */
    public static CurrencyUnit sameCurrency(MonetaryAmount first, MonetaryAmount second) {
        if (!first.getCurrency().equals(second.getCurrency())) {
            throw new CurrencyMismatchException(first.getCurrency(), second.getCurrency());
        }
        return first.getCurrency();
    }

    /**
     * Returns the exact sum of amounts of one currency; zero if there are none.
     *
     * @throws CurrencyMismatchException if one of them is in another currency
     */
    public static MonetaryAmount sum(Iterable<MonetaryAmount> amounts, CurrencyUnit currency) {
        BigDecimal sum = BigDecimal.ZERO;
        for (MonetaryAmount amount : amounts) {
            if (!amount.getCurrency().equals(currency)) {
                throw new CurrencyMismatchException(currency, amount.getCurrency());
            }
            sum = sum.add(number(amount));
        }
        return of(sum, currency);
    }
}
