package io.salesops.quote.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.ProductId;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.catalog.Offering;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteId;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PriceEntry;
import io.salesops.quote.price.PriceModel;
import io.salesops.quote.price.PriceTier;
import io.salesops.quote.price.PricingPolicy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The definitions that quotes are drawn for, and a day on which catalogue and book are both in force.
 *
 * @param catalog what is sold
 * @param policy the steps from list to net
 * @param book what it costs
 * @param day the day on which quotes are priced
 */
record Shelf(Catalog catalog, PricingPolicy policy, PriceBook book, LocalDate day) {
    private static final LocalDate SOME_DAY = LocalDate.of(2026, 1, 1);

    static Shelf of(Catalog catalog, PricingPolicy policy, PriceBook book) {
        LocalDate day = catalog.effective()
                .intersection(book.effective())
                .filter(days -> !days.isEmpty())
                .map(days -> days.from()
                        .orElseGet(() ->
                                days.before().map(before -> before.minusDays(1)).orElse(SOME_DAY)))
                .orElseThrow(() -> new AssertionError("catalogue " + catalog.id() + " (" + catalog.effective()
                        + ") and price book " + book.id() + " (" + book.effective()
                        + ") are never in force on the same day, so nothing can be sold"));
        return new Shelf(catalog, policy, book, day);
    }

    /** A quote on this book without lines. */
    Quote.Builder quote() {
        return Quote.builder()
                .id(QuoteId.of("Q-1"))
                .account(AccountId.of("customer"))
                .priceBook(book.id())
                .paymentDays(30)
                .validUntil(day.plusDays(30));
    }

    Optional<PriceEntry> entry(ProductId product) {
        return book.entries().stream()
                .filter(entry -> entry.product().equals(product))
                .findFirst();
    }

    private Optional<Offering> offering(ProductId product) {
        return catalog.offerings().stream()
                .filter(offering -> offering.product().equals(product))
                .findFirst();
    }

    /** Whether a product is charged once, so that its term means nothing. */
    boolean oneTime(ProductId product) {
        return offering(product)
                .filter(offering -> offering.charge() == Offering.Charge.ONE_TIME)
                .isPresent();
    }

    /** A product and all that it requires, directly or through others; itself first. */
    ImmutableList<ProductId> kit(ProductId product) {
        Set<ProductId> kit = new LinkedHashSet<>();
        Deque<ProductId> open = new ArrayDeque<>(List.of(product));
        while (!open.isEmpty()) {
            ProductId next = open.pop();
            if (kit.add(next)) {
                offering(next).ifPresent(offering -> open.addAll(offering.requires()));
            }
        }
        return ImmutableList.copyOf(kit);
    }

    /** Whether products can stand on one quote: each has what it requires, and none excludes another. */
    boolean complete(Collection<ProductId> products) {
        return products.stream()
                .flatMap(product -> offering(product).stream())
                .allMatch(offering -> products.containsAll(offering.requires())
                        && offering.excludes().stream().noneMatch(products::contains));
    }

    /** The products that have a price together with all that they require. */
    ImmutableList<ProductId> sellable() {
        ImmutableList<ProductId> sellable = catalog.offerings().stream()
                .map(Offering::product)
                .filter(product -> complete(kit(product))
                        && kit(product).stream().allMatch(one -> entry(one).isPresent()))
                .collect(ImmutableList.toImmutableList());
        if (sellable.isEmpty()) {
            throw new AssertionError("no product of catalogue " + catalog.id() + " has a price in book " + book.id()
                    + " together with all that it requires, so nothing can be sold");
        }
        return sellable;
    }

    /** The tiers of a product that is priced by tiers. */
    ImmutableList<PriceTier> tiers(ProductId product) {
        PriceModel model = entry(product).orElseThrow().price();
        return model instanceof PriceModel.Graduated graduated
                ? graduated.tiers()
                : model instanceof PriceModel.Volume volume ? volume.tiers() : ImmutableList.of();
    }

    /** The quantities at which the price of a product changes its course. */
    List<BigDecimal> bounds(ProductId product) {
        List<BigDecimal> bounds = new ArrayList<>();
        tiers(product).forEach(tier -> tier.upTo().ifPresent(bounds::add));
        if (entry(product).orElseThrow().price() instanceof PriceModel.PerPackage packages) {
            BigDecimal free = packages.free().orElse(BigDecimal.ZERO);
            bounds.add(free);
            bounds.add(free.add(packages.size()));
            bounds.add(free.add(packages.size().multiply(BigDecimal.valueOf(3))));
        }
        return bounds;
    }

    /** A quantity, or the largest that has a price. */
    BigDecimal within(ProductId product, BigDecimal quantity) {
        ImmutableList<PriceTier> tiers = tiers(product);
        return tiers.isEmpty()
                ? quantity
                : tiers.get(tiers.size() - 1).upTo().map(quantity::min).orElse(quantity);
    }
}
