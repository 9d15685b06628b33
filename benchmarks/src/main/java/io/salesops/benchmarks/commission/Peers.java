package io.salesops.benchmarks.commission;

import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryOperator;
import javax.money.RoundingQueryBuilder;
import org.javamoney.moneta.Money;

/** What one would write by hand: running pay by tiers, the pay of each transaction a difference of rounded running pay. */
final class Peers {
    private static final CurrencyUnit USD = Monetary.getCurrency("USD");
    private static final MonetaryOperator CENTS = Monetary.getRounding(
            RoundingQueryBuilder.of().setScale(2).set(RoundingMode.HALF_UP).build());

    private Peers() {}

    /** Longs: products in thousandths of a cent, half up once for each running figure; rows as they come, payees mixed. */
    static long longs(Transactions transactions) {
        return longs(transactions, transactions.mixedPayee, transactions.mixedCents);
    }

    /** The same where somebody else has grouped the rows by payee. */
    static long groupedLongs(Transactions transactions) {
        return longs(transactions, transactions.payee, transactions.cents);
    }

    private static long longs(Transactions plan, int[] payees, long[] cents) {
        long[] totals = new long[plan.payees().size()];
        long[] paid = new long[totals.length];
        long sum = 0;
        for (int row = 0; row < cents.length; row++) {
            int payee = payees[row];
            totals[payee] += cents[row];
            long pay = running(plan, totals[payee], payee);
            sum += pay - paid[payee];
            paid[payee] = pay;
        }
        return sum;
    }

    /** Quotas, bounds and rates are data, as they are where plans are read and payees have quotas of their own. */
    private static long running(Transactions plan, long total, int payee) {
        long quota = plan.quotaCents[payee];
        long paid = 0;
        long low = 0;
        int tier = 0;
        for (; tier < plan.boundPercent.length; tier++) {
            long high = quota / 100 * plan.boundPercent[tier];
            if (total <= high) {
                break;
            }
            paid += (high - low) * plan.rates[tier];
            low = high;
        }
        return (paid + (total - low) * plan.rates[tier] + plan.unit / 2) / plan.unit;
    }

    static long bigDecimals(Transactions transactions) {
        BigDecimal[] rates = new BigDecimal[Transactions.RATES.length];
        BigDecimal[] bounds = new BigDecimal[Transactions.BOUNDS.length];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = BigDecimal.valueOf(Transactions.RATES[i], 3);
        }
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = BigDecimal.valueOf(Transactions.BOUNDS[i], 2);
        }
        BigDecimal[] totals = new BigDecimal[transactions.payees().size()];
        BigDecimal[] paid = new BigDecimal[totals.length];
        java.util.Arrays.fill(totals, BigDecimal.ZERO);
        java.util.Arrays.fill(paid, BigDecimal.ZERO);
        BigDecimal sum = BigDecimal.ZERO;
        for (int row = 0; row < transactions.cents.length; row++) {
            int payee = transactions.payee[row];
            totals[payee] = totals[payee].add(BigDecimal.valueOf(transactions.cents[row], 2));
            BigDecimal exact = BigDecimal.ZERO;
            BigDecimal low = BigDecimal.ZERO;
            for (int tier = 0; tier < rates.length; tier++) {
                BigDecimal high = tier < bounds.length ? totals[payee].min(bounds[tier]) : totals[payee];
                if (high.compareTo(low) <= 0) {
                    break;
                }
                exact = exact.add(high.subtract(low).multiply(rates[tier]));
                low = high;
            }
            BigDecimal pay = exact.setScale(2, RoundingMode.HALF_UP);
            sum = sum.add(pay.subtract(paid[payee]));
            paid[payee] = pay;
        }
        return sum.movePointRight(2).longValueExact();
    }

    static long moneta(Transactions transactions) {
        BigDecimal[] rates = new BigDecimal[Transactions.RATES.length];
        Money[] bounds = new Money[Transactions.BOUNDS.length];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = BigDecimal.valueOf(Transactions.RATES[i], 3);
        }
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = Money.of(BigDecimal.valueOf(Transactions.BOUNDS[i], 2), USD);
        }
        Money[] totals = new Money[transactions.payees().size()];
        Money[] paid = new Money[totals.length];
        java.util.Arrays.fill(totals, Money.zero(USD));
        java.util.Arrays.fill(paid, Money.zero(USD));
        Money sum = Money.zero(USD);
        for (int row = 0; row < transactions.cents.length; row++) {
            int payee = transactions.payee[row];
            totals[payee] = totals[payee].add(Money.of(BigDecimal.valueOf(transactions.cents[row], 2), USD));
            Money exact = Money.zero(USD);
            Money low = Money.zero(USD);
            for (int tier = 0; tier < rates.length; tier++) {
                boolean within = tier == bounds.length || totals[payee].isLessThanOrEqualTo(bounds[tier]);
                Money high = within ? totals[payee] : bounds[tier];
                exact = exact.add(high.subtract(low).multiply(rates[tier]));
                low = high;
                if (within) {
                    break;
                }
            }
            Money pay = exact.with(CENTS);
            sum = sum.add(pay.subtract(paid[payee]));
            paid[payee] = pay;
        }
        return sum.getNumber()
                .numberValueExact(BigDecimal.class)
                .movePointRight(2)
                .longValueExact();
    }
}
