package io.salesops.quote.billing;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.Outcome;
import io.salesops.core.money.Amounts;
import io.salesops.core.style.SalesOpsStyle;
import java.time.LocalDate;
import java.util.List;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** The instalments of a line; they sum to its price, to the last decimal. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = BillingSchedule.Builder.class)
public interface BillingSchedule extends WithBillingSchedule, Outcome {

    /** What is billed. */
    BillableLine line();

    /** The instalments in the order of their days. */
    ImmutableList<Instalment> instalments();

    /** Returns what has been invoiced by the end of a day. */
    default MonetaryAmount invoicedBy(LocalDate day) {
        List<MonetaryAmount> amounts = instalments().stream()
                .filter(instalment -> !instalment.invoiceOn().isAfter(day))
                .map(Instalment::amount)
                .toList();
        return Amounts.sum(amounts, line().price().getCurrency());
    }

    /** Starts a schedule. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that the instalments sum to the price. */
    @Value.Check
    default void check() {
        MonetaryAmount sum = Amounts.sum(
                instalments().stream().map(Instalment::amount).toList(),
                line().price().getCurrency());
        checkArgument(
                sum.compareTo(line().price()) == 0,
                "instalments of line %s must sum to %s, but sum to %s",
                line().id(),
                line().price(),
                sum);
    }

    /** Builds schedules. */
    final class Builder extends ImmutableBillingSchedule.Builder {
        Builder() {}
    }
}
