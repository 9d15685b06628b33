package io.salesops.commission.review;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.commission.calc.CommissionCalculator;
import io.salesops.commission.calc.CommissionOptions;
import io.salesops.commission.calc.PayeeYear;
import io.salesops.commission.calc.PlanMeasures;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.credit.CreditId;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Measure;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.PlanFunctions;
import io.salesops.commission.statement.Statement;
import io.salesops.core.crm.Quota;
import io.salesops.core.crm.RepId;
import io.salesops.core.explain.Explanation;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalPeriod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.money.Monetary;
import javax.money.MonetaryAmount;

/** Asks the engine what a plan pays a payee with a round quota in each measure: the same statements that will pay. */
final class PayoutProbe {
    private static final BigDecimal QUOTA = new BigDecimal("100000");
    private static final PayeeId PAYEE = PayeeId.of("anybody");
    private static final LocalDate SOME_DAY = LocalDate.of(2026, 1, 1);

    /** A unit that pays this many times itself jumped; no rate that is meant pays so much. */
    private static final Rational JUMP = Rational.of(20);

    private final CommissionPlan plan;
    private final CommissionCalculator calculator;
    private final FiscalPeriod period;
    private final ImmutableMap<String, Measure> measures;
    private final String probed;
    private final MonetaryAmount unit;

    private PayoutProbe(CommissionPlan plan, PlanFunctions functions) {
        this.plan = plan;
        calculator = CommissionCalculator.of(
                plan,
                CommissionOptions.builder()
                        .trace(CommissionOptions.Trace.TOTALS)
                        .build(),
                functions);
        ImmutableMap.Builder<String, Measure> named = ImmutableMap.builder();
        for (String id : PlanMeasures.measures(plan)) {
            named.put(
                    id,
                    plan.measures().stream()
                            .filter(measure -> measure.id().equals(id))
                            .findFirst()
                            .orElseGet(() -> Measure.of(id)));
        }
        measures = named.buildOrThrow();
        probed = measures.values().stream()
                .filter(measure -> measure.counts().isMoney())
                .map(Measure::id)
                .findFirst()
                .orElse(measures.keySet().asList().get(0));
        period = period();
        unit = Amounts.of(
                BigDecimal.ONE.movePointLeft(Math.max(0, plan.rounding().scaleOf(plan.currency()))), plan.currency());
    }

    static Optional<PayoutProbe> of(CommissionPlan plan, PlanFunctions functions) {
        PayoutProbe probe = new PayoutProbe(plan, functions);
        return probe.paid(BigDecimal.ZERO).isPresent() ? Optional.of(probe) : Optional.empty();
    }

    private FiscalPeriod period() {
        DateRange days = plan.effective();
        LocalDate from = days.from()
                .orElseGet(() -> days.before().map(day -> day.minusYears(1)).orElse(SOME_DAY));
        int months = measures.values().stream()
                .flatMap(measure -> measure.resetMonths().stream())
                .min(Integer::compare)
                .orElse(12);
        LocalDate end = from.plusMonths(Math.min(12, months));
        return new FiscalPeriod(
                "a period", from, days.before().filter(day -> day.isBefore(end)).orElse(end));
    }

    private BigDecimal goal(Measure measure) {
        return measure.goal().orElse(QUOTA);
    }

    /** What is paid when the probed measure has come to an amount, and the others to 100%. */
    private Optional<Statement> paid(BigDecimal credited) {
        PayeeYear.Builder payee = PayeeYear.builder().payee(PAYEE);
        measures.forEach((id, measure) -> {
            payee.addQuotas(Quota.builder()
                    .owner(RepId.of(PAYEE.value()))
                    .measure(id)
                    .period(period.range())
                    .amount(Amounts.of(
                            goal(measure), measure.counts().isMoney() ? plan.currency() : Monetary.getCurrency("XXX")))
                    .build());
            boolean sharesCredits = !id.equals(probed)
                    && measure.of()
                            .equals(measures.getOrDefault(probed, measure).of());
            BigDecimal amount = id.equals(probed) ? credited : goal(measure);
            if (!sharesCredits && amount.signum() != 0) {
                payee.addCredits(Credit.builder()
                        .id(CreditId.of("probe of " + id))
                        .payee(PAYEE)
                        .source("probe of " + id)
                        .date(period.from())
                        .started(period.from())
                        .measure(measure.of())
                        .amount(Amounts.of(amount, plan.currency()))
                        .margin(Amounts.of(amount, plan.currency()))
                        .units(amount)
                        .build());
            }
        });
        return calculator
                .calculate(period, payee.build(), AsOf.date(period.before().minusDays(1)))
                .value();
    }

