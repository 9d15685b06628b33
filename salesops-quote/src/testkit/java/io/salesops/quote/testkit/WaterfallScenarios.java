package io.salesops.quote.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.ProductId;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.catalog.Offering;
import io.salesops.quote.document.LineId;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteId;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.document.Term;
import io.salesops.quote.price.MinimumOrder;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PriceEntry;
import io.salesops.quote.price.PriceModel;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.price.WaterfallStep;
import io.salesops.quote.testkit.QuoteArbitraries.Scenario;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generators of what one pricing needs, with price models and steps of every kind, in USD. */
public final class WaterfallScenarios {
    private static final int PRODUCTS = 6;
    private static final AccountId CUSTOMER = AccountId.of("A-1");

    private WaterfallScenarios() {}

    /** Scenarios of up to so many lines; few of them are refused, for an amount that takes more off than there is. */
    public static Arbitrary<Scenario> scenarios(int lines) {
        return Combinators.combine(catalogs(), policies(), books(), quotes(lines))
                .as((catalog, policy, book, quote) -> new Scenario(catalog, policy, book, fitting(quote, policy)));
    }

    private static Quote fitting(Quote quote, PricingPolicy policy) {
        List<String> known = new ArrayList<>();
        boolean asks = false;
        for (WaterfallStep step : policy.steps()) {
            asks |= step instanceof WaterfallStep.CustomerDiscount;
            if (step instanceof WaterfallStep.Promotion promotion) {
                known.add(promotion.code());
            } else if (step instanceof WaterfallStep.Coupon coupon) {
                known.add(coupon.code());
            } else if (step instanceof WaterfallStep.BestOf) {
                known.addAll(List.of("VIP", "GIFT"));
            }
        }
        Quote fitting = quote.withPromotions(
                quote.promotions().stream().filter(known::contains).toList());
        return asks
                ? fitting
                : fitting.withLines(fitting.lines().stream()
                        .map(line -> line.withDiscount(Optional.empty())
                                .withAmountOff(Optional.empty())
                                .withUnitPrice(Optional.empty()))
                        .toList());
    }

    private static Arbitrary<Catalog> catalogs() {
        return Combinators.combine(
                        Arbitraries.of(Offering.Charge.class).list().ofSize(PRODUCTS),
                        dollars(0, 50_000).list().ofSize(PRODUCTS))
                .as((charges, costs) -> {
                    Catalog.Builder catalog = Catalog.builder().id("catalog").version("1");
                    for (int i = 0; i < PRODUCTS; i++) {
                        catalog.addOfferings(Offering.of("P" + i, "Product " + i, charges.get(i))
                                .withCost(costs.get(i)));
                    }
                    return catalog.build();
                });
    }

    private static Arbitrary<MonetaryAmount> dollars(long least, long most) {
        return WaterfallArbitraries.decimals(least, most, 2)
                .map(amount -> Amounts.of(amount, Monetary.getCurrency("USD")));
    }

    private static Arbitrary<PriceBook> books() {
        Arbitrary<PriceEntry> contracted = QuoteArbitraries.unitPrices()
                .map(unit -> new PriceEntry(ProductId.of("P"), new PriceModel.PerUnit(unit), Optional.empty()));
        return Combinators.combine(
                        WaterfallArbitraries.priceModels().list().ofSize(PRODUCTS),
                        QuoteArbitraries.unitPrices().optional(0.3).list().ofSize(PRODUCTS),
                        contracted.optional(0.3).list().ofSize(PRODUCTS))
                .as((models, floors, contracts) -> {
                    PriceBook.Builder book =
                            PriceBook.builder().id("book").version("1").currency(Monetary.getCurrency("USD"));
                    for (int i = 0; i < PRODUCTS; i++) {
                        String product = "P" + i;
                        book.addEntries(new PriceEntry(ProductId.of(product), models.get(i), floors.get(i)));
                        contracts
                                .get(i)
                                .ifPresent(entry -> book.addEntries(
                                        PriceEntry.of(product, entry.price()).contractedWith(CUSTOMER.value())));
                    }
                    return book.build();
                });
    }

