package io.salesops.core.crm;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.DateRange;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A group of reps under one manager. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Team.Builder.class)
public interface Team extends WithTeam {

    /** The identity. */
    Field<Team, TeamId> ID = Field.of(Team.class, "id", TeamId.class, team -> Optional.of(team.id()));

    /** The name. */
    Field<Team, String> NAME = Field.of(Team.class, "name", String.class, team -> Optional.of(team.name()));

    /** The team above. */
    Field<Team, TeamId> PARENT = Field.of(Team.class, "parent", TeamId.class, Team::parent);

    /** Who leads it. */
    Field<Team, RepId> MANAGER = Field.of(Team.class, "manager", RepId.class, Team::manager);

    /** The team's identity. */
    TeamId id();

    /** The name. */
    String name();

    /** The team above. */
    Optional<TeamId> parent();

    /** Who leads it. */
    Optional<RepId> manager();

    /** Who belongs to it when, in any order. */
    ImmutableList<Membership> members();

    /**
     * A rep belongs to the team on the dates.
     *
     * @param rep the member
     * @param dates the days of membership
     */
    record Membership(RepId rep, DateRange dates) {}

    /** Returns the members on a day, each once. */
    default ImmutableSortedSet<RepId> membersOn(LocalDate on) {
        return members().stream()
                .filter(member -> member.dates().contains(on))
                .map(Membership::rep)
                .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
    }

    /** The fields that conditions on teams may name. */
    static Fields<Team> fields() {
        return Fields.of(Team.class, List.of(ID, NAME, PARENT, MANAGER));
    }

    /** Starts a team. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds teams. */
    final class Builder extends ImmutableTeam.Builder {
        Builder() {}
    }
}
