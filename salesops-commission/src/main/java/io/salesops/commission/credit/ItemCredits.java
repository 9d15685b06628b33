package io.salesops.commission.credit;

import io.salesops.core.explain.RuleRef;
import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
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
    private final List<Pot> pots = new ArrayList<>();
    private BigDecimal left;

    ItemCredits(CreditItem item, int scale, Optional<Exclusion> excluded) {
        this(item, excluded, Amounts.number(item.amount()).setScale(scale, RoundingMode.UNNECESSARY));
    }

    private ItemCredits(CreditItem item, Optional<Exclusion> excluded, BigDecimal left) {
        this.item = item;
        this.excluded = excluded;
        this.left = left;
    }

    /** What an item gives back, which is as little credited as the item. */
    static ItemCredits reversal(CreditItem item, int scale, BigDecimal amount, Optional<Exclusion> excluded) {
        return new ItemCredits(item, excluded, amount.setScale(scale, RoundingMode.UNNECESSARY));
    }

    CreditItem item() {
        return item;
    }

    Optional<Exclusion> excluded() {
        return excluded;
    }

    /** The amount and the margin, each where it is credited. */
    List<Pot> pots() {
        return pots;
    }

    /** What is left of the item's amount, credited or not. */
    BigDecimal left() {
        return left;
    }

    /** Takes back a part of the amount. */
    void take(BigDecimal part) {
        left = left.subtract(part);
    }
}
