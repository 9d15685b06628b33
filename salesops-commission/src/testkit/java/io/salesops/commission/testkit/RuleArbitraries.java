package io.salesops.commission.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.Axis;
import io.salesops.commission.plan.Bonus;
import io.salesops.commission.plan.BonusStep;
import io.salesops.commission.plan.Clawback;
import io.salesops.commission.plan.Countable;
import io.salesops.commission.plan.CurvePoint;
import io.salesops.commission.plan.Draw;
import io.salesops.commission.plan.EarningRule;
import io.salesops.commission.plan.Floor;
import io.salesops.commission.plan.Guarantee;
import io.salesops.commission.plan.Holdback;
import io.salesops.commission.plan.Level;
import io.salesops.commission.plan.Measure;
import io.salesops.commission.plan.Multiplier;
import io.salesops.commission.plan.PayCurve;
import io.salesops.commission.plan.PayRate;
import io.salesops.commission.plan.PerDeal;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.PlanRule.TierMode;
import io.salesops.commission.plan.RateGrid;
import io.salesops.commission.plan.Release;
import io.salesops.commission.plan.Residual;
import io.salesops.commission.plan.ResidualStep;
import io.salesops.commission.plan.Spiff;
import io.salesops.commission.plan.TeamOverride;
import io.salesops.commission.plan.Tier;
import io.salesops.commission.plan.Weight;
import io.salesops.core.money.Rate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Rules of every kind on the measures of {@link #measures()}, each of which passes its check. */
public final class RuleArbitraries {
    private static final ImmutableList<String> MONEY = ImmutableList.of("bookings", "renewals", "margin", "reliable");
    private static final ImmutableList<String> COUNTS = ImmutableList.of("seats", "logos");
    private static final ImmutableList<String> ALL = ImmutableList.of("bookings", "renewals", "seats", "logos");

    private RuleArbitraries() {}

    /** What generated plans count beside bookings and renewals: seats, new logos, margin and what has a condition. */
    public static ImmutableList<Measure> measures() {
        return ImmutableList.of(
                Measure.builder()
                        .id("seats")
                        .of("bookings")
                        .counts(Measure.Counts.UNITS)
                        .build(),
                Measure.builder()
                        .id("logos")
                        .of("bookings")
                        .counts(Measure.Counts.DEALS)
                        .build(),
                Measure.builder()
                        .id("margin")
                        .of("bookings")
                        .counts(Measure.Counts.MARGIN)
                        .build(),
                Measure.builder()
                        .id("reliable")
                        .of("renewals")
                        .when(Countable.UNITS.atLeast(new BigDecimal("100")))
                        .build());
    }

    /** Rules that pay. */
    public static Arbitrary<EarningRule> earning(String id) {
        return Arbitraries.frequencyOf(
                Tuple.of(2, flat(id)),
                Tuple.of(5, tiered(id)),
                Tuple.of(2, multiplying(id)),
                Tuple.of(2, perUnit(id)),
                Tuple.of(1, byAnother(id)),
                Tuple.of(1, interpolated(id)),
                Tuple.of(2, perDeal(id)),
                Tuple.of(2, grid(id)),
                Tuple.of(2, bonus(id)),
                Tuple.of(2, curve(id)),
                Tuple.of(1, spiff(id)),
                Tuple.of(1, residual(id)),
                Tuple.of(1, override(id)));
    }

    private static Arbitrary<EarningRule> flat(String id) {
        return Combinators.combine(Arbitraries.of(MONEY), CommissionArbitraries.rates())
                .as((measure, rate) -> new PlanRule.Flat(id, measure, rate));
    }

    private static Arbitrary<EarningRule> tiered(String id) {
        Arbitrary<TierMode> modes =
                Arbitraries.of(TierMode.MARGINAL, TierMode.RETROACTIVE, TierMode.WHOLE_OVERAGE, TierMode.BY_CUMULATIVE);
        return Combinators.combine(
                        Arbitraries.of(MONEY),
                        modes,
                        Arbitraries.oneOf(CommissionArbitraries.tiers(), figures(shares())),
                        Arbitraries.integers().between(-1, 3))
                .as((measure, mode, tiers, retroactive) -> new PlanRule.Tiered(
                        id,
                        measure,
                        mode,
                        mode == TierMode.MARGINAL && retroactive >= 0 && retroactive < tiers.size()
                                ? replaced(tiers, retroactive)
                                : tiers));
    }

    private static ImmutableList<Tier> replaced(List<Tier> tiers, int at) {
        List<Tier> changed = new ArrayList<>(tiers);
        changed.set(at, tiers.get(at).retroactive());
        return ImmutableList.copyOf(changed);
    }

    /** Tiers that multiply a rate or a target. */
    private static Arbitrary<EarningRule> multiplying(String id) {
        return Combinators.combine(
                        Arbitraries.of(MONEY),
                        Arbitraries.of(TierMode.MARGINAL, TierMode.RETROACTIVE, TierMode.WHOLE_OVERAGE),
                        CommissionArbitraries.tiers(),
                        Arbitraries.of(true, false))
                .as((measure, mode, tiers, target) -> new PlanRule.Tiered(
                        id,
                        measure,
                        mode,
                        tiers,
                        target ? Optional.empty() : Optional.of(PayRate.of("12.5%")),
                        target ? Optional.of(new BigDecimal("20000")) : Optional.empty(),
                        Optional.empty()));
    }

    /** Amounts for each unit. */
    private static Arbitrary<EarningRule> perUnit(String id) {
        Arbitrary<PayRate> amounts = Arbitraries.of("0", "1", "12", "7").map(PayRate::of);
        return Combinators.combine(
                        Arbitraries.of(COUNTS),
                        Arbitraries.of(TierMode.MARGINAL, TierMode.RETROACTIVE),
                        figures(amounts),
                        Arbitraries.of(true, false))
                .as((measure, mode, tiers, flat) -> flat
                        ? new PlanRule.Flat(id, measure, tiers.get(0).rate())
                        : new PlanRule.Tiered(id, measure, mode, tiers));
    }

    private static Arbitrary<EarningRule> byAnother(String id) {
        return Combinators.combine(
                        Arbitraries.of(TierMode.MARGINAL, TierMode.RETROACTIVE, TierMode.BY_CUMULATIVE),
                        Arbitraries.oneOf(CommissionArbitraries.tiers(), figures(shares())),
                        Arbitraries.of(ALL))
                .as((mode, tiers, by) -> new PlanRule.Tiered(
                        id, "bookings", mode, tiers, Optional.empty(), Optional.empty(), Optional.of(by)));
    }

    private static Arbitrary<EarningRule> interpolated(String id) {
        Arbitrary<PayRate> amounts = Arbitraries.of("0", "10", "400").map(PayRate::of);
        return Combinators.combine(
                        Arbitraries.of(MONEY),
                        CommissionArbitraries.tiers(),
                        figures(amounts),
                        Arbitraries.of(true, false))
                .as((measure, shares, figures, byShare) -> {
                    List<Tier> tiers = new ArrayList<>(byShare ? shares : figures);
                    tiers.set(tiers.size() - 1, Tier.beyond(byShare ? "0%" : "0"));
                    return new PlanRule.Tiered(id, measure, TierMode.INTERPOLATED, ImmutableList.copyOf(tiers));
                });
    }

    private static Arbitrary<EarningRule> perDeal(String id) {
        return Combinators.combine(
                        Arbitraries.of(MONEY),
                        Arbitraries.of(TierMode.MARGINAL, TierMode.RETROACTIVE, TierMode.WHOLE_OVERAGE),
                        figures(shares()),
                        Arbitraries.integers().between(0, 30).optional(),
                        Arbitraries.integers().between(30, 90).optional())
                .as((measure, mode, tiers, least, most) -> new PerDeal(
                        id, measure, mode, tiers, least.map(BigDecimal::valueOf), most.map(BigDecimal::valueOf)));
    }

    private static Arbitrary<EarningRule> grid(String id) {
        return Combinators.combine(
                        Arbitraries.of(RateGrid.Mode.class),
                        axes(),
                        axes().optional(),
                        shares().list().ofSize(9))
                .as((mode, rows, columns, rates) -> {
                    int width = columns.map(Axis::size).orElse(1);
                    ImmutableList.Builder<ImmutableList<PayRate>> cells = ImmutableList.builder();
                    for (int row = 0; row < rows.size(); row++) {
                        cells.add(ImmutableList.copyOf(rates.subList(row * width, (row + 1) * width)));
                    }
                    return new RateGrid(id, "bookings", mode, rows, columns, cells.build());
                });
    }

    /** Dimensions of both kinds. */
    static Arbitrary<Axis> axes() {
        return Arbitraries.of(
                new Axis.Attained("renewals", ImmutableList.of(Level.of("50%"), Level.of("100%"))),
                new Axis.Attained("bookings", ImmutableList.of(Level.of("1000"))),
                new Axis.Category(ImmutableList.of(
                        Countable.UNITS.atLeast(new BigDecimal("900")),
                        Countable.UNITS.below(new BigDecimal("600")),
                        Countable.UNITS.present())));
    }

    private static Arbitrary<EarningRule> bonus(String id) {
        return Combinators.combine(
                        Arbitraries.of(ALL),
                        Arbitraries.of("0%", "20%", "100%", "250")
                                .map(PayRate::of)
                                .list()
                                .ofSize(2),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((measure, pays, share, above) -> {
                    Level first = Level.of(share ? "80%" : "500");
                    Level second = Level.of(share ? "100%" : "1500");
                    return new Bonus(
                            id,
                            measure,
                            Optional.of(new BigDecimal("5000")),
                            ImmutableList.of(
                                    above
                                            ? new BonusStep(Optional.empty(), Optional.of(first), pays.get(0))
                                            : new BonusStep(Optional.of(first), Optional.empty(), pays.get(0)),
                                    new BonusStep(Optional.of(second), Optional.empty(), pays.get(1))));
                });
    }

    private static Arbitrary<EarningRule> curve(String id) {
        return Combinators.combine(
                        Arbitraries.of(ALL),
                        Arbitraries.of("0%", "25%", "100%", "333")
                                .map(PayRate::of)
                                .list()
                                .ofSize(3),
                        Arbitraries.of(true, false))
                .as((measure, pays, share) -> new PayCurve(
                        id,
                        measure,
                        Optional.of(new BigDecimal("10000")),
                        ImmutableList.of(
                                new CurvePoint(Level.of(share ? "70%" : "700"), pays.get(0)),
                                new CurvePoint(Level.of(share ? "100%" : "1000"), pays.get(1)),
                                new CurvePoint(Level.of(share ? "150%" : "1600"), pays.get(2)))));
    }

    private static Arbitrary<EarningRule> spiff(String id) {
        return Combinators.combine(
                        Arbitraries.of(COUNTS),
                        Arbitraries.integers().between(0, 500),
                        Arbitraries.integers().between(1, 4).optional(),
                        Arbitraries.of(Spiff.Per.class).optional(),
                        Arbitraries.integers().between(1, 3).optional())
                .as((measure, amount, n, per, first) ->
                        new Spiff(id, measure, BigDecimal.valueOf(amount), n, per, first));
    }

    private static Arbitrary<EarningRule> residual(String id) {
        return Combinators.combine(shares().list().ofSize(2), Arbitraries.of(true, false))
                .as((rates, ends) -> new Residual(
                        id,
                        "renewals",
                        ImmutableList.of(
                                new ResidualStep(Optional.of(3), PayRate.of("30")),
                                new ResidualStep(Optional.of(12), rates.get(0)),
                                new ResidualStep(ends ? Optional.of(15) : Optional.empty(), rates.get(1)))));
    }

    private static Arbitrary<EarningRule> override(String id) {
        return Combinators.combine(
                        Arbitraries.of(MONEY), CommissionArbitraries.rates(), Arbitraries.of(TeamOverride.Mode.class))
                .as((measure, rate, mode) -> new TeamOverride(id, measure, rate, mode));
    }

    private static Arbitrary<PayRate> shares() {
        return CommissionArbitraries.rates().map(PayRate::of);
    }

    /** Tables of one to three tiers whose bounds are figures. */
    private static Arbitrary<ImmutableList<Tier>> figures(Arbitrary<PayRate> rates) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2), rates.list().ofSize(3))
                .as((bounds, pays) -> {
                    ImmutableList.Builder<Tier> tiers = ImmutableList.builder();
                    for (int i = 0; i < bounds; i++) {
                        tiers.add(new Tier(Optional.of(Level.of(i == 0 ? "250.5" : "1000")), pays.get(i)));
                    }
                    return tiers.add(new Tier(Optional.empty(), pays.get(bounds)))
                            .build();
                });
    }

    /** Rules that change what {@code a} and {@code b} pay: some of the kinds, with limits that are nested. */
    public static Arbitrary<List<PlanRule>> adjusting() {
        Arbitrary<ImmutableList<String>> on =
                Arbitraries.of(ImmutableList.of(), ImmutableList.of("a"), ImmutableList.of("b"));
        Arbitrary<PlanRule> gate = Combinators.combine(
                        Arbitraries.of(ALL), Arbitraries.of("10%", "50%", "100%", "1/3", "700"), on)
                .as((measure, level, rules) -> new PlanRule.Gate(
                        "gate", measure, Level.of(level), Optional.of(PlanRule.GateMode.CLIFF), rules));
        Arbitrary<PlanRule> multiplier = Combinators.combine(
                        Arbitraries.of(ALL),
                        Arbitraries.of("0%", "50%", "100%", "120%", "1/3")
                                .list()
                                .ofSize(2),
                        on)
                .as((measure, factors, rules) -> new Multiplier(
                        "factor",
                        measure,
                        ImmutableList.of(Tier.to("60%", factors.get(0)), Tier.beyond(factors.get(1))),
                        rules));
        Arbitrary<PlanRule> weight = Combinators.combine(Arbitraries.of("60%", "1/7", "100%"), on)
                .as((share, rules) -> new Weight("weight", Rate.of(share), rules));
        Arbitrary<PlanRule> floor = Arbitraries.integers()
                .between(0, 300)
                .map(amount -> new Floor("floor-b", BigDecimal.valueOf(amount), ImmutableList.of("b")));
        Arbitrary<PlanRule> capAll = Arbitraries.integers()
                .between(400, 20_000)
                .map(amount -> PlanRule.Cap.of("cap-all", amount.toString()));
        Arbitrary<PlanRule> capA = Arbitraries.integers()
                .between(0, 10_000)
                .map(amount -> PlanRule.Cap.of("cap-a", amount.toString(), "a"));
        return Combinators.combine(
                        gate.optional(0.4),
                        multiplier.optional(0.3),
                        weight.optional(0.3),
                        floor.optional(0.2),
                        capAll.optional(0.4),
                        capA.optional(0.4))
                .as(RuleArbitraries::present);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // read once, never written
    private static List<PlanRule> present(Optional<PlanRule>... rules) {
        List<PlanRule> present = new ArrayList<>();
        for (Optional<PlanRule> rule : rules) {
            rule.ifPresent(present::add);
        }
        return present;
    }

    /** Releases of every kind. */
    static Arbitrary<Release> releases() {
        return Arbitraries.of(
                new Release.After(Period.ofDays(30)),
                new Release.After(Period.ofMonths(2)),
                new Release.On(LocalDate.of(2026, 7, 1)),
                Release.Event.of("cash"),
                Release.Event.of("invoices"),
                new Release.Event("cash", Optional.of(Period.ofDays(14))));
    }

    /** Rules on paying out: some of the kinds. */
    public static Arbitrary<List<PlanRule>> settling() {
        Arbitrary<BigDecimal> amounts = Arbitraries.integers().between(0, 3_000).map(BigDecimal::valueOf);
        Arbitrary<Period> every = Arbitraries.of(Period.ofMonths(1), Period.ofDays(7), Period.ofMonths(3));
        Arbitrary<PlanRule> draw = Combinators.combine(amounts, every, Arbitraries.of(Draw.Recovery.class))
                .as((amount, each, recovery) -> new Draw("draw", amount, each, recovery, Optional.empty()));
        Arbitrary<PlanRule> guarantee = Combinators.combine(amounts, every)
                .as((amount, each) -> new Guarantee("guarantee", amount, each, Optional.empty()));
        Arbitrary<PlanRule> holdback = Combinators.combine(
                        Arbitraries.of("25%", "1/3", "100%"),
                        releases(),
                        Arbitraries.of(ImmutableList.<String>of(), ImmutableList.of("a")))
                .as((share, release, rules) -> new Holdback("holdback", Rate.of(share), release, rules));
        Arbitrary<PlanRule> clawback = Arbitraries.of(
                new Clawback("clawback", Clawback.Mode.RECALCULATE, ImmutableList.of(), Optional.empty()),
                new Clawback(
                        "clawback",
                        Clawback.Mode.LADDER,
                        ImmutableList.of(
                                ResidualStep.to(3, "100%"), ResidualStep.to(6, "50%"), ResidualStep.to(12, "25%")),
                        Optional.empty()),
                new Clawback("clawback", Clawback.Mode.PRO_RATA, ImmutableList.of(), Optional.of(12)));
        return Combinators.combine(
                        draw.optional(0.3), guarantee.optional(0.2), holdback.optional(0.3), clawback.optional(0.3))
                .as(RuleArbitraries::present);
    }
}
