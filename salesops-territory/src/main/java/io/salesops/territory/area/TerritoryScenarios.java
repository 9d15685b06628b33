package io.salesops.territory.area;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.json.Document;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.style.SalesOpsStyle;
import org.immutables.value.Value;

/** A problem and named variants of it: the document {@code salesops/territory-scenarios/1}. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@Document(kind = "territory-scenarios", version = 1)
@JsonDeserialize(builder = TerritoryScenarios.Builder.class)
public interface TerritoryScenarios extends WithTerritoryScenarios {

    /** The kind and version of the document. */
    @Value.Default
    default String schema() {
        return DocumentSchema.of(TerritoryScenarios.class);
    }

    /** What all variants start from. */
    TerritoryProblem problem();

    /** The variants, in the order in which they are designed and told. */
    ImmutableList<Scenario> scenarios();

    /** Starts a set of scenarios. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds sets of scenarios. */
    final class Builder extends ImmutableTerritoryScenarios.Builder {
        Builder() {}
    }
}
