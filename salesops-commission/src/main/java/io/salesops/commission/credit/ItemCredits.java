package io.salesops.commission.credit;

import io.salesops.commission.credit.Portion.Parcel;
import io.salesops.core.explain.RuleRef;
import java.math.BigDecimal;
import java.util.Optional;

/** What became of one item, and what is left of it after reversals. Belongs to one call. */
final class ItemCredits {

    /**
     * Why an item is credited to nobody.
     *
     * @param rule the exclusion
     * @param reason as it states it
     * @param ref the exclusion in the document
     */
    record Exclusion(String rule, String reason, RuleRef ref) {
        String words() {
            return "excluded by " + rule + ": " + reason;
        }
    }

    private final CreditItem item;
    private final Optional<Exclusion> excluded;
    private final Optional<Pot> pot;
    private final BigDecimal whole;
    private BigDecimal left;

    private ItemCredits(CreditItem item, Optional<Exclusion> excluded, Optional<Pot> pot, BigDecimal whole) {
        this.item = item;
        this.excluded = excluded;
        this.pot = pot;
        this.whole = whole;
        left = whole;
    }

    /** An item that is credited; it must not have been taken from. */
    static ItemCredits of(CreditItem item, Pot pot) {
        return new ItemCredits(
                item, Optional.empty(), Optional.of(pot), pot.left().amount());
    }

    /** An item of an amount that is credited to nobody. */
    static ItemCredits excluded(CreditItem item, Exclusion exclusion, BigDecimal amount) {
        return new ItemCredits(item, Optional.of(exclusion), Optional.empty(), amount);
    }

    CreditItem item() {
        return item;
    }

    Optional<Exclusion> excluded() {
        return excluded;
    }

    /** Who has what of it, unless it is excluded. */
    Optional<Pot> pot() {
        return pot;
    }

    /** The item's amount. */
    BigDecimal whole() {
        return whole;
    }

    /** What is left of the item's amount, credited or not. */
    BigDecimal left() {
        return left;
    }

    /**
     * Takes a part back.
     *
     * @param reversal the item of the reversal
     * @param part of the sign of what is left, and no larger
     */
    ItemCredits take(CreditItem reversal, Parcel part) {
        left = left.subtract(part.amount());
        return new ItemCredits(
                reversal,
                excluded,
                pot.map(filled -> filled.take(part)),
                part.amount().negate());
    }
}
