package io.salesops.commission.calc;

import io.salesops.commission.plan.Axis;
import io.salesops.commission.plan.Bonus;
import io.salesops.commission.plan.BonusStep;
import io.salesops.commission.plan.Computed;
import io.salesops.commission.plan.CurvePoint;
import io.salesops.commission.plan.EarningRule;
import io.salesops.commission.plan.Level;
import io.salesops.commission.plan.Measure;
import io.salesops.commission.plan.PayCurve;
import io.salesops.commission.plan.PayRate;
import io.salesops.commission.plan.PerDeal;
import io.salesops.commission.plan.PlanFunctions;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.PlanRule.TierMode;
import io.salesops.commission.plan.RateGrid;
import io.salesops.commission.plan.Residual;
import io.salesops.commission.plan.ResidualStep;
import io.salesops.commission.plan.Spiff;
import io.salesops.commission.plan.TeamOverride;
import io.salesops.commission.plan.Tier;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Rational;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds what is wrong with one rule that pays. */
final class EarningCheck implements EarningRule.Kinds<Void> {
    private final String path;
    private final Function<String, Measure> measures;
    private final PlanFunctions functions;
    private final List<Finding> findings;

    EarningCheck(String path, Function<String, Measure> measures, PlanFunctions functions, List<Finding> findings) {
        this.path = path;
        this.measures = measures;
        this.functions = functions;
        this.findings = findings;
    }

    @Override
    public Void flat(PlanRule.Flat flat) {
        rate(flat.id(), flat.measure(), flat.rate(), path + "/rate", false);
        return null; // the only value of Void
    }

    @Override
    public Void tiered(PlanRule.Tiered tiered) {
        boolean amounts = tiered.mode() == TierMode.INTERPOLATED;
        boolean factors = tiered.rate().isPresent() || tiered.target().isPresent();
        tiered.rate().ifPresent(rate -> rate(tiered.id(), tiered.measure(), rate, path + "/rate", false));
        tiers(tiered.id(), tiered.tiers(), (rate, at) -> {
            if (factors) {
                factor(tiered.id(), rate, at);
            } else {
                rate(tiered.id(), tiered.measure(), rate, at, amounts);
            }
        });
        if (tiered.rate().isPresent() && tiered.target().isPresent()) {
            error(
                    "commission.tier.target",
                    path + "/target",
                    "rule " + tiered.id() + " has a rate of " + tiered.rate().get() + " and a target of "
                            + tiered.target().get() + ", but its tiers can multiply one of them only",
                    "Maybe leave the rate out.");
        }
        amount("target", tiered.id(), tiered.target(), path + "/target");
        if (tiered.target().isPresent()
                && !measures.apply(tiered.measure()).counts().isMoney()) {
            error(
                    "commission.tier.target",
                    path + "/target",
                    "rule " + tiered.id() + " pays a target on " + tiered.measure() + ", which is no money",
                    "Maybe it is a payout curve.");
        }
        bounds(tiered);
        if (tiered.mode() == TierMode.INTERPOLATED
                || tiered.mode() == TierMode.BY_CUMULATIVE
                || !tiered.moving().equals(tiered.measure())) {
            for (int i = 0; i < tiered.tiers().size(); i++) {
                if (tiered.tiers().get(i).mode().isPresent()) {
                    error(
                            "commission.tier.mode",
                            path + "/tiers/" + i + "/mode",
                            "tier " + (i + 1) + " of rule " + tiered.id() + " cannot be "
                                    + tiered.tiers().get(i).mode().get() + " in a rule that is " + tiered.mode(),
                            "Maybe the rule is marginal.");
                }
            }
        }
        if (tiered.by().filter(by -> !by.equals(tiered.measure())).isPresent()) {
            boolean known = tiered.mode() == TierMode.MARGINAL
                    || tiered.mode() == TierMode.RETROACTIVE
                    || tiered.mode() == TierMode.BY_CUMULATIVE;
            if (!known || tiered.target().isPresent()) {
                error(
                        "commission.tier.by",
                        path + "/by",
                        "rule " + tiered.id() + " moves by " + tiered.by().get() + " and pays " + tiered.measure()
                                + ": it must be marginal, retroactive or by cumulative, and without target",
                        "Maybe it is a grid.");
            }
        }
        return null; // the only value of Void
    }

