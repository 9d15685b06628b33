package io.salesops.quote.document;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.ProductId;
import io.salesops.core.money.Rate;
import io.salesops.core.style.SalesOpsStyle;
import java.math.BigDecimal;
import java.util.Optional;
import javax.money.MonetaryAmount;
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

    /** The amount that the seller takes off the line, instead of a discount. */
    Optional<MonetaryAmount> amountOff();

    /**
     * The price of one unit (and month, where it is charged by the month) that the seller sets in the place of the
     * calculated one, instead of a discount; it needs a reason.
     */
    Optional<MonetaryAmount> unitPrice();

    /** Why the seller asks for it. */
    Optional<String> reason();

    /** What a price is a share of: the amounts of transactions for a percentage, the price itself where the line states it. */
    ImmutableList<MonetaryAmount> amounts();

    /** The line of the bundle whose option this is. */
    Optional<LineId> bundle();

    /** The group under which the quote shows a subtotal, in the user's words. */
    Optional<String> group();

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

    /** Returns this line with an amount off, and the reason for it. */
    default QuoteLine reduced(MonetaryAmount amount, String reason) {
        return withAmountOff(amount).withReason(reason);
    }

    /** Returns this line at a unit price that the seller sets, and the reason for it. */
    default QuoteLine priced(MonetaryAmount unit, String reason) {
        return withUnitPrice(unit).withReason(reason);
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
