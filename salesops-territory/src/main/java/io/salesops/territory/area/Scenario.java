package io.salesops.territory.area;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.style.SalesOpsStyle;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * A variant of a problem under a name: what it states replaces what the problem says, all else stays. Immutable and
 * thread-safe.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Scenario.Builder.class)
public interface Scenario extends WithScenario {

    /** What the variant is called. */
    String name();

    /** For the reader. */
    Optional<String> note();

    /** How many territories there are to be, instead of those of the problem. */
    OptionalInt count();

    /** The territories, instead of those of the problem; as there, if empty. */
    ImmutableList<Territory> territories();

    /** The bands; as there, if empty. */
    ImmutableList<Balance> balance();

    /** What is made small. */
    Optional<Objective> objective();

    /** What moving units costs. */
    Optional<Disruption> disruption();

    /** Units that are locked as well. */
    ImmutableSet<UnitId> lock();

    /** Units that are no longer locked. */
    ImmutableSet<UnitId> unlock();

    /**
     * Returns the problem of this variant, with the name behind its id.
     *
     * @throws IllegalArgumentException if a unit is to be locked or unlocked that the problem does not have
     */
    default TerritoryProblem of(TerritoryProblem problem) {
        ImmutableSet<UnitId> known =
                problem.units().stream().map(AlignmentUnit::id).collect(ImmutableSet.toImmutableSet());
        for (UnitId unit :
                ImmutableSet.<UnitId>builder().addAll(lock()).addAll(unlock()).build()) {
            checkArgument(
                    known.contains(unit), "scenario %s locks or unlocks unit %s, which there is not", name(), unit);
        }
        boolean own = count().isPresent() || !territories().isEmpty();
        return problem.withId(problem.id() + "/" + name())
                .withUnits(problem.units().stream()
                        .map(unit -> lock().contains(unit.id())
                                ? unit.withLocked(true)
                                : unlock().contains(unit.id()) ? unit.withLocked(false) : unit)
                        .collect(ImmutableList.toImmutableList()))
                .withCount(own ? count() : problem.count())
                .withTerritories(own ? territories() : problem.territories())
                .withBalance(balance().isEmpty() ? problem.balance() : balance())
                .withObjective(objective().orElse(problem.objective()))
                .withDisruption(disruption().orElse(problem.disruption()));
    }

    /** Obtains the problem as it is, under a name. */
    static Scenario named(String name) {
        return builder().name(name).build();
    }

    /** Starts a scenario. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks the name, and that no unit is both locked and unlocked. */
    @Value.Check
    default void check() {
        checkArgument(!name().isBlank(), "name of a scenario must not be blank: '%s'", name());
        for (UnitId unit : lock()) {
            checkArgument(!unlock().contains(unit), "scenario %s both locks and unlocks unit %s", name(), unit);
        }
    }

    /** Builds scenarios. */
    final class Builder extends ImmutableScenario.Builder {
        Builder() {}
    }
}
