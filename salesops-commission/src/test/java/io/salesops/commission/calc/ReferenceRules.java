package io.salesops.commission.calc;

import io.salesops.commission.calc.ReferenceMeasures.Count;
import io.salesops.commission.plan.Axis;
import io.salesops.commission.plan.Bonus;
import io.salesops.commission.plan.BonusStep;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Computed;
import io.salesops.commission.plan.Conventions.Tie;
import io.salesops.commission.plan.Conventions.ZeroQuota;
import io.salesops.commission.plan.CurvePoint;
import io.salesops.commission.plan.EarningRule;
import io.salesops.commission.plan.Level;
import io.salesops.commission.plan.PayCurve;
import io.salesops.commission.plan.PayRate;
import io.salesops.commission.plan.PerDeal;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.PlanRule.TierMode;
import io.salesops.commission.plan.RateGrid;
import io.salesops.commission.plan.Residual;
import io.salesops.commission.plan.ResidualStep;
import io.salesops.commission.plan.Spiff;
import io.salesops.commission.plan.TeamOverride;
import io.salesops.commission.plan.Tier;
import io.salesops.core.criteria.Truth;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each kind of rule has paid, exactly, in the plan's currency; without marginal gates. */
final class ReferenceRules implements EarningRule.Kinds<Rational> {
    private final CommissionPlan plan;
    private final ReferenceMeasures measures;

    ReferenceRules(CommissionPlan plan, ReferenceMeasures measures) {
        this.plan = plan;
        this.measures = measures;
    }

    @Override
    public Rational flat(PlanRule.Flat flat) {
        return measures.total(flat.measure()).times(flat.rate().value());
    }

    @Override
    public Rational tiered(PlanRule.Tiered tiered) {
        String by = tiered.by().orElse(tiered.measure());
        boolean quotaless =
                ReferenceMeasures.asksQuota(tiered) && measures.quota(by).signum() == 0;
        if (quotaless && plan.conventions().zeroQuota() != ZeroQuota.IS_FULL) {
            return Rational.ZERO;
        }
        Rational unit = tiered.rate().map(PayRate::value).orElse(Rational.ONE);
        if (tiered.target().isPresent()) {
            Rational target = Rational.of(tiered.target().get());
            if (quotaless) {
                return measures.total(by).signum() > 0
                        ? at(tiered.tiers(), by, Rational.ZERO).rate().value().times(target)
                        : Rational.ZERO;
            }
            unit = target.dividedBy(measures.quota(by));
        }
        if (quotaless && (by.equals(tiered.measure()) && tiered.mode() != TierMode.BY_CUMULATIVE)) {
            return measures.total(by)
                    .times(at(tiered.tiers(), by, Rational.ZERO).rate().value())
                    .times(unit);
        }
        if (tiered.mode() == TierMode.BY_CUMULATIVE
                || (!by.equals(tiered.measure()) && tiered.mode() == TierMode.MARGINAL)) {
            return path(tiered, by, quotaless).times(unit);
        }
        if (!by.equals(tiered.measure())) {
            return measures.total(tiered.measure())
                    .times(at(tiered.tiers(), by, measures.total(by)).rate().value())
                    .times(unit);
        }
        return table(tiered.tiers(), tiered.mode(), by, measures.total(by)).times(unit);
    }

    /** Each deal where the other measure stands with it, in the order of first credits. */
    private Rational path(PlanRule.Tiered tiered, String by, boolean quotaless) {
        Map<String, Rational> pays = new LinkedHashMap<>();
        Map<String, Rational> moves = new LinkedHashMap<>();
        for (String source : sources(tiered.measure(), by)) {
            pays.put(source, of(tiered.measure(), source));
            moves.put(source, of(by, source));
        }
        Rational sum = Rational.ZERO;
        Rational stands = Rational.ZERO;
        for (Map.Entry<String, Rational> deal : pays.entrySet()) {
            Rational move = moves.getOrDefault(deal.getKey(), Rational.ZERO);
            Rational next = stands.plus(move);
            if (tiered.mode() == TierMode.BY_CUMULATIVE || move.signum() == 0 || quotaless) {
                sum = sum.plus(deal.getValue()
                        .times(at(tiered.tiers(), by, next).rate().value()));
            } else {
                // The mean rate of what lies between the two totals, whichever is larger.
                Rational between = integral(tiered.tiers(), by, next).minus(integral(tiered.tiers(), by, stands));
                sum = sum.plus(deal.getValue().times(between.dividedBy(move)));
            }
            stands = next;
        }
        return sum;
    }

