package io.salesops.quote.pricing;

import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.quote.catalog.Offering;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.pricing.ProductShelf.Sold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pricing of a quote of which one line has changed: that line, the lines that are a percentage of others, and sums.
 *
 * <p>Where more may depend on the line than this knows of, there is no short way: another product, bundles, a promotion with
 * a bound over all lines, a sum that is rounded once, and anything that is worth a finding.
 */
final class Repricing {
    private final PricedState before;
    private final QuoteLine line;
    private final int position;
    private final List<Finding> findings = new ArrayList<>();

    Repricing(PricedState before, QuoteLine line, int position) {
        this.before = before;
        this.line = line;
        this.position = position;
    }

    /** The quote with the changed line; empty where it must be priced as a whole. */
    Optional<Checked<PricedQuote>> price() {
        if (!isAlone()) {
            return Optional.empty();
        }
        try {
            return Optional.of(repriced()).filter(priced -> findings.isEmpty()).map(Checked::accepted);
        } catch (ArithmeticException e) {
            // The full pricing says which amount it was.
            return Optional.empty();
        }
    }

    private boolean isAlone() {
        LineState old = before.state(position);
        QuoteContext context = before.context();
        if (!old.line().product().equals(line.product())
                || old.line().bundle().isPresent()
                || line.bundle().isPresent()
                || context.policy().roundAt() == PricingPolicy.Place.QUOTE) {
            return false;
        }
        Offering offering = old.sold().offering();
        boolean bounded = !offering.options().isEmpty()
                || offering.minQuantity().isPresent()
                || offering.maxQuantity().isPresent();
        return (!bounded || old.line().quantity().compareTo(line.quantity()) == 0)
                && context.promotions().values().stream().noneMatch(PromotionState::isBounded)
                && check(context);
    }

    private boolean check(QuoteContext context) {
        Sold sold = new QuoteCheck(
                        context.definitions(),
                        context.quote(),
                        context.date(),
                        Optional.of(context.book()),
                        context.currencies(),
                        findings)
                .line(line, position);
        return sold != null && findings.isEmpty();
    }

    private PricedQuote repriced() {
        QuoteContext context = before.context();
        LineRun run = new LineRun(context, before.index(), 1, findings);
        LineState old = before.state(position);
        LineState state = run.price(line, old.sold(), position, of(old));
        LineState[] states = before.replaced(position, state);
        long list = Math.addExact(before.totals().list(), Math.subtractExact(state.list(), old.list()));
        long net = Math.addExact(before.sum(), Math.subtractExact(state.net(), old.net()));
        if (before.hasOfTotal()) {
            for (int i = 0; i < states.length; i++) {
                LineState other = states[i];
                if (i != position && other.sold().ofTotal()) {
                    states[i] = run.price(other.line(), other.sold(), i, LinePass.others(states, other.sold()));
                    list = Math.addExact(list, Math.subtractExact(states[i].list(), other.list()));
                    net = Math.addExact(net, Math.subtractExact(states[i].net(), other.net()));
                }
            }
        }
        findings.addAll(run.warnings());
        Header header = Header.of(context, states, net, findings);
        PricedState after = new PricedState(
                context,
                states,
                before.index(),
                header,
                new HeaderTotals(list, header.net()),
                net,
                before.hasFloors(),
                before.hasOfTotal(),
                true);
        if (before.hasFloors()) {
            floors(after);
        }
        return PricedQuote.of(after, findings);
    }

    private long of(LineState state) {
        return state.sold().ofTotal() ? before.others(state.sold()) : 0;
    }

    /** The header moves every line; without it only prices that were calculated anew can be below their floors. */
    private void floors(PricedState after) {
        boolean all = !after.header().steps().isEmpty() || before.hasOfTotal();
        for (int i = all ? 0 : position; i < (all ? after.size() : position + 1); i++) {
            FloorCheck.check(after, i).ifPresent(findings::add);
        }
    }
}
