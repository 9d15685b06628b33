package io.salesops.quote.pricing;

import io.salesops.core.money.MoneyKernel;
import io.salesops.core.money.Rational;
import io.salesops.quote.document.LineId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Spreads a change over lines by largest remainder; ties go to the dearer line, then to the smaller line id, never to the
 * position. Ids are compared only where a tie must be broken.
 */
final class Spread {
    private final long[] prices;
    private final IntFunction<LineId> ids;

    /**
     * Prepares lines.
     *
     * @param prices of the lines, in minor units, none of them negative
     */
    Spread(long[] prices, IntFunction<LineId> ids) {
        this.prices = prices;
        this.ids = ids;
    }

    /** Shares in proportion to the prices; a sum of zero has nothing to spread over. */
    long[] byPrice(long change) {
        long whole = 0;
        long dearest = 0;
        for (long price : prices) {
            whole = Math.addExact(whole, price);
            dearest = Math.max(dearest, price);
        }
        long[] shares = new long[prices.length];
        if (whole == 0 || change == 0) {
            return shares;
        }
        long total = Math.abs(change);
        if (Math.multiplyHigh(total, dearest) != 0 || total * dearest < 0) {
            return byPriceWide(change);
        }
        long[] remainders = new long[prices.length];
        long left = total;
        for (int i = 0; i < prices.length; i++) {
            long product = total * prices[i];
            shares[i] = product / whole;
            remainders[i] = product - shares[i] * whole;
            left -= shares[i];
        }
        handOut(remainders, (int) left, shares);
        if (change < 0) {
            for (int i = 0; i < shares.length; i++) {
                shares[i] = -shares[i];
            }
        }
        return shares;
    }

    private void handOut(long[] remainders, int left, long[] shares) {
        if (left == 0) {
            return;
        }
        long[] sorted = remainders.clone();
        Arrays.sort(sorted);
        long cut = sorted[sorted.length - left];
        int open = left;
        int tied = 0;
        for (int i = 0; i < remainders.length; i++) {
            if (remainders[i] > cut) {
                shares[i]++;
                open--;
            } else if (remainders[i] == cut) {
                tied++;
            }
        }
        IntStream equal = IntStream.range(0, remainders.length).filter(i -> remainders[i] == cut);
        if (tied == open) {
            equal.forEach(i -> shares[i]++);
        } else {
            equal.boxed().sorted(dearerFirst()).limit(open).forEach(i -> shares[i]++);
        }
    }

    private Comparator<Integer> dearerFirst() {
        return Comparator.comparing((Integer i) -> prices[i]).reversed().thenComparing(i -> ids.apply(i));
    }

    private long[] byPriceWide(long change) {
        int[] byId = IntStream.range(0, prices.length)
                .boxed()
                .sorted(Comparator.comparing(ids::apply))
                .mapToInt(Integer::intValue)
                .toArray();
        long[] weights = IntStream.of(byId).mapToLong(i -> prices[i]).toArray();
        long[] sorted = new long[prices.length];
        MoneyKernel.allocate(change, weights, sorted);
        long[] shares = new long[prices.length];
        for (int i = 0; i < byId.length; i++) {
            shares[byId[i]] = sorted[i];
        }
        return shares;
    }

    /** One minor unit each for the lines whose exact price is furthest on the side of the change. */
    long[] byResidue(long change, IntFunction<Rational> residues) {
        long[] shares = new long[prices.length];
        int sign = Long.signum(change);
        IntStream.range(0, prices.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> residues.apply(i).times(Rational.of(-sign)))
                        .thenComparing(dearerFirst()))
                .limit(Math.abs(change))
                .forEach(i -> shares[i] = sign);
        return shares;
    }
}
