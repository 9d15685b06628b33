package io.salesops.quote.compliance;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.json.Document;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.DateRange;
import java.util.Optional;
import org.immutables.value.Value;

/** A versioned set of checks, the document {@code salesops/policy-pack/1}. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@Document(kind = "policy-pack", version = 1)
@JsonDeserialize(builder = PolicyPack.Builder.class)
public interface PolicyPack extends WithPolicyPack {

    /** The kind and version of the document. */
    @Value.Default
    default String schema() {
        return DocumentSchema.of(PolicyPack.class);
    }

    /** What reports call it. */
    String id();

    /** Its version. */
    String version();

    /** A remark for people. */
    Optional<String> note();

    /** The days on which it is in force; always unless stated. */
    @Value.Default
    default DateRange effective() {
        return DateRange.always();
    }

    /** The checks, in the order in which reports list them. */
    ImmutableList<PolicyCheck> checks();

    /** Starts a pack. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds packs. */
    final class Builder extends ImmutablePolicyPack.Builder {
        Builder() {}
    }
}
