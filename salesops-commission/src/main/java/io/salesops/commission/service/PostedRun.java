package io.salesops.commission.service;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.commission.ledger.LedgerEntry;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import io.salesops.core.style.SalesOpsStyle;
import org.immutables.value.Value;

/** What a run did. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = PostedRun.Builder.class)
public interface PostedRun extends WithPostedRun {

    /** The period with its versions as the run left it. */
    PlanPeriod period();

    /** The version that the run made. */
    PeriodVersion version();

    /** What it posted, by payee. */
    ImmutableList<LedgerEntry> entries();

    /** What is wrong or worth knowing, by payee; of a run that is repeated, nothing is said again. */
    ImmutableList<Finding> findings();

    /** Payees who could not be calculated; they have findings, and nothing was posted to them. */
    ImmutableList<Omission> omitted();

    /** Whether the run had been done before under its key, so that nothing was done now. */
    boolean repeated();

    /** Starts a run. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds runs. */
    final class Builder extends ImmutablePostedRun.Builder {
        Builder() {}
    }
}
