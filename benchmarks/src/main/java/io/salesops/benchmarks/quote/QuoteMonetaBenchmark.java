package io.salesops.benchmarks.quote;

import io.salesops.benchmarks.BesidePeer;
import io.salesops.core.money.MoneyKernel;
import io.salesops.quote.document.Quote;
import io.salesops.quote.pricing.PricedQuote;
import io.salesops.quote.pricing.QuotePricer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A priced quote that can explain every step, beside the same steps in Moneta. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@BesidePeer(ours = "priced", peer = "moneta")
public class QuoteMonetaBenchmark {

    /** How many lines. */
    @Param({"200"})
    public int lines;

    private QuoteRows rows = new QuoteRows(0);
    private Quote quote = rows.quote();
    private final QuotePricer pricer = QuoteRows.pricer();

    /** Makes the quote, and shows that all ways agree. */
    @Setup
    public void setUp() {
        rows = new QuoteRows(lines);
        quote = rows.quote();
        long ours = MoneyKernel.minor(priced().net(), 2);
        if (ours != rows.loop() || ours != rows.moneta()) {
            throw new IllegalStateException("the library comes to " + ours + " cents, the loop to " + rows.loop()
                    + ", Moneta to " + rows.moneta());
        }
    }

    /** The quote with the exact and the rounded price after each step, and the rule and the reason of each. */
    @Benchmark
    public PricedQuote priced() {
        return pricer.price(quote, QuoteRows.DAY).orThrow();
    }

    /** The same steps in Moneta. */
    @Benchmark
    public long moneta() {
        return rows.moneta();
    }
}
