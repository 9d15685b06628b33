package io.salesops.quote.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.ProductId;
import io.salesops.core.money.Rate;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.testkit.CrmArbitraries;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.DayCount;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.catalog.Offering;
import io.salesops.quote.document.Amendment;
import io.salesops.quote.document.AmendmentId;
import io.salesops.quote.document.Contract;
import io.salesops.quote.document.ContractId;
import io.salesops.quote.document.LineId;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteId;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.document.Term;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PriceEntry;
import io.salesops.quote.price.PriceModel;
import io.salesops.quote.price.PriceTier;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.price.WaterfallStep;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of what quotes are priced from, and of quotes that can be priced from it. */
public final class QuoteArbitraries {
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    private static final int PRODUCTS = 5;
    private static final int UNIT_SCALE = 6;

    private QuoteArbitraries() {}

    /**
     * What one pricing needs, all of it fitting together.
     *
     * @param catalog five products
     * @param policy steps in any order, half up or half even, at the unit or at the line
     * @param book a price for each product
     * @param quote a quote without errors
     */
    public record Scenario(Catalog catalog, PricingPolicy policy, PriceBook book, Quote quote) {

        /** Returns the scenario with another quote. */
        public Scenario with(Quote other) {
            return new Scenario(catalog, policy, book, other);
        }

        /** Returns the scenario with another policy. */
        public Scenario with(PricingPolicy other) {
            return new Scenario(catalog, other, book, quote);
        }
    }

    /** Scenarios in JPY, USD and KWD, with unit prices of up to six decimals. */
    public static Arbitrary<Scenario> scenarios() {
        return Combinators.combine(catalogs(), policies(), priceBooks(), quotes())
                .as((catalog, policy, book, quote) -> new Scenario(catalog, policy, book, fitting(quote, policy)));
    }

    /** The quote without the discounts and promotions that the policy does not foresee. */
    private static Quote fitting(Quote quote, PricingPolicy policy) {
        boolean asks = policy.steps().stream().anyMatch(WaterfallStep.CustomerDiscount.class::isInstance);
        boolean promotes = policy.steps().stream().anyMatch(WaterfallStep.Promotion.class::isInstance);
        Quote fitting = promotes ? quote : quote.withPromotions(ImmutableList.of());
        return asks
                ? fitting
                : fitting.withLines(fitting.lines().stream()
                        .map(line -> line.withDiscount(Optional.empty()))
                        .toList());
    }

    /** Catalogues of the products P0 to P4. */
    public static Arbitrary<Catalog> catalogs() {
        return Arbitraries.of(Offering.Charge.values()).list().ofSize(PRODUCTS).map(charges -> {
            Catalog.Builder catalog = Catalog.builder().id("catalog").version("1");
            for (int i = 0; i < PRODUCTS; i++) {
                catalog.addOfferings(Offering.of("P" + i, "Product " + i, charges.get(i)));
            }
            return catalog.build();
        });
    }

    /** Currencies with no, two and three decimals. */
    public static Arbitrary<CurrencyUnit> currencies() {
        return Arbitraries.of("JPY", "USD", "KWD").map(Monetary::getCurrency);
    }

    /** Price books of the products P0 to P4. */
    public static Arbitrary<PriceBook> priceBooks() {
        return Combinators.combine(currencies(), entries().list().ofSize(PRODUCTS))
                .as((currency, prices) -> {
                    PriceBook.Builder book =
                            PriceBook.builder().id("book").version("1").currency(currency);
                    for (int i = 0; i < PRODUCTS; i++) {
                        PriceEntry entry = prices.get(i);
                        book.addEntries(new PriceEntry(ProductId.of("P" + i), entry.price(), entry.floor()));
                    }
                    return book.build();
                });
    }

    private static Arbitrary<PriceEntry> entries() {
        return Combinators.combine(priceModels(), unitPrices().optional(0.3))
                .as((model, floor) -> new PriceEntry(ProductId.of("P"), model, floor));
    }

    /** Price models of all kinds without an upper bound. */
    public static Arbitrary<PriceModel> priceModels() {
        return Arbitraries.oneOf(
                unitPrices().map(PriceModel.PerUnit::new),
                tiers().map(PriceModel.Graduated::new),
                tiers().map(PriceModel.Volume::new),
                Combinators.combine(
                                decimals(1, 5_000, 1),
                                unitPrices(),
                                decimals(0, 2_000, 0).optional(0.5))
                        .as(PriceModel.PerPackage::new));
    }

