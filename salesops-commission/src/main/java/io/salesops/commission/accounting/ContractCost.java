package io.salesops.commission.accounting;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.crm.Blanks;
import io.salesops.core.style.SalesOpsStyle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** A commission that was paid for obtaining a contract. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = ContractCost.Builder.class)
public interface ContractCost extends WithContractCost {

    /** The contract, as its system calls it. */
    String source();

    /** How much it cost to obtain; not negative. */
    MonetaryAmount amount();

    /** The first day of the benefit. */
    LocalDate start();

    /** How many months the benefit lasts: the term, with renewals that are expected where they are not paid for alike. */
    int months();

    /** Whether the cost would not have been incurred without the contract; others are expensed at once. */
    @Value.Default
    default boolean incremental() {
        return true;
    }

    /** Obtains an incremental cost, for example {@code of("D-1", amount, "2026-01-01", 36)}. */
    static ContractCost of(String source, MonetaryAmount amount, String isoStart, int months) {
        return builder()
                .source(source)
                .amount(amount)
                .start(LocalDate.parse(isoStart))
                .months(months)
                .build();
    }

    /** Starts a cost. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks source, amount and months; all at once. */
    @Value.Check
    default void check() {
        List<String> faults = new ArrayList<>();
        if (Blanks.isBlank(source())) {
            faults.add("source of a contract cost must not be blank: '" + source() + "'");
        }
        if (amount().isNegative()) {
            faults.add("cost of contract " + source() + " must not be negative: " + amount());
        }
        if (months() < 1 || months() > 1_200) {
            faults.add("cost of contract " + source() + " must last 1 to 1,200 months: " + months());
        }
        checkArgument(faults.isEmpty(), "%s", String.join("; ", faults));
    }

    /** Builds costs. */
    final class Builder extends ImmutableContractCost.Builder {
        Builder() {}
    }
}
