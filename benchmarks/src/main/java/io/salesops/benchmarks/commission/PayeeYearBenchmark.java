package io.salesops.benchmarks.commission;

import io.salesops.commission.calc.CommissionCalculator;
import io.salesops.commission.calc.Estimator;
import io.salesops.commission.calc.PayeeYear;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.statement.Statement;
import io.salesops.core.money.Amounts;
import io.salesops.core.time.AsOf;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import javax.money.Monetary;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One payee's year, recalculated with every line, and what one more deal would earn. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PayeeYearBenchmark {
    private static final AsOf YEAR_END = AsOf.date("2026-12-31");

    /** How many transactions. */
    @Param("1000")
    public int transactions;

    private final CommissionCalculator calculator = CommissionCalculator.of(Transactions.plan());
    private PayeeYear payee = payee(new Transactions(0, 1));
    private Estimator estimator = estimator(payee);
    private final Credit deal = Credit.of("deal", "P000000", "2026-12-30", Amounts.of("12345.67", "USD"));

    /** Makes the year. */
    @Setup
    public void setUp() {
        payee = payee(new Transactions(transactions, 1));
        estimator = estimator(payee);
    }

    private Estimator estimator(PayeeYear year) {
        return calculator.estimator(Transactions.YEAR, year, YEAR_END).orThrow();
    }

    private static PayeeYear payee(Transactions rows) {
        PayeeYear.Builder year = PayeeYear.builder().payee(rows.payees().get(0)).quotas(rows.quotas());
        for (int row = 0; row < rows.size(); row++) {
            year.addCredits(Credit.of(
                    String.format("C-%07d", row),
                    "P000000",
                    LocalDate.ofEpochDay(rows.epochDay(row)).toString(),
                    Amounts.of(BigDecimal.valueOf(rows.minor(row), 2), Monetary.getCurrency("USD"))));
        }
        return year.build();
    }

    /** The statement with every line, portion and fingerprint. */
    @Benchmark
    public Statement recalculate() {
        return calculator.calculate(Transactions.YEAR, payee, YEAR_END).orThrow();
    }

    /** One more deal. */
    @Benchmark
    public Statement estimate() {
        return estimator.with(deal).orThrow();
    }
}
