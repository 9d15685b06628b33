package io.salesops.commission.plan;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.time.DateRange;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * That a plan pays somebody on some days.
 *
 * @param plan the plan
 * @param version the version; whichever holds unless stated
 * @param days the days
 */
@Value.Builder
@JsonDeserialize(builder = DatedPlanBuilder.class)
public record DatedPlan(PlanId plan, Optional<String> version, DateRange days) {

    /** Obtains that any version of a plan pays on some days. */
    public static DatedPlan of(PlanId plan, DateRange days) {
        return new DatedPlan(plan, Optional.empty(), days);
    }

    /** Obtains that one version of a plan pays on some days. */
    public static DatedPlan of(PlanId plan, String version, DateRange days) {
        return new DatedPlan(plan, Optional.of(version), days);
    }

    /** Whether it speaks of a plan in the version that it is. */
    public boolean isOf(CommissionPlan other) {
        return plan.equals(other.id())
                && version.filter(named -> !named.equals(other.version())).isEmpty();
    }
}
