package io.salesops.commission.ledger;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import io.salesops.commission.ledger.LedgerEntry.Kind;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.PlanId;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.FiscalPeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * All that one payee's postings under a plan are to sum to, for the periods and kinds that it speaks of. What is posted
 * there without a target is to become nothing; what lies outside is left alone. Immutable and thread-safe.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = PostingTargets.Builder.class)
public interface PostingTargets extends WithPostingTargets {

    /** To whom is posted. */
    PayeeId payee();

    /** The plan whose postings these are; absent for those that belong to none. */
    Optional<PlanId> plan();

    /** The origin periods it speaks of. */
    @Value.NaturalOrder
    ImmutableSortedSet<FiscalPeriod> origins();

    /** The kinds it speaks of. */
    ImmutableSet<Kind> kinds();

    /** The sums; those with one key add up. */
    ImmutableList<PostingTarget> targets();

    /** Whether an entry is one of those that it speaks of; what people posted, without a run, never is. */
    default boolean covers(LedgerEntry entry) {
        return entry.run().isPresent()
                && entry.payee().equals(payee())
                && entry.plan().equals(plan())
                && kinds().contains(entry.kind())
                && origins().contains(entry.origin());
    }

    /** Starts targets. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that every target is of one of the periods and kinds. */
    @Value.Check
    default void check() {
        List<String> faults = new ArrayList<>();
        for (PostingTarget target : targets()) {
            if (!origins().contains(target.origin()) || !kinds().contains(target.kind())) {
                faults.add("target " + target + " is of none of the periods " + origins() + " and kinds " + kinds());
            }
        }
        checkArgument(faults.isEmpty(), "%s", String.join("; ", faults));
    }

    /** Builds targets. */
    final class Builder extends ImmutablePostingTargets.Builder {
        Builder() {}
    }
}