    private void bounds(PlanRule.Tiered tiered) {
        List<Level> bounds =
                tiered.tiers().stream().flatMap(tier -> tier.upTo().stream()).toList();
        same(tiered.id(), bounds, path + "/tiers");
        boolean figures = bounds.stream().anyMatch(bound -> !bound.share());
        if (figures && tiered.target().isPresent()) {
            error(
                    "commission.tier.bound",
                    path + "/tiers",
                    "rule " + tiered.id() + " pays a target, so its bounds must be shares of the quota: " + bounds,
                    "Maybe write them in percent.");
        }
        Optional<Tier> last = tiered.tiers().isEmpty()
                ? Optional.empty()
                : Optional.of(tiered.tiers().get(tiered.tiers().size() - 1));
        if (tiered.mode() == TierMode.INTERPOLATED
                && last.filter(tier -> tier.rate().value().signum() != 0).isPresent()) {
            error(
                    "commission.tier.unbounded",
                    path + "/tiers/" + (tiered.tiers().size() - 1) + "/rate",
                    "the last tier of the interpolated rule " + tiered.id() + " has no bound, so that "
                            + last.get().rate() + " has no proportion",
                    "Maybe give it a bound, and add a last tier of 0%.");
        }
    }

    @Override
    public Void perDeal(PerDeal perDeal) {
        tiers(
                perDeal.id(),
                perDeal.tiers(),
                (rate, at) -> rate(perDeal.id(), perDeal.measure(), rate, at, perDeal.mode() == TierMode.INTERPOLATED));
        for (int i = 0; i < perDeal.tiers().size(); i++) {
            if (perDeal.tiers().get(i).upTo().filter(Level::share).isPresent()) {
                error(
                        "commission.tier.bound",
                        path + "/tiers/" + i + "/upTo",
                        "bound of rule " + perDeal.id() + " must be a figure: "
                                + perDeal.tiers().get(i).upTo().get() + ", since a deal has no quota",
                        "Maybe write it without percent.");
            }
        }
        boolean amounts = perDeal.tiers().stream().anyMatch(tier -> !tier.rate().share());
        if (perDeal.mode() == TierMode.BY_CUMULATIVE || (perDeal.mode() == TierMode.INTERPOLATED && !amounts)) {
            error(
                    "commission.tier.mode",
                    path + "/mode",
                    "rule " + perDeal.id() + " pays each deal by itself, so it cannot be " + perDeal.mode(),
                    "Maybe it is a tiered rule.");
        }
        amount("atLeast", perDeal.id(), perDeal.atLeast(), path + "/atLeast");
        amount("atMost", perDeal.id(), perDeal.atMost(), path + "/atMost");
        if (perDeal.atLeast().isPresent()
                && perDeal.atMost().isPresent()
                && perDeal.atLeast().get().compareTo(perDeal.atMost().get()) > 0) {
            error(
                    "commission.floor.aboveCap",
                    path + "/atLeast",
                    "rule " + perDeal.id() + " pays at least "
                            + perDeal.atLeast().get() + " and at most "
                            + perDeal.atMost().get() + " a deal",
                    "Maybe the two changed places.");
        }
        return null; // the only value of Void
    }

