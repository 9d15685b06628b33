package io.salesops.quote.pricing;

import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.quote.catalog.Offering.Charge;
import io.salesops.quote.document.Term;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;

/** Calculates {@link ValueMetrics} by the definitions that stand there. */
final class MetricsCalculation {
    private static final Rational TWELVE = Rational.of(12);

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
        Rational tcv = net(lines);
        Rational oneTime = net(
                lines.stream().filter(line -> line.charge() == Charge.ONE_TIME).toList());
        Optional<Rate> share = tcv.signum() == 0 ? Optional.empty() : Optional.of(new Rate(oneTime.dividedBy(tcv)));
        if (recurring.isEmpty()) {
            MonetaryAmount none = rounded(Rational.ZERO);
            return new ValueMetrics(rounded(tcv), none, none, none, share);
        }
        LocalDate from = recurring.stream()
                .map(line -> line.line().term().from())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate before = recurring.stream()
                .map(line -> line.line().term().before())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Rational contractMonths = new Term(from, before, 1).months();
        return new ValueMetrics(
                rounded(tcv),
                rounded(firstYear(from.plusMonths(12))),
                rounded(net(recurring).times(TWELVE).dividedBy(contractMonths)),
                rounded(exit(before)),
                share);
    }

    private Rational firstYear(LocalDate end) {
        Rational sum = Rational.ZERO;
        for (PricedLine line : recurring) {
            Rational months = line.line().term().months();
            Rational inside = line.line().term().monthsUntil(end).min(months);
            sum = sum.plus(money.exact(line.netMinor()).times(inside).dividedBy(months));
        }
        return sum;
    }

    private Rational exit(LocalDate before) {
        Rational sum = Rational.ZERO;
        for (PricedLine line : recurring) {
            if (line.line().term().before().equals(before)) {
                sum = sum.plus(money.exact(line.netMinor())
                        .times(TWELVE)
                        .dividedBy(line.line().term().months()));
            }
        }
        return sum;
    }

    private Rational net(List<PricedLine> some) {
        Rational sum = Rational.ZERO;
        for (PricedLine line : some) {
            sum = sum.plus(money.exact(line.netMinor()));
        }
        return sum;
    }

    private MonetaryAmount rounded(Rational exact) {
        BigDecimal number = exact.round(money.scale(), rounding.mode());
        return Amounts.of(number, money.currency());
    }
}
