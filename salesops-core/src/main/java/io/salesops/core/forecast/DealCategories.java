package io.salesops.core.forecast;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.RepId;
import io.salesops.core.finding.Omission;
import io.salesops.core.process.ForecastCategory;
import io.salesops.core.process.SalesProcess;
import io.salesops.core.process.Stage;
import io.salesops.core.time.FiscalPeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/**
 * What the deals of each rep come to in a period, by forecast category of their stage. Immutable and thread-safe.
 *
 * @param byRep the amounts of deals whose close date lies in the period
 * @param omitted deals without owner, amount or close date, in an unknown stage or another currency
 */
public record DealCategories(ImmutableSortedMap<RepId, CategoryAmounts> byRep, ImmutableList<Omission> omitted) {
    private static final int EXAMPLES = 5;

    /** Adds deals up; those that close in another period are not counted. */
    public static DealCategories of(
            SalesProcess process, FiscalPeriod period, CurrencyUnit currency, Iterable<Opportunity> deals) {
        Map<RepId, CategoryAmounts> sums = new TreeMap<>();
        Map<String, List<String>> left = new TreeMap<>();
        for (Opportunity deal : deals) {
            if (deal.closeDate().filter(day -> !period.contains(day)).isPresent()) {
                continue;
            }
            Optional<ForecastCategory> category = process.stage(deal.stage()).map(Stage::category);
            Optional<MonetaryAmount> amount = deal.amount();
            String reason = category.isEmpty()
                    ? "unknown stage '" + deal.stage() + "'"
                    : deal.closeDate().isEmpty()
                            ? "no close date"
                            : deal.owner().isEmpty()
                                    ? "no owner"
                                    : amount.isEmpty()
                                            ? "no amount"
                                            : amount.get()
                                                            .getCurrency()
                                                            .getCurrencyCode()
                                                            .equals(currency.getCurrencyCode())
                                                    ? ""
                                                    : "in another currency than " + currency.getCurrencyCode();
            if (reason.isEmpty()) {
                RepId owner = deal.owner().orElseThrow();
                sums.put(
                        owner,
                        sums.getOrDefault(owner, CategoryAmounts.none())
                                .plus(category.orElseThrow(), amount.orElseThrow()));
            } else {
                left.computeIfAbsent(reason, name -> new ArrayList<>())
                        .add(deal.id().value());
            }
        }
        ImmutableList.Builder<Omission> omitted = ImmutableList.builder();
        left.forEach((reason, ids) ->
                omitted.add(Omission.of(reason, ids.stream().sorted().toList(), EXAMPLES)));
        return new DealCategories(ImmutableSortedMap.copyOf(sums), omitted.build());
    }
}
