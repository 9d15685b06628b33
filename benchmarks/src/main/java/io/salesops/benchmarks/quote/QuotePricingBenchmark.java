package io.salesops.benchmarks.quote;

import io.salesops.benchmarks.BesidePeer;
import io.salesops.core.crm.ProductId;
import io.salesops.core.money.MoneyKernel;
import io.salesops.quote.document.Quote;
import io.salesops.quote.pricing.PricedLine;
import io.salesops.quote.pricing.PricedQuote;
import io.salesops.quote.pricing.QuotePricer;
import java.util.List;
import java.util.Map;
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
 * A priced quote that can explain every step, beside loops over longs with the same steps and rounding that explain nothing: one
 * reads the same quote, the others have columns that somebody filled before, and rates that are data or constants.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@BesidePeer(ours = "priced", peer = "longLoopOverLines")
public class QuotePricingBenchmark {

    /** How many lines. */
    @Param({"200", "10000"})
    public int lines;

    private QuoteRows rows = new QuoteRows(0);
    private Quote quote = rows.quote();
    private final QuotePricer pricer = QuoteRows.pricer();
    private final Map<ProductId, Long> prices = QuoteRows.prices();
    private final long[] rates = QuoteRows.rates();
    private long[] after = new long[0];

    /** Makes the quote, and shows that all ways agree. */
    @Setup
    public void setUp() {
        rows = new QuoteRows(lines);
        quote = rows.quote();
        after = new long[lines * 5];
        long ours = MoneyKernel.minor(priced().net(), 2);
        if (ours != rows.loop() || ours != rows.loop(rates) || ours != longLoopOverLines() || ours != rows.moneta()) {
            throw new IllegalStateException("the library comes to " + ours + " cents, the loop to " + rows.loop()
                    + ", Moneta to " + rows.moneta());
        }
    }

    /** The quote with the exact and the rounded price after each step, and the rule and the reason of each. */
    @Benchmark
    public PricedQuote priced() {
        return pricer.price(quote, QuoteRows.DAY).orThrow();
    }

    /** The same, and every step made into an object: what somebody pays who looks at all of them. */
    @Benchmark
    public List<PricedLine> pricedAndRead() {
        return pricer.price(quote, QuoteRows.DAY).orThrow().lines();
    }

    /** A hand-written loop over longs. */
    @Benchmark
    public long longLoop() {
        return rows.loop();
    }

    /** A loop over longs whose rates are data. */
    @Benchmark
    public long longLoopOfPolicy() {
        return rows.loop(rates);
    }

    /** The loop where somebody must read the lines of the quote, and find their prices. */
    @Benchmark
    public long longLoopOverLines() {
        return QuoteRows.loop(quote, prices, after);
    }
}
