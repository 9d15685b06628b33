package io.salesops.territory.design;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.Explained;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.territory.area.TerritoryPlan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A plan with its figures, the attainable bound, and the reason for each moved unit. Immutable and thread-safe.
 *
 * <p>Distances are kilometres on the globe, or units of the plane, to three decimals.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Alternative.Builder.class)
public interface Alternative extends WithAlternative, Explained {

    /** Its number, from 1. */
    int number();

    /** The plan. */
    TerritoryPlan plan();

    /** How equal the territories are, by the order of the problem's balance. */
    ImmutableList<MeasureFigures> measures();

    /** Each territory in figures, by id. */
    ImmutableList<TerritoryFigures> territories();

    /** What the search made small: square kilometres times weight, kilometres times weight, or borders. */
    BigDecimal compactness();

    /**
     * What no plan that keeps the upper limits can be below in {@link #compactness()}: for the p-median of up to 400 units, by Lagrangian
     * relaxation. Empty for more, and for inertia and borders, whose known bounds are too far from any plan to tell anything.
     */
    Optional<BigDecimal> compactnessBound();

    /** The root of the weighted mean of squared distances to the centre. */
    BigDecimal rmsKm();

    /** The weighted mean distance to the best unit of each territory; empty where there are too many units to try all. */
    Optional<BigDecimal> medianKm();

    /** How many borders lie between territories. */
    int cutEdges();

    /** In how many parts territories fall, beyond the first of each. */
    int fragments();

    /** How many territories have no unit. */
    int empties();

    /** How much is moved of what has a present territory, in the measure of the disruption; in hundredths of a percent. */
    Rate moved();

    /** The moved units, by id. */
    ImmutableList<Move> moves();

    /** Everything computed again. */
    Certificate certificate();

    /** Returns by how much of the bound {@link #compactness()} may at most be above the best plan; empty without a bound. */
    default Optional<Rate> gap() {
        return compactnessBound()
                .filter(bound -> bound.signum() > 0)
                .map(bound ->
                        new Rate(Rational.of(compactness().subtract(bound).divide(bound, 4, RoundingMode.HALF_EVEN))));
    }

    /**
     * Returns the largest deviation in a measure.
     *
     * @throws IllegalArgumentException if the problem does not balance the measure
     */
    default Rate maxDeviation(String measure) {
        return figures(measure).maxDeviation();
    }

    /**
     * Returns what no plan's largest deviation can be below.
     *
     * @throws IllegalArgumentException if the problem does not balance the measure
     */
    default Rate attainable(String measure) {
        return figures(measure).attainable();
    }

    /**
     * Returns how equal the territories are in a measure.
     *
     * @throws IllegalArgumentException if the problem does not balance the measure
     */
    default MeasureFigures figures(String measure) {
        return measures().stream()
                .filter(figures -> figures.measure().equals(measure))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("measure is not balanced: " + measure
                        + ". Maybe it is one of "
                        + measures().stream().map(MeasureFigures::measure).toList()));
    }

    /** Starts an alternative. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds alternatives. */
    final class Builder extends ImmutableAlternative.Builder {
        Builder() {}
    }
}
