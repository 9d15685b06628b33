package io.salesops.territory.area;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.style.SalesOpsStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** A territory with the rep, home, target and capacity that it must suit. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Territory.Builder.class)
public interface Territory extends WithTerritory {

    /** The territory's identity. */
    TerritoryId id();

    /** Who works it. */
    Optional<RepId> rep();

    /** The unit in which the rep lives; it belongs to the territory only if it is locked there. */
    Optional<UnitId> home();

    /** The most that the territory may weigh in a measure. */
    ImmutableMap<String, Long> capacity();

    /** What the territory is to weigh in a measure; without it, an equal share of what the others leave. */
    ImmutableMap<String, Long> target();

    /** Obtains a territory of which nothing else is known. */
    static Territory of(String id) {
        return builder().id(TerritoryId.of(id)).build();
    }

    /** Starts a territory. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds territories. */
    final class Builder extends ImmutableTerritory.Builder {
        Builder() {}
    }
}
