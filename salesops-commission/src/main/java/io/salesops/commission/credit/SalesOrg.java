package io.salesops.commission.credit;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.Hierarchy;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.SalesRep;
import io.salesops.core.crm.Team;
import io.salesops.core.crm.TeamId;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.style.SalesOpsStyle;
import org.immutables.value.Value;

/** Who sells, in which teams, and who reports to whom, by date: the facts of crediting beside the events. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = SalesOrg.Builder.class)
public interface SalesOrg extends WithSalesOrg {

    /** Who reports to whom; nobody to anybody unless stated. */
    @Value.Default
    default Hierarchy hierarchy() {
        return Hierarchy.builder().build();
    }

    /** The teams. */
    ImmutableList<Team> teams();

    /** Everybody who may be credited; anybody where none are given. */
    ImmutableList<SalesRep> reps();

    /** The reps by id; of two with one id the last. */
    @Value.Lazy
    default ImmutableMap<RepId, SalesRep> repsById() {
        return reps().stream().collect(ImmutableMap.toImmutableMap(SalesRep::id, rep -> rep, (one, other) -> other));
    }

    /** The teams by id; of two with one id the last. */
    @Value.Lazy
    default ImmutableMap<TeamId, Team> teamsById() {
        return teams().stream().collect(ImmutableMap.toImmutableMap(Team::id, team -> team, (one, other) -> other));
    }

    /** The content of the organisation as one hash, made once. */
    @Value.Lazy
    default Fingerprint fingerprint() {
        return Fingerprint.ofText(SalesOpsJson.write(this));
    }

    /** Nobody in particular: anybody may be credited, and nobody has a manager. */
    static SalesOrg none() {
        return builder().build();
    }

    /** Starts an organisation. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds organisations. */
    final class Builder extends ImmutableSalesOrg.Builder {
        Builder() {}
    }
}
