package io.salesops.commission.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.credit.CreditId;
import io.salesops.commission.plan.AdjustingRule;
import io.salesops.commission.plan.Bonus;
import io.salesops.commission.plan.BonusStep;
import io.salesops.commission.plan.Clawback;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Computed;
import io.salesops.commission.plan.CurvePoint;
import io.salesops.commission.plan.EarningRule;
import io.salesops.commission.plan.Floor;
import io.salesops.commission.plan.Multiplier;
import io.salesops.commission.plan.PayCurve;
import io.salesops.commission.plan.PayRate;
import io.salesops.commission.plan.PerDeal;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.PlanRule.Cap;
import io.salesops.commission.plan.PlanRule.Flat;
import io.salesops.commission.plan.PlanRule.Gate;
import io.salesops.commission.plan.PlanRule.GateMode;
import io.salesops.commission.plan.PlanRule.TierMode;
import io.salesops.commission.plan.PlanRule.Tiered;
import io.salesops.commission.plan.RateGrid;
import io.salesops.commission.plan.Tier;
import io.salesops.commission.statement.Attainment;
import io.salesops.commission.statement.Statement;
import io.salesops.commission.statement.StatementLine;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.MoneyKernel;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.testkit.Laws;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** The laws on how pay moves: up to its caps, behind its gates, upwards, and without jumps. */
final class PlanPay {
    private static final int MOST_OF_OTHERS = 50_000;

    private final CommissionPlan plan;
    private final PlanLaws.Calculation calculation;
    private final int scale;

    PlanPay(CommissionPlan plan, PlanLaws.Calculation calculation) {
        this.plan = plan;
        this.calculation = calculation;
        scale = plan.rounding().scaleOf(plan.currency());
    }

    /** After every credit, what rules have paid together is at most their cap. */
    void caps(PlanCase drawn) {
        Statement statement = calculate(drawn);
        for (PlanRule rule : plan.rules()) {
            if (rule instanceof Cap cap) {
                Optional<Set<String>> counted = countedUnder(on(cap.on()));
                counted.ifPresent(rules -> {
                    BigDecimal sum = BigDecimal.ZERO;
                    ImmutableList<StatementLine> lines = statement.lines();
                    for (int i = 0; i < lines.size(); i++) {
                        if (rules.contains(lines.get(i).rule())) {
                            sum = sum.add(Amounts.number(lines.get(i).amount()));
                        }
                        boolean lastOfCredit = i + 1 == lines.size()
                                || !lines.get(i + 1)
                                        .credit()
                                        .equals(lines.get(i).credit());
                        Laws.require(
                                !lastOfCredit || sum.compareTo(cap.limit()) <= 0,
                                "cap " + cap.id() + " of " + cap.limit() + " is passed with credit "
                                        + lines.get(i).credit() + ": " + sum);
                    }
                });
            }
        }
    }

    /** The rules whose lines lie within a cap; empty where a gate acts on both sides of it, so that its lines mix. */
    private Optional<Set<String>> countedUnder(Set<String> payers) {
        Set<String> counted = new HashSet<>(payers);
        for (PlanRule rule : plan.rules()) {
            Optional<Set<String>> on =
                    rule instanceof AdjustingRule adjusting ? Optional.of(on(adjusting.on())) : Optional.empty();
            boolean limits = rule instanceof Cap || rule instanceof Floor;
            if (on.isPresent() && payers.containsAll(on.get())) {
                counted.add(rule.id());
            } else if (!limits && on.isPresent() && on.get().stream().anyMatch(payers::contains)) {
                return Optional.empty();
            }
        }
        return Optional.of(counted);
    }

