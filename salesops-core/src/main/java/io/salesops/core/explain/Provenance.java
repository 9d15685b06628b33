package io.salesops.core.explain;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.style.SalesOpsStyle;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** What a result was computed from, so that it can be replayed. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Provenance.Builder.class)
public interface Provenance extends WithProvenance {

    /** The engine's simple name. */
    String engine();

    /** The version of this library. */
    @Value.Default
    default String libraryVersion() {
        return LibraryVersion.CURRENT;
    }

    /** Each input by its role, for example {@code "plan"} or {@code "credits"}. */
    ImmutableMap<String, Input> inputs();

    /** Exchange rates, prices and dates that were looked up, as text. */
    ImmutableList<String> lookups();

    /** How many steps a search did; a run with this many steps gives the same result byte for byte. */
    OptionalLong steps();

    /**
     * One input.
     *
     * @param id what the user calls it
     * @param version its version, or the number of facts
     * @param fingerprint its content
     */
    record Input(String id, String version, Fingerprint fingerprint) {}

    /** Starts a provenance. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds provenances. */
    final class Builder extends ImmutableProvenance.Builder {
        Builder() {}
    }
}
