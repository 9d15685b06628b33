package io.salesops.core.crm;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.style.SalesOpsStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** A group of reps under one manager. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Team.Builder.class)
public interface Team extends WithTeam {

    /** The team's identity. */
    TeamId id();

    /** The name. */
    String name();

    /** The team above. */
    Optional<TeamId> parent();

    /** Who leads it. */
    Optional<RepId> manager();

    /** Starts a team. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds teams. */
    final class Builder extends ImmutableTeam.Builder {
        Builder() {}
    }
}
