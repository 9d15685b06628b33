package io.salesops.quote.pricing;

import io.salesops.core.money.Rational;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.pricing.ProductShelf.Sold;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The prices of several lines after each step, in columns that are filled one line after the other and never changed
 * afterwards. Plain columns hold rounded prices only; full ones hold the exact prices and the reasons as well.
 */
final class LineColumns {
    /** Numerator and denominator of the exact price. */
    private static final int LONGS_OF_EXACT = 2;

    private final int width;
    private final long[] rounded;
    /** Numerators and denominators; empty in plain columns. */
    private final long[] exact;
    /** By position in the waterfall, the list price first; null where the step did not act. Empty in plain columns. */
    private final @Nullable Cause[] causes;

    private int next;
    private @Nullable Rational @Nullable [] wide;
    private long last;

    private LineColumns(int lines, int steps, boolean full) {
        this.width = steps + 1;
        this.rounded = new long[lines * width];
        this.exact = new long[full ? lines * width * LONGS_OF_EXACT : 0];
        this.causes = new Cause[full ? lines * width : 0];
    }

    /** Columns for so many lines, of so many steps after the list price, with rounded prices only. */
    static LineColumns plain(int lines, int steps) {
        return new LineColumns(lines, steps, false);
    }

    /** Columns with exact prices and reasons. */
    static LineColumns full(int lines, int steps) {
        return new LineColumns(lines, steps, true);
    }

    boolean hasRoom() {
        return next < rounded.length;
    }

    /** Whether exact prices and reasons stand here. */
    boolean isFull() {
        return causes.length > 0;
    }

    int width() {
        return width;
    }

    long rounded(int at) {
        return rounded[at];
    }

    long over(int at) {
        return exact[at * LONGS_OF_EXACT];
    }

    long under(int at) {
        return exact[at * LONGS_OF_EXACT + 1];
    }

    @Nullable
    Cause cause(int at) {
        return causes[at];
    }

    /** Enters the rounded price of the line that is being filled. */
    void round(int position, long price) {
        rounded[next + position] = price;
        last = price;
    }

    /** Enters a step whose exact price is a quotient of two longs. */
    void step(int position, long price, long over, long under, Cause cause) {
        int at = next + position;
        rounded[at] = price;
        exact[at * LONGS_OF_EXACT] = over;
        exact[at * LONGS_OF_EXACT + 1] = under;
        causes[at] = cause;
        last = price;
    }

    /** Enters a step. */
    void step(int position, long price, Exact value, Cause cause) {
        Rational beyond = value.wide();
        if (beyond != null) {
            @Nullable Rational[] numbers = wide == null ? new Rational[width] : wide;
            numbers[position] = beyond;
            wide = numbers;
        }
        step(position, price, beyond == null ? value.over() : 0, beyond == null ? value.under() : 0, cause);
    }

    /** Closes the line that was filled. */
    LineState close(QuoteLine line, Sold sold) {
        LineState state = new LineState(line, sold, last, this, next, wide);
        next += width;
        wide = null;
        return state;
    }

    /** Forgets what a line left behind that could not be priced. */
    void begin() {
        Arrays.fill(causes, next, next + width, null);
        wide = null;
    }
}
