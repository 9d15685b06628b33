package io.salesops.benchmarks.money;

import io.salesops.benchmarks.BesidePeer;
import io.salesops.core.money.Allocation;
import io.salesops.core.money.MoneyKernel;
import io.salesops.core.money.Rational;
import io.salesops.core.money.RoundingPolicy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import javax.money.MonetaryOperator;
import javax.money.RoundingQueryBuilder;
import org.javamoney.moneta.Money;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A header discount split over the lines of a quote by largest remainder, in four ways that give the same shares; the
 * weights are the net amounts of the lines in cents.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@BesidePeer(ours = "kernel", peer = "moneta")
public class AllocationBenchmark {
    private static final int SCALE = 2;
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    private static final RoundingPolicy POLICY = RoundingPolicy.halfUp();
    private static final MonetaryOperator DOWN = Monetary.getRounding(
            RoundingQueryBuilder.of().setScale(SCALE).set(RoundingMode.DOWN).build());

    /** The lines of the quote. */
    @Param("200")
    public int lines;

    /** How much is split, in cents; the larger one needs products of more than 63 bits. */
    @Param({"123456789", "123456789012345"})
    public long total;

    private long[] weights = new long[0];
    private long[] shares = new long[0];
    private List<Rational> exactWeights = List.of();
    private BigDecimal[] decimalWeights = new BigDecimal[0];
    private Money[] moneyWeights = new Money[0];
    private MonetaryAmount amount = MoneyKernel.amount(0, SCALE, EUR);
    private BigDecimal decimalTotal = BigDecimal.ZERO;
    private Money moneyTotal = Money.of(0, EUR);

    /** Makes the lines, and shows that all ways agree. */
    @Setup
    public void setUp() {
        weights = new Random(42).longs(lines, 100, 10_000_000).toArray();
        shares = new long[lines];
        exactWeights = Arrays.stream(weights).mapToObj(Rational::of).toList();
        decimalWeights = Arrays.stream(weights)
                .mapToObj(weight -> BigDecimal.valueOf(weight, SCALE))
                .toArray(BigDecimal[]::new);
        moneyWeights = Arrays.stream(decimalWeights)
                .map(weight -> Money.of(weight, EUR))
                .toArray(Money[]::new);
        amount = MoneyKernel.amount(total, SCALE, EUR);
        decimalTotal = BigDecimal.valueOf(total, SCALE);
        moneyTotal = Money.of(decimalTotal, EUR);

        long[] expected = kernel().clone();
        Agreement.check("Allocation.of", expected, allocation().shares().values(), share -> cents(share.amount()));
        Agreement.check("BigDecimal", expected, Arrays.asList(bigDecimal()), AllocationBenchmark::cents);
        Agreement.check("Moneta", expected, Arrays.asList(moneta()), AllocationBenchmark::cents);
    }

    /** The kernel on long minor units. */
    @Benchmark
    public long[] kernel() {
        MoneyKernel.allocate(total, weights, shares);
        return shares;
    }

    /** The object API: amounts and the residue of each share. */
    @Benchmark
    public Allocation<Integer> allocation() {
        return Allocation.inOrder(amount, exactWeights, POLICY);
    }

    /** What one would write by hand. */
    @Benchmark
    public BigDecimal[] bigDecimal() {
        BigDecimal whole = BigDecimal.ZERO;
        for (BigDecimal weight : decimalWeights) {
            whole = whole.add(weight);
        }
        BigDecimal[] parts = new BigDecimal[lines];
        BigDecimal[] remainders = new BigDecimal[lines];
        BigDecimal left = decimalTotal;
        for (int i = 0; i < lines; i++) {
            BigDecimal product = decimalTotal.multiply(decimalWeights[i]);
            parts[i] = product.divide(whole, SCALE, RoundingMode.DOWN);
            remainders[i] = product.subtract(parts[i].multiply(whole));
            left = left.subtract(parts[i]);
        }
        BigDecimal cent = BigDecimal.ONE.movePointLeft(SCALE);
        for (int i : byRemainder(remainders, decimalWeights)
                .subList(0, left.movePointRight(SCALE).intValueExact())) {
            parts[i] = parts[i].add(cent);
        }
        return parts;
    }

    /** The same with the money provider's arithmetic and rounding. */
    @Benchmark
    public Money[] moneta() {
        Money whole = Money.zero(EUR);
        for (Money weight : moneyWeights) {
            whole = whole.add(weight);
        }
        Money[] parts = new Money[lines];
        Money[] remainders = new Money[lines];
        Money left = moneyTotal;
        for (int i = 0; i < lines; i++) {
            Money product = moneyTotal.multiply(moneyWeights[i].getNumber());
            parts[i] = product.divide(whole.getNumber()).with(DOWN);
            remainders[i] = product.subtract(parts[i].multiply(whole.getNumber()));
            left = left.subtract(parts[i]);
        }
        Money cent = Money.ofMinor(EUR, 1);
        for (int i : byRemainder(remainders, moneyWeights).subList(0, (int) cents(left))) {
            parts[i] = parts[i].add(cent);
        }
        return parts;
    }

    private static <T extends Comparable<? super T>> List<Integer> byRemainder(T[] remainders, T[] weights) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < remainders.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.<Integer, T>comparing(i -> remainders[i])
                .thenComparing(i -> weights[i])
                .reversed());
        return order;
    }

    private static long cents(MonetaryAmount money) {
        return MoneyKernel.minor(money, SCALE);
    }

    private static long cents(BigDecimal decimal) {
        return decimal.movePointRight(SCALE).longValueExact();
    }
}
