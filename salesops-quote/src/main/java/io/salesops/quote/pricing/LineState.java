package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Rational;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.pricing.ProductShelf.Sold;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A priced line before the header acts on it: its prices after each step, in columns; a {@link PriceStep} is made of them when
 * somebody asks. Where no step needed a call, exact prices and reasons follow from the line alone, and are calculated again
 * when somebody asks for them. Immutable and thread-safe.
 */
final class LineState {
    private final QuoteLine line;
    private final Sold sold;
    private final long net;
    private final LineColumns columns;
    /** The first position of this line in the columns. */
    private final int first;

    private final @Nullable Rational @Nullable [] wide;

    LineState(
            QuoteLine line, Sold sold, long net, LineColumns columns, int first, @Nullable Rational @Nullable [] wide) {
        this.line = line;
        this.sold = sold;
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

    /** The list price, in minor units. */
    long list() {
        return columns.rounded(first);
    }

    /** The price after the last step, in minor units. */
    long net() {
        return net;
    }

    /** The exact price after the last step less the rounded one, in minor units. */
    Rational open(LineRun run) {
        LineState full = full(run);
        int last = full.columns.width() - 1;
        while (full.columns.cause(full.first + last) == null) {
            last--;
        }
        return full.exact(last).minus(Rational.of(net));
    }

    private LineState full(LineRun run) {
        return columns.isFull() ? this : run.again(line, sold);
    }

    private Rational exact(int position) {
        int at = first + position;
        return columns.under(at) == 0
                ? Objects.requireNonNull(Objects.requireNonNull(wide)[position])
                : new Rational(BigInteger.valueOf(columns.over(at)), BigInteger.valueOf(columns.under(at)));
    }

    /**
     * The steps that acted, the list price first.
     *
     * @param run a run over lines of the same quote
     */
    ImmutableList<PriceStep> steps(LineRun run) {
        return full(run).madeSteps(run.context());
    }

    private ImmutableList<PriceStep> madeSteps(QuoteContext context) {
        ImmutableList.Builder<PriceStep> steps = ImmutableList.builderWithExpectedSize(columns.width());
        PriceStep before = null;
        for (int i = 0; i < columns.width(); i++) {
            int at = first + i;
            Cause cause = columns.cause(at);
            if (cause != null) {
                before = new PriceStep(
                        i == 0 ? sold.list().step() : context.steps().get(i - 1).rule(),
                        cause.of(this, context),
                        context.money(),
                        before,
                        columns.rounded(at),
                        columns.over(at),
                        columns.under(at),
                        wide == null ? null : wide[i]);
                steps.add(before);
            }
        }
        return steps.build();
    }
}
