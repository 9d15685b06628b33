package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.ProductId;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Rational;
import io.salesops.quote.catalog.Offering;
import io.salesops.quote.catalog.Offering.Charge;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.price.PricingPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** The pricing of one quote that has passed its check; lives in one call. */
final class QuotePricing {
    private final PricingPolicy policy;
    private final ImmutableMap<ProductId, Offering> offerings;
    private final PreparedBook book;
    private final Quote quote;
    private final List<Finding> findings;
    private final Supplier<Provenance> provenance;
    private final MinorUnits money;

    QuotePricing(
            PricingPolicy policy,
            ImmutableMap<ProductId, Offering> offerings,
            PreparedBook book,
            Quote quote,
            List<Finding> findings,
            Supplier<Provenance> provenance) {
        this.policy = policy;
        this.offerings = offerings;
        this.book = book;
        this.quote = quote;
        this.findings = findings;
        this.provenance = provenance;
        this.money = new MinorUnits(
                book.book().currency(), policy.rounding().scaleOf(book.book().currency()));
    }

    Checked<PricedQuote> price() {
        List<LineWaterfall> waterfalls = new ArrayList<>(quote.lines().size());
        for (int i = 0; i < quote.lines().size(); i++) {
            QuoteLine line = quote.lines().get(i);
            try {
                waterfalls.add(waterfall(line));
            } catch (ArithmeticException e) {
                tooLarge("/lines/" + i, "line " + line.id(), e);
            }
        }
        if (waterfalls.size() < quote.lines().size()) {
            return Checked.refused(findings);
        }
        try {
            return Checked.accepted(priced(waterfalls), findings);
        } catch (ArithmeticException e) {
            tooLarge("/lines", "the sum of the lines", e);
            return Checked.refused(findings);
        }
    }

    private void tooLarge(String path, String subject, ArithmeticException cause) {
        findings.add(Finding.error(
                        "quote.amount.overflow",
                        path,
                        subject + " of quote " + quote.id() + " cannot be priced: " + cause.getMessage())
                .maybe("Maybe the quantity or a price has digits too many."));
    }

    private LineWaterfall waterfall(QuoteLine line) {
        Charge charge = charge(line);
        PreparedBook.Price price = price(line);
        Rational quantity = Rational.of(line.quantity());
        Rational months = months(line);
        Rational base = price.model().price(quantity);
        LineWaterfall waterfall = new LineWaterfall(policy, money, quantity.times(months));
        int decimals = Math.max(0, money.currency().getDefaultFractionDigits());
        waterfall.list(
                base.times(months),
                price.rule(),
                new Cause.Listed(price.model(), charge, quantity, base, months, decimals));
        for (int i = 0; i < policy.steps().size(); i++) {
            RuleRef rule = new RuleRef(policy.id(), policy.version(), "/steps/" + i);
            StepRate.of(policy.steps().get(i), quote, line, charge)
                    .ifPresent(found -> waterfall.percentage(found.rate(), rule, found));
        }
        return waterfall;
    }

    private PricedQuote priced(List<LineWaterfall> waterfalls) {
        quote.headerDiscount().ifPresent(rate -> {
            HeaderDiscount header = HeaderDiscount.of(
                    rate,
                    quote.lines().stream().map(QuoteLine::id).toList(),
                    waterfalls.stream().mapToLong(LineWaterfall::minor).toArray(),
                    money,
                    policy.rounding().mode());
            RuleRef rule = new RuleRef(policy.id(), policy.version(), "/header");
            for (int i = 0; i < waterfalls.size(); i++) {
                waterfalls.get(i).share(header.share(i), header.exactShare(i), rule, header.cause());
            }
        });
        List<ImmutableList<PriceStep>> steps =
                waterfalls.stream().map(LineWaterfall::steps).toList();
        ImmutableList<PriceStep> header = header(steps);
        HeaderTotals totals = new HeaderTotals(
                header.get(0).minorAfter(), header.get(header.size() - 1).minorAfter());
        RuleRef bookRef = new RuleRef(book.book().id(), book.book().version(), "");
        ImmutableList.Builder<PricedLine> lines = ImmutableList.builder();
        for (int i = 0; i < steps.size(); i++) {
            QuoteLine line = quote.lines().get(i);
            PricedLine priced = new PricedLine(
                    line, charge(line), months(line), price(line).floor(), bookRef, steps.get(i), money, totals);
            floor(priced, "/lines/" + i);
            lines.add(priced);
        }
        ImmutableList<PricedLine> all = lines.build();
        return new PricedQuote(
                quote,
                money,
                all,
                header,
                totals,
                MetricsCalculation.of(money, policy.rounding(), all),
                ImmutableList.copyOf(findings),
                provenance);
    }

    /** Sums the lines' steps under each rule; all list prices are one step, whatever entry they come from. */
    private ImmutableList<PriceStep> header(List<ImmutableList<PriceStep>> lines) {
        RuleRef list = new RuleRef(book.book().id(), book.book().version(), "/entries");
        Map<RuleRef, StepTotal> totals = new LinkedHashMap<>();
        totals.put(list, new StepTotal("list prices"));
        for (int i = 0; i < policy.steps().size(); i++) {
            totals.put(
                    new RuleRef(policy.id(), policy.version(), "/steps/" + i),
                    new StepTotal("step " + policy.steps().get(i).id()));
        }
        totals.put(new RuleRef(policy.id(), policy.version(), "/header"), new StepTotal("header discount"));
        for (ImmutableList<PriceStep> steps : lines) {
            for (int i = 0; i < steps.size(); i++) {
                RuleRef rule = i == 0 ? list : steps.get(i).rule();
                Objects.requireNonNull(totals.get(rule)).add(steps.get(i));
            }
        }
        ImmutableList.Builder<PriceStep> header = ImmutableList.builder();
        long after = 0;
        for (Map.Entry<RuleRef, StepTotal> entry : totals.entrySet()) {
            StepTotal total = entry.getValue();
            if (total.lines > 0) {
                after = Math.addExact(after, total.minor);
                header.add(new PriceStep(entry.getKey(), total.cause(), money, total.minor, after, total.exact));
            }
        }
        return header.build();
    }

    /** What the lines' steps under one rule sum to. */
    private static final class StepTotal {
        private final String what;
        private long lines;
        private long minor;
        private Rational exact = Rational.ZERO;

        StepTotal(String what) {
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

    private void floor(PricedLine line, String path) {
        line.floor()
                .filter(floor ->
                        line.netUnit().filter(unit -> unit.compareTo(floor) < 0).isPresent())
                .ifPresent(floor -> findings.add(Finding.warning(
                                "quote.price.belowFloor",
                                path,
                                "line " + line.id() + " sells " + line.line().product() + " at "
                                        + Figures.grouped(line.netUnit().orElseThrow(), 0) + " a unit"
                                        + (line.charge() == Charge.ONE_TIME ? "" : " and month")
                                        + ", below the floor of " + floor)
                        .maybe("Maybe lower the discount.")));
    }

    private Charge charge(QuoteLine line) {
        return Objects.requireNonNull(offerings.get(line.product())).charge();
    }

    private PreparedBook.Price price(QuoteLine line) {
        return Objects.requireNonNull(book.prices().get(line.product()));
    }

    private Rational months(QuoteLine line) {
        return charge(line) == Charge.ONE_TIME ? Rational.ONE : line.term().months(policy.dayCount());
    }
}
