package io.salesops.quote.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.crm.ProductId;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.testkit.CrmArbitraries;
import io.salesops.core.testkit.Members;
import io.salesops.core.testkit.TimeArbitraries;
import io.salesops.core.time.AsOf;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.catalog.Offering;
import io.salesops.quote.document.LineId;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteId;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PriceEntry;
import io.salesops.quote.price.PriceTier;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.price.WaterfallStep;
import io.salesops.quote.pricing.FreightCalculator;
import io.salesops.quote.pricing.PriceStep;
import io.salesops.quote.pricing.PricedLine;
import io.salesops.quote.pricing.PricedQuote;
import io.salesops.quote.pricing.QuotePricer;
import io.salesops.quote.pricing.QuoteTotal;
import io.salesops.quote.pricing.Subtotal;
import io.salesops.quote.pricing.TaxCalculator;
import io.salesops.quote.pricing.TaxGroup;
import io.salesops.quote.pricing.ValueMetrics;
import io.salesops.quote.testkit.QuoteArbitraries.Scenario;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of the parts of catalogues, price books, policies and quotes, and of priced quotes. */
public final class PricingArbitraries {
    private static final int PRODUCTS = 5;

    private PricingArbitraries() {}

    /** Ids of quotes. */
    public static Arbitrary<QuoteId> quoteIds() {
        return CrmArbitraries.ids("Q-", QuoteId::of);
    }

    /** Ids of quote lines: L1 to L30. */
    public static Arbitrary<LineId> lineIds() {
        return CrmArbitraries.ids("L", LineId::of);
    }

    /** Catalogues of one to five products, of which some require earlier ones and exclude later ones. */
    public static Arbitrary<Catalog> catalogs() {
        Arbitrary<Offering> shapes = Combinators.combine(
                        CrmArbitraries.names(), Arbitraries.of(Offering.Charge.class), numbers(), numbers())
                .as((name, charge, requires, excludes) -> Offering.builder()
                        .product(ProductId.of("unnamed"))
                        .name(name)
                        .charge(charge)
                        .requires(requires)
                        .excludes(excludes)
                        .build());
        return Combinators.combine(
                        shapes.list().ofMinSize(1).ofMaxSize(PRODUCTS),
                        TimeArbitraries.ranges(),
                        CrmArbitraries.names().optional(0.3))
                .as((looks, effective, note) -> {
                    Catalog.Builder catalog = Catalog.builder()
                            .id("catalog")
                            .version("1")
                            .effective(effective)
                            .note(note);
                    for (int i = 0; i < looks.size(); i++) {
                        catalog.addOfferings(placed(looks.get(i), i, looks.size()));
                    }
                    return catalog.build();
                });
    }

    private static Offering placed(Offering look, int place, int size) {
        ImmutableSet.Builder<ProductId> requires = ImmutableSet.builder();
        ImmutableSet.Builder<ProductId> excludes = ImmutableSet.builder();
        for (int i = 0; i < size; i++) {
            ProductId other = ProductId.of("P" + i);
            if (i < place && look.requires().contains(other)) {
                requires.add(other);
            } else if (i > place && look.excludes().contains(other)) {
                excludes.add(other);
            }
        }
        return look.withProduct(ProductId.of("P" + place))
                .withRequires(requires.build())
                .withExcludes(excludes.build());
    }

    private static Arbitrary<ImmutableSet<ProductId>> numbers() {
        return Arbitraries.integers()
                .between(0, PRODUCTS - 1)
                .map(number -> ProductId.of("P" + number))
                .set()
                .ofMaxSize(2)
                .map(ImmutableSet::copyOf);
    }

    /** Offerings of {@link #catalogs()}. */
    public static Arbitrary<Offering> offerings() {
        return Members.of(catalogs().map(Catalog::offerings));
    }

    /** Entries of price books. */
    public static Arbitrary<PriceEntry> priceEntries() {
        return Members.of(QuoteArbitraries.priceBooks().map(PriceBook::entries));
    }

    /** Tiers of prices. */
    public static Arbitrary<PriceTier> priceTiers() {
        return Members.of(QuoteArbitraries.tiers());
    }

    /** Rates of schedules for long terms. */
    public static Arbitrary<WaterfallStep.LongTerm> longTerms() {
        return Combinators.combine(Arbitraries.integers().between(1, 60), QuoteArbitraries.discounts())
                .as(WaterfallStep.LongTerm::new);
    }

    /** Lines of quotes, some with a discount. */
    public static Arbitrary<QuoteLine> quoteLines() {
        return Members.of(QuoteArbitraries.quotes().map(Quote::lines));
    }

