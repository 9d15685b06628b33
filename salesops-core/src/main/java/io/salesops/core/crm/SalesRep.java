package io.salesops.core.crm;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.DateRange;
import java.util.Optional;
import org.immutables.value.Value;

/** A person who sells. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = SalesRep.Builder.class)
public interface SalesRep extends WithSalesRep {

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

    /** Starts a rep. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds reps. */
    final class Builder extends ImmutableSalesRep.Builder {
        Builder() {}
    }
}
