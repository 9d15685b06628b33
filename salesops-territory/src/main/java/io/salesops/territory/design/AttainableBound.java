package io.salesops.territory.design;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Rate;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.territory.area.UnitId;
import org.immutables.value.Value;

/** A reason why no plan can be equal, with how unequal it must at least be. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = AttainableBound.Builder.class)
public interface AttainableBound extends WithAttainableBound {

    /** The measure. */
    String measure();

    /** No plan's largest deviation is below it; in hundredths of a percent. */
    Rate deviation();

    /** The units that make it so, by id: one that is too heavy, or the best territory around one that has few neighbours. */
    ImmutableList<UnitId> units();

    /** The reason in one sentence. */
    String why();

    /** Starts a bound. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds bounds. */
    final class Builder extends ImmutableAttainableBound.Builder {
        Builder() {}
    }
}
