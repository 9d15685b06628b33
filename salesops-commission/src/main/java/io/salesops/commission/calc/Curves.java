package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.calc.Pieces.Piece;
import io.salesops.commission.plan.Conventions;
import io.salesops.commission.plan.Conventions.Tie;
import io.salesops.commission.plan.Conventions.ZeroQuota;
import io.salesops.commission.plan.Level;
import io.salesops.commission.plan.PayRate;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.PlanRule.GateMode;
import io.salesops.commission.plan.PlanRule.TierMode;
import io.salesops.commission.plan.Tier;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the curves of one payee that pay by rates: bounds in units of the quota, marginal gates as the floor, zero quotas by convention. */
final class Curves {
    private final Program program;
    private final List<Goal> goals;
    private final Scale scale;
    private final Conventions conventions;
    private final TargetCurves targets;

    Curves(Program program, PayeeYear payee, List<Goal> goals, Scale scale) {
        this.program = program;
        this.goals = goals;
        this.scale = scale;
        conventions = program.plan().conventions();
        targets = new TargetCurves(program, payee, goals, scale);
    }

    /** The curves that pay amounts and targets. */
    TargetCurves targets() {
        return targets;
    }

    /** One rate on all of a measure, above its marginal gate. */
    Curve flat(PayRate rate, int measure, int payer) {
        return closed(payer, measure)
                ? Pieces.of(List.of(Piece.nothing()), Optional.empty(), scale.mode())
                : one(rate, measure, floor(payer, measure));
    }

    private Pieces one(PayRate rate, int measure, Optional<Rational> floor) {
        return Pieces.of(
                List.of(Piece.of(Optional.empty(), rate, scale.perUnit(rate, measure), Rational.ZERO, -1)),
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
                                        .dividedBy(Scale.natural(bounds.get(i).minus(low), base)),
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
            Piece piece = Piece.of(tier.upTo(), rate, scale.perUnit(rate, measure), start, below);
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
        return targets.target(target, measure)
                .dividedBy(
                        Scale.natural(quota.filter(units -> units.signum() > 0).orElse(Rational.ONE), base));
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
            return targets.onceAnything(
                    goal, rate.value().times(targets.target(rule.target().get(), measure)));
        }
        return one(effective(rate, Optional.empty(), rule.rate()), measure, floor);
    }

    static boolean holdsAtFull(Level bound, Tie tie) {
        return Rational.ONE.compareTo(bound.value()) <= (tie == Tie.LOWER_TIER ? 0 : -1);
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
