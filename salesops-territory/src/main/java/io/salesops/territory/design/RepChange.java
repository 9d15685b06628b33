package io.salesops.territory.design;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.RepId;
import io.salesops.core.style.SalesOpsStyle;
import org.immutables.value.Value;

/** What a rep keeps, gains and loses in all of the rep's territories together. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = RepChange.Builder.class)
public interface RepChange extends WithRepChange {

    /** The rep. */
    RepId rep();

    /** How many units stay with the rep, in the same territory or another. */
    int kept();

    /** How many units the rep gains. */
    int gained();

    /** How many units the rep loses. */
    int lost();

    /** The same in each measure. */
    ImmutableMap<String, WeightChange> weights();

    /** Starts a change. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds changes. */
    final class Builder extends ImmutableRepChange.Builder {
        Builder() {}
    }
}
