package io.salesops.core.crm;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.DateRange;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A person who sells. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = SalesRep.Builder.class)
public interface SalesRep extends WithSalesRep {

    /** The identity. */
    Field<SalesRep, RepId> ID = Field.of(SalesRep.class, "id", RepId.class, rep -> Optional.of(rep.id()));

    /** The name. */
    Field<SalesRep, String> NAME = Field.of(SalesRep.class, "name", String.class, rep -> Optional.of(rep.name()));

    /** The team. */
    Field<SalesRep, TeamId> TEAM = Field.of(SalesRep.class, "team", TeamId.class, SalesRep::team);

    /** The office or region. */
    Field<SalesRep, String> REGION = Field.of(SalesRep.class, "region", String.class, SalesRep::region);

    /** The rep's identity. */
    RepId id();

    /** The name. */
    String name();

    /** The team. */
    Optional<TeamId> team();

    /** The office or region. */
    Optional<String> region();

    /** The days on which the rep sells. */
    @Value.Default
    default DateRange active() {
        return DateRange.always();
    }

    /** The fields that conditions on reps may name. */
    static Fields<SalesRep> fields() {
        return Fields.of(SalesRep.class, List.of(ID, NAME, TEAM, REGION));
    }

    /** Starts a rep. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds reps. */
    final class Builder extends ImmutableSalesRep.Builder {
        Builder() {}
    }
}
