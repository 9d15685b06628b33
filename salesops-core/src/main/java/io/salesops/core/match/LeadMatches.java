package io.salesops.core.match;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.LeadId;
import io.salesops.core.explain.Outcome;
import io.salesops.core.style.SalesOpsStyle;
import org.immutables.value.Value;

/**
 * Many leads matched: each has one account, or several that nothing parts, or none. Immutable and thread-safe.
 *
 * <p>The reasons for one lead are a question to {@link LeadMatcher#match}, which gives the same answer.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = LeadMatches.Builder.class)
public interface LeadMatches extends WithLeadMatches, Outcome {

    /** The account of each lead that has one. */
    ImmutableSortedMap<LeadId, AccountId> accounts();

    /** The accounts of each lead that has several, by id. */
    ImmutableSortedMap<LeadId, ImmutableList<AccountId>> ties();

    /** The leads that belong to no account, by id. */
    ImmutableList<LeadId> unmatched();

    /** Starts matches. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds matches. */
    final class Builder extends ImmutableLeadMatches.Builder {
        Builder() {}
    }
}
