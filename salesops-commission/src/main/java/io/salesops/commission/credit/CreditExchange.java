package io.salesops.commission.credit;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.style.SalesOpsStyle;
import javax.money.CurrencyUnit;
import org.immutables.value.Value;

/** Into which currency credits are converted, and by the rate of which day. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = CreditExchange.Builder.class)
public interface CreditExchange extends WithCreditExchange {

    /** What results call these conventions. */
    String id();

    /** Which version of the conventions this is. */
    String version();

    /** The currency into which credits are converted. */
    CurrencyUnit currency();

    /** The day whose rate converts. */
    ExchangeDay on();

    /** How a converted credit is rounded, once, a refund as the mirror image of its sale; half up unless stated. */
    @Value.Default
    default RoundingPolicy rounding() {
        return RoundingPolicy.halfUp();
    }

    /** Starts conventions. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds conventions. */
    final class Builder extends ImmutableCreditExchange.Builder {
        Builder() {}
    }
}
