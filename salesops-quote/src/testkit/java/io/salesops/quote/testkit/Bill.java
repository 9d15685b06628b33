package io.salesops.quote.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import io.salesops.quote.document.LineId;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.pricing.PriceStep;
import io.salesops.quote.pricing.PricedLine;
import io.salesops.quote.pricing.PricedQuote;
import io.salesops.quote.pricing.ValueMetrics;
import java.util.List;
import java.util.Optional;

/**
 * What the laws see of a priced quote, in exact numbers; a record, so that a wrong one can be made to prove a law.
 *
 * @param json the priced quote as text
 * @param list the sum of list prices
 * @param net what the customer pays
 * @param lines the lines
 * @param steps the steps of the quote as a whole
 * @param metrics what the quote is worth
 * @param findings what was found beside the price
 */
record Bill(
        String json,
        Rational list,
        Rational net,
        ImmutableList<Item> lines,
        ImmutableList<Move> steps,
        ValueMetrics metrics,
        ImmutableList<Finding> findings) {

    /** A priced line. */
    record Item(
            QuoteLine line,
            Rational months,
            Rational list,
            Rational net,
            Optional<Rational> floor,
            ImmutableList<Move> steps) {

        LineId id() {
            return line.id();
        }

        /** The exact price before anything was taken off. */
        Rational exactList() {
            return steps.get(0).exact();
        }

        /** The exact price before the share of the header discount. */
        Rational exactBeforeHeader() {
            return steps.stream()
                    .filter(step -> !step.rule().path().equals("/header"))
                    .map(Move::exact)
                    .reduce(Rational.ZERO, Rational::plus);
        }
    }

    /** A step of a waterfall. */
    record Move(RuleRef rule, Rational amount, Rational after, Rational exact) {}

    static Bill of(PricedQuote priced) {
        return new Bill(
                SalesOpsJson.write(priced),
                Amounts.exact(priced.list()),
                Amounts.exact(priced.net()),
                priced.lines().stream().map(Bill::item).collect(ImmutableList.toImmutableList()),
                moves(priced.steps()),
                priced.metrics(),
                priced.findings());
    }

    private static Item item(PricedLine line) {
        return new Item(
                line.line(),
                line.months(),
                Amounts.exact(line.list()),
                Amounts.exact(line.net()),
                line.floor(),
                moves(line.steps()));
    }

    private static ImmutableList<Move> moves(List<PriceStep> steps) {
        return steps.stream()
                .map(step ->
                        new Move(step.rule(), Amounts.exact(step.amount()), Amounts.exact(step.after()), step.exact()))
                .collect(ImmutableList.toImmutableList());
    }

    Item line(LineId id) {
        return lines.stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("line " + id + " is not on the priced quote"));
    }
}
