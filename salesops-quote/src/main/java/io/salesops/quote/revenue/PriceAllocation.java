package io.salesops.quote.revenue;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.Outcome;
import io.salesops.core.money.Amounts;
import io.salesops.core.style.SalesOpsStyle;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** A transaction price, allocated; the shares sum to it, to the last decimal. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = PriceAllocation.Builder.class)
public interface PriceAllocation extends WithPriceAllocation, Outcome {

    /** The contract. */
    RevenueContract contract();

    /** The transaction price: fixed and variable consideration. */
    MonetaryAmount total();

    /** The share of each obligation, in the order of the contract. */
    ImmutableList<AllocatedPrice> shares();

    /**
     * Returns the share of an obligation.
     *
     * @throws IllegalArgumentException if the contract has none of that id
     */
    default AllocatedPrice share(String obligation) {
        ObligationId wanted = ObligationId.of(obligation);
        return shares().stream()
                .filter(share -> share.obligation().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("contract "
                        + contract().id() + " has no obligation '" + obligation + "'. Maybe it is one of "
                        + shares().stream().map(AllocatedPrice::obligation).toList()));
    }

    /** Starts an allocation. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that the shares sum to the price. */
    @Value.Check
    default void check() {
        MonetaryAmount sum =
                Amounts.sum(shares().stream().map(AllocatedPrice::amount).toList(), total().getCurrency());
        checkArgument(
                sum.compareTo(total()) == 0,
                "shares of contract %s must sum to %s, but sum to %s",
                contract().id(),
                total(),
                sum);
    }

    /** Builds allocations. */
    final class Builder extends ImmutablePriceAllocation.Builder {
        Builder() {}
    }
}
