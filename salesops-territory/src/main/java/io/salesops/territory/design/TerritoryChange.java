package io.salesops.territory.design;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.style.SalesOpsStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** A territory of one plan and the one of another plan that goes on from it. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = TerritoryChange.Builder.class)
public interface TerritoryChange extends WithTerritoryChange {

    /** The territory in the first plan; empty where it is new. */
    Optional<TerritoryId> before();

    /** The territory in the second plan; empty where it ends. */
    Optional<TerritoryId> after();

    /** Who works it, by the problem. */
    Optional<RepId> rep();

    /** How many units stay. */
    int kept();

    /** How many units come in: from others, or that had no territory before. */
    int gained();

    /** How many units go out: to others, or to no territory. */
    int lost();

    /** The same in each measure. */
    ImmutableMap<String, WeightChange> weights();

    /** Starts a change. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that there is a territory. */
    @Value.Check
    default void check() {
        checkArgument(before().isPresent() || after().isPresent(), "a change is of a territory in one plan at least");
    }

    /** Builds changes. */
    final class Builder extends ImmutableTerritoryChange.Builder {
        Builder() {}
    }
}
