package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.crm.ProductId;
import io.salesops.core.finding.Finding;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.price.PriceModel;
import io.salesops.quote.pricing.ProductShelf.Sold;
import java.util.List;
import java.util.Optional;

/** Prices lines into their places; what overflows is a finding. */
final class LinePass {
    private final ImmutableList<QuoteLine> lines;
    private final LineState[] states;
    private final LineRun run;
    private final List<Finding> findings;

    LinePass(ImmutableList<QuoteLine> lines, LineState[] states, LineRun run, List<Finding> findings) {
        this.lines = lines;
        this.states = states;
        this.run = run;
        this.findings = findings;
    }

    /** Whether a product is priced as a percentage of other lines, which then must be priced first. */
    static boolean isOfTotal(Sold sold) {
        return sold.list().model() instanceof AmountPrice.PercentOfTotal;
    }

    /** Prices all lines but those that are a percentage of others. */
    void price(Sold[] sold) {
        for (int i = 0; i < sold.length; i++) {
            if (!isOfTotal(sold[i])) {
                price(i, sold[i]);
            }
        }
    }

    void price(int position, Sold sold) {
        QuoteLine line = lines.get(position);
        try {
            states[position] = run.price(line, sold, position, isOfTotal(sold) ? others(states, sold) : 0);
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
                    && !isOfTotal(state.sold())
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
