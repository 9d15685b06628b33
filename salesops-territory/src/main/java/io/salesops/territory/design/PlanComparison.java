package io.salesops.territory.design;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.Outcome;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.territory.area.TerritoryPlanId;
import io.salesops.territory.area.UnitId;
import org.immutables.value.Value;

/**
 * What changes from one plan to another, after the territories of both were paired so that most weight stays: a territory that
 * only has another name has not moved. Immutable and thread-safe.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = PlanComparison.Builder.class)
public interface PlanComparison extends WithPlanComparison, Outcome {

    /** The first plan. */
    TerritoryPlanId before();

    /** The second plan. */
    TerritoryPlanId after();

    /** The units that move, by id. */
    ImmutableList<UnitChange> moved();

    /** How many units stay, but in a territory of another name. */
    int renamed();

    /** Units that have a territory in the second plan only, by id. */
    ImmutableList<UnitId> added();

    /** Units that have a territory in the first plan only, by id. */
    ImmutableList<UnitId> dropped();

    /** How much moves in each measure, by name. */
    ImmutableList<MovedWeight> weights();

    /** Each territory: those of the first plan by id, then those that are new. */
    ImmutableList<TerritoryChange> territories();

    /** Each rep of a territory, by id. */
    ImmutableList<RepChange> reps();

    /**
     * Returns how much moves in a measure.
     *
     * @throws IllegalArgumentException if no unit weighs anything in the measure
     */
    default MovedWeight weight(String measure) {
        return weights().stream()
                .filter(weight -> weight.measure().equals(measure))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no unit weighs anything in " + measure
                        + ". Maybe it is one of "
                        + weights().stream().map(MovedWeight::measure).toList()));
    }

    /** Starts a comparison. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds comparisons. */
    final class Builder extends ImmutablePlanComparison.Builder {
        Builder() {}
    }
}
