package io.salesops.core.match;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.json.Document;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.style.SalesOpsStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * When a lead belongs to an account, and which one it is where it may be several.
 *
 * <p>An account is a candidate where its name is that of the lead's company, legal form and spelling aside; where the name is
 * close and one piece of evidence is the same; and, if {@link #domainOnly()} says so and there is no other candidate, where
 * it has the lead's domain. A name is close that is similar, an acronym of the other ({@code ELT} of {@code Express Logistics
 * Transport}) or a word of it ({@code Chevron} of {@code ChevronTexaco}); different numbers ({@code Fund 3}, {@code Fund 4})
 * are never close. Immutable and thread-safe.
 */
@Document(kind = "lead-matching", version = 1)
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = LeadMatchingRules.Builder.class)
public interface LeadMatchingRules extends WithLeadMatchingRules {

    /** The rules that {@link #standard()} holds; a copy to change is {@code standard().withDomainOnly(true)}. */
    String STANDARD_ID = "lead-matching";

    /** The kind and version of this document. */
    @Value.Default
    default String schema() {
        return DocumentSchema.of(LeadMatchingRules.class);
    }

    /** What the user calls the rules. */
    String id();

    /** Their version. */
    String version();

    /** From which Jaro-Winkler similarity, in words as they stand or sorted, two names are similar; 0.9 unless stated. */
    @Value.Default
    default double closeName() {
        return 0.9;
    }

    /** Whether an acronym is a close name. */
    @Value.Default
    default boolean acronyms() {
        return true;
    }

    /** Whether words of a name are a close name. */
    @Value.Default
    default boolean nameParts() {
        return true;
    }

    /** What confirms a close name; one is enough, without any no close name counts. */
    ImmutableList<LeadEvidence> evidence();

    /** Whether the domain alone is enough where no account has the name; false unless stated. */
    @Value.Default
    default boolean domainOnly() {
        return false;
    }

    /** Which of several candidates it is, the first that tells decides; candidates that none parts are a tie. */
    ImmutableList<TieBreaker> tieBreakers();

    /** A remark. */
    Optional<String> note();

    /**
     * The usual rules: any evidence confirms a close name, and of several accounts the one with the exact name, the lead's
     * domain, phone number, postal code, country, an owner, the one at the top of its group, the one changed last.
     */
    static LeadMatchingRules standard() {
        return builder()
                .id(STANDARD_ID)
                .version("1")
                .addEvidence(LeadEvidence.values())
                .addTieBreakers(
                        TieBreaker.of(TieBreaker.Preference.EXACT_NAME),
                        TieBreaker.of(TieBreaker.Preference.DOMAIN),
                        TieBreaker.of(TieBreaker.Preference.PHONE),
                        TieBreaker.of(TieBreaker.Preference.POSTAL_CODE),
                        TieBreaker.of(TieBreaker.Preference.COUNTRY),
                        TieBreaker.of(TieBreaker.Preference.HAS_OWNER),
                        TieBreaker.of(TieBreaker.Preference.TOP_OF_GROUP),
                        TieBreaker.of(TieBreaker.Preference.MODIFIED_LAST))
                .build();
    }

    /** Starts rules. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds rules. */
    final class Builder extends ImmutableLeadMatchingRules.Builder {
        Builder() {}
    }
}