    /** Below the bound of a gate the rules behind it have paid nothing; a measure without attainment closes no gate. */
    void gates(PlanCase drawn) {
        List<Gate> gates = new ArrayList<>();
        for (PlanRule rule : plan.rules()) {
            if (rule instanceof Gate gate) {
                gates.add(gate);
            }
        }
        if (gates.isEmpty()) {
            return;
        }
        Statement statement = calculate(drawn);
        for (Gate gate : gates) {
            Optional<Rate> attained = statement.attainment(gate.measure()).flatMap(Attainment::rateAfter);
            Set<String> behind = on(gate.on());
            Set<String> counted = new HashSet<>(behind);
            // Another gate on some of these rules, but on others too, has lines that mix. A cap has nothing to take
            // here.
            boolean mixed = false;
            for (PlanRule rule : plan.rules()) {
                if (rule instanceof AdjustingRule other && !(other instanceof Cap) && !(other instanceof Floor)) {
                    Set<String> on = on(other.on());
                    if (behind.containsAll(on)) {
                        counted.add(other.id());
                    } else {
                        mixed |= on.stream().anyMatch(behind::contains);
                    }
                }
            }
            boolean closed = gate.atLeast().share()
                    && attained.filter(rate ->
                                    rate.value().compareTo(gate.atLeast().value()) < 0)
                            .isPresent();
            mixed |= plan.rules().stream().anyMatch(Clawback.class::isInstance);
            if (closed && !mixed) {
                BigDecimal paid = statement.lines().stream()
                        .filter(line -> counted.contains(line.rule()))
                        .map(line -> Amounts.number(line.amount()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                Laws.require(
                        paid.signum() == 0,
                        "gate " + gate.id() + " is closed at " + attained.get() + ", and " + paid
                                + " is paid behind it");
            }
        }
    }

    /** More of a measure never pays less, from nothing credited upwards. */
    void rises(PlanCase drawn) {
        boolean falls = plan.rules().stream().anyMatch(PlanPay::descends);
        if (!falls) {
            Rational change = change(drawn);
            Laws.require(
                    change.signum() >= 0,
                    drawn.step() + " minor units of " + drawn.measure() + " more take back " + change.negated());
        }
    }

    private static boolean descends(PlanRule rule) {
        if (rule instanceof Tiered tiered) {
            boolean marginal = tiered.mode() == TierMode.MARGINAL || tiered.mode() == TierMode.INTERPOLATED;
            boolean own = tiered.tiers().stream().noneMatch(tier -> tier.mode().isPresent());
            return !tiered.moving().equals(tiered.measure())
                    || (!(marginal && own) && !ascends(tiered.tiers().stream().map(Tier::rate)));
        }
        if (rule instanceof PerDeal perDeal) {
            return perDeal.mode() != TierMode.MARGINAL
                    && !ascends(perDeal.tiers().stream().map(Tier::rate));
        }
        if (rule instanceof Bonus bonus) {
            return !ascends(bonus.steps().stream().map(BonusStep::pays));
        }
        if (rule instanceof PayCurve curve) {
            return !ascends(curve.points().stream().map(CurvePoint::pays));
        }
        if (rule instanceof Multiplier multiplier) {
            return !ascends(multiplier.tiers().stream().map(Tier::rate));
        }
        return rule instanceof RateGrid || rule instanceof Computed;
    }

    /** Rates of one unit that never fall; amounts and shares have no order. */
    private static boolean ascends(Stream<PayRate> rates) {
        List<PayRate> all = rates.toList();
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).share() != all.get(i - 1).share()
                    || all.get(i).value().compareTo(all.get(i - 1).value()) < 0) {
                return false;
            }
        }
        return true;
    }

    /** A step pays at most the step times the rates of the rules on its measure, and a unit of rounding for each rule. */
    void continuous(PlanCase drawn) {
        Rational steepest = Rational.ZERO;
        int rounded = 0;
        for (PlanRule rule : plan.rules()) {
            boolean smooth = rule instanceof Flat
                    || rule instanceof Cap
                    || (rule instanceof Tiered tiered
                            && tiered.mode() == TierMode.MARGINAL
                            && tiered.moving().equals(tiered.measure())
                            && tiered.target().isEmpty()
                            && tiered.rate().isEmpty()
                            && tiered.tiers().stream()
                                    .noneMatch(tier -> tier.mode().isPresent()))
                    || (rule instanceof Gate gate
                            && gate.mode().orElse(plan.conventions().gate()) == GateMode.MARGINAL);
            if (!smooth || !plan.measures().isEmpty()) {
                return;
            }
            if (rule instanceof Flat flat && flat.measure().equals(drawn.measure())) {
                steepest = steepest.plus(flat.rate().value());
                rounded++;
            }
            if (rule instanceof Tiered tiered && tiered.measure().equals(drawn.measure())) {
                steepest = steepest.plus(
                        tiered.tiers().stream().map(tier -> tier.rate().value()).reduce(Rational.ZERO, Rational::max));
                rounded++;
            }
        }
        Rational unit = Rational.of(BigDecimal.ONE.movePointLeft(scale));
        Rational most = steepest.times(Rational.of(drawn.step()))
                .plus(Rational.of(rounded))
                .times(unit);
        Rational change = change(drawn);
        Laws.require(
                change.compareTo(most) <= 0,
                drawn.step() + " minor units of " + drawn.measure() + " more pay " + change + ", at most " + most
                        + " by the steepest rates");
    }

    /** What the step of the probe pays, with a fixed amount of every other measure. */
    private Rational change(PlanCase drawn) {
        return paid(drawn, drawn.from() + drawn.step()).minus(paid(drawn, drawn.from()));
    }

    private Rational paid(PlanCase drawn, long credited) {
        Random others = new Random(drawn.seed());
        List<Credit> credits = new ArrayList<>();
        for (String measure : PlanLevels.of(plan).keySet()) {
            long other = others.nextInt(MOST_OF_OTHERS);
            long amount = measure.equals(drawn.measure()) ? credited : other;
            credits.add(Credit.builder()
                    .id(CreditId.of("probe of " + measure))
                    .payee(drawn.payee().payee())
                    .source("probe of " + measure)
                    .date(drawn.period().from())
                    .amount(MoneyKernel.amount(amount, scale, plan.currency()))
                    .margin(MoneyKernel.amount(amount, scale, plan.currency()))
                    .units(BigDecimal.valueOf(amount, scale))
                    .started(drawn.period().from())
                    .measure(PlanLevels.measure(plan, measure).of())
                    .build());
        }
        return Amounts.exact(calculate(drawn.with(credits)).total());
    }

    private Statement calculate(PlanCase drawn) {
        return calculation
                .calculate(drawn.period(), drawn.payee(), drawn.asOf())
                .orThrow();
    }

    /** The rules on which a gate or cap acts: those it names, or all that pay. */
    private Set<String> on(List<String> named) {
        Set<String> on = new HashSet<>(named);
        if (named.isEmpty()) {
            plan.rules().stream()
                    .filter(EarningRule.class::isInstance)
                    .map(PlanRule::id)
                    .forEach(on::add);
        }
        return on;
    }
}
