package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.calc.Program.Part;
import io.salesops.commission.plan.AdjustingRule;
import io.salesops.commission.plan.Level;
import io.salesops.commission.plan.Multiplier;
import io.salesops.commission.plan.Weight;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import java.util.List;
import java.util.Optional;

/** The factors of multipliers and weights for one payee: multipliers by how far their measure has come. */
final class Factors {
    private final Program program;
    private final List<Goal> goals;
    private final Scale scale;
    private final ImmutableList<Places> places;

    Factors(Program program, List<Goal> goals, Scale scale) {
        this.program = program;
        this.goals = goals;
        this.scale = scale;
        places = program.scalers().stream().map(this::places).collect(ImmutableList.toImmutableList());
    }

    /** The factor of a multiplier or weight; 1 where there is no attainment that could set it. */
    Rational factor(int scaler, long[] totals) {
        AdjustingRule rule = program.scalers().get(scaler).rule();
        if (rule instanceof Weight weight) {
            return weight.share().value();
        }
        Multiplier multiplier = (Multiplier) rule;
        int measure = program.scalers().get(scaler).measure();
        boolean shares = !RuleMeasures.needingQuota(multiplier).isEmpty();
        if (shares && goals.get(measure).notCounted()) {
            return Rational.ONE;
        }
        return multiplier
                .tiers()
                .get(places.get(scaler).reached(totals[measure]))
                .rate()
                .value();
    }

    private Places places(Part<AdjustingRule> part) {
        if (!(part.rule() instanceof Multiplier multiplier)) {
            return Places.one();
        }
        Goal goal = goals.get(part.measure());
        int size = multiplier.tiers().size();
        var tie = program.plan().conventions().tie();
        List<Level> levels = multiplier.tiers().stream()
                .flatMap(tier -> tier.upTo().stream())
                .toList();
        if (goal.isZero() && levels.stream().anyMatch(Level::share)) {
            int place = 0;
            while (goal.attainment(0, 0).equals(Optional.of(Rate.ONE))
                    && place < levels.size()
                    && !Curves.holdsAtFull(levels.get(place), tie)) {
                place++;
            }
            return Places.fixed(place, size);
        }
        int base = scale.bases().get(part.measure());
        return Places.attained(
                part.measure(),
                levels.stream()
                        .map(level -> goal.units(level, base).orElse(Rational.ZERO))
                        .toList(),
                tie);
    }
}
