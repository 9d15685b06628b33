package io.salesops.quote.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.crm.AccountId;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.DatedRate;
import io.salesops.core.money.Rate;
import io.salesops.core.money.RateTable;
import io.salesops.core.money.Rational;
import io.salesops.core.time.AsOf;
import io.salesops.quote.catalog.BundleOption;
import io.salesops.quote.catalog.BundleOption.Presence;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.catalog.Offering;
import io.salesops.quote.catalog.Offering.Charge;
import io.salesops.quote.document.LineId;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PriceEntry;
import io.salesops.quote.price.PriceModel;
import io.salesops.quote.price.PriceTier;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.price.WaterfallStep;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;

/** What an option costs in its bundle. */
class BundlePriceTest {
    private static final AsOf DAY = AsOf.date("2026-03-31");
    private static final PricingPolicy POLICY = PricingPolicy.builder()
            .id("policy")
            .version("1")
            .addSteps(
                    new WaterfallStep.ContractedPrice("contract"),
                    new WaterfallStep.BundlePrice("bundle"),
                    new WaterfallStep.CustomerDiscount("customer"))
            .build();
    private static final PriceBook BOOK = PriceBook.builder()
            .id("book")
            .version("1")
            .currency(Monetary.getCurrency("EUR"))
            .addEntries(
                    PriceEntry.of("SUITE", PriceModel.perUnit("100")),
                    PriceEntry.of("SEAT", PriceModel.graduated(PriceTier.to("10", "8"), PriceTier.beyond("5"))),
                    PriceEntry.of("SEAT", PriceModel.perUnit("6")).contractedWith("A-17"),
                    PriceEntry.of("HELP", PriceModel.flat("50")))
            .build();

    private static Catalog catalog(BundleOption... options) {
        return Catalog.builder()
                .id("catalog")
                .version("1")
                .addOfferings(
                        Offering.of("SUITE", "Suite", Charge.RECURRING).withOptions(List.of(options)),
                        Offering.of("SEAT", "Seat", Charge.RECURRING),
                        Offering.of("HELP", "Help", Charge.ONE_TIME))
                .build();
    }

    /** Two suites that hold seats; the option stands before its bundle. */
    private static Quote quote(String seats) {
        QuoteLine held = Samples.line("1", "SEAT", seats).withBundle(LineId.of("2"));
        return Samples.quote("SEAT", seats).withLines(held, Samples.line("2", "SUITE", "2"));
    }

