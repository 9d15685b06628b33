package io.salesops.territory.design;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.Outcome;
import io.salesops.core.style.SalesOpsStyle;
import org.immutables.value.Value;

/** The designs of several scenarios, in their order. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = ScenarioDesigns.Builder.class)
public interface ScenarioDesigns extends WithScenarioDesigns, Outcome {

    /** What became of each scenario. */
    ImmutableList<ScenarioDesign> scenarios();

    /**
     * Returns what became of a scenario.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    default ScenarioDesign scenario(String name) {
        return scenarios().stream()
                .filter(scenario -> scenario.scenario().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no scenario " + name + ". Maybe it is one of "
                        + scenarios().stream().map(ScenarioDesign::scenario).toList()));
    }

    /** Starts designs. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds designs. */
    final class Builder extends ImmutableScenarioDesigns.Builder {
        Builder() {}
    }
}
