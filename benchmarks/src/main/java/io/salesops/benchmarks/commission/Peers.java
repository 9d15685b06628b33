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
        return longs(transactions.mixedPayee, transactions.mixedCents, transactions.payees().size());
    }

    /** The same where somebody else has grouped the rows by payee. */
    static long groupedLongs(Transactions transactions) {
        return longs(transactions.payee, transactions.cents, transactions.payees().size());
    }

    private static long longs(int[] payees, long[] cents, int payeeCount) {
        long[] totals = new long[payeeCount];
        long[] paid = new long[payeeCount];
        long sum = 0;
        for (int row = 0; row < cents.length; row++) {
            int payee = payees[row];
            totals[payee] += cents[row];
            long pay = running(totals[payee]);
            sum += pay - paid[payee];
            paid[payee] = pay;
        }
        return sum;
    }

    private static long running(long total) {
        long thousandths = 0;
        long low = 0;
        for (int tier = 0; tier < Transactions.BOUNDS.length; tier++) {
            long high = Transactions.BOUNDS[tier];
            if (total <= high) {
                return (thousandths + (total - low) * Transactions.RATES[tier] + 500) / 1_000;
            }
            thousandths += (high - low) * Transactions.RATES[tier];
            low = high;
        }
        return (thousandths + (total - low) * Transactions.RATES[Transactions.BOUNDS.length] + 500) / 1_000;
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
        return sum.getNumber().numberValueExact(BigDecimal.class).movePointRight(2).longValueExact();
    }
}
