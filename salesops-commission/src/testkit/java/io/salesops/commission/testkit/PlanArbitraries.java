package io.salesops.commission.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.credit.CreditId;
import io.salesops.commission.plan.Axis;
import io.salesops.commission.plan.BonusStep;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Computed;
import io.salesops.commission.plan.Conventions;
import io.salesops.commission.plan.CurvePoint;
import io.salesops.commission.plan.DatedPlan;
import io.salesops.commission.plan.Level;
import io.salesops.commission.plan.Measure;
import io.salesops.commission.plan.PayRate;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.PlanFunctions;
import io.salesops.commission.plan.PlanId;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.Release;
import io.salesops.commission.plan.ResidualStep;
import io.salesops.commission.plan.Tier;
import io.salesops.core.money.Rational;
import io.salesops.core.testkit.Members;
import io.salesops.core.testkit.NearlyValid;
import io.salesops.core.testkit.NearlyValid.Flaw;
import io.salesops.core.time.DateRange;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.Monetary;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generators of the parts of plans, of single credits and ids, and of plans with one fault. */
public final class PlanArbitraries {
    private PlanArbitraries() {}

    /** Every combination of conventions. */
    public static Arbitrary<Conventions> conventions() {
        return CommissionArbitraries.plans().map(CommissionPlan::conventions);
    }

    /** Rules of each kind. */
    public static Arbitrary<PlanRule> rules() {
        return Arbitraries.frequencyOf(
                Tuple.of(30, Members.of(CommissionArbitraries.plans().map(CommissionPlan::rules))),
                Tuple.of(1, Arbitraries.just(new Computed("computed", "bookings", "ours"))));
    }

    /** What generated plans count. */
    public static Arbitrary<Measure> measures() {
        return Arbitraries.of(RuleArbitraries.measures());
    }

    /** Shares of a quota, and figures. */
    public static Arbitrary<Level> levels() {
        return Arbitraries.of("100%", "1/3", "12.5%", "150000", "0.5").map(Level::of);
    }

    /** Shares, amounts, and amounts whose decimals do not end. */
    public static Arbitrary<PayRate> payRates() {
        return Arbitraries.of("5%", "1/3", "12.50", "300", "10/3 each").map(PayRate::of);
    }

    /** Steps at a level and above one. */
    public static Arbitrary<BonusStep> bonusSteps() {
        return Combinators.combine(levels(), payRates(), Arbitraries.of(true, false))
                .as((level, pays, at) -> at
                        ? new BonusStep(Optional.of(level), Optional.empty(), pays)
                        : new BonusStep(Optional.empty(), Optional.of(level), pays));
    }

    /** Points of payout curves. */
    public static Arbitrary<CurvePoint> curvePoints() {
        return Combinators.combine(levels(), payRates()).as(CurvePoint::new);
    }

    /** Steps with and without a last month. */
    public static Arbitrary<ResidualStep> residualSteps() {
        return Combinators.combine(Arbitraries.integers().between(1, 36).optional(), payRates())
                .as(ResidualStep::new);
    }

    /** Dimensions of both kinds. */
    public static Arbitrary<Axis> axes() {
        return RuleArbitraries.axes();
    }

    /** Releases of every kind. */
    public static Arbitrary<Release> releases() {
        return RuleArbitraries.releases();
    }

    /** Functions that count units and pay a tenth, under one name each. */
    public static Arbitrary<PlanFunctions> functions() {
        return Arbitraries.of("ours", "theirs")
                .map(name -> PlanFunctions.builder()
                        .putMeasures(name, credit -> credit.units().map(Rational::of))
                        .putPayouts(name, (total, quota) -> total.times(Rational.of(1, 10)))
                        .build());
    }

    /** Tiers of {@link CommissionArbitraries#tiers()}. */
    public static Arbitrary<Tier> singleTiers() {
        return Members.of(CommissionArbitraries.tiers());
    }

    /** Credits of {@link CommissionArbitraries#credits()}. */
    public static Arbitrary<Credit> singleCredits() {
        return Members.of(CommissionArbitraries.credits());
    }

    /** Ids of a few payees. */
    public static Arbitrary<PayeeId> payeeIds() {
        return Arbitraries.of("ana", "ben", "r-17").map(PayeeId::of);
    }

