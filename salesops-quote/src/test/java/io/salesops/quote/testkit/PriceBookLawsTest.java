package io.salesops.quote.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.ProductId;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.testkit.Laws;
import io.salesops.core.time.DateRange;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.catalog.Offering;
import io.salesops.quote.catalog.Offering.Charge;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PriceEntry;
import io.salesops.quote.price.PriceModel;
import io.salesops.quote.price.PriceTier;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.price.WaterfallStep;
import io.salesops.quote.pricing.QuotePricer;
import io.salesops.quote.pricing.Samples;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PriceBookLawsTest {
    private static final Catalog CATALOG = Catalog.builder()
            .id("catalog")
            .version("1")
            .addOfferings(
                    Offering.of("SEAT", "Seat", Charge.RECURRING),
                    Offering.of("SUPPORT", "Support", Charge.RECURRING).withRequires(ProductId.of("SEAT")),
                    Offering.of("SETUP", "Setup", Charge.ONE_TIME))
            .build();

    private static final PricingPolicy POLICY = PricingPolicy.builder()
            .id("policy")
            .version("2")
            .addSteps(
                    new WaterfallStep.CustomerDiscount("customer"),
                    new WaterfallStep.PartnerDiscount("partner", Rate.ofPercent(15)),
                    new WaterfallStep.Promotion("spring", "SPRING", Rate.ofPercent(5)))
            .build();

    private static final PriceTier[] TIERS = {
        PriceTier.to("10", "40.00"), PriceTier.to("50", "35.00").plus("100"), PriceTier.beyond("30.125")
    };

    private static final PriceBook BOOK = book(PriceModel.graduated(TIERS));

    private static PriceBook book(PriceModel seats) {
        return PriceBook.builder()
                .id("list")
                .version("7")
                .currency(Monetary.getCurrency("EUR"))
                .effective(DateRange.of("2026-01-01", "2027-01-01"))
                .addEntries(
                        PriceEntry.of("SEAT", seats).notBelow("28"),
                        PriceEntry.of("SUPPORT", PriceModel.perUnit("12.345")),
                        PriceEntry.of("SETUP", PriceModel.perPackage("5", "500").free("2")))
                .build();
    }

    private static PriceBookLaws.Pricing by(PriceBook book, UnaryOperator<PricingPolicy> changed) {
        return (policy, quote, asOf) -> QuotePricer.of(CATALOG, changed.apply(policy), book)
                .price(quote, asOf)
                .map(Bill::of);
    }

    private static PriceBookLaws.Pricing changing(BiFunction<Quote, Bill, Bill> change) {
        return (policy, quote, asOf) ->
                by(BOOK, asked -> asked).price(policy, quote, asOf).map(bill -> change.apply(quote, bill));
    }

    private static Bill with(Bill bill, String json, Rational net, List<Bill.Item> lines, List<Finding> findings) {
        return new Bill(
                json,
                bill.list(),
                net,
                ImmutableList.copyOf(lines),
                bill.steps(),
                bill.metrics(),
                ImmutableList.copyOf(findings));
    }

    private static Bill.Item oneMore(Bill.Item line) {
        return new Bill.Item(
                line.line(), line.months(), line.list(), line.net().plus(Rational.ONE), line.floor(), line.steps());
    }

    /** For each law a pricing that breaks it. */
    static Map<String, PriceBookLaws.Pricing> faults() {
        AtomicLong calls = new AtomicLong();
        WaterfallStep longTerms =
                WaterfallStep.TermSchedule.of("term", new WaterfallStep.LongTerm(12, Rate.ofPercent(10)));
        return Map.ofEntries(
                Map.entry(
                        "the order of lines is irrelevant",
                        changing((quote, bill) -> with(
                                bill,
                                bill.json(),
                                bill.net(),
                                ImmutableList.<Bill.Item>builder()
                                        .add(oneMore(bill.lines().get(0)))
                                        .addAll(bill.lines()
                                                .subList(1, bill.lines().size()))
                                        .build(),
                                bill.findings()))),
                Map.entry(
                        "repricing changes nothing",
                        changing((quote, bill) -> with(
                                bill,
                                bill.json() + " ".repeat((int) calls.incrementAndGet()),
                                bill.net(),
                                bill.lines(),
                                bill.findings()))),
                Map.entry(
                        "lines sum to the header",
                        changing((quote, bill) -> with(
                                bill,
                                bill.json(),
                                bill.net().plus(Rational.of(1, 100)),
                                bill.lines(),
                                bill.findings()))),
                Map.entry(
                        "steps sum to the price of the line",
                        changing((quote, bill) -> with(
                                bill,
                                bill.json(),
                                bill.net(),
                                bill.lines().stream()
                                        .map(PriceBookLawsTest::oneMore)
                                        .toList(),
                                bill.findings()))),
                Map.entry(
                        "percentages commute",
                        by(
                                BOOK,
                                policy -> policy.steps().get(0).id().equals("partner")
                                        ? policy.withSteps(policy.steps().subList(1, 3))
                                        : policy)),
                Map.entry(
                        "a price below its floor is found",
                        changing((quote, bill) -> with(bill, bill.json(), bill.net(), bill.lines(), List.of()))),
                Map.entry("more units never cost less", by(book(PriceModel.volume(TIERS)), policy -> policy)),
                Map.entry(
                        "a graduated price telescopes",
                        by(
                                book(PriceModel.graduated(PriceTier.to("9", "40.00"), PriceTier.beyond("35.00"))),
                                policy -> policy)),
                Map.entry(
                        "splitting a term conserves the price",
                        by(
                                BOOK,
                                policy -> policy.withSteps(ImmutableList.<WaterfallStep>builder()
                                        .addAll(policy.steps())
                                        .add(longTerms)
                                        .build()))),
                Map.entry(
                        "every product has a price or a finding",
                        (policy, quote, asOf) ->
                                quote.lines().get(0).product().value().equals("SUPPORT")
                                                && quote.lines().size() == 2
                                        ? Checked.refused(List.of(Finding.error("quote.odd.one", "/lines", "no")))
                                        : by(BOOK, asked -> asked).price(policy, quote, asOf)));
    }

    static List<String> laws() {
        return List.copyOf(faults().keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("laws")
    void aPricingThatBreaksALawIsCaughtByItsName(String law) {
        PriceBookLaws.Pricing fault = Objects.requireNonNull(faults().get(law));

        assertThatThrownBy(() -> PriceBookLaws.laws(Shelf.of(CATALOG, POLICY, BOOK), fault)
                        .hold(Laws.TRIES, Laws.SEED))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("price book list v7 under policy policy v2 breaks ")
                .hasMessageContaining("law '" + law + "'")
                .hasMessageContaining("seed " + Laws.SEED);
    }

    @Test
    void aBookThatJsonDoesNotReadBackIsCaught() {
        assertThatThrownBy(() -> PriceBookLaws.holdFor(CATALOG, POLICY, BOOK.withSchema("salesops/price-book/99")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("breaks 1 of 11 laws")
                .hasMessageContaining("law 'definitions and priced quote survive JSON'");
    }

    @Test
    void booksOfEveryKindKeepTheLaws() {
        assertThatCode(() -> {
                    PriceBookLaws.holdFor(CATALOG, POLICY, BOOK);
                    PriceBookLaws.holdFor(CATALOG, POLICY, BOOK, 20, 7);
                    PriceBookLaws.holdFor(CATALOG, POLICY, book(PriceModel.volume(TIERS)));
                    PriceBookLaws.holdFor(
                            CATALOG,
                            POLICY.withRoundAt(PricingPolicy.Place.UNIT).withUnitScale(3),
                            BOOK.withEffective(DateRange.always()));
                    PriceBookLaws.holdFor(
                            CATALOG,
                            POLICY,
                            book(PriceModel.graduated(
                                    PriceTier.to("10", "40"),
                                    PriceTier.to("12.5", "30").plus("7"))));
                    PriceBookLaws.holdFor(Samples.CATALOG, Samples.POLICY, Samples.BOOK);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void aProductWithoutPriceIsFound() {
        PriceBook book = BOOK.withEntries(BOOK.entries().subList(0, 1));
        assertThatCode(() -> PriceBookLaws.holdFor(CATALOG, POLICY, book)).doesNotThrowAnyException();
    }

    @Test
    void definitionsWithErrorsAreToldWithAllOfThem() {
        PriceBook book = BOOK.withEntries(
                PriceEntry.of("SEAT", PriceModel.perUnit("-1")), PriceEntry.of("CHAIR", PriceModel.perUnit("1")));
        PricingPolicy policy = POLICY.withSteps(new WaterfallStep.PartnerDiscount("partner", Rate.ofPercent(150)));

        assertThatThrownBy(() -> PriceBookLaws.holdFor(CATALOG, policy, book))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("price book list v7 under policy policy v2 cannot be used")
                .hasMessageContaining("quote.price.negative")
                .hasMessageContaining("quote.product.unknown")
                .hasMessageContaining("quote.discount.aboveWhole");
    }

    @Test
    void definitionsThatAreNeverInForceTogetherAreTold() {
        assertThatThrownBy(() -> PriceBookLaws.holdFor(
                        CATALOG.withEffective(DateRange.of("2020-01-01", "2021-01-01")), POLICY, BOOK))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("never in force on the same day");
    }

    @Test
    void aLineIsNeverShownWithoutWhatItRequires() {
        assertThatThrownBy(() -> PriceBookLaws.laws(
                                Shelf.of(CATALOG, POLICY, BOOK),
                                changing((quote, bill) -> with(
                                        bill,
                                        bill.json(),
                                        quote.lines().stream()
                                                        .map(QuoteLine::product)
                                                        .anyMatch(ProductId.of("SUPPORT")::equals)
                                                ? Rational.ZERO
                                                : bill.net(),
                                        bill.lines(),
                                        bill.findings())))
                        .hold(Laws.TRIES, Laws.SEED))
                .hasMessageContaining("\"product\":\"SUPPORT\"")
                .hasMessageContaining("\"product\":\"SEAT\"")
                .hasMessageNotContaining("\"product\":\"SETUP\"");
    }
}
