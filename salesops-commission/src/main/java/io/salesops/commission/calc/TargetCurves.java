package io.salesops.commission.calc;

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
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.DayCount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the curves of one payee that pay amounts, or shares of a target: bonuses and payout curves. */
final class TargetCurves {
    private final Program program;
    private final PayeeYear payee;
    private final List<Goal> goals;
    private final Scale scale;
    private final Conventions conventions;

    TargetCurves(Program program, PayeeYear payee, List<Goal> goals, Scale scale) {
        this.program = program;
        this.payee = payee;
        this.goals = goals;
        this.scale = scale;
        conventions = program.plan().conventions();
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
            PayRate slope = new PayRate(pays.minus(paid).dividedBy(Scale.natural(next.minus(at), base)), money);
            pieces.add(Piece.of(Optional.of(point.at()), slope, scale.perUnit(slope, measure), at, pieces.size() - 1)
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

    /** A target bonus, in the plan's currency: the whole, or its share by the days on which plan and payee meet. */
    Rational target(BigDecimal amount, int measure) {
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

    /** Pays an amount once anything is credited: what stands for an attainment of 100% at a quota of zero. */
    Curve onceAnything(Goal goal, Rational full) {
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
}
