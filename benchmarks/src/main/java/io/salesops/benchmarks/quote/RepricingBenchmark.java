package io.salesops.benchmarks.quote;

import io.salesops.benchmarks.BesidePeer;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.pricing.PricedQuote;
import io.salesops.quote.pricing.QuotePricer;
import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A quote of which one line has changed, beside pricing the whole. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@BesidePeer(ours = "repriced", peer = "whole")
public class RepricingBenchmark {

    /** How many lines. */
    @Param({"2000"})
    public int lines;

    private QuoteRows rows = new QuoteRows(0);
    private Quote quote = rows.quote();
    private final QuotePricer pricer = QuoteRows.pricer();
    private PricedQuote before =
            pricer.price(new QuoteRows(1).quote(), QuoteRows.DAY).orThrow();
    private QuoteLine changed = before.lines().get(0).line();

    /** Prices the quote, and changes a line in its middle. */
    @Setup
    public void setUp() {
        rows = new QuoteRows(lines);
        quote = rows.quote();
        before = pricer.price(quote, QuoteRows.DAY).orThrow();
        changed = quote.lines().get(lines / 2).withQuantity(BigDecimal.valueOf(33));
        if (!repriced().equals(pricer.price(repriced().quote(), QuoteRows.DAY).orThrow())) {
            throw new IllegalStateException("repricing differs from pricing the whole");
        }
    }

    /** One line. */
    @Benchmark
    public PricedQuote repriced() {
        return pricer.reprice(before, changed, QuoteRows.DAY).orThrow();
    }

    /** All lines. */
    @Benchmark
    public PricedQuote whole() {
        return pricer.price(quote, QuoteRows.DAY).orThrow();
    }
}
