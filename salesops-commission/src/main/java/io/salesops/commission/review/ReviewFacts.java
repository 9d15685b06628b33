package io.salesops.commission.review;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.crm.Hierarchy;
import io.salesops.core.crm.Quota;
import io.salesops.core.money.Rate;
import io.salesops.core.money.RateTable;
import io.salesops.core.style.SalesOpsStyle;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.immutables.value.Value;

/** What is known around a plan, as far as it is to be reviewed with it. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = ReviewFacts.Builder.class)
public interface ReviewFacts extends WithReviewFacts {

    /** Who is to be paid by the plan. */
    ImmutableList<PayeeId> payees();

    /** Their quotas. */
    ImmutableList<Quota> quotas();

    /** Who reports to whom. */
    Optional<Hierarchy> hierarchy();

    /** The splits of deals that must sum to the whole, by deal. */
    ImmutableMap<String, ImmutableList<Rate>> splits();

    /** The currencies in which credits may come; the plan's own needs no rate. */
    ImmutableSet<CurrencyUnit> currencies();

    /** The exchange rates by which credits are to be converted; none unless stated. */
    @Value.Default
    default RateTable rates() {
        return RateTable.none();
    }

    /** Nothing but the plan. */
    static ReviewFacts none() {
        return builder().build();
    }

    /** Starts facts. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds facts. */
    final class Builder extends ImmutableReviewFacts.Builder {
        Builder() {}
    }
}
