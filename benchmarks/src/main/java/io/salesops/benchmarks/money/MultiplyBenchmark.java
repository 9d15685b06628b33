package io.salesops.benchmarks.money;

import io.salesops.benchmarks.BesidePeer;
import io.salesops.core.money.MoneyKernel;
import io.salesops.core.money.Rate;
import io.salesops.core.money.RoundingPolicy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
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
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** 1,000 amounts, each times 7.25% and rounded half up to cents; the figures are per amount. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@BesidePeer(ours = "kernel", peer = "moneta")
public class MultiplyBenchmark {
    private static final int AMOUNTS = 1_000;
    private static final int SCALE = 2;
    private static final long NUMERATOR = 29;
    private static final long DENOMINATOR = 400;
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    private static final RoundingPolicy POLICY = RoundingPolicy.halfUp();
    private static final MonetaryOperator HALF_UP = Monetary.getRounding(
            RoundingQueryBuilder.of().setScale(SCALE).set(RoundingMode.HALF_UP).build());

    private final Rate rate = Rate.ratio(NUMERATOR, DENOMINATOR);
    private final BigDecimal decimalRate = new BigDecimal("0.0725");
    private long[] minor = new long[0];
    private BigDecimal[] decimals = new BigDecimal[0];
    private Money[] moneys = new Money[0];
    private MonetaryAmount[] amounts = new MonetaryAmount[0];
    private final long[] results = new long[AMOUNTS];
    private final BigDecimal[] decimalResults = new BigDecimal[AMOUNTS];
    private final MonetaryAmount[] amountResults = new MonetaryAmount[AMOUNTS];

    /** Makes the amounts, and shows that all ways agree. */
    @Setup
    public void setUp() {
        minor = new Random(42).longs(AMOUNTS, -1_000_000_000, 1_000_000_000).toArray();
        decimals = Arrays.stream(minor)
                .mapToObj(cents -> BigDecimal.valueOf(cents, SCALE))
                .toArray(BigDecimal[]::new);
        moneys = Arrays.stream(decimals).map(number -> Money.of(number, EUR)).toArray(Money[]::new);
        amounts = Arrays.stream(minor)
                .mapToObj(cents -> MoneyKernel.amount(cents, SCALE, EUR))
                .toArray(MonetaryAmount[]::new);

        long[] expected = kernel().clone();
        Agreement.check("Rate.of", expected, Arrays.asList(rate()), money -> MoneyKernel.minor(money, SCALE));
        Agreement.check(
                "BigDecimal",
                expected,
                Arrays.asList(bigDecimal()),
                number -> number.movePointRight(SCALE).longValueExact());
        Agreement.check("Moneta", expected, Arrays.asList(moneta()), money -> MoneyKernel.minor(money, SCALE));
    }

    /** The kernel on long minor units. */
    @Benchmark
    @OperationsPerInvocation(AMOUNTS)
    public long[] kernel() {
        for (int i = 0; i < AMOUNTS; i++) {
            results[i] = MoneyKernel.multiply(minor[i], NUMERATOR, DENOMINATOR, RoundingMode.HALF_UP);
        }
        return results;
    }

    /** The object API. */
    @Benchmark
    @OperationsPerInvocation(AMOUNTS)
    public MonetaryAmount[] rate() {
        for (int i = 0; i < AMOUNTS; i++) {
            amountResults[i] = rate.of(amounts[i], POLICY);
        }
        return amountResults;
    }

    /** What one would write by hand. */
    @Benchmark
    @OperationsPerInvocation(AMOUNTS)
    public BigDecimal[] bigDecimal() {
        for (int i = 0; i < AMOUNTS; i++) {
            decimalResults[i] = decimals[i].multiply(decimalRate).setScale(SCALE, RoundingMode.HALF_UP);
        }
        return decimalResults;
    }

    /** The money provider's arithmetic and rounding. */
    @Benchmark
    @OperationsPerInvocation(AMOUNTS)
    public MonetaryAmount[] moneta() {
        for (int i = 0; i < AMOUNTS; i++) {
            amountResults[i] = moneys[i].multiply(decimalRate).with(HALF_UP);
        }
        return amountResults;
    }
}
