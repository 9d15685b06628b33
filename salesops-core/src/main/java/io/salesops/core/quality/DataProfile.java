package io.salesops.core.quality;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.style.SalesOpsStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** What the records of one kind are like, field by field; see {@link DataProfiler}. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = DataProfile.Builder.class)
public interface DataProfile extends WithDataProfile {

    /** The kind of record. */
    QualityRules.Subject on();

    /** How many records there are. */
    long records();

    /** The fields: the standard ones in their order, then those of the CRM's own that any record has, by name. */
    ImmutableList<FieldProfile> fields();

    /** Returns the profile of a field. */
    default Optional<FieldProfile> field(String name) {
        return fields().stream().filter(field -> field.field().equals(name)).findFirst();
    }

    /**
     * Compares with a later profile of the same kind of record.
     *
     * @throws IllegalArgumentException if it is of another kind
     */
    default ProfileDrift driftTo(DataProfile later) {
        return ProfileDrift.between(this, later);
    }

    /** Starts a profile. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds profiles. */
    final class Builder extends ImmutableDataProfile.Builder {
        Builder() {}
    }
}
