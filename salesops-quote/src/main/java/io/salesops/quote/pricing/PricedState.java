package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.money.DatedRate;
import io.salesops.quote.catalog.Offering;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/** All that is known of a priced quote, before anybody asks for a part of it. Immutable and thread-safe. */
final class PricedState {
    private final QuoteContext context;
    private final LineState[] states;
    private final LineIndex index;
    private final Header header;
    private final HeaderTotals totals;
    private final long sum;
    private final boolean hasFloors;
    private final boolean hasOfTotal;
    private final boolean changed;

    PricedState(
            QuoteContext context,
            LineState[] states,
            LineIndex index,
            Header header,
            HeaderTotals totals,
            long sum,
            boolean hasFloors,
            boolean hasOfTotal,
            boolean changed) {
        this.context = context;
        this.states = states;
        this.index = index;
        this.header = header;
        this.totals = totals;
        this.sum = sum;
        this.hasFloors = hasFloors;
        this.hasOfTotal = hasOfTotal;
        this.changed = changed;
    }

    QuoteContext context() {
        return context;
    }

    LineState state(int line) {
        return states[line];
    }

    int size() {
        return states.length;
    }

    /** The lines with another one in its place; the states of this quote stay as they are. */
    LineState[] replaced(int line, LineState other) {
        LineState[] copy = states.clone();
        copy[line] = other;
        return copy;
    }

    LineIndex index() {
        return index;
    }

    Header header() {
        return header;
    }

    HeaderTotals totals() {
        return totals;
    }

    /** The sum of the lines before the header acts, in minor units. */
    long sum() {
        return sum;
    }

    /** Whether any line has a floor. */
    boolean hasFloors() {
        return hasFloors;
    }

    /** Whether any line is a percentage of others. */
    boolean hasOfTotal() {
        return hasOfTotal;
    }

    /** What the lines come to of which a price is a percentage, in minor units. */
    long others(ProductShelf.Sold sold) {
        return LinePass.others(states, sold);
    }

    /** The quote; put together anew where a line has changed since the context was made. */
    Quote quote() {
        return changed
                ? context.quote()
                        .withLines(Arrays.stream(states).map(LineState::line).collect(ImmutableList.toImmutableList()))
                : context.quote();
    }

    ImmutableList<PricedLine> lines() {
        ImmutableList.Builder<PricedLine> lines = ImmutableList.builderWithExpectedSize(states.length);
        LineRun run = new LineRun(context, index, states.length, new ArrayList<>());
        for (int i = 0; i < states.length; i++) {
            lines.add(line(i, run));
        }
        return lines.build();
    }

    PricedLine line(int position) {
        return line(position, LineRun.again(context));
    }

    private PricedLine line(int position, LineRun run) {
        LineState state = states[position];
        Offering offering = state.sold().offering();
        return new PricedLine(
                state.line(),
                offering.charge(),
                context.months(state.line(), state.sold()),
                context.floor(state.sold()),
                offering.cost().flatMap(context::intoQuote),
                new RuleRef(context.book().book().id(), context.book().book().version(), ""),
                header.steps(position, run),
                context.money(),
                totals);
    }

    Provenance provenance() {
        Quote quote = quote();
        Provenance.Builder provenance = Provenance.builder()
                .engine("QuotePricer")
                .putAllInputs(context.definitions().inputs());
        ImmutableList<Provenance.Input> books = context.book().inputs();
        for (int i = 0; i < books.size(); i++) {
            provenance.putInputs(i == 0 ? "priceBook" : "priceBook behind it " + i, books.get(i));
        }
        provenance.putInputs("quote", Definitions.input(quote.id().value(), Integer.toString(quote.version()), quote));
        context.customer()
                .ifPresent(account -> provenance.putInputs(
                        "account", Definitions.input(account.id().value(), "", account)));
        if (!context.uses().uses().isEmpty()) {
            provenance.putInputs(
                    "promotionUses",
                    Definitions.input(
                            "uses", Integer.toString(context.uses().uses().size()), context.uses()));
        }
        provenance.addLookups("as of " + context.date());
        rates().forEach(provenance::addLookups);
        return provenance.build();
    }

    /** Every rate that the price depends on. */
    private ImmutableSet<String> rates() {
        CurrencyUnit own = context.money().currency();
        CurrencyUnit book = context.book().book().currency();
        Set<String> rates = new TreeSet<>();
        rate(book, own, rates);
        context.quote().headerAmount().ifPresent(amount -> rate(amount.getCurrency(), own, rates));
        context.policy()
                .minimumOrder()
                .ifPresent(minimum -> rate(minimum.amount().getCurrency(), own, rates));
        context.promotionAmounts().forEach(amount -> rate(amount.getCurrency(), own, rates));
        BundleOptions options = new BundleOptions(context, index);
        for (LineState state : states) {
            QuoteLine line = state.line();
            line.amountOff().ifPresent(amount -> rate(amount.getCurrency(), own, rates));
            line.unitPrice().ifPresent(amount -> rate(amount.getCurrency(), own, rates));
            for (MonetaryAmount amount : line.amounts()) {
                rate(amount.getCurrency(), book, rates);
            }
            options.priced(line)
                    .flatMap(held -> held.option().unitPrice())
                    .ifPresent(amount -> rate(amount.getCurrency(), own, rates));
            state.sold().offering().cost().ifPresent(cost -> rate(cost.getCurrency(), own, rates));
        }
        return ImmutableSet.copyOf(rates);
    }

    private void rate(CurrencyUnit from, CurrencyUnit to, Set<String> rates) {
        if (!from.getCurrencyCode().equals(to.getCurrencyCode())) {
            context.currencies()
                    .rates()
                    .rate(from, to, context.currencies().day())
                    .map(DatedRate::toString)
                    .ifPresent(rates::add);
        }
    }
}