    private Optional<MonetaryAmount> pay(BigDecimal credited) {
        return paid(credited).map(Statement::total);
    }

    /** The payout at every tenth to 200%, and at every level of the plan. */
    ImmutableList<PlanReview.Point> curve() {
        BigDecimal goal = goal(measures.getOrDefault(probed, Measure.of(probed)));
        TreeSet<Rational> at = new TreeSet<>();
        for (int tenth = 0; tenth <= 20; tenth++) {
            at.add(Rational.of(tenth, 10));
        }
        levels().forEach(level -> at.add(Rational.of(level).dividedBy(Rational.of(goal))));
        ImmutableList.Builder<PlanReview.Point> points = ImmutableList.builder();
        Optional<Rational> before = Optional.empty();
        Optional<MonetaryAmount> paidBefore = Optional.empty();
        for (Rational share : at) {
            BigDecimal credited = share.times(Rational.of(goal)).round(2, RoundingMode.HALF_UP);
            Optional<MonetaryAmount> pays = pay(credited);
            if (pays.isEmpty()) {
                continue;
            }
            Optional<Rate> marginal = Optional.empty();
            if (before.isPresent() && paidBefore.isPresent()) {
                Rational step = share.minus(before.get()).times(Rational.of(goal));
                marginal = Optional.of(new Rate(Amounts.exact(pays.get())
                        .minus(Amounts.exact(paidBefore.get()))
                        .dividedBy(step)));
            }
            points.add(new PlanReview.Point(new Rate(share), pays.get(), marginal));
            before = Optional.of(share);
            paidBefore = pays;
        }
        return points.build();
    }

    /** The amounts of the probed measure at which the plan changes. */
    private List<BigDecimal> levels() {
        List<BigDecimal> levels = new ArrayList<>();
        Rational goal = Rational.of(goal(measures.getOrDefault(probed, Measure.of(probed))));
        PlanMeasures.levels(plan, probed)
                .forEach(level -> levels.add(
                        (level.share() ? level.value().times(goal) : level.value()).round(2, RoundingMode.FLOOR)));
        return levels;
    }

    /** The levels at which one unit more pays many times itself. */
    ImmutableList<PreviewedCliff> cliffs() {
        ImmutableList.Builder<PreviewedCliff> cliffs = ImmutableList.builder();
        BigDecimal step = Amounts.number(unit);
        for (BigDecimal level : new TreeSet<>(levels())) {
            Optional<MonetaryAmount> below = pay(level.subtract(step));
            Optional<MonetaryAmount> at = pay(level);
            Optional<MonetaryAmount> above = pay(level.add(step));
            if (below.isPresent() && at.isPresent() && above.isPresent()) {
                cliff(level.subtract(step), below.get(), at.get()).ifPresent(cliffs::add);
                cliff(level, at.get(), above.get()).ifPresent(cliffs::add);
            }
        }
        return cliffs.build();
    }

    private Optional<PreviewedCliff> cliff(BigDecimal credited, MonetaryAmount before, MonetaryAmount after) {
        MonetaryAmount pays = after.subtract(before);
        Rational each = Amounts.exact(pays).dividedBy(Amounts.exact(unit));
        return each.compareTo(JUMP) > 0
                ? Optional.of(new PreviewedCliff(
                        probed, new PlanReview.Cliff(Amounts.of(credited, plan.currency()), unit, pays)))
                : Optional.empty();
    }

    /** What the plan pays at 100%. */
    Explanation atFull() {
        return paid(goal(measures.getOrDefault(probed, Measure.of(probed))))
                .map(Statement::explanation)
                .orElseThrow();
    }
}