    /** Plans by date, of any version and of one. */
    public static Arbitrary<DatedPlan> datedPlans() {
        return Combinators.combine(
                        planIds(),
                        Arbitraries.of("1", "2").optional(),
                        Arbitraries.of(
                                DateRange.of("2026-01-01", "2026-07-01"), DateRange.from(LocalDate.of(2026, 7, 1))))
                .as(DatedPlan::new);
    }

    /** Ids of a few plans. */
    public static Arbitrary<PlanId> planIds() {
        return Arbitraries.of("ae-2026", "sdr", "größer").map(PlanId::of);
    }

    /** Ids of credits: C-0 to C-30. */
    public static Arbitrary<CreditId> creditIds() {
        return Arbitraries.integers().between(0, 30).map(number -> CreditId.of("C-" + number));
    }

    /** Plans with one fault. */
    public static Arbitrary<NearlyValid<CommissionPlan>> nearlyValidPlans() {
        return NearlyValid.from(
                // One fault is to be the only one: a plan that carries on refuses more rules than others.
                CommissionArbitraries.plans()
                        .map(plan ->
                                plan.withConventions(plan.conventions().withChange(Conventions.Change.STARTS_ANEW))),
                ImmutableList.of(
                        new Flaw<>(
                                "commission.plan.period",
                                plan -> plan.withEffective(DateRange.of("2026-01-01", "2026-01-01"))),
                        new Flaw<>("commission.plan.empty", plan -> plan.withRules(ImmutableList.of())),
                        new Flaw<>("commission.plan.scale", plan -> plan.withCurrency(Monetary.getCurrency("XAU"))),
                        new Flaw<>(
                                "commission.rule.duplicate",
                                plan -> with(plan, plan.rules().get(0))),
                        new Flaw<>(
                                "commission.rule.overlap",
                                plan -> with(
                                        with(
                                                plan.withConventions(
                                                        plan.conventions().withOverlap(Conventions.Overlap.REFUSED)),
                                                PlanRule.Flat.of("new", "invoices", "5%")),
                                        PlanRule.Flat.of("newer", "invoices", "6%"))),
                        flaw("commission.rule.id", PlanRule.Flat.of(" ", "invoices", "5%")),
                        flaw("commission.rule.unknown", PlanRule.Cap.of("new", "5", "nobody")),
                        flaw("commission.rate.negative", PlanRule.Flat.of("new", "invoices", "-5%")),
                        flaw("commission.tier.none", PlanRule.Tiered.marginal("new", "invoices")),
                        flaw(
                                "commission.tier.afterUnbounded",
                                PlanRule.Tiered.marginal("new", "invoices", Tier.beyond("1%"), Tier.beyond("2%"))),
                        flaw(
                                "commission.tier.order",
                                PlanRule.Tiered.marginal(
                                        "new",
                                        "invoices",
                                        Tier.to("50%", "1%"),
                                        Tier.to("50%", "2%"),
                                        Tier.beyond("3%"))),
                        flaw(
                                "commission.tier.gap",
                                PlanRule.Tiered.retroactive("new", "invoices", Tier.to("100%", "1%"))),
                        flaw("commission.gate.bound", PlanRule.Gate.cliff("new", "bookings", "0%")),
                        flaw("commission.gate.measure", PlanRule.Gate.marginal("new", "invoices", "50%", "a")),
                        flaw("commission.cap.negative", PlanRule.Cap.of("new", "-1")),
                        flaw("commission.cap.scale", PlanRule.Cap.of("new", "0.001")),
                        flaw(
                                "commission.cap.overlap",
                                PlanRule.Flat.of("c", "invoices", "5%"),
                                PlanRule.Cap.of("left", "1", "a", "b"),
                                PlanRule.Cap.of("right", "1", "b", "c"))));
    }

    private static Flaw<CommissionPlan> flaw(String code, PlanRule... rules) {
        return new Flaw<>(code, plan -> with(plan, rules));
    }

    private static CommissionPlan with(CommissionPlan plan, PlanRule... rules) {
        return CommissionPlan.builder().from(plan).addRules(rules).build();
    }
}