    private Rational integral(List<Tier> tiers, String by, Rational to) {
        return table(
                tiers.stream().map(tier -> new Tier(tier.upTo(), tier.rate())).toList(), TierMode.MARGINAL, by, to);
    }

    private List<String> sources(String... ids) {
        List<Count> counts = new ArrayList<>();
        for (String id : ids) {
            counts.addAll(measures.counted(id));
        }
        counts.sort((one, other) -> {
            int dates = one.credit().date().compareTo(other.credit().date());
            return dates != 0
                    ? dates
                    : one.credit().id().compareTo(other.credit().id());
        });
        return counts.stream().map(count -> count.credit().source()).distinct().toList();
    }

    private Rational of(String measure, String source) {
        return measures.counted(measure).stream()
                .filter(count -> count.credit().source().equals(source))
                .map(Count::units)
                .reduce(Rational.ZERO, Rational::plus);
    }

    /** The tier that holds at a running total; at a quota of zero the one that holds at 0% or 100%. */
    Tier at(List<Tier> tiers, String measure, Rational total) {
        for (Tier tier : tiers) {
            if (tier.upTo().isEmpty()) {
                return tier;
            }
            int side = side(total, tier.upTo().get(), measure);
            if (side < 0 || (side == 0 && plan.conventions().tie() == Tie.LOWER_TIER)) {
                return tier;
            }
        }
        throw new AssertionError("the last tier has no bound");
    }

    private int side(Rational total, Level level, String measure) {
        Rational quota = measures.quota(measure);
        if (level.share() && quota.signum() == 0) {
            Rational attained = plan.conventions().zeroQuota() == ZeroQuota.IS_FULL ? Rational.ONE : Rational.ZERO;
            return attained.compareTo(level.value());
        }
        return total.compareTo(level.share() ? level.value().times(quota) : level.value());
    }

    private Rational bound(Tier tier, String measure) {
        Level level = tier.upTo().orElseThrow();
        return level.share() ? level.value().times(measures.quota(measure)) : level.value();
    }

    private Rational table(List<Tier> tiers, TierMode mode, String measure, Rational total) {
        int reached = tiers.indexOf(at(tiers, measure, total));
        // Equal tiers are one object too many: the position counts.
        for (int i = 0; i < tiers.size(); i++) {
            if (tiers.get(i).upTo().isEmpty()
                    || side(total, tiers.get(i).upTo().get(), measure)
                            < (plan.conventions().tie() == Tie.LOWER_TIER ? 1 : 0)) {
                reached = i;
                break;
            }
        }
        if (mode == TierMode.INTERPOLATED) {
            return interpolated(tiers, measure, total);
        }
        return value(tiers, mode, measure, reached, total);
    }

    private Rational value(List<Tier> tiers, TierMode mode, String measure, int tier, Rational total) {
        Rational rate = tiers.get(tier).rate().value();
        TierMode own = tiers.get(tier).mode().orElse(mode);
        if (tier == 0 || own == TierMode.RETROACTIVE) {
            return rate.times(total);
        }
        int below = own == TierMode.WHOLE_OVERAGE ? 0 : tier - 1;
        Rational bound = bound(tiers.get(below), measure);
        return value(tiers, mode, measure, below, bound).plus(rate.times(total.minus(bound)));
    }

    private Rational interpolated(List<Tier> tiers, String measure, Rational total) {
        boolean amounts = tiers.stream().anyMatch(tier -> !tier.rate().share());
        Rational low = Rational.ZERO;
        Rational sum = Rational.ZERO;
        for (Tier tier : tiers) {
            if (tier.upTo().isEmpty()) {
                break;
            }
            Rational high = bound(tier, measure);
            boolean first = low.signum() == 0;
            Rational inside = total.min(high).minus(low);
            inside = first && amounts ? inside : inside.max(Rational.ZERO);
            sum = sum.plus(tier.rate().value().times(inside.dividedBy(high.minus(low))));
            low = high;
        }
        return amounts ? sum : sum.times(total);
    }

