package io.salesops.commission.credit;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.json.Document;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.style.SalesOpsStyle;
import javax.money.CurrencyUnit;
import org.immutables.value.Value;

/** Into which currency credits are converted, and by the rate of which day: a versioned document. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = CreditExchange.Builder.class)
@Document(kind = "credit-exchange", version = 1)
public interface CreditExchange extends WithCreditExchange {

    /** The kind and version of the document. */
    @Value.Default
    default String schema() {
        return DocumentSchema.of(CreditExchange.class);
    }

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
