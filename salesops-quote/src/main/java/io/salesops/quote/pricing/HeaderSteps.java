package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.money.Rational;
import io.salesops.quote.price.PriceLevel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sums the lines' steps under each rule; all list prices are one step, whatever entry they come from. */
final class HeaderSteps {
    private final PricedState state;
    private final Map<StepRule, Total> totals = new LinkedHashMap<>();

    private HeaderSteps(PricedState state) {
        this.state = state;
    }

    static ImmutableList<PriceStep> of(PricedState state, ImmutableList<PricedLine> lines) {
        return new HeaderSteps(state).sum(lines);
    }

    private ImmutableList<PriceStep> sum(ImmutableList<PricedLine> lines) {
        QuoteContext context = state.context();
        StepRule list = new StepRule(
                new RuleRef(context.book().book().id(), context.book().book().version(), "/entries"), PriceLevel.LIST);
        totals.put(list, new Total("list prices"));
        for (CompiledStep step : context.steps()) {
            totals.put(step.rule(), new Total("step " + step.id()));
        }
        for (HeaderStep step : state.header().steps()) {
            totals.put(step.rule(), new Total(step.what()));
        }
        Map<RuleRef, Total> byRule = new LinkedHashMap<>();
        totals.forEach((rule, total) -> byRule.put(rule.rule(), total));
        for (PricedLine line : lines) {
            ImmutableList<PriceStep> steps = line.steps();
            for (int i = 0; i < steps.size(); i++) {
                RuleRef rule = i == 0 ? list.rule() : steps.get(i).rule();
                Objects.requireNonNull(byRule.get(rule)).add(steps.get(i));
            }
        }
        ImmutableList.Builder<PriceStep> header = ImmutableList.builder();
        @Nullable PriceStep before = null;
        long after = 0;
        for (Map.Entry<StepRule, Total> entry : totals.entrySet()) {
            Total total = entry.getValue();
            if (total.lines > 0) {
                after = Math.addExact(after, total.minor);
                before = new PriceStep(entry.getKey(), total.cause(), context.money(), before, after, total.exact);
                header.add(before);
            }
        }
        return header.build();
    }

    /** What the lines' steps under one rule sum to. */
    private static final class Total {
        private final String what;
        private long lines;
        private long minor;
        private Rational exact = Rational.ZERO;

        Total(String what) {
            this.what = what;
        }

        void add(PriceStep step) {
            lines++;
            minor = Math.addExact(minor, step.minor());
            exact = exact.plus(step.exact());
        }

        Cause cause() {
            return new Cause.Told(
                    what + " of {lines} " + (lines == 1 ? "line" : "lines"),
                    ImmutableMap.of("lines", Long.toString(lines)));
        }
    }
}
