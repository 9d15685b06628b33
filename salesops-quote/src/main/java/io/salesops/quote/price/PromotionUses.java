package io.salesops.quote.price;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.AccountId;
import io.salesops.core.style.SalesOpsStyle;
import org.immutables.value.Value;

/** How often promotions were used before a quote is priced: what their limits are held against. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = PromotionUses.Builder.class)
public interface PromotionUses extends WithPromotionUses {

    /** The uses, in any order; several of one code and customer add up. */
    ImmutableList<Use> uses();

    /** How often a promotion was used in all. */
    default long total(String code) {
        return uses().stream()
                .filter(use -> use.code().equals(code))
                .mapToLong(Use::times)
                .sum();
    }

    /** How often a customer used a promotion. */
    default long by(AccountId account, String code) {
        return uses().stream()
                .filter(use -> use.code().equals(code) && use.account().equals(account))
                .mapToLong(Use::times)
                .sum();
    }

    /** Nothing was used. */
    static PromotionUses none() {
        return builder().build();
    }

    /** Starts a list of uses. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds lists of uses. */
    final class Builder extends ImmutablePromotionUses.Builder {
        Builder() {}
    }

    /**
     * Quotes of a customer that used a promotion.
     *
     * @param code the code of the promotion
     * @param account the customer
     * @param times how many quotes
     */
    record Use(String code, AccountId account, int times) {}
}