    @Override
    public Void grid(RateGrid grid) {
        int columns = grid.columns().map(Axis::size).orElse(1);
        axis(grid.id(), grid.rows(), path + "/rows");
        grid.columns().ifPresent(axis -> axis(grid.id(), axis, path + "/columns"));
        if (grid.rates().size() != grid.rows().size()) {
            error(
                    "commission.rate.missing",
                    path + "/rates",
                    "grid " + grid.id() + " has " + grid.rates().size() + " rows of rates for "
                            + grid.rows().size() + " places",
                    "Maybe a row is missing.");
        }
        for (int row = 0; row < grid.rates().size(); row++) {
            if (grid.rates().get(row).size() != columns) {
                error(
                        "commission.rate.missing",
                        path + "/rates/" + row,
                        "row " + (row + 1) + " of grid " + grid.id() + " has "
                                + grid.rates().get(row).size() + " rates for " + columns + " places",
                        "Maybe a rate is missing.");
            }
            for (int column = 0; column < grid.rates().get(row).size(); column++) {
                rate(
                        grid.id(),
                        grid.measure(),
                        grid.rates().get(row).get(column),
                        path + "/rates/" + row + "/" + column,
                        false);
            }
        }
        return null; // the only value of Void
    }

    private void axis(String id, Axis axis, String at) {
        if (axis instanceof Axis.Attained attained) {
            ascending(id, attained.bounds(), at + "/bounds");
            same(id, attained.bounds(), at + "/bounds");
        }
        if (axis.size() == 0) {
            error("commission.rate.missing", at, "grid " + id + " has no places", "Maybe add a condition.");
        }
    }

    @Override
    public Void bonus(Bonus bonus) {
        List<Level> levels = bonus.steps().stream().map(BonusStep::level).toList();
        if (levels.isEmpty()) {
            error(
                    "commission.tier.none",
                    path + "/steps",
                    "bonus " + bonus.id() + " has no steps",
                    "Maybe say from where it is paid.");
        }
        ascending(bonus.id(), levels, path + "/steps");
        same(bonus.id(), levels, path + "/steps");
        amount("target", bonus.id(), bonus.target(), path + "/target");
        for (int i = 0; i < levels.size(); i++) {
            pays(bonus.id(), bonus.steps().get(i).pays(), bonus.target(), path + "/steps/" + i + "/pays");
        }
        return null; // the only value of Void
    }

    @Override
    public Void curve(PayCurve curve) {
        List<Level> levels = curve.points().stream().map(CurvePoint::at).toList();
        if (levels.size() < 2) {
            error(
                    "commission.tier.none",
                    path + "/points",
                    "curve " + curve.id() + " needs two points or more: " + curve.points(),
                    "Maybe it is a bonus.");
        }
        // A curve may begin at nothing.
        ascending(
                curve.id(),
                levels.isEmpty() || levels.get(0).value().signum() != 0 ? levels : levels.subList(1, levels.size()),
                path + "/points");
        same(curve.id(), levels, path + "/points");
        amount("target", curve.id(), curve.target(), path + "/target");
        for (int i = 0; i < levels.size(); i++) {
            pays(curve.id(), curve.points().get(i).pays(), curve.target(), path + "/points/" + i + "/pays");
        }
        return null; // the only value of Void
    }

    @Override
    public Void spiff(Spiff spiff) {
        amount("amount", spiff.id(), Optional.of(spiff.amount()), path + "/amount");
        positive(spiff.id(), "n", spiff.n());
        positive(spiff.id(), "first", spiff.first());
        return null; // the only value of Void
    }

    @Override
    public Void residual(Residual residual) {
        int before = 0;
        for (int i = 0; i < residual.steps().size(); i++) {
            ResidualStep step = residual.steps().get(i);
            sign(residual.id(), step.rate(), path + "/steps/" + i + "/rate");
            int month = step.upToMonth().orElse(Integer.MAX_VALUE);
            if (month <= before) {
                error(
                        "commission.tier.order",
                        path + "/steps/" + i + "/upToMonth",
                        "months of rule " + residual.id() + " must ascend from 1: " + month + " follows " + before,
                        "Maybe two steps changed places.");
            }
            before = month;
        }
        if (residual.steps().isEmpty()) {
            error(
                    "commission.tier.none",
                    path + "/steps",
                    "residual " + residual.id() + " has no steps",
                    "Maybe it is a flat rule.");
        }
        return null; // the only value of Void
    }

