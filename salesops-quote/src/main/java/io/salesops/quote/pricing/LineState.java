package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Rational;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.pricing.ProductShelf.Sold;
import java.math.BigInteger;
import java.util.Arrays;
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
    private final Columns columns;
    /** The first position of this line in the columns. */
    private final int first;

    private final @Nullable Rational @Nullable [] wide;

    private LineState(
            QuoteLine line,
            Sold sold,
            Exact.Ratio months,
            boolean byMonth,
            long net,
            Columns columns,
            int first,
            @Nullable Rational @Nullable [] wide) {
        this.line = line;
        this.sold = sold;
        this.months = months;
        this.byMonth = byMonth;
        this.net = net;
        this.columns = columns;
        this.first = first;
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
        return columns.values[first * COLUMNS];
    }

    /** The price after the last step, in minor units. */
    long net() {
        return net;
    }

    /** The exact price after the last step less the rounded one, in minor units. */
    Rational open() {
        int last = columns.width - 1;
        while (columns.causes[first + last] == null) {
            last--;
        }
        return exact(last).minus(Rational.of(columns.values[(first + last) * COLUMNS]));
    }

    private Rational exact(int position) {
        int at = (first + position) * COLUMNS;
        long under = columns.values[at + 2];
        return under == 0
                ? Objects.requireNonNull(Objects.requireNonNull(wide)[position])
                : new Rational(BigInteger.valueOf(columns.values[at + 1]), BigInteger.valueOf(under));
    }

    /** The steps that acted, the list price first. */
    ImmutableList<PriceStep> steps(QuoteContext context) {
        ImmutableList.Builder<PriceStep> steps = ImmutableList.builderWithExpectedSize(columns.width);
        PriceStep before = null;
        for (int i = 0; i < columns.width; i++) {
            Cause cause = columns.causes[first + i];
            int at = (first + i) * COLUMNS;
            if (cause != null) {
                before = new PriceStep(
                        i == 0 ? sold.list().step() : context.steps().get(i - 1).rule(),
                        cause.of(this, context),
                        context.money(),
                        before,
                        columns.values[at],
                        columns.values[at + 1],
                        columns.values[at + 2],
                        wide == null ? null : wide[i]);
                steps.add(before);
            }
        }
        return steps.build();
    }

    /** Columns of several lines, which are filled one after the other, and never changed afterwards. */
    static final class Columns {
        private final int width;
        private final long[] values;
        /** By position in the waterfall, the list price first; null where the step did not act. */
        private final @Nullable Cause[] causes;

        private int next;
        private @Nullable Rational @Nullable [] wide;
        private long last;

        /** Prepares columns for so many lines, of so many steps after the list price. */
        Columns(int lines, int steps) {
            this.width = steps + 1;
            this.values = new long[lines * width * COLUMNS];
            this.causes = new Cause[lines * width];
        }

        boolean isFull() {
            return next == causes.length;
        }

        void step(int position, long rounded, Exact price, Cause cause) {
            int at = (next + position) * COLUMNS;
            values[at] = rounded;
            Rational beyond = price.wide();
            if (beyond == null) {
                step(position, rounded, price.over(), price.under(), cause);
            } else {
                @Nullable Rational[] numbers = wide == null ? new Rational[width] : wide;
                numbers[position] = beyond;
                wide = numbers;
            }
            causes[next + position] = cause;
            last = rounded;
        }

        /** Enters a step whose exact price is a quotient of two longs. */
        void step(int position, long rounded, long over, long under, Cause cause) {
            int at = (next + position) * COLUMNS;
            values[at] = rounded;
            values[at + 1] = over;
            values[at + 2] = under;
            causes[next + position] = cause;
            last = rounded;
        }

        /** Closes the line that was filled. */
        LineState line(QuoteLine line, Sold sold, Exact.Ratio months, boolean byMonth) {
            LineState state = new LineState(line, sold, months, byMonth, last, this, next, wide);
            next += width;
            wide = null;
            return state;
        }

        /** Forgets the line that was begun: it could not be priced. */
        void drop() {
            Arrays.fill(causes, next, next + width, null);
            wide = null;
        }
    }
}
