package io.salesops.commission.calc;

import io.salesops.commission.plan.Axis;
import io.salesops.commission.plan.Level;
import io.salesops.commission.plan.PayRate;
import io.salesops.commission.plan.PerDeal;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.PlanRule.TierMode;
import io.salesops.commission.plan.RateGrid;
import io.salesops.commission.plan.Tier;
import java.util.List;
import java.util.Optional;

/** Finds what is wrong with one rule that pays by a table: of tiers, for each deal, or a grid. */
final class TableCheck {
    private final String path;
    private final PayCheck check;

    TableCheck(String path, PayCheck check) {
        this.path = path;
        this.check = check;
    }

    void tiered(PlanRule.Tiered tiered) {
        boolean amounts = tiered.mode() == TierMode.INTERPOLATED;
        boolean factors = tiered.rate().isPresent() || tiered.target().isPresent();
        tiered.rate().ifPresent(rate -> check.rate(tiered.id(), tiered.measure(), rate, path + "/rate", false));
        tiers(tiered.id(), tiered.tiers(), (rate, at) -> {
            if (factors) {
                check.factor(tiered.id(), rate, at);
            } else {
                check.rate(tiered.id(), tiered.measure(), rate, at, amounts);
            }
        });
        if (tiered.rate().isPresent() && tiered.target().isPresent()) {
            check.error(
                    "commission.tier.target",
                    path + "/target",
                    "rule " + tiered.id() + " has a rate of " + tiered.rate().get() + " and a target of "
                            + tiered.target().get() + ", but its tiers can multiply one of them only",
                    "Maybe leave the rate out.");
        }
        check.amount("target", tiered.id(), tiered.target(), path + "/target");
        if (tiered.target().isPresent()
                && !check.measure(tiered.measure()).counts().isMoney()) {
            check.error(
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
                    check.error(
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
                check.error(
                        "commission.tier.by",
                        path + "/by",
                        "rule " + tiered.id() + " moves by " + tiered.by().get() + " and pays " + tiered.measure()
                                + ": it must be marginal, retroactive or by cumulative, and without target",
                        "Maybe it is a grid.");
            }
        }
    }

    private void bounds(PlanRule.Tiered tiered) {
        List<Level> bounds =
                tiered.tiers().stream().flatMap(tier -> tier.upTo().stream()).toList();
        check.same(tiered.id(), bounds, path + "/tiers");
        boolean figures = bounds.stream().anyMatch(bound -> !bound.share());
        if (figures && tiered.target().isPresent()) {
            check.error(
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
            check.error(
                    "commission.tier.unbounded",
                    path + "/tiers/" + (tiered.tiers().size() - 1) + "/rate",
                    "the last tier of the interpolated rule " + tiered.id() + " has no bound, so that "
                            + last.get().rate() + " has no proportion",
                    "Maybe give it a bound, and add a last tier of 0%.");
        }
    }

    void perDeal(PerDeal perDeal) {
        tiers(
                perDeal.id(),
                perDeal.tiers(),
                (rate, at) ->
                        check.rate(perDeal.id(), perDeal.measure(), rate, at, perDeal.mode() == TierMode.INTERPOLATED));
        for (int i = 0; i < perDeal.tiers().size(); i++) {
            if (perDeal.tiers().get(i).upTo().filter(Level::share).isPresent()) {
                check.error(
                        "commission.tier.bound",
                        path + "/tiers/" + i + "/upTo",
                        "bound of rule " + perDeal.id() + " must be a figure: "
                                + perDeal.tiers().get(i).upTo().get() + ", since a deal has no quota",
                        "Maybe write it without percent.");
            }
        }
        boolean amounts = perDeal.tiers().stream().anyMatch(tier -> !tier.rate().share());
        if (perDeal.mode() == TierMode.BY_CUMULATIVE || (perDeal.mode() == TierMode.INTERPOLATED && !amounts)) {
            check.error(
                    "commission.tier.mode",
                    path + "/mode",
                    "rule " + perDeal.id() + " pays each deal by itself, so it cannot be " + perDeal.mode(),
                    "Maybe it is a tiered rule.");
        }
        check.amount("atLeast", perDeal.id(), perDeal.atLeast(), path + "/atLeast");
        check.amount("atMost", perDeal.id(), perDeal.atMost(), path + "/atMost");
        if (perDeal.atLeast().isPresent()
                && perDeal.atMost().isPresent()
                && perDeal.atLeast().get().compareTo(perDeal.atMost().get()) > 0) {
            check.error(
                    "commission.floor.aboveCap",
                    path + "/atLeast",
                    "rule " + perDeal.id() + " pays at least "
                            + perDeal.atLeast().get() + " and at most "
                            + perDeal.atMost().get() + " a deal",
                    "Maybe the two changed places.");
        }
    }

    void grid(RateGrid grid) {
        int columns = grid.columns().map(Axis::size).orElse(1);
        axis(grid.id(), grid.rows(), path + "/rows");
        grid.columns().ifPresent(axis -> axis(grid.id(), axis, path + "/columns"));
        if (grid.rates().size() != grid.rows().size()) {
            check.error(
                    "commission.rate.missing",
                    path + "/rates",
                    "grid " + grid.id() + " has " + grid.rates().size() + " rows of rates for "
                            + grid.rows().size() + " places",
                    "Maybe a row is missing.");
        }
        for (int row = 0; row < grid.rates().size(); row++) {
            if (grid.rates().get(row).size() != columns) {
                check.error(
                        "commission.rate.missing",
                        path + "/rates/" + row,
                        "row " + (row + 1) + " of grid " + grid.id() + " has "
                                + grid.rates().get(row).size() + " rates for " + columns + " places",
                        "Maybe a rate is missing.");
            }
            for (int column = 0; column < grid.rates().get(row).size(); column++) {
                check.rate(
                        grid.id(),
                        grid.measure(),
                        grid.rates().get(row).get(column),
                        path + "/rates/" + row + "/" + column,
                        false);
            }
        }
    }

    private void axis(String id, Axis axis, String at) {
        if (axis instanceof Axis.Attained attained) {
            check.ascending(id, attained.bounds(), at + "/bounds");
            check.same(id, attained.bounds(), at + "/bounds");
        }
        if (axis.size() == 0) {
            check.error("commission.rate.missing", at, "grid " + id + " has no places", "Maybe add a condition.");
        }
    }

    private interface RateCheck {
        void check(PayRate rate, String at);
    }

    private void tiers(String id, List<Tier> tiers, RateCheck check) {
        this.check.tiers(id, tiers, path);
        for (int i = 0; i < tiers.size(); i++) {
            check.check(tiers.get(i).rate(), path + "/tiers/" + i + "/rate");
        }
    }
}