    /** Ascending tiers, the last of them without bound. */
    public static Arbitrary<ImmutableList<PriceTier>> tiers() {
        Arbitrary<PriceTier> steps = Combinators.combine(
                        decimals(1, 5_000, 1),
                        unitPrices(),
                        decimals(0, 100_000, 2).optional(0.3))
                .as((width, unit, flat) -> new PriceTier(Optional.of(width), unit, flat));
        return steps.list().ofMinSize(1).ofMaxSize(4).map(widths -> {
            ImmutableList.Builder<PriceTier> tiers = ImmutableList.builder();
            BigDecimal bound = BigDecimal.ZERO;
            for (int i = 0; i < widths.size(); i++) {
                PriceTier width = widths.get(i);
                bound = bound.add(width.upTo().orElseThrow());
                boolean last = i == widths.size() - 1;
                tiers.add(new PriceTier(last ? Optional.empty() : Optional.of(bound), width.unit(), width.flat()));
            }
            return tiers.build();
        });
    }

    /** Unit prices from 0 to 1,000, of up to six decimals. */
    public static Arbitrary<BigDecimal> unitPrices() {
        return Arbitraries.oneOf(decimals(0, 100_000, 2), decimals(0, 9_999, UNIT_SCALE), decimals(0, 1_000, 0));
    }

    /** Quantities from 0 to 2,000, of up to two decimals. */
    public static Arbitrary<BigDecimal> quantities() {
        return Arbitraries.oneOf(decimals(0, 2_000, 0), decimals(0, 200_000, 2));
    }

    private static Arbitrary<BigDecimal> decimals(long least, long most, int scale) {
        return Arbitraries.longs().between(least, most).map(value -> BigDecimal.valueOf(value, scale));
    }

