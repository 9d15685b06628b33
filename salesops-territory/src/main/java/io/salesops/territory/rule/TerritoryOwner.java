package io.salesops.territory.rule;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.DateRange;
import org.immutables.value.Value;

/** Which rep works a territory, and when. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = TerritoryOwner.Builder.class)
public interface TerritoryOwner extends WithTerritoryOwner {

    /** The territory. */
    TerritoryId territory();

    /** The rep. */
    RepId rep();

    /** The days on which the rep works it; all unless stated. No two reps of one territory share a day. */
    @Value.Default
    default DateRange effective() {
        return DateRange.always();
    }

    /** Obtains an owner for all days. */
    static TerritoryOwner of(String territory, String rep) {
        return builder().territory(TerritoryId.of(territory)).rep(RepId.of(rep)).build();
    }

    /** Starts an owner. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds owners. */
    final class Builder extends ImmutableTerritoryOwner.Builder {
        Builder() {}
    }
}
