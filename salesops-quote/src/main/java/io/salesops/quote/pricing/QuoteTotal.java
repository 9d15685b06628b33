package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.explain.Explained;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.finding.Checked;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.time.AsOf;
import io.salesops.quote.document.LineId;
import java.util.Optional;
import javax.money.MonetaryAmount;

/**
 * A priced quote with freight and tax. Freight is spread over the lines by their net prices. Each tax is calculated and
 * rounded once, from the sum of what bears it (EN 16931, BR-CO-17), and spread over its lines; so lines sum to the header in every
 * field.
 *
 * @param net the net price
 * @param freight what delivery costs
 * @param taxes what each tax comes to
 * @param tax the sum of taxes
 * @param gross net, freight and tax
 * @param lines what of it falls on each line
 * @param rules what the calculators call their rules
 */
public record QuoteTotal(
        MonetaryAmount net,
        MonetaryAmount freight,
        ImmutableList<Tax> taxes,
        MonetaryAmount tax,
        MonetaryAmount gross,
        ImmutableList<Line> lines,
        ImmutableList<String> rules)
        implements Explained {

    /**
     * What one tax comes to.
     *
     * @param category what it is called
     * @param rate its rate
     * @param base what bears it
     * @param amount the rounded tax
     * @param residue the exact tax less the rounded one
     */
    public record Tax(String category, Rate rate, MonetaryAmount base, MonetaryAmount amount, Rational residue) {}

    /**
     * What falls on one line.
     *
     * @param line the line
     * @param net its net price
     * @param freight its share of the freight
     * @param tax its share of its taxes
     * @param gross the sum of all three
     */
    public record Line(
            LineId line, MonetaryAmount net, MonetaryAmount freight, MonetaryAmount tax, MonetaryAmount gross) {}

    /**
     * Adds freight and tax to a priced quote.
     *
     * @return refused where a line bears no tax or more than one, where a group names lines that are not there, and where the
     *     freight is negative or in another currency
     */
    public static Checked<QuoteTotal> of(
            PricedQuote priced, TaxCalculator taxes, FreightCalculator freight, RoundingPolicy rounding, AsOf asOf) {
        return new TotalCalculation(
                        priced,
                        taxes.taxes(priced, asOf),
                        freight.freight(priced, asOf),
                        rounding,
                        ImmutableList.of(taxes.id(), freight.id()))
                .total();
    }

    @Override
    public Explanation explanation() {
        ImmutableList.Builder<Step> steps = ImmutableList.builder();
        steps.add(step("net price of {lines} lines", net, Rational.ZERO, "lines", Integer.toString(lines.size())));
        steps.add(step("freight by {rules}", freight, Rational.ZERO, "rules", rules.get(1)));
        for (Tax one : taxes) {
            steps.add(step(
                    one.category() + " " + one.rate() + " of {base}",
                    one.amount(),
                    one.residue(),
                    "base",
                    one.base().toString()));
        }
        return new Explanation.Sum("total with freight and tax", quantity(gross), steps.build());
    }

    private Step step(String label, MonetaryAmount amount, Rational residue, String name, String value) {
        return new Step(
                new RuleRef(rules.get(0), "", ""),
                label,
                quantity(amount),
                Optional.of(residue),
                ImmutableMap.of(name, value),
                ImmutableList.of());
    }

    private static Quantity quantity(MonetaryAmount amount) {
        return Quantity.of(Amounts.number(amount), amount.getCurrency().getCurrencyCode());
    }
}