    /** Days on which {@link QuoteArbitraries#scenarios()} can be priced, a leap day among them. */
    public static Arbitrary<AsOf> asOf() {
        return Arbitraries.oneOf(
                        Arbitraries.of(LocalDate.of(2024, 2, 29)),
                        Arbitraries.integers().between(0, 1_000).map(LocalDate.of(2024, 1, 1)::plusDays))
                .map(AsOf::date);
    }

    /** Quotes priced by their catalogue, policy and price book. */
    public static Arbitrary<PricedQuote> pricedQuotes() {
        return Combinators.combine(QuoteArbitraries.scenarios(), asOf()).as(PricingArbitraries::priced);
    }

    /** Returns the quote of a scenario, priced on a day. */
    public static PricedQuote priced(Scenario scenario, AsOf asOf) {
        return QuotePricer.of(scenario.catalog(), scenario.policy(), scenario.book())
                .price(scenario.quote(), asOf)
                .orThrow();
    }

    /** Lines of priced quotes. */
    public static Arbitrary<PricedLine> pricedLines() {
        return Members.of(pricedQuotes().map(PricedQuote::lines));
    }

    /** Steps from the list price to the net price of a line. */
    public static Arbitrary<PriceStep> priceSteps() {
        return Members.of(pricedLines().map(PricedLine::steps));
    }

    /** What the groups of priced quotes come to. */
    public static Arbitrary<Subtotal> subtotals() {
        return Members.of(pricedQuotes().map(PricedQuote::subtotals));
    }

    /** Taxes on some lines. */
    public static Arbitrary<TaxGroup> taxGroups() {
        return Combinators.combine(
                        Arbitraries.of("VAT", "reduced VAT"),
                        Arbitraries.integers().between(0, 25),
                        lineIds().set().ofMaxSize(4),
                        Arbitraries.of(true, false))
                .as((category, percent, lines, freight) ->
                        new TaxGroup(category, Rate.ofPercent(percent), ImmutableSet.copyOf(lines), freight));
    }

    /** Priced quotes with one tax on all lines and with freight. */
    public static Arbitrary<QuoteTotal> quoteTotals() {
        return Combinators.combine(
                        pricedQuotes(),
                        Arbitraries.integers().between(0, 25),
                        Arbitraries.longs().between(0, 500))
                .as((priced, percent, freight) -> QuoteTotal.of(
                                priced,
                                new OneTax(Rate.ofPercent(percent)),
                                new FlatFreight(freight),
                                RoundingPolicy.halfUp(),
                                AsOf.date(LocalDate.of(2024, 1, 1)))
                        .orThrow());
    }

    /** What each tax of {@link #quoteTotals()} comes to. */
    public static Arbitrary<QuoteTotal.Tax> taxes() {
        return Members.of(quoteTotals().map(QuoteTotal::taxes));
    }

    /** What of {@link #quoteTotals()} falls on each line. */
    public static Arbitrary<QuoteTotal.Line> totalLines() {
        return Members.of(quoteTotals().map(QuoteTotal::lines));
    }

    private record OneTax(Rate rate) implements TaxCalculator {
        @Override
        public String id() {
            return "one tax";
        }

        @Override
        public ImmutableList<TaxGroup> taxes(PricedQuote priced, AsOf asOf) {
            return ImmutableList.of(new TaxGroup(
                    "VAT",
                    rate,
                    priced.lines().stream().map(PricedLine::id).collect(ImmutableSet.toImmutableSet()),
                    true));
        }
    }

    private record FlatFreight(long amount) implements FreightCalculator {
        @Override
        public String id() {
            return "flat freight";
        }

        @Override
        public MonetaryAmount freight(PricedQuote priced, AsOf asOf) {
            return Amounts.of(BigDecimal.valueOf(amount), priced.currency());
        }
    }

    /** What priced quotes are worth. */
    public static Arbitrary<ValueMetrics> valueMetrics() {
        return pricedQuotes().map(PricedQuote::metrics);
    }

    /** Returns a catalogue of what a price book prices. */
    public static Catalog offering(PriceBook book) {
        Catalog.Builder catalog = Catalog.builder().id("catalog").version("1");
        List<ProductId> products =
                book.entries().stream().map(PriceEntry::product).distinct().toList();
        products.forEach(product ->
                catalog.addOfferings(Offering.of(product.value(), "Product " + product, Offering.Charge.RECURRING)));
        return catalog.build();
    }

    /** Returns a policy without steps. */
    public static PricingPolicy plainPolicy() {
        return PricingPolicy.builder().id("plain").version("1").build();
    }

    /** Returns a price book without entries. */
    public static PriceBook emptyBook() {
        return PriceBook.builder()
                .id("empty")
                .version("1")
                .currency(Monetary.getCurrency("USD"))
                .entries(ImmutableList.of())
                .build();
    }
}
