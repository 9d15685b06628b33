package io.salesops.territory.design;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Finding;
import io.salesops.core.style.SalesOpsStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** What became of one scenario: a design, or the findings that say why there is none. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = ScenarioDesign.Builder.class)
public interface ScenarioDesign extends WithScenarioDesign {

    /** What the scenario is called. */
    String scenario();

    /** The design. */
    Optional<TerritoryDesign> design();

    /** What is wrong or worth knowing. */
    ImmutableList<Finding> findings();

    /** Starts a result. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that there is a design, or a finding that says why not. */
    @Value.Check
    default void check() {
        checkArgument(
                design().isPresent() || !findings().isEmpty(),
                "scenario %s has no design and says not why",
                scenario());
    }

    /** Builds results. */
    final class Builder extends ImmutableScenarioDesign.Builder {
        Builder() {}
    }
}
