package io.salesops.benchmarks.commission;

import io.salesops.commission.calc.CommissionCalculator;
import io.salesops.commission.credit.Credit.Basis;
import io.salesops.commission.credit.CreditFrame;
import io.salesops.commission.credit.CreditStream;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.crm.Quota;
import io.salesops.core.crm.RepId;
import io.salesops.core.finding.Checked;
import io.salesops.core.money.Amounts;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.money.Monetary;

/**
 * Pays ten million credits that come one after the other, by payee, in a small heap: {@code java -Xmx256m -jar
 * benchmarks.jar commission}. Memory depends on the largest payee, and not on how many credits there are.
 *
 * <p>Each payee's pay is compared with a loop over its cents. Arguments: how many credits, of how many payees.
 */
public final class StreamedFigures {
    private final CommissionCalculator calculator = CommissionCalculator.of(Transactions.plan());
    private final long perPayee;
    private long paid;
    private long cents;
    private long frames;

    private StreamedFigures(long perPayee) {
        this.perPayee = perPayee;
    }

    /** Measures, and prints rows, pay, the largest heap and the processor's time. */
    public static void main(String[] args) {
        long rows = args.length > 0 ? Long.parseLong(args[0]) : 10_000_000L;
        int payees = args.length > 1 ? Integer.parseInt(args[1]) : 1_000;
        new StreamedFigures(rows / payees).run(payees);
    }

    private void run(int payees) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        CreditStream stream = CreditStream.into(Monetary.getCurrency("USD"), this::pay);
        Random random = new Random(42);
        int first = (int) Transactions.YEAR.from().toEpochDay();
        for (int payee = 0; payee < payees; payee++) {
            PayeeId id = PayeeId.of(String.format("P%06d", payee));
            for (long i = 0; i < perPayee; i++) {
                long minor = 500L + random.nextInt(25_000);
                // The first row of a payee hands the one before over.
                stream.add("C-" + i, id, first + 365L * i / perPayee, minor, Basis.BOOKING, "bookings");
                cents += minor;
            }
        }
        long rows = stream.finish();
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        System.out.printf(
                Locale.ROOT,
                "%,d credits of %,d payees: paid %,d cents, each payee as the loop pays; largest heap %,d of %,d MB;"
                        + " %.1f s of processor time%n",
                rows,
                frames,
                paid,
                largestHeap() >> 20,
                Runtime.getRuntime().maxMemory() >> 20,
                nanos / 1e9);
    }

    private void pay(PayeeId payee, Checked<CreditFrame> credits) {
        Quota quota = Quota.builder()
                .owner(RepId.of(payee.value()))
                .measure("bookings")
                .period(Transactions.YEAR.range())
                .amount(Amounts.of("100000", "USD"))
                .build();
        long pays = calculator
                .calculateRows(Transactions.YEAR, credits.orThrow(), List.of(quota))
                .totalMinor();
        if (pays != byLoop(cents)) {
            throw new IllegalStateException(payee + " is paid " + pays + ", but a loop pays " + byLoop(cents));
        }
        paid += pays;
        frames++;
        cents = 0;
    }

    /** What four marginal tiers pay on a sum of cents, half up. */
    private static long byLoop(long sum) {
        long thousandths = 0;
        long below = 0;
        for (int tier = 0; tier < Transactions.RATES.length; tier++) {
            long bound = tier < Transactions.BOUNDS.length ? Transactions.BOUNDS[tier] : Long.MAX_VALUE;
            thousandths += Math.max(0, Math.min(sum, bound) - below) * Transactions.RATES[tier];
            below = bound;
        }
        return (thousandths + 500) / 1_000;
    }

    private static long largestHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
