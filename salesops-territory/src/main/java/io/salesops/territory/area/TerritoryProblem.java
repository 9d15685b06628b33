package io.salesops.territory.area;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.json.Document;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.style.SalesOpsStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * All that a design of territories depends on: the document {@code salesops/territory-problem/1}. Immutable and thread-safe.
 *
 * <p>What is wrong in it, unit that is named twice or limit that nothing can keep, is found by the designer, all at once.
 */
@Value.Immutable
@SalesOpsStyle
@Document(kind = "territory-problem", version = 1)
@JsonDeserialize(builder = TerritoryProblem.Builder.class)
public interface TerritoryProblem extends WithTerritoryProblem {

    /** The kind and version of the document. */
    @Value.Default
    default String schema() {
        return DocumentSchema.of(TerritoryProblem.class);
    }

    /** What the user calls it. */
    String id();

    /** Its version. */
    String version();

    /** For the reader. */
    Optional<String> note();

    /** What is assigned; the order means nothing. */
    ImmutableList<AlignmentUnit> units();

    /** Where the borders come from; the given ones unless stated. */
    @Value.Default
    default Adjacency adjacency() {
        return Adjacency.GIVEN;
    }

    /** Which units touch, beside those that {@link #adjacency()} finds. */
    ImmutableList<Border> borders();

    /** Which units count as touching though they do not: ferries, islands. */
    ImmutableList<Border> bridges();

    /** Whether islands that remain are joined to their nearest neighbours, each by one bridge that the result names. */
    @Value.Default
    default boolean bridgeIslands() {
        return false;
    }

    /** Whether each territory must hang together; yes unless stated. */
    @Value.Default
    default boolean contiguous() {
        return true;
    }

    /** The territories; either these or {@link #count()}. */
    ImmutableList<Territory> territories();

    /** How many territories there are to be; they are then called T-01, T-02 and so on, from north to south. */
    OptionalInt count();

    /** The bands; the first is the one by which alternatives are ranked. */
    ImmutableList<Balance> balance();

    /** What is made small within the bands. */
    @Value.Default
    default Objective objective() {
        return Objective.standard();
    }

    /** What moving units costs. */
    @Value.Default
    default Disruption disruption() {
        return Disruption.none();
    }

    /** Units that belong to one territory, whichever it is. */
    ImmutableList<UnitGroup> together();

    /** Units of which no two belong to one territory. */
    ImmutableList<UnitGroup> apart();

    /** Where units must not be. */
    ImmutableList<Forbidden> forbidden();

    /** Returns the territories: the given ones, or as many as {@link #count()} asks for. */
    default ImmutableList<Territory> designed() {
        if (count().isEmpty()) {
            return territories();
        }
        int count = count().getAsInt();
        int digits = Math.max(2, Integer.toString(count).length());
        ImmutableList.Builder<Territory> designed = ImmutableList.builder();
        for (int number = 1; number <= count; number++) {
            designed.add(Territory.builder()
                    .id(TerritoryId.of("T-" + String.format(Locale.ROOT, "%0" + digits + "d", number)))
                    .build());
        }
        return designed.build();
    }

    /** Returns the present territories as a plan; units that have none are not in it. */
    default TerritoryPlan presentPlan(String id) {
        ImmutableMap.Builder<UnitId, TerritoryId> present = ImmutableMap.builder();
        for (AlignmentUnit unit : units()) {
            unit.present().ifPresent(territory -> present.put(unit.id(), territory));
        }
        return TerritoryPlan.builder()
                .id(TerritoryPlanId.of(id))
                .assignment(present.buildOrThrow())
                .build();
    }

    /** Starts a problem. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds problems. */
    final class Builder extends ImmutableTerritoryProblem.Builder {
        Builder() {}
    }
}
