package io.salesops.core.crm;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;

/**
 * What product lines add up to, each currency on its own and without rounding. Immutable and thread-safe.
 *
 * @param list the sum of list amounts by currency code
 * @param sold the sum of sold amounts by currency code
 * @param omitted the lines without a list or a sold amount
 */
public record LineTotals(
        ImmutableSortedMap<String, MonetaryAmount> list,
        ImmutableSortedMap<String, MonetaryAmount> sold,
        ImmutableList<Omission> omitted) {
    private static final int EXAMPLES = 20;

    /** Adds lines up; their order has no meaning. */
    public static LineTotals of(List<ProductLine> lines) {
        ImmutableList.Builder<Omission> omitted = ImmutableList.builder();
        omission("no list amount", lines, ProductLine::list).ifPresent(omitted::add);
        omission("no sold amount", lines, ProductLine::sold).ifPresent(omitted::add);
        return new LineTotals(
                byCurrency(lines, ProductLine::list), byCurrency(lines, ProductLine::sold), omitted.build());
    }

    /** The sum of the list amounts in a currency; zero where there are none. */
    public MonetaryAmount list(CurrencyUnit currency) {
        return list.getOrDefault(currency.getCurrencyCode(), Amounts.zero(currency));
    }

    /** The sum of the sold amounts in a currency; zero where there are none. */
    public MonetaryAmount sold(CurrencyUnit currency) {
        return sold.getOrDefault(currency.getCurrencyCode(), Amounts.zero(currency));
    }

    static ImmutableList<Finding> check(Opportunity deal) {
        Optional<MonetaryAmount> amount = deal.amount();
        if (amount.isEmpty()
                || deal.lines().isEmpty()
                || deal.lines().stream().anyMatch(line -> line.sold().isEmpty())) {
            return ImmutableList.of();
        }
        ImmutableSortedMap<String, MonetaryAmount> sold = of(deal.lines()).sold();
        MonetaryAmount header = amount.get();
        boolean same = sold.size() == 1
                && Optional.ofNullable(sold.get(header.getCurrency().getCurrencyCode()))
                        .filter(sum -> Amounts.number(sum).compareTo(Amounts.number(header)) == 0)
                        .isPresent();
        if (same) {
            return ImmutableList.of();
        }
        String lines = String.join(
                ", ",
                sold.values().stream()
                        .map(sum -> FieldText.of(Opportunity.AMOUNT, sum))
                        .toList());
        String text = FieldText.of(Opportunity.AMOUNT, header);
        return ImmutableList.of(Finding.warning(
                        "crm.opportunity.linesDiffer",
                        deal.id() + "/amount",
                        "lines of " + deal.id() + " add up to " + lines + ", its amount is " + text + ".")
                .withEvidence(ImmutableMap.of("amount", text, "lines", lines))
                .maybe("Maybe the amount was typed over after lines were added."));
    }

    private static Optional<Omission> omission(
            String reason, List<ProductLine> lines, Function<ProductLine, Optional<MonetaryAmount>> amount) {
        List<String> products = lines.stream()
                .filter(line -> amount.apply(line).isEmpty())
                .map(line -> line.product().value())
                .sorted()
                .toList();
        return products.isEmpty() ? Optional.empty() : Optional.of(Omission.of(reason, products, EXAMPLES));
    }

    private static ImmutableSortedMap<String, MonetaryAmount> byCurrency(
            List<ProductLine> lines, Function<ProductLine, Optional<MonetaryAmount>> amount) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (ProductLine line : lines) {
            amount.apply(line)
                    .ifPresent(value ->
                            sums.merge(value.getCurrency().getCurrencyCode(), Amounts.number(value), BigDecimal::add));
        }
        ImmutableSortedMap.Builder<String, MonetaryAmount> totals = ImmutableSortedMap.naturalOrder();
        sums.forEach((code, sum) -> totals.put(code, Amounts.of(sum, Monetary.getCurrency(code))));
        return totals.build();
    }
}
