package io.salesops.commission.quota;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Quota;
import io.salesops.core.explain.Outcome;
import io.salesops.core.explain.Ratio;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.style.SalesOpsStyle;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** What one payee is to reach over some days, with every step from the agreed quota. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = PayeeQuota.Builder.class)
public interface PayeeQuota extends WithPayeeQuota, Outcome {

    /** The quota over the days that are measured; its version is the latest that counts. */
    Quota quota();

    /** What a payee who is there all the time would have. */
    MonetaryAmount full();

    /** The exact share of the full quota that this payee carries; 100% of a quota of zero. */
    Rate carried();

    /**
     * Returns the share of the quota that an amount attains; without a rate where the quota is zero.
     *
     * @throws io.salesops.core.money.CurrencyMismatchException if the amount is in another currency
     */
    default Ratio attainment(MonetaryAmount credited) {
        Amounts.sameCurrency(credited, quota().amount());
        return new Ratio(Amounts.exact(credited), Amounts.exact(quota().amount()), ImmutableList.of());
    }

    /** Starts a payee's quota. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds payees' quotas. */
    final class Builder extends ImmutablePayeeQuota.Builder {
        Builder() {}
    }
}
