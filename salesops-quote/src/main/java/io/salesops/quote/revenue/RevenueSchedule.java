package io.salesops.quote.revenue;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.explain.Outcome;
import io.salesops.core.money.Amounts;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.FiscalPeriod;
import io.salesops.quote.document.ContractId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** When revenue is recognised; with what is not yet, it sums to the transaction price. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = RevenueSchedule.Builder.class)
public interface RevenueSchedule extends WithRevenueSchedule, Outcome {

    /** The contract. */
    ContractId contract();

    /** The transaction price. */
    MonetaryAmount total();

    /** What is recognised, by obligation in the order of the contract, then by period; periods without progress are left out. */
    ImmutableList<RecognizedRevenue> entries();

    /** What waits for units that are not used yet. */
    MonetaryAmount unrecognized();

    /** Returns the revenue of each period. */
    default ImmutableSortedMap<FiscalPeriod, MonetaryAmount> byPeriod() {
        Map<FiscalPeriod, MonetaryAmount> sums = new TreeMap<>();
        entries()
                .forEach(entry ->
                        sums.merge(entry.period(), entry.amount(), (first, second) -> Amounts.of(first.add(second))));
        return ImmutableSortedMap.copyOf(sums);
    }

    /** Returns what is recognised in periods that end by the end of a day. */
    default MonetaryAmount recognizedBy(LocalDate day) {
        List<MonetaryAmount> amounts = entries().stream()
                .filter(entry -> !entry.period().before().isAfter(day.plusDays(1)))
                .map(RecognizedRevenue::amount)
                .toList();
        return Amounts.sum(amounts, total().getCurrency());
    }

    /** Starts a schedule. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that nothing is lost. */
    @Value.Check
    default void check() {
        MonetaryAmount sum = Amounts.sum(
                        entries().stream().map(RecognizedRevenue::amount).toList(), total().getCurrency())
                .add(unrecognized());
        checkArgument(
                sum.compareTo(total()) == 0,
                "revenue of contract %s must sum to %s, but sums to %s",
                contract(),
                total(),
                sum);
    }

    /** Builds schedules. */
    final class Builder extends ImmutableRevenueSchedule.Builder {
        Builder() {}
    }
}
