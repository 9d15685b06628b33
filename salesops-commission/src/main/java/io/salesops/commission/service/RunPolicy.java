package io.salesops.commission.service;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.salesops.commission.ledger.HoldPolicy;
import io.salesops.commission.ledger.LedgerEntry.Kind;
import io.salesops.core.approval.ApprovalRule;
import io.salesops.core.style.SalesOpsStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** How runs post and close. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = RunPolicy.Builder.class)
public interface RunPolicy extends WithRunPolicy {

    /** Kinds as which rules of the plan are posted: earnings, bonuses and clawbacks, and what belongs to draws. */
    ImmutableSet<Kind> KINDS = ImmutableSet.of(
            Kind.EARNING, Kind.BONUS, Kind.CLAWBACK, Kind.DRAW_ADVANCE, Kind.RECOVERY, Kind.FORGIVENESS);

    /** Who must approve before a period is closed; nobody unless stated. */
    Optional<ApprovalRule> approval();

    /** What is held back on top of what plans hold back, and until when; nothing unless stated. */
    Optional<HoldPolicy> holds();

    /** The kinds of entries by rule of the plan; earnings unless stated. */
    ImmutableMap<String, Kind> kinds();

    /** Returns the kind as which a rule is posted. */
    default Kind kind(String rule) {
        return kinds().getOrDefault(rule, Kind.EARNING);
    }

    /** Posts earnings, holds nothing back, and closes without approval. */
    static RunPolicy standard() {
        return builder().build();
    }

    /** Starts a policy. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks the kinds. */
    @Value.Check
    default void check() {
        kinds().forEach((rule, kind) -> checkArgument(
                KINDS.contains(kind), "rule %s cannot be posted as %s. Maybe it is one of %s.", rule, kind, KINDS));
    }

    /** Builds policies. */
    final class Builder extends ImmutableRunPolicy.Builder {
        Builder() {}
    }
}
