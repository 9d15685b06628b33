package io.salesops.commission.service;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.PlanId;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.By;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.FiscalPeriod;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A period of a plan, with the versions of its results. It is open until it is closed, and then closed for good: what
 * changes later is posted in the period that is open then. Immutable and thread-safe.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = PlanPeriod.Builder.class)
public interface PlanPeriod extends WithPlanPeriod {

    /** The plan. */
    Field<PlanPeriod, PlanId> PLAN =
            Field.of(PlanPeriod.class, "plan", PlanId.class, period -> Optional.of(period.plan()));

    /** The period; ordered by first day. */
    Field<PlanPeriod, FiscalPeriod> PERIOD =
            Field.of(PlanPeriod.class, "period", FiscalPeriod.class, period -> Optional.of(period.period()));

    /** Whether it is closed. */
    Field<PlanPeriod, Boolean> CLOSED =
            Field.of(PlanPeriod.class, "closed", Boolean.class, period -> Optional.of(period.isClosed()));

    /** The plan. */
    PlanId plan();

    /** The period. */
    FiscalPeriod period();

    /** The versions of its results, from the first. */
    ImmutableList<PeriodVersion> versions();

    /** Who closed it and when; absent while it is open. */
    Optional<By> closed();

    /** Whether it is closed. */
    @JsonIgnore
    default boolean isClosed() {
        return closed().isPresent();
    }

    /** The identity. */
    default PlanPeriodKey key() {
        return new PlanPeriodKey(plan(), period());
    }

    /** The latest version; absent before the first run. */
    default Optional<PeriodVersion> latest() {
        return versions().isEmpty()
                ? Optional.empty()
                : Optional.of(versions().get(versions().size() - 1));
    }

    /** What an approval of the latest version is of: {@code "commission ae-2026 FY2026-M03 2"}. */
    default String subject() {
        return "commission " + plan() + " " + period() + " " + versions().size();
    }

    /** The fields that conditions on periods may name. */
    static Fields<PlanPeriod> fields() {
        return Fields.of(PlanPeriod.class, List.of(PLAN, PERIOD, CLOSED));
    }

    /** Obtains an open period without results. */
    static PlanPeriod open(PlanId plan, FiscalPeriod period) {
        return builder().plan(plan).period(period).build();
    }

    /** Starts a period. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that versions count from 1. */
    @Value.Check
    default void check() {
        for (int i = 0; i < versions().size(); i++) {
            checkArgument(
                    versions().get(i).number() == i + 1,
                    "versions of %s must count from 1: version %s stands at place %s",
                    key(),
                    versions().get(i).number(),
                    i + 1);
        }
    }

    /** Builds periods. */
    final class Builder extends ImmutablePlanPeriod.Builder {
        Builder() {}
    }
}
