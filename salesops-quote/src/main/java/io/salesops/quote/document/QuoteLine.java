package io.salesops.quote.document;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.crm.ProductId;
import io.salesops.core.money.Rate;
import io.salesops.core.style.SalesOpsStyle;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/** A product, a quantity, a term, and the discount that the seller asks for. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = QuoteLine.Builder.class)
public interface QuoteLine extends WithQuoteLine {

    /** Names the line within its quote. */
    LineId id();

    /** The product. */
    ProductId product();

    /** How many units; a fraction is allowed. */
    BigDecimal quantity();

    /** The days for which it is sold. */
    Term term();

    /** The discount that the seller asks for; a negative one is a surcharge. */
    Optional<Rate> discount();

    /** Why the seller asks for it. */
    Optional<String> reason();

    /** Obtains a line without discount. */
    static QuoteLine of(String id, String product, long quantity, Term term) {
        return builder()
                .id(LineId.of(id))
                .product(ProductId.of(product))
                .quantity(BigDecimal.valueOf(quantity))
                .term(term)
                .build();
    }

    /** Returns this line with a discount and the reason for it. */
    default QuoteLine discounted(Rate rate, String reason) {
        return withDiscount(rate).withReason(reason);
    }

    /** Starts a line. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds lines. */
    final class Builder extends ImmutableQuoteLine.Builder {
        Builder() {}
    }
}
