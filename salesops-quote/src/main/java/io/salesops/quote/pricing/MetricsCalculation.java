package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.Ratio;
import io.salesops.core.finding.Omission;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.quote.catalog.Offering.Charge;
import io.salesops.quote.document.LineId;
import io.salesops.quote.document.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Calculates {@link ValueMetrics} by the definitions of {@link MetricName}. */
final class MetricsCalculation {
    private static final Rational TWELVE = Rational.of(12);
    private static final int EXAMPLES = 20;

    private final MinorUnits money;
    private final RoundingPolicy rounding;
    private final List<PricedLine> lines;
    private final List<PricedLine> recurring;

    private MetricsCalculation(MinorUnits money, RoundingPolicy rounding, List<PricedLine> lines) {
        this.money = money;
        this.rounding = rounding;
        this.lines = lines;
        this.recurring =
                lines.stream().filter(line -> line.charge() == Charge.RECURRING).toList();
    }

    static ValueMetrics of(MinorUnits money, RoundingPolicy rounding, List<PricedLine> lines) {
        return new MetricsCalculation(money, rounding, lines).metrics();
    }

    private ValueMetrics metrics() {
        Rational zero = Rational.ZERO;
        Rational firstYear = zero;
        Rational average = zero;
        Rational lastYear = zero;
        Rational entry = zero;
        Rational exit = zero;
        if (!recurring.isEmpty()) {
            Term contract = contract();
            firstYear = within(contract.from(), contract.from().plusMonths(12));
            average = net(recurring).times(TWELVE).dividedBy(contract.months());
            lastYear = within(contract.before().minusMonths(12), contract.before());
            entry = monthly(contract.from());
            exit = monthly(contract.before().minusDays(1));
        }
        Rational net = net(lines);
        Rational oneTime = net(
                lines.stream().filter(line -> line.charge() == Charge.ONE_TIME).toList());
        Rational list = zero;
        for (PricedLine line : lines) {
            list = list.plus(money.exact(line.listMinor()));
        }
        return new ValueMetrics(ImmutableList.of(
                amount(MetricName.TCV, net),
                amount(MetricName.FIRST_YEAR_ACV, firstYear),
                amount(MetricName.AVERAGE_ACV, average),
                amount(MetricName.EXIT_ACV, lastYear),
                amount(MetricName.ARR, entry.times(TWELVE)),
                amount(MetricName.EXIT_ARR, exit.times(TWELVE)),
                amount(MetricName.MRR, entry),
                ValueMetric.of(MetricName.ONE_TIME_SHARE, new Ratio(oneTime, net, ImmutableList.of())),
                ValueMetric.of(MetricName.MARGIN, margin()),
                ValueMetric.of(MetricName.BLENDED_DISCOUNT, new Ratio(list.minus(net), list, ImmutableList.of()))));
    }

    private Term contract() {
        LocalDate from = recurring.stream()
                .map(line -> line.line().term().from())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate before = recurring.stream()
                .map(line -> line.line().term().before())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Term(from, before, 1);
    }

    /** What of the recurring prices falls on some days. */
    private Rational within(LocalDate from, LocalDate before) {
        Rational sum = Rational.ZERO;
        for (PricedLine line : recurring) {
            Term term = line.line().term();
            Rational months = term.months();
            Rational inside = term.monthsUntil(before)
                    .min(months)
                    .minus(term.monthsUntil(from).min(months));
            sum = sum.plus(money.exact(line.netMinor()).times(inside).dividedBy(months));
        }
        return sum;
    }

    /** What a month costs of the recurring lines that run on a day. */
    private Rational monthly(LocalDate day) {
        Rational sum = Rational.ZERO;
        for (PricedLine line : recurring) {
            Term term = line.line().term();
            if (!day.isBefore(term.from()) && day.isBefore(term.before())) {
                sum = sum.plus(money.exact(line.netMinor()).dividedBy(term.months()));
            }
        }
        return sum;
    }

    private Ratio margin() {
        Rational net = Rational.ZERO;
        Rational cost = Rational.ZERO;
        List<LineId> unknown = new ArrayList<>();
        for (PricedLine line : lines) {
            if (line.cost().isPresent()) {
                net = net.plus(money.exact(line.netMinor()));
                cost = cost.plus(line.cost().get());
            } else {
                unknown.add(line.id());
            }
        }
        // The order of the lines has no meaning.
        List<String> left = unknown.stream().sorted().map(LineId::value).toList();
        return new Ratio(
                net.minus(cost),
                net,
                left.isEmpty() ? ImmutableList.of() : ImmutableList.of(Omission.of("no cost", left, EXAMPLES)));
    }

    private Rational net(List<PricedLine> some) {
        Rational sum = Rational.ZERO;
        for (PricedLine line : some) {
            sum = sum.plus(money.exact(line.netMinor()));
        }
        return sum;
    }

    private ValueMetric amount(MetricName name, Rational exact) {
        return ValueMetric.of(name, Amounts.of(exact.round(money.scale(), rounding.mode()), money.currency()));
    }
}