    @Override
    public Void override(TeamOverride override) {
        rate(override.id(), override.measure(), PayRate.of(override.rate()), path + "/rate", false);
        return null; // the only value of Void
    }

    @Override
    public Void computed(Computed computed) {
        if (!functions.payouts().containsKey(computed.function())) {
            error(
                    "commission.function.unknown",
                    path + "/function",
                    "there is no function '" + computed.function() + "' that pays",
                    "Maybe register it with the calculator: "
                            + functions.payouts().keySet() + ".");
        }
        return null; // the only value of Void
    }

    private interface RateCheck {
        void check(PayRate rate, String at);
    }

    private void tiers(String id, List<Tier> tiers, RateCheck check) {
        TierCheck.tiers(id, tiers, path, findings);
        for (int i = 0; i < tiers.size(); i++) {
            check.check(tiers.get(i).rate(), path + "/tiers/" + i + "/rate");
        }
    }

    private void ascending(String id, List<Level> levels, String at) {
        Rational before = Rational.ZERO;
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).value().compareTo(before) <= 0) {
                error(
                        "commission.tier.order",
                        at + "/" + i,
                        "levels of rule " + id + " must ascend from above nothing: " + levels.get(i) + " follows "
                                + (i == 0 ? "0" : levels.get(i - 1)),
                        "Maybe two of them changed places.");
            }
            before = levels.get(i).value();
        }
    }

    private void same(String id, List<Level> levels, String at) {
        if (levels.stream().map(Level::share).distinct().count() > 1) {
            error(
                    "commission.tier.bound",
                    at,
                    "rule " + id + " mixes shares of the quota and figures: " + levels,
                    "Maybe a percent sign is missing.");
        }
    }

    /** Money pays shares, units pay amounts; a tier that pays an amount for the whole of it must say so by its mode. */
    private void rate(String id, String measure, PayRate rate, String at, boolean amounts) {
        sign(id, rate, at);
        boolean money = measures.apply(measure).counts().isMoney();
        if (rate.share() != money && !(amounts && money)) {
            error(
                    "commission.rate.unit",
                    at,
                    "rule " + id + " pays " + rate + " of " + measure
                            + (money ? ", which is money" : ", which is no money"),
                    money ? "Maybe write it in percent." : "Maybe write the amount for each unit.");
        }
    }

    private void factor(String id, PayRate rate, String at) {
        sign(id, rate, at);
        if (!rate.share()) {
            error(
                    "commission.rate.unit",
                    at,
                    "tiers of rule " + id + " multiply its rate or target, so they must be shares: " + rate,
                    "Maybe write it in percent.");
        }
    }

    private void pays(String id, PayRate pays, Optional<BigDecimal> target, String at) {
        sign(id, pays, at);
        if (pays.share() && target.isEmpty()) {
            error(
                    "commission.target.missing",
                    at,
                    "rule " + id + " pays " + pays + " of a target that it does not state",
                    "Maybe write an amount.");
        }
    }

    private void sign(String id, PayRate rate, String at) {
        if (rate.value().signum() < 0) {
            error(
                    "commission.rate.negative",
                    at,
                    "rate of rule " + id + " must not be negative: " + rate,
                    "Maybe the sign is wrong.");
        }
    }

    private void amount(String what, String id, Optional<BigDecimal> amount, String at) {
        if (amount.filter(value -> value.signum() < 0).isPresent()) {
            error(
                    "commission.amount.negative",
                    at,
                    what + " of rule " + id + " must not be negative: "
                            + amount.get().toPlainString(),
                    "Maybe the sign is wrong.");
        }
    }

    private void positive(String id, String what, Optional<Integer> number) {
        if (number.filter(value -> value < 1).isPresent()) {
            error(
                    "commission.spiff.count",
                    path + "/" + what,
                    what + " of SPIFF " + id + " must be 1 or more: " + number.get(),
                    "Maybe leave it out.");
        }
    }

    private void error(String code, String at, String message, String remedy) {
        findings.add(Finding.error(code, at, message).maybe(remedy));
    }
}
