package io.salesops.core.forecast;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.By;
import io.salesops.core.crm.RepId;
import io.salesops.core.process.ForecastCategory;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.FiscalPeriod;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** What one person forecasts for a period: own deals by category, and adjustments of the team's total. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Submission.Builder.class)
public interface Submission extends WithSubmission {

    /** Whose forecast it is. */
    RepId who();

    /** The period. */
    FiscalPeriod period();

    /** What the person's own deals bring, each in one category. */
    CategoryAmounts own();

    /**
     * What the person thinks better than the deals say, as layers in order; the gross below stays as it is. An adjustment of a
     * manager moves the total of the whole team.
     */
    ImmutableList<Adjustment> adjustments();

    /** Where it stands; open unless stated. */
    @Value.Default
    default State state() {
        return State.OPEN;
    }

    /** Who submitted it and when; absent while it is open. */
    Optional<By> submitted();

    /**
     * A layer on top of a category.
     *
     * @param category the category
     * @param amount what it adds; negative to take away
     * @param why the reason
     * @param by who adjusted, and when
     */
    record Adjustment(ForecastCategory category, MonetaryAmount amount, String why, By by) {}

    /** Where a submission stands. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum State {
        /** Being worked on. */
        OPEN,
        /** Handed in; may be sent back until it is frozen. */
        SUBMITTED,
        /** Counted: it changes no more. */
        FROZEN
    }

    /**
     * Returns the submission handed in.
     *
     * @throws IllegalStateException if it is not open
     */
    default Submission submit(By by) {
        move(State.OPEN, State.SUBMITTED);
        return withState(State.SUBMITTED).withSubmitted(by);
    }

    /**
     * Returns the submission sent back to its author.
     *
     * @throws IllegalStateException if it is not handed in
     */
    default Submission reject() {
        move(State.SUBMITTED, State.OPEN);
        return withState(State.OPEN).withSubmitted(Optional.empty());
    }

    /**
     * Returns the submission frozen.
     *
     * @throws IllegalStateException if it is not handed in
     */
    default Submission freeze() {
        move(State.SUBMITTED, State.FROZEN);
        return withState(State.FROZEN);
    }

    /**
     * Returns the submission with another layer.
     *
     * @throws IllegalStateException if it is not open
     */
    default Submission adjust(Adjustment adjustment) {
        move(State.OPEN, State.OPEN);
        return withAdjustments(ImmutableList.<Adjustment>builder()
                .addAll(adjustments())
                .add(adjustment)
                .build());
    }

    private void move(State from, State to) {
        if (state() != from) {
            throw new IllegalStateException("submission of " + who() + " for " + period() + " is " + state() + ", not "
                    + from + ", and cannot become " + to + ". Maybe it was frozen, or has to be rejected first.");
        }
    }

    /** Starts a submission. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds submissions. */
    final class Builder extends ImmutableSubmission.Builder {
        Builder() {}
    }
}
