package io.salesops.territory.design;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.money.Rate;
import io.salesops.core.style.SalesOpsStyle;
import org.immutables.value.Value;

/** How equal the territories of a plan are in one measure. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = MeasureFigures.Builder.class)
public interface MeasureFigures extends WithMeasureFigures {

    /** The measure. */
    String measure();

    /** The largest deviation of a territory from its target, as a share of the target; in hundredths of a percent. */
    Rate maxDeviation();

    /** The mean deviation; in hundredths of a percent. */
    Rate meanDeviation();

    /** What no plan can be below in {@link #maxDeviation()}; 0 where nothing is known to hinder equality. */
    Rate attainable();

    /** The territories outside their band, by id; a band is about an equal share of what oversized units leave. */
    ImmutableList<TerritoryId> outside();

    /** Starts figures. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds figures. */
    final class Builder extends ImmutableMeasureFigures.Builder {
        Builder() {}
    }
}
