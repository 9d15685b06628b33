package io.salesops.core.forecast;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.math.LongMath;
import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/** The distribution of the sum of independent deals (a Poisson binomial with amounts), by convolving one deal after another. */
final class IndependentDeals {
    private static final int MOST_EXACT_STEPS = 20_000;
    private static final int STEPS = 4_096;

    private IndependentDeals() {}

    static Bookings total(Collection<LikelyDeal> deals) {
        Columns columns = Columns.of(deals);
        long sum = 0;
        long divisor = 0;
        for (long units : columns.units) {
            sum = Math.addExact(sum, units);
            divisor = LongMath.gcd(divisor, units);
        }
        long step = divisor == 0 ? 1 : divisor;
        if (sum / step > MOST_EXACT_STEPS) {
            step = sum / STEPS + 1;
        }
        double[] chances = new double[(int) (sum / step) + columns.units.length + 2];
        chances[0] = 1;
        int used = 1;
        for (int i = 0; i < columns.units.length; i++) {
            used = add(chances, used, (double) columns.units[i] / step, columns.chances[i]);
        }
        return new Bookings(Amounts.zero(columns.currency), columns.amount(step), Bookings.boxed(chances, used));
    }

    /** Adds a deal of so many steps in place, spread over two neighbours where it lies between; returns the new length. */
    static int add(double[] chances, int used, double steps, double chance) {
        int low = (int) steps;
        double high = (steps - low) * chance;
        double here = chance - high;
        int length = Math.min(chances.length, used + low + (high > 0 ? 1 : 0));
        for (int i = length - 1; i >= 0; i--) {
            double sum = i < used ? chances[i] * (1 - chance) : 0;
            if (i >= low && i - low < used) {
                sum += chances[i - low] * here;
            }
            if (high > 0 && i > low && i - low - 1 < used) {
                sum += chances[i - low - 1] * high;
            }
            chances[i] = sum;
        }
        return length;
    }

    /** Deals as columns of one currency, in the order of their ids. */
    static final class Columns {
        final CurrencyUnit currency;
        final long[] units;
        final double[] chances;
        private final int decimals;

        private Columns(CurrencyUnit currency, List<LikelyDeal> deals) {
            this.currency = currency;
            this.decimals = deals.stream()
                    .mapToInt(deal -> Math.max(
                            0,
                            Amounts.number(deal.amount()).stripTrailingZeros().scale()))
                    .max()
                    .orElse(0);
            this.units = deals.stream()
                    .mapToLong(deal -> Amounts.number(deal.amount())
                            .movePointRight(decimals)
                            .longValueExact())
                    .toArray();
            this.chances = deals.stream().mapToDouble(LikelyDeal::chance).toArray();
        }

        static Columns of(Collection<LikelyDeal> deals) {
            checkArgument(!deals.isEmpty(), "there must be a deal: %s", deals);
            CurrencyUnit currency = deals.iterator().next().amount().getCurrency();
            deals.forEach(deal -> Amounts.sameCurrency(Amounts.zero(currency), deal.amount()));
            return new Columns(
                    currency,
                    deals.stream()
                            .sorted(Comparator.comparing(LikelyDeal::id).thenComparing(LikelyDeal::chance))
                            .toList());
        }

        MonetaryAmount amount(long minor) {
            return Amounts.of(BigDecimal.valueOf(minor, decimals), currency);
        }
    }
}
