package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Rational;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.pricing.ProductShelf.Sold;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks the lines of one quote from list to net, one after the other: the exact price goes on from step to step, and each
 * step's amount is the difference of the rounded prices after and before it. So rounding never accumulates, and
 * percentages commute. Not thread-safe.
 */
final class LineRun {
    /** Lines whose steps share columns: few enough to keep little alive, many enough to save objects. */
    private static final int BLOCK = 128;

    private final QuoteContext context;
    private final CompiledStep[] steps;
    private final ShortWay shortWay;
    private final boolean isShort;
    private final RoundingMode mode;
    private final boolean byUnit;
    private final LinePrice price;
    private final List<Finding> findings;
    private final int lines;
    private @Nullable LineColumns plain;
    private @Nullable LineColumns full;

    /**
     * Prepares a run.
     *
     * @param index finds the lines of bundles
     * @param lines how many lines will be priced
     */
    LineRun(QuoteContext context, LineIndex index, int lines, List<Finding> findings) {
        this.context = context;
        this.steps = context.steps().toArray(new CompiledStep[0]);
        this.mode = context.policy().rounding().mode();
        this.byUnit = context.policy().roundAt() == PricingPolicy.Place.UNIT;
        this.shortWay = ShortWay.of(context, byUnit);
        this.isShort = shortWay.leadsToNet();
        this.findings = findings;
        this.price = new LinePrice(context, new BundleOptions(context, index), findings);
        this.lines = Math.min(lines, BLOCK);
    }

    /** A run that only tells how prices came about that are known. */
    static LineRun again(QuoteContext context) {
        // Options of bundles never come this way: their price needs a call.
        return new LineRun(context, new LineIndex(ImmutableList.of()), 1, new ArrayList<>());
    }

    /** What keeps no line from its price: steps that did not act because a field of their condition is missing. */
    List<Finding> warnings() {
        return price.warnings();
    }

    QuoteContext context() {
        return context;
    }

    /**
     * Prices a line.
     *
     * @param others what the lines come to of which its price is a percentage, in minor units
     * @throws ArithmeticException if an amount needs more than 63 bits
     */
    LineState price(QuoteLine line, Sold sold, int position, long others) {
        Cause listed = price.begin(line, sold, others);
        if (isShort && listed == LinePrice.LISTED && price.price().wide() == null) {
            LineColumns columns = plain();
            if (shortWay.take(price, columns) == steps.length) {
                return columns.close(line, sold);
            }
            listed = price.begin(line, sold, others);
        }
        int findingsBefore = findings.size();
        int warningsBefore = warnings().size();
        LineState state = walk(line, sold, listed);
        locate(findings, position, findingsBefore);
        locate(warnings(), position, warningsBefore);
        return state;
    }

    /** Goes the short way of a line again, and tells of every step. */
    LineState again(QuoteLine line, Sold sold) {
        return walk(line, sold, price.begin(line, sold, 0));
    }

    private LineState walk(QuoteLine line, Sold sold, Cause listed) {
        LineColumns columns = full();
        columns.begin();
        columns.step(0, rounded(), price.price(), listed);
        for (int i = shortWay.take(price, columns); i < steps.length; i++) {
            Cause why = steps[i].act(price);
            if (why != null) {
                columns.step(i + 1, rounded(), price.price(), why);
            }
        }
        return columns.close(line, sold);
    }

    private LineColumns plain() {
        LineColumns columns = plain;
        if (columns == null || !columns.hasRoom()) {
            columns = LineColumns.plain(lines, steps.length);
            plain = columns;
        }
        return columns;
    }

    private LineColumns full() {
        LineColumns columns = full;
        if (columns == null || !columns.hasRoom()) {
            columns = LineColumns.full(lines, steps.length);
            full = columns;
        }
        return columns;
    }

    private static void locate(List<Finding> found, int position, int from) {
        for (int i = from; i < found.size(); i++) {
            Finding finding = found.get(i);
            found.set(
                    i,
                    Finding.builder()
                            .from(finding)
                            .path("/lines/" + position + finding.path())
                            .build());
        }
    }

    private long rounded() {
        return byUnit ? roundedByUnit() : price.price().round(mode);
    }

    private long roundedByUnit() {
        Rational units = price.units();
        if (units.signum() == 0) {
            // Of nothing there is no unit price: what it costs are flat fees, and those are rounded as they are.
            return price.price().round(mode);
        }
        MinorUnits money = context.money();
        Rational unit = Rational.of(money.major(price.price().value())
                .dividedBy(units)
                .round(context.policy().unitScale().orElse(money.scale()), mode));
        // The product is whole in minor units but for fractional quantities and finer unit prices.
        return money.round(unit.times(units), mode);
    }
}
