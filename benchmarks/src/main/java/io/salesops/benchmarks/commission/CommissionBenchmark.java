package io.salesops.benchmarks.commission;

import io.salesops.benchmarks.BesidePeer;
import io.salesops.commission.calc.CommissionCalculator;
import io.salesops.commission.calc.CommissionOptions;
import io.salesops.commission.calc.RowRun;
import io.salesops.core.crm.Quota;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A million transactions of a thousand payees under four marginal tiers, in ways that give the same total: by columns
 * without and with full trace, by a loop over longs that rounds the running pay of each
 * transaction as it comes, by BigDecimal, Moneta
 * and the window functions of DuckDB.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@BesidePeer(ours = "fullTrace", peer = "longLoop")
public class CommissionBenchmark {

    /** How many transactions. */
    @Param("1000000")
    public int transactions;

    /** How many payees. */
    @Param("1000")
    public int payees;

    private Transactions rows = new Transactions(0, 1);
    private List<Quota> quotas = List.of();
    private CommissionCalculator totals = calculator(CommissionOptions.Trace.TOTALS);
    private CommissionCalculator traced = calculator(CommissionOptions.Trace.FULL);
    private WindowSql duckDb = WindowSql.empty();

    private static CommissionCalculator calculator(CommissionOptions.Trace trace) {
        return CommissionCalculator.of(
                Transactions.plan(), CommissionOptions.builder().trace(trace).build());
    }

    /** Makes the transactions, and shows that all ways agree. */
    @Setup
    public void setUp() {
        rows = new Transactions(transactions, payees);
        quotas = rows.quotas();
        totals = calculator(CommissionOptions.Trace.TOTALS);
        traced = calculator(CommissionOptions.Trace.FULL);
        duckDb = WindowSql.of(rows);
        long expected = longLoop();
        agree("grouped loop", expected, groupedLongLoop());
        agree("without trace", expected, withoutTrace());
        agree("full trace", expected, fullTrace().totalMinor());
        agree("BigDecimal", expected, bigDecimal());
        agree("Moneta", expected, moneta());
        agree("DuckDB", expected, duckDb());
    }

    private static void agree(String way, long expected, long found) {
        if (expected != found) {
            throw new IllegalStateException(way + " pays " + found + " cents, the loop " + expected);
        }
    }

    /** Totals of the payees. */
    @Benchmark
    public long withoutTrace() {
        return totals.calculateRows(Transactions.YEAR, rows, quotas).totalMinor();
    }

    /** What each transaction paid in each tier, with the running total. */
    @Benchmark
    public RowRun fullTrace() {
        return traced.calculateRows(Transactions.YEAR, rows, quotas);
    }

    /** A hand-written loop over longs, without trace. */
    @Benchmark
    public long longLoop() {
        return Peers.longs(rows);
    }

    /** The loop where somebody else has grouped the transactions by payee. */
    @Benchmark
    public long groupedLongLoop() {
        return Peers.groupedLongs(rows);
    }

    /** The same in BigDecimal. */
    @Benchmark
    public long bigDecimal() {
        return Peers.bigDecimals(rows);
    }

    /** The same in Moneta. */
    @Benchmark
    public long moneta() {
        return Peers.moneta(rows);
    }

    /** The same by window functions, on one thread. */
    @Benchmark
    public long duckDb() {
        return duckDb.total();
    }
}
