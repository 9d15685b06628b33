package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.crm.ProductId;
import io.salesops.core.finding.Finding;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.price.PriceModel;
import io.salesops.quote.pricing.ProductShelf.Sold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prices lines into their places; what overflows is a finding. Not thread-safe. */
final class LinePass {
    private final QuoteContext context;
    private final LineIndex index;
    private final ImmutableList<QuoteLine> lines;
    private final LineState[] states;
    /** Options of bundles, which may stand before their bundle. */
    private final List<Waiting> options = new ArrayList<>();

    /** Lines whose price is a percentage of others. */
    private final List<Waiting> ofTotal = new ArrayList<>();

    private final List<Finding> findings = new ArrayList<>();
    private LineRun run;

    LinePass(QuoteContext context, ImmutableList<QuoteLine> lines, LineIndex index) {
        this.context = context;
        this.index = index;
        this.lines = lines;
        this.states = new LineState[lines.size()];
        this.run = new LineRun(context, index, lines.size(), findings);
    }

    /** A line that is priced after others. */
    private record Waiting(int position, Sold sold) {}

    /** The priced lines, in the order of the quote. */
    LineState[] states() {
        return states;
    }

    List<Finding> findings() {
        return findings;
    }

    /** What keeps no line from its price. */
    List<Finding> warnings() {
        return run.warnings();
    }

    /** Prices a line; options of bundles, and what is a percentage of others, wait for {@link #priceDependent}. */
    void price(int position, Sold sold) {
        if (sold.ofTotal()) {
            ofTotal.add(new Waiting(position, sold));
        } else if (lines.get(position).bundle().isPresent()) {
            options.add(new Waiting(position, sold));
        } else {
            price(position, sold, 0);
        }
    }

    /** Prices the lines that waited. */
    void priceDependent() {
        priceOptions();
        priceOfTotal();
    }

    /** Prices the options of bundles. */
    void priceOptions() {
        for (Waiting line : options) {
            price(line.position(), line.sold(), 0);
        }
    }

    private void priceOfTotal() {
        for (Waiting line : ofTotal) {
            if (findings.isEmpty()) {
                price(line.position(), line.sold(), others(states, line.sold()));
            }
        }
    }

    /** Prices all lines again, because a promotion takes less off than it did. */
    void priceAgain() {
        run = new LineRun(context, index, lines.size(), findings);
        for (int i = 0; i < states.length; i++) {
            if (!states[i].sold().ofTotal()) {
                price(i, states[i].sold(), 0);
            }
        }
        priceOfTotal();
    }

    private void price(int position, Sold sold, long others) {
        QuoteLine line = lines.get(position);
        try {
            states[position] = run.price(line, sold, position, others);
        } catch (ArithmeticException e) {
            findings.add(tooLarge("/lines/" + position, "line " + line.id(), e));
        }
    }

    /** What the lines come to of which a price is a percentage, in minor units. */
    static long others(LineState[] states, Sold sold) {
        PriceModel.PercentOfTotal model =
                ((AmountPrice.PercentOfTotal) sold.list().model()).model();
        Optional<ImmutableSet<ProductId>> products = model.products();
        long sum = 0;
        for (LineState state : states) {
            boolean counts = state != null
                    && !state.sold().ofTotal()
                    && (products.isEmpty()
                            || products.get().contains(state.line().product()));
            if (counts) {
                sum = Math.addExact(
                        sum, model.of() == PriceModel.PercentOfTotal.Basis.LIST ? state.list() : state.net());
            }
        }
        return sum;
    }

    static Finding tooLarge(String path, String subject, ArithmeticException cause) {
        return Finding.error("quote.amount.overflow", path, subject + " cannot be priced: " + cause.getMessage())
                .maybe("Maybe the quantity or a price has digits too many.");
    }
}
