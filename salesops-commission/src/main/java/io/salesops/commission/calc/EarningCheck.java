package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.Bonus;
import io.salesops.commission.plan.BonusStep;
import io.salesops.commission.plan.Computed;
import io.salesops.commission.plan.CurvePoint;
import io.salesops.commission.plan.EarningRule;
import io.salesops.commission.plan.Level;
import io.salesops.commission.plan.PayCurve;
import io.salesops.commission.plan.PayRate;
import io.salesops.commission.plan.PerDeal;
import io.salesops.commission.plan.PlanFunctions;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.RateGrid;
import io.salesops.commission.plan.Residual;
import io.salesops.commission.plan.ResidualStep;
import io.salesops.commission.plan.Spiff;
import io.salesops.commission.plan.TeamOverride;
import io.salesops.core.finding.Finding;
import java.util.List;
import java.util.Optional;

/** Finds what is wrong with one rule that pays; one object for each rule. */
final class EarningCheck implements EarningRule.Kinds<ImmutableList<Finding>> {
    private final String path;
    private final PayCheck check;
    private final TableCheck tables;
    private final PlanFunctions functions;

    EarningCheck(String path, PayCheck check, PlanFunctions functions) {
        this.path = path;
        this.check = check;
        tables = new TableCheck(path, check);
        this.functions = functions;
    }

    @Override
    public ImmutableList<Finding> flat(PlanRule.Flat flat) {
        check.rate(flat.id(), flat.measure(), flat.rate(), path + "/rate", false);
        return check.found();
    }

    @Override
    public ImmutableList<Finding> tiered(PlanRule.Tiered tiered) {
        tables.tiered(tiered);
        return check.found();
    }

    @Override
    public ImmutableList<Finding> perDeal(PerDeal perDeal) {
        tables.perDeal(perDeal);
        return check.found();
    }

    @Override
    public ImmutableList<Finding> grid(RateGrid grid) {
        tables.grid(grid);
        return check.found();
    }

    @Override
    public ImmutableList<Finding> bonus(Bonus bonus) {
        List<Level> levels = bonus.steps().stream().map(BonusStep::level).toList();
        if (levels.isEmpty()) {
            check.error(
                    "commission.tier.none",
                    path + "/steps",
                    "bonus " + bonus.id() + " has no steps",
                    "Maybe say from where it is paid.");
        }
        check.ascending(bonus.id(), levels, path + "/steps");
        check.same(bonus.id(), levels, path + "/steps");
        check.amount("target", bonus.id(), bonus.target(), path + "/target");
        for (int i = 0; i < levels.size(); i++) {
            check.pays(bonus.id(), bonus.steps().get(i).pays(), bonus.target(), path + "/steps/" + i + "/pays");
        }
        return check.found();
    }

    @Override
    public ImmutableList<Finding> curve(PayCurve curve) {
        List<Level> levels = curve.points().stream().map(CurvePoint::at).toList();
        if (levels.size() < 2) {
            check.error(
                    "commission.tier.none",
                    path + "/points",
                    "curve " + curve.id() + " needs two points or more: " + curve.points(),
                    "Maybe it is a bonus.");
        }
        // A curve may begin at nothing.
        check.ascending(
                curve.id(),
                levels.isEmpty() || levels.get(0).value().signum() != 0 ? levels : levels.subList(1, levels.size()),
                path + "/points");
        check.same(curve.id(), levels, path + "/points");
        check.amount("target", curve.id(), curve.target(), path + "/target");
        for (int i = 0; i < levels.size(); i++) {
            check.pays(curve.id(), curve.points().get(i).pays(), curve.target(), path + "/points/" + i + "/pays");
        }
        return check.found();
    }

    @Override
    public ImmutableList<Finding> spiff(Spiff spiff) {
        check.amount("amount", spiff.id(), Optional.of(spiff.amount()), path + "/amount");
        positive(spiff.id(), "n", spiff.n());
        positive(spiff.id(), "first", spiff.first());
        return check.found();
    }

    @Override
    public ImmutableList<Finding> residual(Residual residual) {
        int before = 0;
        for (int i = 0; i < residual.steps().size(); i++) {
            ResidualStep step = residual.steps().get(i);
            check.sign(residual.id(), step.rate(), path + "/steps/" + i + "/rate");
            int month = step.upToMonth().orElse(Integer.MAX_VALUE);
            if (month <= before) {
                check.error(
                        "commission.tier.order",
                        path + "/steps/" + i + "/upToMonth",
                        "months of rule " + residual.id() + " must ascend from 1: " + month + " follows " + before,
                        "Maybe two steps changed places.");
            }
            before = month;
        }
        if (residual.steps().isEmpty()) {
            check.error(
                    "commission.tier.none",
                    path + "/steps",
                    "residual " + residual.id() + " has no steps",
                    "Maybe it is a flat rule.");
        }
        return check.found();
    }

    @Override
    public ImmutableList<Finding> override(TeamOverride override) {
        check.rate(override.id(), override.measure(), PayRate.of(override.rate()), path + "/rate", false);
        return check.found();
    }

    @Override
    public ImmutableList<Finding> computed(Computed computed) {
        if (!functions.payouts().containsKey(computed.function())) {
            check.error(
                    "commission.function.unknown",
                    path + "/function",
                    "there is no function '" + computed.function() + "' that pays",
                    "Maybe register it with the calculator: "
                            + functions.payouts().keySet() + ".");
        }
        return check.found();
    }

    private void positive(String id, String what, Optional<Integer> number) {
        if (number.filter(value -> value < 1).isPresent()) {
            check.error(
                    "commission.spiff.count",
                    path + "/" + what,
                    what + " of SPIFF " + id + " must be 1 or more: " + number.get(),
                    "Maybe leave it out.");
        }
    }
}
