package io.salesops.quote.pricing;

import io.salesops.core.money.MoneyKernel;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.quote.document.LineId;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A discount on the sum of the lines, rounded once and spread over them by largest remainder in proportion to their
 * prices; ties go to the dearer line, then to the smaller line id, never to the position.
 */
final class HeaderDiscount {
    private final Rate rate;
    private final MinorUnits money;
    private final long minor;
    private final long[] prices;
    private final long[] shares;

    private HeaderDiscount(Rate rate, MinorUnits money, long minor, long[] prices, long[] shares) {
        this.rate = rate;
        this.money = money;
        this.minor = minor;
        this.prices = prices;
        this.shares = shares;
    }

    /**
     * Spreads a discount.
     *
     * @param prices of the lines before it, in minor units, none of them negative
     * @throws ArithmeticException if the sum of the prices or the discount needs more than 63 bits
     */
    static HeaderDiscount of(Rate rate, List<LineId> ids, long[] prices, MinorUnits money, RoundingMode mode) {
        long whole = 0;
        for (long price : prices) {
            whole = Math.addExact(whole, price);
        }
        long minor = money.round(money.exact(whole).times(rate.value()), mode);
        long[] shares = new long[prices.length];
        if (whole > 0) {
            int[] byId = IntStream.range(0, prices.length)
                    .boxed()
                    .sorted(Comparator.comparing(ids::get))
                    .mapToInt(Integer::intValue)
                    .toArray();
            long[] weights = IntStream.of(byId).mapToLong(i -> prices[i]).toArray();
            long[] sorted = new long[prices.length];
            MoneyKernel.allocate(minor, weights, sorted);
            for (int i = 0; i < byId.length; i++) {
                shares[byId[i]] = sorted[i];
            }
        }
        return new HeaderDiscount(rate, money, minor, prices, shares);
    }

    /** The share of a line, in minor units. */
    long share(int line) {
        return shares[line];
    }

    /** The rate of the line's price, before anything is rounded. */
    Rational exactShare(int line) {
        return money.exact(prices[line]).times(rate.value());
    }

    /** Why a line's price changed by its share. */
    Cause cause() {
        return new Cause.Share(money, minor, rate);
    }
}
