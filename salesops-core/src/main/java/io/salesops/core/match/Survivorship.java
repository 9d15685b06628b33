package io.salesops.core.match;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.json.Document;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.style.SalesOpsStyle;
import org.immutables.value.Value;

/**
 * The rule for each field of the golden record. Fields are named as in conditions; custom ones by {@code custom.} and
 * their name. Immutable and thread-safe.
 */
@Document(kind = "survivorship", version = 1)
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Survivorship.Builder.class)
public interface Survivorship extends WithSurvivorship {

    /** The document kind and its version: {@code salesops/survivorship/1}. */
    @Value.Default
    default String schema() {
        return DocumentSchema.of(Survivorship.class);
    }

    /** What the user calls it. */
    String id();

    /** Its version. */
    String version();

    /** The rule for fields that are not named. */
    @Value.Default
    default Survivor otherwise() {
        return Survivor.MOST_COMPLETE;
    }

    /** The rule by field. */
    ImmutableMap<String, Survivor> fields();

    /** The sources, the most trusted first, where a rule goes by source. */
    ImmutableList<String> sources();

    /** The custom field, without the prefix {@code custom.}, that names the source of a record. */
    @Value.Default
    default String sourceField() {
        return "source";
    }

    /**
     * The custom field, without the prefix {@code custom.}, that says when a record was changed, as a day or the text of an
     * instant; for records whose kind has no such field of its own, such as contacts.
     */
    @Value.Default
    default String modifiedField() {
        return "modifiedAt";
    }

    /** The rule of a field. */
    default Survivor of(String field) {
        return fields().getOrDefault(field, otherwise());
    }

    /** Starts a survivorship. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds survivorships. */
    final class Builder extends ImmutableSurvivorship.Builder {
        Builder() {}
    }
}