    private static Arbitrary<PricingPolicy> policies() {
        Arbitrary<List<WaterfallStep>> all = Combinators.combine(
                        WaterfallArbitraries.schedule("range", WaterfallStep.VolumeSchedule.Mode.RANGE),
                        WaterfallArbitraries.schedule("slab", WaterfallStep.VolumeSchedule.Mode.SLAB),
                        WaterfallArbitraries.termSchedules(),
                        WaterfallArbitraries.promotions("spring", "SPRING"),
                        WaterfallArbitraries.coupons("each", "EACH", WaterfallStep.Coupon.Per.UNIT),
                        WaterfallArbitraries.coupons("once", "ONCE", WaterfallStep.Coupon.Per.LINE),
                        WaterfallArbitraries.choices(),
                        Arbitraries.integers().between(0, 511))
                .as((range, slab, term, spring, each, once, best, chosen) -> {
                    List<WaterfallStep> optional = List.of(
                            range,
                            slab,
                            term,
                            spring,
                            each,
                            once,
                            best,
                            new WaterfallStep.CustomerDiscount("customer"),
                            new WaterfallStep.Floor("floor"));
                    List<WaterfallStep> some = new ArrayList<>();
                    some.add(new WaterfallStep.ContractedPrice("contract"));
                    some.add(new WaterfallStep.PartnerDiscount("partner", Rate.ofPercent(20)));
                    for (int i = 0; i < optional.size(); i++) {
                        if ((chosen >> i & 1) == 1) {
                            some.add(optional.get(i));
                        }
                    }
                    return some;
                });
        Arbitrary<MinimumOrder> minimum = Combinators.combine(
                        dollars(0, 100_000), Arbitraries.of(MinimumOrder.Shortfall.WARN, MinimumOrder.Shortfall.TOP_UP))
                .as(MinimumOrder::new);
        return Combinators.combine(
                        all.flatMap(Arbitraries::shuffle),
                        Arbitraries.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN),
                        Arbitraries.of(PricingPolicy.Place.class),
                        minimum.optional(0.3))
                .as((steps, mode, place, least) -> {
                    PricingPolicy.Builder policy = PricingPolicy.builder()
                            .id("policy")
                            .version("1")
                            .steps(steps)
                            .rounding(RoundingPolicy.builder().mode(mode).build())
                            .roundAt(place)
                            .minimumOrder(least);
                    return place == PricingPolicy.Place.UNIT
                            ? policy.unitScale(6).build()
                            : policy.build();
                });
    }

    private static Arbitrary<QuoteLine> lines() {
        Arbitrary<Integer> asks = Arbitraries.frequency(Tuple.of(4, 0), Tuple.of(4, 1), Tuple.of(1, 2), Tuple.of(1, 3));
        return Combinators.combine(
                        Arbitraries.integers().between(0, PRODUCTS - 1),
                        QuoteArbitraries.quantities(),
                        QuoteArbitraries.terms(),
                        QuoteArbitraries.discounts(),
                        dollars(0, 5),
                        dollars(0, 50_000).list().ofMinSize(1).ofMaxSize(3),
                        asks,
                        Arbitraries.of("", "Licences", "Services"))
                .as((product, quantity, term, discount, amount, amounts, ask, group) -> {
                    QuoteLine.Builder line = QuoteLine.builder()
                            .id(LineId.of("line"))
                            .product(ProductId.of("P" + product))
                            .quantity(quantity)
                            .term(term)
                            .amounts(amounts);
                    if (!group.isEmpty()) {
                        line.group(group);
                    }
                    return switch (ask) {
                        case 1 -> line.discount(discount).build();
                        case 2 -> line.amountOff(amount).reason("goodwill").build();
                        case 3 -> line.unitPrice(amount).reason("as agreed").build();
                        default -> line.build();
                    };
                });
    }

    private static Arbitrary<Quote> quotes(int most) {
        return Combinators.combine(
                        lines().list().ofMinSize(1).ofMaxSize(most),
                        QuoteArbitraries.discounts().optional(0.5),
                        dollars(0, 10).optional(0.2),
                        Arbitraries.of("SPRING", "EACH", "ONCE", "VIP", "GIFT").set(),
                        Arbitraries.of(true, false))
                .as((lines, header, amount, codes, partner) -> {
                    Quote.Builder quote = Quote.builder()
                            .id(QuoteId.of("Q-1"))
                            .account(CUSTOMER)
                            .priceBook("book")
                            .paymentDays(30)
                            .validUntil(LocalDate.of(2027, 1, 1))
                            .headerDiscount(header)
                            .headerAmount(amount)
                            .promotions(codes)
                            .partner(partner ? Optional.of(AccountId.of("A-2")) : Optional.empty());
                    for (int i = 0; i < lines.size(); i++) {
                        quote.addLines(lines.get(i).withId(LineId.of("L" + i)));
                    }
                    return quote.build();
                });
    }

    /** Another line in the place of one of a quote: another quantity, discount or term. */
    public static Arbitrary<QuoteLine> changed(Quote quote) {
        return Combinators.combine(
                        Arbitraries.of(quote.lines()),
                        QuoteArbitraries.quantities().optional(0.7),
                        QuoteArbitraries.terms().optional(0.4))
                .as((line, quantity, term) -> {
                    BigDecimal units = quantity.orElse(line.quantity());
                    Term days = term.orElse(line.term());
                    return line.withQuantity(units).withTerm(days);
                });
    }

    /** The quote with one line exchanged. */
    public static Quote with(Quote quote, QuoteLine changed) {
        return quote.withLines(quote.lines().stream()
                .map(line -> line.id().equals(changed.id()) ? changed : line)
                .collect(ImmutableList.toImmutableList()));
    }
}
