package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Rational;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.pricing.ProductShelf.Sold;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A priced line before the header acts on it: the exact and the rounded price after each step, and why the step acted, in
 * columns; a {@link PriceStep} is made of them when somebody asks. Immutable and thread-safe.
 */
final class LineState {
    /** Rounded price, and numerator and denominator of the exact price; the denominator is 0 where it is in {@link #wide}. */
    private static final int COLUMNS = 3;

    private final QuoteLine line;
    private final Sold sold;
    private final Exact.Ratio months;
    private final boolean byMonth;
    private final long net;
    private final long[] values;
    /** By position in the waterfall, the list price first; null where the step did not act. */
    private final @Nullable Cause[] causes;

    private final @Nullable Rational @Nullable [] wide;

    private LineState(
            QuoteLine line,
            Sold sold,
            Exact.Ratio months,
            boolean byMonth,
            long net,
            long[] values,
            @Nullable Cause[] causes,
            @Nullable Rational @Nullable [] wide) {
        this.line = line;
        this.sold = sold;
        this.months = months;
        this.byMonth = byMonth;
        this.net = net;
        this.values = values;
        this.causes = causes;
        this.wide = wide;
    }

    QuoteLine line() {
        return line;
    }

    Sold sold() {
        return sold;
    }

    /** What the monthly price was multiplied with. */
    Exact.Ratio months() {
        return months;
    }

    /** Whether the price is for a month. */
    boolean byMonth() {
        return byMonth;
    }

    /** The list price, in minor units. */
    long list() {
        return values[0];
    }

    /** The price after the last step, in minor units. */
    long net() {
        return net;
    }

    /** The exact price after the last step less the rounded one, in minor units. */
    Rational open() {
        int last = causes.length - 1;
        while (causes[last] == null) {
            last--;
        }
        return exact(last).minus(Rational.of(values[last * COLUMNS]));
    }

    private Rational exact(int position) {
        long under = values[position * COLUMNS + 2];
        return under == 0
                ? Objects.requireNonNull(Objects.requireNonNull(wide)[position])
                : new Rational(BigInteger.valueOf(values[position * COLUMNS + 1]), BigInteger.valueOf(under));
    }

    /** The steps that acted, the list price first. */
    ImmutableList<PriceStep> steps(QuoteContext context) {
        ImmutableList.Builder<PriceStep> steps = ImmutableList.builderWithExpectedSize(causes.length);
        PriceStep before = null;
        for (int i = 0; i < causes.length; i++) {
            Cause cause = causes[i];
            if (cause != null) {
                before = new PriceStep(
                        i == 0 ? sold.list().step() : context.steps().get(i - 1).rule(),
                        cause.of(this, context),
                        context.money(),
                        before,
                        values[i * COLUMNS],
                        values[i * COLUMNS + 1],
                        values[i * COLUMNS + 2],
                        wide == null ? null : wide[i]);
                steps.add(before);
            }
        }
        return steps.build();
    }

    /** Fills the columns of one line. Not thread-safe, and used once. */
    static final class Filling {
        private final long[] values;
        private final @Nullable Cause[] causes;
        private @Nullable Rational @Nullable [] wide;
        private long last;

        /** Prepares columns for so many steps after the list price. */
        Filling(int steps) {
            this.values = new long[(steps + 1) * COLUMNS];
            this.causes = new Cause[steps + 1];
        }

        void step(int position, long rounded, Exact price, Cause cause) {
            values[position * COLUMNS] = rounded;
            Rational beyond = price.wide();
            if (beyond == null) {
                values[position * COLUMNS + 1] = price.over();
                values[position * COLUMNS + 2] = price.under();
            } else {
                @Nullable Rational[] numbers = wide == null ? new Rational[causes.length] : wide;
                numbers[position] = beyond;
                wide = numbers;
            }
            causes[position] = cause;
            last = rounded;
        }

        LineState line(QuoteLine line, Sold sold, Exact.Ratio months, boolean byMonth) {
            return new LineState(line, sold, months, byMonth, last, values, causes, wide);
        }
    }
}
