package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.calc.Pieces.Piece;
import io.salesops.commission.plan.Bonus;
import io.salesops.commission.plan.BonusStep;
import io.salesops.commission.plan.Conventions;
import io.salesops.commission.plan.Conventions.Tie;
import io.salesops.commission.plan.Conventions.ZeroQuota;
import io.salesops.commission.plan.CurvePoint;
import io.salesops.commission.plan.Level;
import io.salesops.commission.plan.PayCurve;
import io.salesops.commission.plan.PayRate;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.PlanRule.GateMode;
import io.salesops.commission.plan.PlanRule.TierMode;
import io.salesops.commission.plan.Tier;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.DayCount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the curves of one payee: bounds in units of the quota, marginal gates as the floor, zero quotas by convention. */
final class Curves {
    private final Program program;
    private final PayeeYear payee;
    private final List<Goal> goals;
    private final Scale scale;
    private final Conventions conventions;

    Curves(Program program, PayeeYear payee, List<Goal> goals, Scale scale) {
        this.program = program;
        this.payee = payee;
        this.goals = goals;
        this.scale = scale;
        conventions = program.plan().conventions();
    }

    /** One rate on all of a measure, above its marginal gate. */
    Curve flat(PayRate rate, int measure, int payer) {
        return closed(payer, measure)
                ? Pieces.of(List.of(Piece.nothing()), Optional.empty(), scale.mode())
                : one(rate, measure, floor(payer, measure));
    }

    private Pieces one(PayRate rate, int measure, Optional<Rational> floor) {
        return Pieces.of(
                List.of(Piece.of(Optional.empty(), rate, perUnit(rate, measure), Rational.ZERO, -1)),
                floor,
                scale.mode());
    }

    Curve tiered(PlanRule.Tiered rule, int measure, int payer) {
        Goal goal = goals.get(measure);
        if (closed(payer, measure)) {
            return Pieces.of(List.of(Piece.nothing()), Optional.empty(), scale.mode());
        }
        boolean shares = RuleMeasures.needingQuota(rule)
                .contains(program.measures().get(measure).id());
        if (goal.isZero() && shares) {
            return atZeroQuota(rule, measure, floor(payer, measure));
        }
        int base = scale.bases().get(measure);
        List<Tier> tiers = rule.tiers();
        Optional<Rational> target = rule.target().map(amount -> perUnitOfTarget(amount, measure, goal.units(base)));
        return table(tiers, rule.mode(), measure, goal, target, rule.rate(), floor(payer, measure));
    }

