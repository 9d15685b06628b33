package io.salesops.quote.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.crm.AccountId;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.DatedRate;
import io.salesops.core.money.Rate;
import io.salesops.core.money.RateTable;
import io.salesops.core.money.Rational;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.catalog.Offering;
import io.salesops.quote.document.LineId;
import io.salesops.quote.document.Quote;
import io.salesops.quote.price.BookDerivation;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PriceEntry;
import io.salesops.quote.price.PriceLevel;
import io.salesops.quote.price.PriceModel;
import io.salesops.quote.price.PriceTier;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.price.WaterfallStep;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;

/** Which price a line gets: of which book, which entry, in which currency. */
class PriceBooksTest {
    private static final AsOf DAY = AsOf.date("2026-03-31");
    private static final Catalog CATALOG = Samples.once("SEAT", "PLUG");
    private static final PricingPolicy CONTRACTS = PricingPolicy.builder()
            .id("policy")
            .version("1")
            .addSteps(new WaterfallStep.ContractedPrice("contract"))
            .build();

    private static PriceBook book(String id, String currency, PriceEntry... entries) {
        return PriceBook.builder()
                .id(id)
                .version("1")
                .currency(Monetary.getCurrency(currency))
                .addEntries(entries)
                .build();
    }

    private static PriceEntry seat(String unit) {
        return PriceEntry.of("SEAT", PriceModel.perUnit(unit));
    }

    private static Quote seats(String quantity) {
        return Samples.quote("SEAT", quantity);
    }

    private static String net(QuotePricer pricer, Quote quote) {
        return pricer.price(quote, DAY).orThrow().net().toString();
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    @Test
    void theBookOfCurrencySegmentAndChannelIsFound() {
        PriceBook plain = book("plain", "EUR", seat("10"));
        PriceBook partners = book("partners", "EUR", seat("8")).withChannel("partner");
        PriceBook schools =
                book("schools", "EUR", seat("5")).withChannel("partner").withSegment("schools");
        PriceBook dollars = book("dollars", "USD", seat("11"));
        QuotePricer pricer = QuotePricer.of(CATALOG, CONTRACTS, plain, partners, schools, dollars);
        Quote quote = seats("1").withPriceBook(Optional.empty()).withCurrency(Monetary.getCurrency("EUR"));
        assertThat(net(pricer, quote)).isEqualTo("EUR 10");
        assertThat(net(pricer, quote.withChannel("partner"))).isEqualTo("EUR 8");
        assertThat(net(pricer, quote.withChannel("partner").withSegment("schools")))
                .isEqualTo("EUR 5");
        assertThat(net(pricer, quote.withCurrency(Monetary.getCurrency("USD")))).isEqualTo("USD 11");
    }

    @Test
    void booksThatFitEquallyWellAreNamedBoth() {
        PriceBook partners = book("partners", "EUR", seat("8")).withChannel("partner");
        PriceBook schools = book("schools", "EUR", seat("5")).withSegment("schools");
        Quote quote = seats("1")
                .withPriceBook(Optional.empty())
                .withChannel("partner")
                .withSegment("schools");
        assertThat(QuotePricer.of(CATALOG, CONTRACTS, partners, schools)
                        .price(quote, DAY)
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("quote.priceBook.conflict");
                    assertThat(finding.message()).contains("partners 1", "schools 1");
                });
        assertThat(codes(QuotePricer.of(CATALOG, CONTRACTS, partners, schools)
                        .price(quote.withCurrency(Monetary.getCurrency("USD")), DAY)
                        .findings()))
                .contains("quote.priceBook.none");
    }

    @Test
    void ofEntriesTheHigherPriorityWinsOnItsDays() {
        PriceBook book =
                book("book", "EUR", seat("10"), seat("7").ranked(1).during(DateRange.of("2026-03-01", "2026-04-01")));
        QuotePricer pricer = QuotePricer.of(CATALOG, CONTRACTS, book);
        Quote quote = seats("2").withPriceBook("book");
        assertThat(net(pricer, quote)).isEqualTo("EUR 14");
        assertThat(pricer.price(quote, AsOf.date("2026-04-01")).orThrow().net()).hasToString("EUR 20");
    }

