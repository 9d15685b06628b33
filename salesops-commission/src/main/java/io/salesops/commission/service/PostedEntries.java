package io.salesops.commission.service;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.commission.ledger.LedgerEntry;
import io.salesops.core.style.SalesOpsStyle;
import org.immutables.value.Value;

/** What a run of payouts or accruals posted. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = PostedEntries.Builder.class)
public interface PostedEntries extends WithPostedEntries {

    /** The entries, by payee and currency. */
    ImmutableList<LedgerEntry> entries();

    /** Whether they had been posted before under the run's key, so that nothing was posted now. */
    boolean repeated();

    /** Starts postings. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds postings. */
    final class Builder extends ImmutablePostedEntries.Builder {
        Builder() {}
    }
}
