package io.salesops.quote.revenue;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.quote.document.ContractId;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** A contract as revenue is recognised from it: its transaction price and what it promises. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = RevenueContract.Builder.class)
public interface RevenueContract extends WithRevenueContract {

    /** The contract. */
    ContractId id();

    /** The fixed consideration. */
    MonetaryAmount price();

    /** What it promises, each once. */
    ImmutableList<PerformanceObligation> obligations();

    /** Evidence of bundles that are sold at a discount. */
    ImmutableList<BundlePrice> bundles();

    /** Estimates of what may be added or taken away. */
    ImmutableList<VariableConsideration> variable();

    /** Starts a contract. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds contracts. */
    final class Builder extends ImmutableRevenueContract.Builder {
        Builder() {}
    }
}
