package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Severity;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.quote.document.LineId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.money.MonetaryAmount;

/** Calculates a {@link QuoteTotal}; lives in one call. */
final class TotalCalculation {
    private final PricedQuote priced;
    private final List<TaxGroup> groups;
    private final MonetaryAmount freight;
    private final RoundingPolicy rounding;
    private final ImmutableList<String> rules;
    private final MinorUnits money;
    private final ImmutableList<PricedLine> lines;
    private final List<Finding> findings = new ArrayList<>();

    TotalCalculation(
            PricedQuote priced,
            List<TaxGroup> groups,
            MonetaryAmount freight,
            RoundingPolicy rounding,
            ImmutableList<String> rules) {
        this.priced = priced;
        this.groups = groups;
        this.freight = freight;
        this.rounding = rounding;
        this.rules = rules;
        this.money = priced.money();
        this.lines = priced.lines();
    }

    Checked<QuoteTotal> total() {
        check();
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            return Checked.refused(findings);
        }
        long[] nets = lines.stream().mapToLong(PricedLine::netMinor).toArray();
        long carried = money.round(Amounts.exact(freight), rounding.mode());
        long[] freights = spread(carried, nets);
        long[] taxes = new long[nets.length];
        ImmutableList.Builder<QuoteTotal.Tax> named = ImmutableList.builder();
        long tax = 0;
        for (TaxGroup group : groups) {
            long[] bases = new long[nets.length];
            long base = 0;
            for (int i = 0; i < nets.length; i++) {
                if (group.lines().contains(lines.get(i).id())) {
                    bases[i] = Math.addExact(nets[i], group.freight() ? freights[i] : 0);
                    base = Math.addExact(base, bases[i]);
                }
            }
            if (group.freight()) {
                // Freight on lines of other groups bears this tax as well, but those lines have taxes of their own.
                base = Math.addExact(base, carried - freightOf(group, freights));
            }
            Rational exact = Rational.of(base).times(group.rate().value());
            long amount = exact.round(0, rounding.mode()).longValueExact();
            long[] shares = spread(amount, bases);
            for (int i = 0; i < taxes.length; i++) {
                taxes[i] = Math.addExact(taxes[i], shares[i]);
            }
            tax = Math.addExact(tax, amount);
            named.add(new QuoteTotal.Tax(
                    group.category(),
                    group.rate(),
                    money.amount(base),
                    money.amount(amount),
                    money.major(exact.minus(Rational.of(amount)))));
        }
        long net = priced.totals().net();
        return Checked.accepted(new QuoteTotal(
                money.amount(net),
                money.amount(carried),
                named.build(),
                money.amount(tax),
                money.amount(Math.addExact(Math.addExact(net, carried), tax)),
                totals(nets, freights, taxes),
                rules));
    }

    private long freightOf(TaxGroup group, long[] freights) {
        long sum = 0;
        for (int i = 0; i < freights.length; i++) {
            sum += group.lines().contains(lines.get(i).id()) ? freights[i] : 0;
        }
        return sum;
    }

    private ImmutableList<QuoteTotal.Line> totals(long[] nets, long[] freights, long[] taxes) {
        ImmutableList.Builder<QuoteTotal.Line> totals = ImmutableList.builder();
        for (int i = 0; i < nets.length; i++) {
            totals.add(new QuoteTotal.Line(
                    lines.get(i).id(),
                    money.amount(nets[i]),
                    money.amount(freights[i]),
                    money.amount(taxes[i]),
                    money.amount(Math.addExact(Math.addExact(nets[i], freights[i]), taxes[i]))));
        }
        return totals.build();
    }

    /** Spreads by weight; all lines alike where all weights are zero. */
    private long[] spread(long amount, long[] weights) {
        boolean weightless = true;
        for (long weight : weights) {
            weightless &= weight == 0;
        }
        if (!weightless) {
            return new Spread(weights, i -> lines.get(i).id()).byPrice(amount);
        }
        long[] equal = new long[weights.length];
        if (amount != 0) {
            Arrays.fill(equal, 1);
            return new Spread(equal, i -> lines.get(i).id()).byPrice(amount);
        }
        return equal;
    }

    private void check() {
        Map<LineId, String> taxed = new HashMap<>();
        Set<LineId> known = new HashSet<>();
        lines.forEach(line -> known.add(line.id()));
        int carrying = 0;
        for (TaxGroup group : groups) {
            carrying += group.freight() ? 1 : 0;
            if (group.rate().signum() < 0) {
                error("quote.tax.negative", "tax " + group.category() + " has a negative rate: " + group.rate());
            }
            for (LineId line : group.lines()) {
                String other = taxed.putIfAbsent(line, group.category());
                if (other != null) {
                    error(
                            "quote.tax.conflict",
                            "line " + line + " bears the taxes " + other + " and " + group.category());
                }
                if (!known.contains(line)) {
                    error(
                            "quote.tax.line",
                            "tax " + group.category() + " falls on line " + line + ", which the quote has not");
                }
            }
        }
        for (PricedLine line : lines) {
            if (!taxed.containsKey(line.id())) {
                error("quote.tax.missing", "line " + line.id() + " bears no tax, not even one of 0%");
            }
        }
        if (carrying > 1) {
            error("quote.tax.conflict", "freight bears " + carrying + " taxes");
        }
        if (!freight.getCurrency().getCurrencyCode().equals(money.currency().getCurrencyCode())) {
            error(
                    "quote.currency.mismatch",
                    "freight is in " + freight.getCurrency() + ", the quote in " + money.currency());
        } else if (freight.isNegative()) {
            error("quote.amount.negative", "freight is negative: " + freight);
        }
    }

    private void error(String code, String message) {
        findings.add(Finding.error(code, "", message));
    }
}
