package io.salesops.core.crm;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.finding.Omission;
import io.salesops.core.money.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.money.MonetaryAmount;

/** What products cost at list price, to be written into the lines of opportunities that do not say. Immutable and thread-safe. */
public final class ListPrices {
    private static final int EXAMPLES = 5;

    private final ImmutableMap<ProductId, MonetaryAmount> prices;

    private ListPrices(ImmutableMap<ProductId, MonetaryAmount> prices) {
        this.prices = prices;
    }

    /**
     * Obtains the list prices of products; products without one are none.
     *
     * @throws IllegalArgumentException if two products have one id
     */
    public static ListPrices of(Iterable<Product> products) {
        ImmutableMap.Builder<ProductId, MonetaryAmount> prices = ImmutableMap.builder();
        for (Product product : products) {
            product.listPrice().ifPresent(price -> prices.put(product.id(), price));
        }
        return new ListPrices(prices.buildOrThrow());
    }

    /** Returns the deal with the list price times quantity in each line that has none; lines of unknown products stay. */
    public Opportunity applyTo(Opportunity deal) {
        return deal.lines().stream().allMatch(line -> line.list().isPresent())
                ? deal
                : deal.withLines(deal.lines().stream().map(this::priced).collect(ImmutableList.toImmutableList()));
    }

    private ProductLine priced(ProductLine line) {
        MonetaryAmount price = prices.get(line.product());
        return line.list().isPresent() || price == null
                ? line
                : new ProductLine(
                        line.product(),
                        line.quantity(),
                        Optional.of(Amounts.of(Amounts.number(price).multiply(line.quantity()), price.getCurrency())),
                        line.sold());
    }

    /** Prices deals in their order, and counts those with a line whose product is not known. */
    public Priced applyTo(Iterable<Opportunity> deals) {
        ImmutableList.Builder<Opportunity> priced = ImmutableList.builder();
        Map<String, List<String>> unknown = new TreeMap<>();
        for (Opportunity deal : deals) {
            Opportunity with = applyTo(deal);
            priced.add(with);
            with.lines().stream()
                    .filter(line -> line.list().isEmpty())
                    .map(line -> line.product().value())
                    .distinct()
                    .forEach(product -> unknown.computeIfAbsent(product, name -> new ArrayList<>())
                            .add(deal.id().value()));
        }
        ImmutableList.Builder<Omission> unmatched = ImmutableList.builder();
        unknown.forEach((product, ids) -> unmatched.add(Omission.of(
                "no list price for product '" + product + "'",
                ids.stream().sorted().toList(),
                EXAMPLES)));
        return new Priced(priced.build(), unmatched.build());
    }

    /**
     * Deals with list prices in their lines.
     *
     * @param deals every deal that was given, in its order
     * @param unmatched how many have a product without a list price, for each such product
     */
    public record Priced(ImmutableList<Opportunity> deals, ImmutableList<Omission> unmatched) {}
}