    /** Discounts from a surcharge of 10% to all of it. */
    public static Arbitrary<Rate> discounts() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(-10, 100).map(Rate::ofPercent),
                Arbitraries.longs().between(0, 10_000).map(part -> Rate.ratio(part, 10_000)),
                Arbitraries.longs().between(0, 7).map(part -> Rate.ratio(part, 7)));
    }

    /** Policies with up to five steps in any order. */
    public static Arbitrary<PricingPolicy> policies() {
        Arbitrary<List<WaterfallStep>> steps = Combinators.combine(
                        discounts(),
                        discounts(),
                        discounts(),
                        discounts(),
                        Arbitraries.integers().between(0, 31))
                .as((term, partner, distributor, promotion, chosen) -> {
                    List<WaterfallStep> all = List.of(
                            WaterfallStep.TermSchedule.of(
                                    "term",
                                    new WaterfallStep.LongTerm(6, Rate.ofPercent(2)),
                                    new WaterfallStep.LongTerm(12, term)),
                            new WaterfallStep.CustomerDiscount("customer"),
                            new WaterfallStep.PartnerDiscount("partner", partner),
                            new WaterfallStep.PartnerDiscount("distributor", distributor),
                            new WaterfallStep.Promotion("spring", "SPRING", promotion));
                    List<WaterfallStep> some = new ArrayList<>();
                    for (int i = 0; i < all.size(); i++) {
                        if ((chosen >> i & 1) == 1) {
                            some.add(all.get(i));
                        }
                    }
                    return some;
                });
        return Combinators.combine(
                        steps.flatMap(some -> Arbitraries.shuffle(some)),
                        Arbitraries.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN),
                        Arbitraries.of(PricingPolicy.Place.UNIT, PricingPolicy.Place.LINE),
                        Arbitraries.of(DayCount.MONTHS_DAYS, DayCount.ACT_365F))
                .as((order, mode, place, dayCount) -> {
                    PricingPolicy.Builder policy = PricingPolicy.builder()
                            .id("policy")
                            .version("1")
                            .steps(order)
                            .dayCount(dayCount)
                            .rounding(RoundingPolicy.builder().mode(mode).build())
                            .roundAt(place);
                    return place == PricingPolicy.Place.UNIT
                            ? policy.unitScale(UNIT_SCALE).build()
                            : policy.build();
                });
    }

    /** Terms from 2024 on: whole months, or any number of days. */
    public static Arbitrary<Term> terms() {
        Arbitrary<LocalDate> starts = Arbitraries.integers().between(0, 800).map(FIRST_DAY::plusDays);
        return Arbitraries.oneOf(
                Combinators.combine(starts, Arbitraries.integers().between(1, 36))
                        .as((from, months) -> new Term(from, from.plusMonths(months), 1)),
                Combinators.combine(starts, Arbitraries.integers().between(1, 500))
                        .as((from, days) -> new Term(from, from.plusDays(days), 1)));
    }

    /** Quotes of one to eight lines over the products P0 to P4. */
    public static Arbitrary<Quote> quotes() {
        Arbitrary<QuoteLine> line = Combinators.combine(
                        Arbitraries.integers().between(0, PRODUCTS - 1),
                        quantities(),
                        terms(),
                        discounts().optional(0.6))
                .as((product, quantity, term, discount) -> QuoteLine.builder()
                        .id(LineId.of("line"))
                        .product(ProductId.of("P" + product))
                        .quantity(quantity)
                        .term(term)
                        .discount(discount)
                        .build());
        return Combinators.combine(
                        line.list().ofMinSize(1).ofMaxSize(8),
                        discounts().optional(0.7),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((lines, header, partner, promoted) -> {
                    Quote.Builder quote = Quote.builder()
                            .id(QuoteId.of("Q-1"))
                            .account(AccountId.of("A-1"))
                            .priceBook("book")
                            .paymentDays(30)
                            .validUntil(FIRST_DAY.plusYears(3))
                            .headerDiscount(header);
                    for (int i = 0; i < lines.size(); i++) {
                        quote.addLines(lines.get(i).withId(LineId.of("L" + i)));
                    }
                    if (partner) {
                        quote.partner(AccountId.of("A-2"));
                    }
                    if (promoted) {
                        quote.addPromotions("SPRING");
                    }
                    return quote.build();
                });
    }

    /** Ids of contracts: C-1 to C-30. */
    public static Arbitrary<ContractId> contractIds() {
        return CrmArbitraries.ids("C-", ContractId::of);
    }

    /** Ids of amendments: A1 to A30. */
    public static Arbitrary<AmendmentId> amendmentIds() {
        return CrmArbitraries.ids("A", AmendmentId::of);
    }

    /** Amendments of {@link #contracts()}. */
    public static Arbitrary<Amendment> amendments() {
        return contracts()
                .filter(contract -> !contract.amendments().isEmpty())
                .flatMap(contract -> Arbitraries.of(contract.amendments()));
    }

    /** Kinds of records of this module on which conditions are read. */
    public static Arbitrary<Fields<?>> kinds() {
        return Arbitraries.of(Catalog.fields(), Contract.fields(), PriceBook.fields(), Quote.fields());
    }

    /** Contracts of one to four lines, with up to three amendments that add, change and cancel lines; some never end. */
    public static Arbitrary<Contract> contracts() {
        Arbitrary<QuoteLine> line = Combinators.combine(
                        Arbitraries.integers().between(0, PRODUCTS - 1),
                        quantities(),
                        terms(),
                        discounts().optional(0.6))
                .as((product, quantity, term, discount) -> QuoteLine.builder()
                        .id(LineId.of("line"))
                        .product(ProductId.of("P" + product))
                        .quantity(quantity)
                        .term(term)
                        .discount(discount)
                        .build());
        Arbitrary<Change> change = Combinators.combine(
                        line, quantities(), Arbitraries.integers().between(0, 30), Arbitraries.of(ChangeKind.class))
                .as(Change::new);
        return Combinators.combine(
                        contractIds(),
                        CrmArbitraries.ids("A-", AccountId::of),
                        currencies(),
                        line.list().ofMinSize(1).ofMaxSize(4),
                        change.list().ofMaxSize(3),
                        Arbitraries.of(true, false))
                .as((id, account, currency, lines, changes, isOpen) -> {
                    Contract.Builder contract =
                            Contract.builder().id(id).account(account).currency(currency);
                    Set<LineId> known = new LinkedHashSet<>();
                    LocalDate before = FIRST_DAY.plusDays(1);
                    for (QuoteLine drawn : lines) {
                        QuoteLine named = drawn.withId(LineId.of("L" + known.size()));
                        known.add(named.id());
                        contract.addLines(named);
                        before = latest(before, named.term());
                    }
                    for (int i = 0; i < changes.size(); i++) {
                        Amendment amendment = changes.get(i).amendment("A" + i, known);
                        amendment.add().forEach(added -> known.add(added.id()));
                        contract.addAmendments(amendment);
                        before = latest(before, changes.get(i).line().term());
                    }
                    return contract.effective(isOpen ? DateRange.from(FIRST_DAY) : DateRange.of(FIRST_DAY, before))
                            .build();
                });
    }

    private static LocalDate latest(LocalDate before, Term term) {
        return term.before().isAfter(before) ? term.before() : before;
    }

    private enum ChangeKind {
        ADD,
        CHANGE,
        CANCEL
    }

    /** What an amendment does; which of the lines it names is told by a number. */
    private record Change(QuoteLine line, BigDecimal quantity, int number, ChangeKind kind) {

        Amendment amendment(String id, Set<LineId> known) {
            LineId named = ImmutableSet.copyOf(known).asList().get(number % known.size());
            Amendment.Builder amendment = Amendment.builder()
                    .id(AmendmentId.of(id))
                    .effectiveFrom(line.term().from());
            switch (kind) {
                case ADD -> amendment.addAdd(line.withId(LineId.of("L" + known.size())));
                case CHANGE -> amendment.putQuantities(named, quantity);
                case CANCEL -> amendment.addCancel(named);
            }
            return amendment.build();
        }
    }
}