    @Override
    public Rational perDeal(PerDeal rule) {
        Rational sum = Rational.ZERO;
        for (String source : sources(rule.measure())) {
            Rational pay = round(table(rule.tiers(), rule.mode(), rule.measure(), of(rule.measure(), source)));
            if (pay.signum() > 0) {
                pay = pay.max(rule.atLeast().map(Rational::of).orElse(pay));
                pay = pay.min(rule.atMost().map(Rational::of).orElse(pay));
            }
            sum = sum.plus(pay);
        }
        return sum;
    }

    private Rational round(Rational exact) {
        return Rational.of(exact.round(2, plan.rounding().mode()));
    }

    @Override
    public Rational grid(RateGrid grid) {
        Rational sum = Rational.ZERO;
        if (grid.mode() == RateGrid.Mode.ALL) {
            for (Count count : measures.counted(grid.measure())) {
                sum = sum.plus(cell(grid, count, place -> measures.total(place)).times(count.units()));
            }
            return sum;
        }
        Map<String, List<Count>> deals = new LinkedHashMap<>();
        List<String> moving = new ArrayList<>(List.of(grid.measure()));
        attained(grid.rows()).ifPresent(moving::add);
        grid.columns().flatMap(ReferenceRules::attained).ifPresent(moving::add);
        List<String> ids = moving.stream().distinct().toList();
        List<Map.Entry<String, Count>> all = new ArrayList<>();
        for (String id : ids) {
            measures.counted(id).forEach(count -> all.add(Map.entry(id, count)));
        }
        all.sort((one, other) -> {
            Count left = one.getValue();
            Count right = other.getValue();
            int dates = left.credit().date().compareTo(right.credit().date());
            return dates != 0
                    ? dates
                    : left.credit().id().compareTo(right.credit().id());
        });
        Map<String, Map<String, Rational>> units = new LinkedHashMap<>();
        for (Map.Entry<String, Count> entry : all) {
            Count count = entry.getValue();
            String key = category(grid.rows(), count) + "/"
                    + grid.columns().map(axis -> category(axis, count)).orElse(0) + "/"
                    + count.credit().source();
            deals.computeIfAbsent(key, id -> new ArrayList<>()).add(count);
            units.computeIfAbsent(key, id -> new LinkedHashMap<>())
                    .merge(entry.getKey(), count.units(), Rational::plus);
        }
        Map<String, Rational> stands = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, Rational>> deal : units.entrySet()) {
            deal.getValue().forEach((id, more) -> stands.merge(id, more, Rational::plus));
            Rational pay = deal.getValue().getOrDefault(grid.measure(), Rational.ZERO);
            Count any = deals.getOrDefault(deal.getKey(), List.of()).get(0);
            sum = sum.plus(cell(grid, any, id -> stands.getOrDefault(id, Rational.ZERO))
                    .times(pay));
        }
        return sum;
    }

    private interface Totals {
        Rational of(String measure);
    }

    private static Optional<String> attained(Axis axis) {
        return axis instanceof Axis.Attained attained ? Optional.of(attained.measure()) : Optional.empty();
    }

    private Rational cell(RateGrid grid, Count count, Totals totals) {
        int row = place(grid.rows(), count, totals);
        int column = grid.columns().map(axis -> place(axis, count, totals)).orElse(0);
        return row < 0 || column < 0
                ? Rational.ZERO
                : grid.rates().get(row).get(column).value();
    }

    private static int category(Axis axis, Count count) {
        if (axis instanceof Axis.Category category) {
            for (int i = 0; i < category.when().size(); i++) {
                if (category.when().get(i).test(count.sale()) == Truth.TRUE) {
                    return i;
                }
            }
            return -1;
        }
        return 0;
    }

    private int place(Axis axis, Count count, Totals totals) {
        if (axis instanceof Axis.Attained attained) {
            int place = 0;
            for (Level level : attained.bounds()) {
                int side = side(totals.of(attained.measure()), level, attained.measure());
                place += side > 0 || (side == 0 && plan.conventions().tie() == Tie.UPPER_TIER) ? 1 : 0;
            }
            return place;
        }
        return category(axis, count);
    }

    @Override
    public Rational bonus(Bonus bonus) {
        Rational total = measures.total(bonus.measure());
        if (unasked(ReferenceMeasures.asksQuota(bonus), bonus.measure(), total)) {
            return Rational.ZERO;
        }
        Rational paid = Rational.ZERO;
        for (BonusStep step : bonus.steps()) {
            int side = side(total, step.level(), bonus.measure());
            if (side > 0 || (side == 0 && step.at().isPresent())) {
                paid = pays(step.pays(), bonus.target());
            }
        }
        return paid;
    }

    /** At a quota of zero nothing is paid, or what is paid at 100% once anything is credited. */
    private boolean unasked(boolean shares, String measure, Rational total) {
        return shares
                && measures.quota(measure).signum() == 0
                && (plan.conventions().zeroQuota() != ZeroQuota.IS_FULL || total.signum() <= 0);
    }

    private static Rational pays(PayRate rate, Optional<BigDecimal> target) {
        return rate.share() ? rate.value().times(Rational.of(target.orElseThrow())) : rate.value();
    }

    @Override
    public Rational curve(PayCurve curve) {
        Rational total = measures.total(curve.measure());
        boolean shares = ReferenceMeasures.asksQuota(curve);
        if (unasked(shares, curve.measure(), total)) {
            return Rational.ZERO;
        }
        Rational quota = measures.quota(curve.measure());
        Rational at = shares ? quota.signum() == 0 ? Rational.ONE : total.dividedBy(quota) : total;
        CurvePoint left = curve.points().get(0);
        if (at.compareTo(left.at().value()) < 0) {
            return Rational.ZERO;
        }
        for (CurvePoint right : curve.points()) {
            if (at.compareTo(right.at().value()) <= 0 && !right.equals(left)) {
                Rational from = pays(left.pays(), curve.target());
                Rational to = pays(right.pays(), curve.target());
                Rational width = right.at().value().minus(left.at().value());
                return from.plus(
                        to.minus(from).times(at.minus(left.at().value()).dividedBy(width)));
            }
            left = right;
        }
        return pays(left.pays(), curve.target());
    }

    @Override
    public Rational spiff(Spiff spiff) {
        Rational total = measures.total(spiff.measure());
        long times = 0;
        Rational step = Rational.of(spiff.n().orElse(1));
        for (Rational reached = step; reached.compareTo(total) <= 0; reached = reached.plus(step)) {
            times++;
        }
        boolean once =
                spiff.n().isPresent() && spiff.per().orElse(plan.conventions().spiff()) == Spiff.Per.PERIOD;
        times = Math.min(times, once ? 1 : Long.MAX_VALUE);
        times = Math.min(times, spiff.first().orElse(Integer.MAX_VALUE));
        return Rational.of(spiff.amount()).times(Rational.of(times));
    }

    @Override
    public Rational residual(Residual residual) {
        Rational sum = Rational.ZERO;
        for (Count count : measures.counted(residual.measure())) {
            long month = ChronoUnit.MONTHS.between(
                            count.sale().started().orElseThrow(), count.sale().date())
                    + 1;
            for (ResidualStep step : residual.steps()) {
                if (month <= step.upToMonth().orElse(Integer.MAX_VALUE)) {
                    Rational units = step.rate().share()
                            ? count.units()
                            : Rational.of(count.units().signum());
                    sum = sum.plus(step.rate().value().times(units));
                    break;
                }
            }
        }
        return sum;
    }

    @Override
    public Rational override(TeamOverride override) {
        Rational sum = Rational.ZERO;
        for (Count count : measures.counted(override.measure())) {
            Rational below = override.mode() == TeamOverride.Mode.AMOUNT
                    ? Rational.ZERO
                    : count.sale().paidBelow().map(Rate::value).orElse(Rational.ZERO);
            sum = sum.plus(
                    count.units().times(override.rate().value().minus(below).max(Rational.ZERO)));
        }
        return sum;
    }

    @Override
    public Rational computed(Computed computed) {
        throw new AssertionError("functions have no reference: " + computed);
    }
}
