package io.salesops.commission.review;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.PlanId;
import io.salesops.core.explain.Outcome;
import io.salesops.core.money.Rate;
import io.salesops.core.style.SalesOpsStyle;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** What a review of a plan found, and what the plan pays at which attainment. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = PlanReview.Builder.class)
public interface PlanReview extends WithPlanReview, Outcome {

    /** The plan. */
    PlanId plan();

    /** Its version. */
    String planVersion();

    /** What the plan pays in a year, by attainment of the measure that pays first; empty for a plan that cannot be used. */
    ImmutableList<Point> curve();

    /** The cliff at which the smallest unit pays most; empty where pay does not jump. */
    Optional<Cliff> largestCliff();

    /**
     * A point of the payout curve.
     *
     * @param attainment of the measure that pays first; the other measures stand at 100%
     * @param payout what has been paid there
     * @param marginal what each unit since the point before has paid; empty for the first point
     */
    record Point(Rate attainment, MonetaryAmount payout, Optional<Rate> marginal) {}

    /**
     * A jump of pay.
     *
     * @param credited the amount after which it jumps
     * @param unit the smallest amount more
     * @param pays what that amount pays
     */
    record Cliff(MonetaryAmount credited, MonetaryAmount unit, MonetaryAmount pays) {}

    /** Starts a review. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds reviews. */
    final class Builder extends ImmutablePlanReview.Builder {
        Builder() {}
    }
}