    private static PricedLine seats(BundleOption option, Quote quote) {
        return QuotePricer.of(catalog(option), POLICY, BOOK)
                .price(quote, DAY)
                .orThrow()
                .line("1");
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    private static BundleOption seat() {
        return BundleOption.of("SEAT", Presence.OPTIONAL);
    }

    @Test
    void unitsThatTheBundlePaysForCostNothingAndTheOthersStartInTheFirstTier() {
        PricedLine line = seats(seat().including("10"), quote("35"));
        // 15 beyond 2 x 10: 10 at 8 and 5 at 5 a month, for a year.
        assertThat(line.list()).isEqualTo(Amounts.of("2460", "EUR"));
        assertThat(line.net()).isEqualTo(Amounts.of("1260", "EUR"));
        assertThat(line.explain())
                .contains("price in bundle SUITE: 20 of 35 units included, 10 x 8.00 + 5 x 5.00  [policy 1 /steps/1]");
        assertThat(seats(seat().including("10"), quote("20")).net()).isEqualTo(Amounts.of("0", "EUR"));
        assertThat(seats(seat().including("10"), quote("3.5")).explain())
                .contains("3.5 of 3.5 units included, nothing beyond");
    }

    @Test
    void anOptionMayHaveAPriceAndADiscountOfItsOwn() {
        assertThat(seats(seat().at(Amounts.of("3.50", "EUR")), quote("10")).net())
                .isEqualTo(Amounts.of("420", "EUR"));
        assertThat(seats(seat().discounted(Rate.ofPercent(25)), quote("10")).net())
                .isEqualTo(Amounts.of("720", "EUR"));
        PricedLine all =
                seats(seat().at(Amounts.of("3.50", "EUR")).including("2").discounted(Rate.ofPercent(50)), quote("10"));
        assertThat(all.net()).isEqualTo(Amounts.of("126", "EUR"));
        assertThat(all.explain()).contains("4 of 10 units included, 6 x EUR 3.5, 50% off");
    }

    @Test
    void aContractedPriceIsThatOfTheUnitsBeyond() {
        Quote contracted = quote("30").withAccount(AccountId.of("A-17"));
        assertThat(seats(seat().including("10"), contracted).net()).isEqualTo(Amounts.of("720", "EUR"));
    }

    @Test
    void outsideItsBundleAnOptionCostsWhatItCosts() {
        BundleOption option = seat().including("10").discounted(Rate.ofPercent(90));
        assertThat(seats(option, Samples.quote("SEAT", "10")).net()).isEqualTo(Amounts.of("960", "EUR"));
    }

    @Test
    void aPriceInAnotherCurrencyNeedsARate() {
        QuotePricer pricer = QuotePricer.of(catalog(seat().at(Amounts.of("4", "USD"))), POLICY, BOOK);
        assertThat(codes(pricer.price(quote("10"), DAY).findings())).containsExactly("money.rate.unknown");
        RateTable rates = RateTable.builder()
                .id("rates")
                .addRates(new DatedRate(
                        Monetary.getCurrency("USD"),
                        Monetary.getCurrency("EUR"),
                        LocalDate.parse("2026-03-30"),
                        Rational.of(1, 2),
                        "plan"))
                .build();
        PricedQuote priced = pricer.price(quote("10"), DAY.withRates(rates)).orThrow();
        assertThat(priced.line("1").net()).isEqualTo(Amounts.of("240", "EUR"));
        assertThat(priced.computedFrom().lookups()).anyMatch(lookup -> lookup.contains("USD"));
    }

    @Test
    void includedUnitsAreCountedOnceInABundle() {
        Quote twice = quote("5");
        Quote quote = twice.withLines(
                twice.lines().get(0), twice.lines().get(1), twice.lines().get(0).withId(LineId.of("3")));
        QuotePricer pricer = QuotePricer.of(catalog(seat().including("2")), POLICY, BOOK);
        assertThat(codes(pricer.price(quote, DAY).findings())).containsExactly("quote.option.several");
    }

    @Test
    void severalLinesOfAnOptionKeepItsBoundsTogether() {
        Quote twice = quote("5");
        QuotePricer pricer = QuotePricer.of(catalog(seat().between("2", "4")), POLICY, BOOK);
        QuoteLine more = twice.lines().get(0).withId(LineId.of("3"));
        assertThat(pricer.price(twice, DAY).findings()).isEmpty();
        Quote both = twice.withLines(twice.lines().get(0), twice.lines().get(1), more);
        assertThat(pricer.price(both, DAY).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("quote.quantity.aboveMaximum");
            assertThat(finding.message()).contains("is 10, but SEAT is sold up to 8 in 2 SUITE");
        });
        Quote halves = both.withLines(
                twice.lines().get(0).withQuantity(new BigDecimal("2")),
                twice.lines().get(1),
                more.withQuantity(new BigDecimal("2")));
        assertThat(pricer.price(halves, DAY).findings()).isEmpty();
    }

    @Test
    void whatOverflowsInABundleIsFoundWithTheRest() {
        QuotePricer pricer = QuotePricer.of(catalog(seat()), POLICY, BOOK);
        Quote quote = quote("1E+30");
        Quote wrong = quote.withLines(quote.lines().get(0), quote.lines().get(1), Samples.line("3", "ROCKET", "1"));
        assertThat(codes(pricer.price(wrong, DAY).findings()))
                .contains("quote.product.unknown", "quote.amount.overflow");
    }

    @Test
    void moreBundlesIncludeMoreWhenTheyAreRepriced() {
        QuotePricer pricer = QuotePricer.of(catalog(seat().including("10")), POLICY, BOOK);
        PricedQuote before = pricer.price(quote("35"), DAY).orThrow();
        QuoteLine three = before.quote().lines().get(1).withQuantity(new BigDecimal("3"));
        PricedQuote after = pricer.reprice(before, three, DAY).orThrow();
        assertThat(after.line("1").net()).isEqualTo(Amounts.of("480", "EUR"));
        assertThat(after).isEqualTo(pricer.price(after.quote(), DAY).orThrow());
    }

    @Test
    void pricesThatCannotBeAreRefusedAllAtOnce() {
        BundleOption wrong = seat().at(Amounts.of("-1", "EUR")).including("-2").discounted(Rate.ofPercent(101));
        PricingPolicy unforeseen = POLICY.withSteps(new WaterfallStep.CustomerDiscount("customer"));
        assertThat(codes(QuotePricer.check(catalog(wrong), POLICY, BOOK)))
                .containsExactly("quote.amount.negative", "quote.quantity.bounds", "quote.discount.aboveWhole");
        assertThat(codes(QuotePricer.check(
                        catalog(seat().including("1")),
                        unforeseen,
                        BOOK.withEntries(BOOK.entries().subList(0, 2)))))
                .containsExactly("quote.bundle.notForeseen");
    }
}
