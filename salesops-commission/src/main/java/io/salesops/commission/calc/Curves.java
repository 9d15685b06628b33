package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.Conventions.Tie;
import io.salesops.commission.plan.Conventions.ZeroQuota;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.PlanRule.GateMode;
import io.salesops.commission.plan.PlanRule.TierMode;
import io.salesops.commission.plan.Tier;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import java.util.Optional;

/** Makes the curve of a rule for one payee: bounds in units of the quota, marginal gates as the floor, zero quotas by convention. */
final class Curves {
    private static final Tier NOTHING = new Tier(Optional.empty(), Rate.ZERO);

    private Curves() {}

    static Curve of(Program program, Payer payer, Goal goal, Scale scale) {
        Optional<Rate> gate = gate(program, payer);
        if (gate.isPresent() && goal.isZero() && !opensAtZero(gate.get(), goal)) {
            return Curve.flat(NOTHING, Optional.empty(), scale);
        }
        Optional<Rational> quota = goal.isZero() ? Optional.empty() : goal.units(scale.base());
        Optional<Rational> floor = gate.flatMap(atLeast -> quota.map(units -> units.times(atLeast.value())));
        Tie tie = program.plan().conventions().tie();
        if (payer.rule() instanceof PlanRule.Tiered tiered) {
            boolean retroactive = tiered.mode() == TierMode.RETROACTIVE;
            return quota.map(units -> Curve.tiered(tiered.tiers(), retroactive, units, tie, floor, scale))
                    .orElseGet(() -> Curve.flat(atZeroQuota(tiered.tiers(), goal, tie), floor, scale));
        }
        Rate rate = ((PlanRule.Flat) payer.rule()).rate();
        return Curve.flat(new Tier(Optional.empty(), rate), floor, scale);
    }

    /** The highest marginal gate of a rule. */
    private static Optional<Rate> gate(Program program, Payer payer) {
        return program.gates().stream()
                .filter(gate -> gate.rule().mode() == GateMode.MARGINAL
                        && gate.on().contains(program.payers().indexOf(payer)))
                .map(gate -> gate.rule().atLeast())
                .reduce((one, other) -> one.compareTo(other) >= 0 ? one : other);
    }

    private static boolean opensAtZero(Rate atLeast, Goal goal) {
        return goal.zero() == ZeroQuota.NOT_COUNTED
                || (goal.zero() == ZeroQuota.IS_FULL && atLeast.compareTo(Rate.ONE) <= 0);
    }

    /** At a quota of zero that counts as reached, all is paid at the rate that holds at 100%. */
    private static Tier atZeroQuota(ImmutableList<Tier> tiers, Goal goal, Tie tie) {
        if (goal.zero() != ZeroQuota.IS_FULL) {
            return NOTHING;
        }
        int most = tie == Tie.LOWER_TIER ? 0 : -1;
        return tiers.stream()
                .filter(tier -> tier.upTo()
                        .map(bound -> Rate.ONE.compareTo(bound) <= most)
                        .orElse(true))
                .findFirst()
                .map(tier -> new Tier(Optional.empty(), tier.rate()))
                .orElse(NOTHING);
    }
}
