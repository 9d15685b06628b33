package io.salesops.core.forecast;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.style.SalesOpsStyle;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** When submissions are due, and how old they may be. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = SubmissionPolicy.Builder.class)
public interface SubmissionPolicy extends WithSubmissionPolicy {

    /** The moment by which submissions have to be handed in; later ones are late, and count all the same. */
    Optional<Instant> due();

    /** After how many days a submission is stale; absent means never. */
    OptionalInt staleAfterDays();

    /** No due moment, never stale. */
    static SubmissionPolicy none() {
        return builder().build();
    }

    /** Starts a policy. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds policies. */
    final class Builder extends ImmutableSubmissionPolicy.Builder {
        Builder() {}
    }
}
