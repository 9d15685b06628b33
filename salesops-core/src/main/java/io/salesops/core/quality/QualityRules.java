package io.salesops.core.quality;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.json.Document;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.style.SalesOpsStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** A versioned set of checks on one kind of record. Immutable and thread-safe. */
@Document(kind = "quality-rules", version = 1)
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = QualityRules.Builder.class)
public interface QualityRules extends WithQualityRules {

    /** The kind and version of this document. */
    @Value.Default
    default String schema() {
        return DocumentSchema.of(QualityRules.class);
    }

    /** What the user calls the rules. */
    String id();

    /** Their version. */
    String version();

    /** What they check. */
    Subject on();

    /** The rules; their identifiers differ. */
    ImmutableList<QualityRule> rules();

    /** A remark. */
    Optional<String> note();

    /** The kinds of records that rules check. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum Subject {
        /** Companies. */
        ACCOUNT,
        /** People at companies. */
        CONTACT,
        /** People and companies that showed interest. */
        LEAD,
        /** Possible sales. */
        OPPORTUNITY
    }

    /** Starts a set of rules. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds sets of rules. */
    final class Builder extends ImmutableQualityRules.Builder {
        Builder() {}
    }
}