    @Test
    void entriesOfEqualPriorityThatCouldMeetAreNamedBoth() {
        PriceBook apart = book(
                "book",
                "EUR",
                seat("10").during(DateRange.of("2026-01-01", "2026-02-01")),
                seat("9").during(DateRange.of("2026-02-01", "2026-03-01")),
                seat("8").contractedWith("A-1"),
                seat("7").contractedWith("A-2"));
        assertThat(QuotePricer.check(CATALOG, CONTRACTS, apart)).isEmpty();
        PriceBook meeting = apart.withEntries(
                seat("10"),
                seat("9").during(DateRange.of("2026-02-01", "2026-03-01")),
                seat("8").contractedWith("A-1"));
        assertThat(QuotePricer.check(CATALOG, CONTRACTS, meeting))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("quote.entry.conflict");
                    assertThat(finding.message()).contains("/entries/0", "/entries/1", "SEAT");
                });
    }

    @Test
    void aContractedPriceIsAStepFromListToSpecial() {
        PriceBook book = book("book", "EUR", seat("10"), seat("8.5").contractedWith("A-1"));
        QuotePricer pricer = QuotePricer.of(CATALOG, CONTRACTS, book);
        PricedLine line =
                pricer.price(seats("4").withPriceBook("book"), DAY).orThrow().line("1");
        assertThat(line.list()).hasToString("EUR 40");
        assertThat(line.net()).hasToString("EUR 34");
        assertThat(line.explain()).contains("contracted price: 4 x 8.50 = 34.00");
        assertThat(line.price(PriceLevel.SPECIAL)).hasToString("EUR 34");
        Quote other = seats("4").withPriceBook("book").withAccount(AccountId.of("A-9"));
        assertThat(net(pricer, other)).isEqualTo("EUR 40");
        assertThat(codes(QuotePricer.of(CATALOG, CONTRACTS.withSteps(), book)
                        .price(seats("4").withPriceBook("book"), DAY)
                        .findings()))
                .containsExactly("quote.contract.notForeseen");
    }

    @Test
    void aDerivedBookTakesWhatItDoesNotState() {
        PriceBook base = book(
                "base",
                "EUR",
                PriceEntry.of(
                                "SEAT",
                                PriceModel.graduated(PriceTier.to("10", "20").plus("5"), PriceTier.beyond("15")))
                        .notBelow("12"),
                PriceEntry.of("PLUG", PriceModel.perUnit("3")));
        PriceBook derived = book("derived", "CHF", PriceEntry.of("PLUG", PriceModel.perUnit("4")))
                .withDerivedFrom(BookDerivation.of("base", "0.95").plus("0.333").roundedTo(2));
        QuotePricer pricer = QuotePricer.of(CATALOG, CONTRACTS, base, derived);
        PricedQuote priced =
                pricer.price(seats("12").withPriceBook("derived"), DAY).orThrow();
        // 10 x 19.33 + 4.75 + 2 x 14.58
        assertThat(priced.net()).hasToString("CHF 227.21");
        assertThat(priced.line("1").floor()).contains(Rational.of("11.73"));
        assertThat(priced.line("1").explain()).contains("from base 1 /entries/0");
        assertThat(priced.computedFrom().inputs()).containsKeys("priceBook", "priceBook behind it 1");
        assertThat(net(pricer, Samples.quote("PLUG", "2").withPriceBook("derived")))
                .isEqualTo("CHF 8");
    }

    @Test
    void theVersionBehindADerivedBookIsThatOfTheDay() {
        PriceBook first = book("base", "EUR", seat("10")).withEffective(DateRange.of("2026-01-01", "2026-04-01"));
        PriceBook second = book("base", "EUR", seat("12"))
                .withVersion("2")
                .withEffective(DateRange.of("2026-04-01", "2027-01-01"));
        PriceBook derived = book("derived", "EUR").withDerivedFrom(BookDerivation.of("base", "2"));
        QuotePricer pricer = QuotePricer.of(CATALOG, CONTRACTS, first, second, derived);
        Quote quote = seats("1").withPriceBook("derived");
        assertThat(net(pricer, quote)).isEqualTo("EUR 20");
        assertThat(pricer.price(quote, AsOf.date("2026-04-01")).orThrow().net()).hasToString("EUR 24");
        assertThat(codes(pricer.price(quote, AsOf.date("2027-01-01")).findings()))
                .containsExactly("quote.priceBook.notEffective");
    }

    @Test
    void booksDerivedFromThemselvesOrFromNothingAreRefused() {
        PriceBook a = book("a", "EUR").withDerivedFrom(BookDerivation.of("b", "1"));
        PriceBook b = book("b", "EUR").withDerivedFrom(BookDerivation.of("c", "1"));
        PriceBook c = book("c", "EUR").withDerivedFrom(BookDerivation.of("a", "1"));
        assertThat(codes(QuotePricer.check(CATALOG, CONTRACTS, a, b, c)))
                .containsExactly("quote.book.recursion", "quote.book.recursion", "quote.book.recursion");
        assertThat(codes(QuotePricer.check(CATALOG, CONTRACTS, a))).containsExactly("quote.book.unknown");
        PriceBook odd =
                book("odd", "EUR").withDerivedFrom(BookDerivation.of("b", "-1").roundedTo(-1));
        assertThat(codes(QuotePricer.check(CATALOG, CONTRACTS, odd, book("b", "EUR"))))
                .containsExactly("quote.book.factor", "quote.book.scale");
    }

    @Test
    void aQuoteInAnotherCurrencyIsConvertedByTheLockedRate() {
        PriceBook book = book("book", "EUR", seat("9.99"));
        QuotePricer pricer =
                QuotePricer.of(CATALOG, CONTRACTS.withSteps(new WaterfallStep.CustomerDiscount("customer")), book);
        RateTable table = RateTable.builder()
                .id("ecb")
                .addRates(rate("2026-03-01", "1.10"), rate("2026-03-31", "1.20"))
                .build();
        Quote quote = seats("3").withPriceBook("book").withCurrency(Monetary.getCurrency("USD"));
        // 3 x 9.99 x 1.20 = 35.964
        PricedQuote today = pricer.price(quote, DAY.rates(table)).orThrow();
        assertThat(today.net()).hasToString("USD 35.96");
        assertThat(today.line("1").explain()).contains("x rate 1.2");
        PricedQuote locked = pricer.price(quote.withRatesOn(LocalDate.parse("2026-03-15")), DAY.rates(table))
                .orThrow();
        assertThat(locked.net()).hasToString("USD 32.97");
        assertThat(locked.computedFrom().lookups())
                .anySatisfy(lookup -> assertThat(lookup).contains("1 EUR = 1.1 USD on 2026-03-01"));
        assertThat(SalesOpsJson.read(SalesOpsJson.write(locked), PricedQuote.class)
                        .orThrow())
                .isEqualTo(locked);
        assertThat(pricer.price(quote, DAY).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("money.rate.unknown");
            assertThat(finding.message()).contains("EUR", "USD", "2026-03-31");
        });
        Quote reduced = quote.withLines(quote.lines().get(0).reduced(Amounts.of("5", "GBP"), "goodwill"));
        assertThat(codes(pricer.price(reduced, DAY.rates(table)).findings())).containsExactly("money.rate.unknown");
    }

    private static DatedRate rate(String day, String rate) {
        return DatedRate.builder()
                .from(Monetary.getCurrency("EUR"))
                .to(Monetary.getCurrency("USD"))
                .date(LocalDate.parse(day))
                .rate(Rational.of(rate))
                .source("ECB")
                .build();
    }

    @Test
    void yenHaveNoCentsWhateverTheBookHas() {
        PriceBook book = book("book", "EUR", seat("0.335"));
        RateTable table = RateTable.builder()
                .id("table")
                .addRates(DatedRate.builder()
                        .from(Monetary.getCurrency("EUR"))
                        .to(Monetary.getCurrency("JPY"))
                        .date(LocalDate.parse("2026-01-01"))
                        .rate(Rational.of("160.25"))
                        .source("ECB")
                        .build())
                .build();
        Quote quote = seats("3").withPriceBook("book").withCurrency(Monetary.getCurrency("JPY"));
        // 1.005 x 160.25 = 161.05125
        assertThat(QuotePricer.of(CATALOG, CONTRACTS, book)
                        .price(quote, DAY.rates(table))
                        .orThrow()
                        .net())
                .hasToString("JPY 161");
    }

    @Test
    void costsGiveMarginsAndPrices() {
        Offering plug = Offering.of("PLUG", "Plug", Offering.Charge.ONE_TIME).withCost(Amounts.of("8", "EUR"));
        Catalog catalog = CATALOG.withOfferings(plug);
        PriceBook markup = book("book", "EUR", PriceEntry.of("PLUG", PriceModel.costPlus(Rate.ofPercent(25))));
        PriceBook margin = book("book", "EUR", PriceEntry.of("PLUG", PriceModel.costWithMargin(Rate.ofPercent(20))));
        Quote quote = Samples.quote("PLUG", "3").withPriceBook("book");
        for (PriceBook book : List.of(markup, margin)) {
            PricedQuote priced =
                    QuotePricer.of(catalog, CONTRACTS, book).price(quote, DAY).orThrow();
            assertThat(priced.net()).hasToString("EUR 30");
            assertThat(priced.margin()).contains(Rate.ofPercent(20));
            assertThat(priced.line("1").cost()).contains(Rational.of(24));
        }
        assertThat(codes(QuotePricer.of(CATALOG, CONTRACTS, markup)
                        .price(quote, DAY)
                        .findings()))
                .containsExactly("quote.cost.missing");
    }

    @Test
    void aPercentageOfTheTotalFollowsTheOtherLines() {
        PriceBook book = book(
                "book",
                "EUR",
                seat("10"),
                PriceEntry.of(
                        "PLUG",
                        PriceModel.percentOfTotal(Rate.ofPercent(18), PriceModel.PercentOfTotal.Basis.NET, "SEAT")));
        PricingPolicy policy = CONTRACTS.withSteps(new WaterfallStep.CustomerDiscount("customer"));
        Quote quote = seats("10").withPriceBook("book");
        Quote both = quote.withLines(
                Samples.quote("PLUG", "1").lines().get(0).withId(LineId.of("2")),
                quote.lines().get(0).discounted(Rate.ofPercent(10), "volume"));
        QuotePricer pricer = QuotePricer.of(CATALOG, policy, book);
        PricedQuote priced = pricer.price(both, DAY).orThrow();
        assertThat(priced.line("2").net()).hasToString("EUR 16.2");
        PricedQuote more = pricer.reprice(priced, both.lines().get(1).withQuantity(BigDecimal.valueOf(20)), DAY)
                .orThrow();
        assertThat(more.line("2").net()).hasToString("EUR 32.4");
        assertThat(more.net()).hasToString("EUR 212.4");
    }
}
