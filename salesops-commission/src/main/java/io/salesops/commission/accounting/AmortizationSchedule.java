package io.salesops.commission.accounting;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.Outcome;
import io.salesops.core.money.Amounts;
import io.salesops.core.style.SalesOpsStyle;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** When a cost becomes expense; the lines sum to the cost, to the last decimal. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = AmortizationSchedule.Builder.class)
public interface AmortizationSchedule extends WithAmortizationSchedule, Outcome {

    /** The cost. */
    ContractCost cost();

    /** The expenses in the order of their days. */
    ImmutableList<AmortizationLine> lines();

    /** What is left on the balance sheet at the end of a day: the cost less all lines that end by then. */
    default MonetaryAmount carrying(LocalDate on) {
        return cost().amount()
                .subtract(Amounts.sum(
                        lines().stream()
                                .filter(line -> line.days()
                                                .before()
                                                .orElseThrow()
                                                .minusDays(1)
                                                .compareTo(on)
                                        <= 0)
                                .map(AmortizationLine::expense)
                                .toList(),
                        cost().amount().getCurrency()));
    }

    /** Whether anything was put on the balance sheet. */
    @JsonIgnore
    default boolean isCapitalized() {
        return lines().stream().anyMatch(line -> line.kind() != AmortizationLine.Kind.EXPENSED);
    }

    /** Starts a schedule. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that the lines sum to the cost, and that what they leave is right. */
    @Value.Check
    default void check() {
        MonetaryAmount left = cost().amount();
        for (AmortizationLine line : lines()) {
            left = left.subtract(line.expense());
            checkArgument(
                    left.compareTo(line.carrying()) == 0,
                    "line %s of %s must leave %s, not %s",
                    line.days(),
                    cost().source(),
                    left,
                    line.carrying());
        }
        checkArgument(
                left.isZero(),
                "expenses of %s must sum to %s: %s is left. Maybe a line is missing.",
                cost().source(),
                cost().amount(),
                left);
    }

    /** Builds schedules. */
    final class Builder extends ImmutableAmortizationSchedule.Builder {
        Builder() {}
    }
}