    /** Tiers whose bounds are figures. */
    Curve table(List<Tier> tiers, TierMode mode, int measure) {
        return table(tiers, mode, measure, goals.get(measure), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Curve table(
            List<Tier> tiers,
            TierMode mode,
            int measure,
            Goal goal,
            Optional<Rational> perTarget,
            Optional<PayRate> baseRate,
            Optional<Rational> floor) {
        int base = scale.bases().get(measure);
        List<Rational> bounds = tiers.stream()
                .flatMap(tier -> tier.upTo().stream())
                .map(level -> goal.units(level, base).orElse(Rational.ZERO))
                .toList();
        boolean amounts = tiers.stream().anyMatch(tier -> !tier.rate().share());
        if (mode == TierMode.INTERPOLATED && !amounts) {
            return new InterpolatedRate(
                    tiers.stream().map(Tier::upTo).collect(ImmutableList.toImmutableList()),
                    tiers.stream()
                            .map(tier ->
                                    effective(tier.rate(), perTarget, baseRate).value())
                            .collect(ImmutableList.toImmutableList()),
                    ImmutableList.copyOf(bounds),
                    Rational.of(scale.payPerBase(measure)),
                    scale.mode());
        }
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < tiers.size(); i++) {
            Tier tier = tiers.get(i);
            Rational low = i == 0 ? Rational.ZERO : bounds.get(i - 1);
            PayRate rate = effective(tier.rate(), perTarget, baseRate);
            if (mode == TierMode.INTERPOLATED) {
                // An amount for the whole tier is a rate within it.
                rate = i < bounds.size()
                        ? new PayRate(
                                tier.rate()
                                        .value()
                                        .dividedBy(natural(bounds.get(i).minus(low), base)),
                                true)
                        : PayRate.of(Rate.ZERO);
            }
            TierMode reach = tier.mode().orElse(mode);
            int below = switch (reach) {
                case RETROACTIVE -> -1;
                case WHOLE_OVERAGE -> Math.min(0, i - 1);
                default -> i - 1;
            };
            Rational start = below < 0 ? Rational.ZERO : reach == TierMode.WHOLE_OVERAGE ? bounds.get(0) : low;
            Piece piece = Piece.of(tier.upTo(), rate, perUnit(rate, measure), start, below);
            pieces.add(i < bounds.size() ? piece.endingAt(bounds.get(i), conventions.tie()) : piece);
        }
        return Pieces.of(pieces, floor, scale.mode());
    }

    private static PayRate effective(PayRate rate, Optional<Rational> perTarget, Optional<PayRate> baseRate) {
        if (perTarget.isPresent()) {
            return new PayRate(rate.value().times(perTarget.get()), true);
        }
        return baseRate.map(base -> new PayRate(rate.value().times(base.value()), base.share()))
                .orElse(rate);
    }

    /** What a tier of a rule pays for each unit, where the rule multiplies a rate. */
    PayRate rate(PlanRule.Tiered rule, Tier tier) {
        return effective(tier.rate(), Optional.empty(), rule.rate());
    }

    /** The share of the quota that a target pays for each unit of it. */
    private Rational perUnitOfTarget(BigDecimal target, int measure, Optional<Rational> quota) {
        int base = scale.bases().get(measure);
        return target(target, measure)
                .dividedBy(natural(quota.filter(units -> units.signum() > 0).orElse(Rational.ONE), base));
    }

    private static Rational natural(Rational units, int base) {
        return units.times(Rational.of(BigDecimal.ONE.movePointLeft(base)));
    }

    /** A target bonus, in the plan's currency: the whole, or its share by the days on which plan and payee meet. */
    private Rational target(BigDecimal amount, int measure) {
        if (conventions.target() == Conventions.Target.WHOLE) {
            return Rational.of(amount);
        }
        DateRange over = goals.get(measure).over();
        Optional<DateRange> held = payee.daysUnder(program.plan())
                .flatMap(holds -> holds.intersection(conventions.days().counted(payee.employed(), over)));
        return held.map(days -> DayCount.ACT_365F.share(days, over))
                .orElse(Rational.ZERO)
                .times(Rational.of(amount));
    }

    Curve bonus(Bonus rule, int measure) {
        Goal goal = goals.get(measure);
        int base = scale.bases().get(measure);
        boolean shares = rule.steps().stream().anyMatch(step -> step.level().share());
        if (shares && goal.isZero()) {
            Rational full = Rational.ZERO;
            for (BonusStep step : rule.steps()) {
                int sign = step.level().share()
                        ? Rational.ONE.compareTo(step.level().value())
                        : -1;
                if (sign > 0 || (sign == 0 && step.at().isPresent())) {
                    full = lump(step.pays(), rule.target(), measure);
                }
            }
            return onceAnything(goal, full);
        }
        List<Piece> pieces = new ArrayList<>();
        Piece open = Piece.nothing();
        for (BonusStep step : rule.steps()) {
            pieces.add(open.endingAt(
                    goal.units(step.level(), base).orElse(Rational.ZERO),
                    step.at().isPresent() ? Tie.UPPER_TIER : Tie.LOWER_TIER));
            Rational pays = lump(step.pays(), rule.target(), measure);
            open = Piece.of(Optional.of(step.level()), amount(pays), Rational.ZERO, Rational.ZERO, -1)
                    .withLump(pays.times(Rational.of(BigDecimal.ONE.movePointRight(scale.pay()))));
        }
        pieces.add(open);
        return Pieces.of(pieces, Optional.empty(), scale.mode());
    }

    Curve curve(PayCurve rule, int measure) {
        Goal goal = goals.get(measure);
        int base = scale.bases().get(measure);
        boolean shares = rule.points().stream().anyMatch(point -> point.at().share());
        if (shares && goal.isZero()) {
            return onceAnything(goal, atFull(rule, measure));
        }
        List<Piece> pieces = new ArrayList<>();
        Rational at = goal.units(rule.points().get(0).at(), base).orElse(Rational.ZERO);
        Rational paid = lump(rule.points().get(0).pays(), rule.target(), measure);
        pieces.add(Piece.nothing().endingAt(at, Tie.UPPER_TIER));
        if (paid.signum() != 0) {
            Level first = rule.points().get(0).at();
            pieces.add(Piece.of(Optional.of(first), amount(paid), Rational.ZERO, at, -1)
                    .withLump(paid.times(Rational.of(BigDecimal.ONE.movePointRight(scale.pay()))))
                    .endingAt(at, Tie.UPPER_TIER));
        }
        for (CurvePoint point : rule.points().subList(1, rule.points().size())) {
            Rational next = goal.units(point.at(), base).orElse(Rational.ZERO);
            Rational pays = lump(point.pays(), rule.target(), measure);
            boolean money = program.measures().get(measure).counts().isMoney();
            PayRate slope = new PayRate(pays.minus(paid).dividedBy(natural(next.minus(at), base)), money);
            pieces.add(Piece.of(Optional.of(point.at()), slope, perUnit(slope, measure), at, pieces.size() - 1)
                    .endingAt(next, Tie.LOWER_TIER));
            at = next;
            paid = pays;
        }
        pieces.add(Piece.of(Optional.empty(), PayRate.of(Rate.ZERO), Rational.ZERO, at, pieces.size() - 1));
        return Pieces.of(pieces, Optional.empty(), scale.mode());
    }

    private Rational atFull(PayCurve rule, int measure) {
        Rational full = Rational.ZERO;
        Optional<CurvePoint> before = Optional.empty();
        for (CurvePoint point : rule.points()) {
            Rational pays = lump(point.pays(), rule.target(), measure);
            int sign = Rational.ONE.compareTo(point.at().value());
            if (sign >= 0) {
                full = pays;
            } else if (before.isPresent()) {
                Rational from = before.get().at().value();
                if (Rational.ONE.compareTo(from) >= 0) {
                    Rational part = Rational.ONE
                            .minus(from)
                            .dividedBy(point.at().value().minus(from));
                    full = full.plus(pays.minus(full).times(part));
                }
            }
            before = Optional.of(point);
        }
        return full;
    }

    /** At a quota of zero that counts as reached, all is paid at the rate that holds at 100%, or the target as at 100%. */
    private Curve atZeroQuota(PlanRule.Tiered rule, int measure, Optional<Rational> floor) {
        Goal goal = goals.get(measure);
        PayRate rate = goal.zero() != ZeroQuota.IS_FULL
                ? PayRate.of(Rate.ZERO)
                : rule.tiers().stream()
                        .filter(tier -> tier.upTo()
                                .map(bound -> holdsAtFull(bound, conventions.tie()))
                                .orElse(true))
                        .findFirst()
                        .map(Tier::rate)
                        .orElse(PayRate.of(Rate.ZERO));
        if (rule.target().isPresent()) {
            return onceAnything(goal, rate.value().times(target(rule.target().get(), measure)));
        }
        return one(effective(rate, Optional.empty(), rule.rate()), measure, floor);
    }

    static boolean holdsAtFull(Level bound, Tie tie) {
        return Rational.ONE.compareTo(bound.value()) <= (tie == Tie.LOWER_TIER ? 0 : -1);
    }

    /** Pays an amount once anything is credited: what stands for an attainment of 100% at a quota of zero. */
    private Curve onceAnything(Goal goal, Rational full) {
        Rational pays = goal.zero() == ZeroQuota.IS_FULL ? full : Rational.ZERO;
        return Pieces.of(
                List.of(
                        Piece.nothing().endingAt(Rational.ZERO, Tie.LOWER_TIER),
                        Piece.of(Optional.empty(), amount(pays), Rational.ZERO, Rational.ZERO, -1)
                                .withLump(pays.times(Rational.of(BigDecimal.ONE.movePointRight(scale.pay()))))),
                Optional.empty(),
                scale.mode());
    }

    /** What a step pays, in the plan's currency. */
    private Rational lump(PayRate pays, Optional<BigDecimal> target, int measure) {
        return pays.share() ? pays.value().times(target(target.orElse(BigDecimal.ZERO), measure)) : pays.value();
    }

    private static PayRate amount(Rational pays) {
        return new PayRate(pays, false);
    }

    /** Units of pay for each unit of a measure. */
    Rational perUnit(PayRate rate, int measure) {
        return rate.value().times(Rational.of(scale.payPerBase(measure)));
    }

    /** The bound of the highest marginal gate of a rule. */
    private Optional<Rational> floor(int payer, int measure) {
        int base = scale.bases().get(measure);
        return gates(payer).stream()
                .flatMap(gate -> goals.get(measure).units(gate.atLeast(), base).stream())
                .reduce(Rational::max);
    }

    /** Whether a marginal gate stays closed, since a quota of zero is never attained by its convention. */
    private boolean closed(int payer, int measure) {
        Goal goal = goals.get(measure);
        return goal.isZero()
                && gates(payer).stream()
                        .filter(gate -> gate.atLeast().share())
                        .anyMatch(gate -> !opensAtZero(gate.atLeast(), goal));
    }

    private static boolean opensAtZero(Level atLeast, Goal goal) {
        return goal.zero() == ZeroQuota.NOT_COUNTED
                || (goal.zero() == ZeroQuota.IS_FULL && atLeast.value().compareTo(Rational.ONE) <= 0);
    }

    private List<PlanRule.Gate> gates(int payer) {
        return program.gates().stream()
                .filter(gate -> gate.rule().mode().orElse(conventions.gate()) == GateMode.MARGINAL
                        && gate.on().contains(payer))
                .map(Program.Part::rule)
                .toList();
    }
}
