package io.salesops.core.crm;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.style.SalesOpsStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** A call, meeting, message or task. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Activity.Builder.class)
public interface Activity extends WithActivity {

    /** The activity's identity. */
    ActivityId id();

    /** The kind, for example {@code "call"}. */
    String kind();

    /** When it took place. */
    Instant at();

    /** Who did it. */
    Optional<RepId> owner();

    /** The account it concerns. */
    Optional<AccountId> account();

    /** The contact it concerns. */
    Optional<ContactId> contact();

    /** The opportunity it concerns. */
    Optional<OpportunityId> opportunity();

    /** The lead it concerns. */
    Optional<LeadId> lead();

    /** Starts an activity. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds activities. */
    final class Builder extends ImmutableActivity.Builder {
        Builder() {}
    }
}
