package io.salesops.testkit;

import io.salesops.commission.calc.CommissionOptions;
import io.salesops.commission.plan.Axis;
import io.salesops.commission.plan.BonusStep;
import io.salesops.commission.plan.CurvePoint;
import io.salesops.commission.plan.DatedPlan;
import io.salesops.commission.plan.Level;
import io.salesops.commission.plan.Measure;
import io.salesops.commission.plan.PayRate;
import io.salesops.commission.plan.PlanFunctions;
import io.salesops.commission.plan.Release;
import io.salesops.commission.plan.ResidualStep;
import io.salesops.commission.review.PlanReview;
import io.salesops.commission.review.ReviewFacts;
import io.salesops.commission.statement.SettlementStep;
import io.salesops.commission.statement.StatementRun;
import io.salesops.commission.testkit.PlanArbitraries;
import io.salesops.commission.testkit.StatementArbitraries;
import net.jqwik.api.Arbitrary;

/** Generators of the parts of commission plans, and of what runs and reviews of plans return. */
public final class CommissionPartArbitraries {
    private CommissionPartArbitraries() {}

    /** What generated plans count. */
    public static Arbitrary<Measure> measures() {
        return PlanArbitraries.measures();
    }

    /** Shares of a quota, and figures. */
    public static Arbitrary<Level> levels() {
        return PlanArbitraries.levels();
    }

    /** Shares, amounts, and amounts whose decimals do not end. */
    public static Arbitrary<PayRate> payRates() {
        return PlanArbitraries.payRates();
    }

    /** Steps at a level and above one. */
    public static Arbitrary<BonusStep> bonusSteps() {
        return PlanArbitraries.bonusSteps();
    }

    /** Points of payout curves in plans. */
    public static Arbitrary<CurvePoint> curvePoints() {
        return PlanArbitraries.curvePoints();
    }

    /** Steps with and without a last month. */
    public static Arbitrary<ResidualStep> residualSteps() {
        return PlanArbitraries.residualSteps();
    }

    /** Dimensions of tables of rates. */
    public static Arbitrary<Axis> axes() {
        return PlanArbitraries.axes();
    }

    /** Releases of every kind. */
    public static Arbitrary<Release> releases() {
        return PlanArbitraries.releases();
    }

    /** Functions that count and that pay. */
    public static Arbitrary<PlanFunctions> planFunctions() {
        return PlanArbitraries.functions();
    }

    /** How much is traced. */
    public static Arbitrary<CommissionOptions> commissionOptions() {
        return StatementArbitraries.options();
    }

    /** What draws, guarantees and holdbacks made of statements. */
    public static Arbitrary<SettlementStep> settlementSteps() {
        return StatementArbitraries.settlementSteps();
    }

    /** Statements of two payees, one of whom is refused. */
    public static Arbitrary<StatementRun> statementRuns() {
        return StatementArbitraries.statementRuns();
    }

    /** Reviews of generated plans. */
    public static Arbitrary<PlanReview> planReviews() {
        return StatementArbitraries.reviews();
    }

    /** Points of reviews. */
    public static Arbitrary<PlanReview.Point> payoutPoints() {
        return StatementArbitraries.payoutPoints();
    }

    /** Jumps of pay. */
    public static Arbitrary<PlanReview.Cliff> cliffs() {
        return StatementArbitraries.cliffs();
    }

    /** Plans by date. */
    public static Arbitrary<DatedPlan> datedPlans() {
        return PlanArbitraries.datedPlans();
    }

    /** What is known around plans. */
    public static Arbitrary<ReviewFacts> reviewFacts() {
        return StatementArbitraries.reviewFacts();
    }
}
