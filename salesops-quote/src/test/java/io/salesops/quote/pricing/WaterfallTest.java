package io.salesops.quote.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.ProductId;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Severity;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.quote.catalog.BundleOption;
import io.salesops.quote.catalog.BundleOption.Presence;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.catalog.Offering;
import io.salesops.quote.document.LineId;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.document.Term;
import io.salesops.quote.price.DiscountTier;
import io.salesops.quote.price.MinimumOrder;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PriceEntry;
import io.salesops.quote.price.PriceModel;
import io.salesops.quote.price.PriceTier;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.price.PromotionLimits;
import io.salesops.quote.price.PromotionUses;
import io.salesops.quote.price.WaterfallStep;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;

/** Steps from list to net, the header, bundles, and what is refused. */
class WaterfallTest {
    private static final AsOf DAY = AsOf.date("2026-03-31");
    private static final Catalog CATALOG = Samples.once("SEAT", "PLUG", "KIT");

    private static PriceBook book(String seat) {
        return PriceBook.builder()
                .id("book")
                .version("1")
                .currency(Monetary.getCurrency("EUR"))
                .addEntries(
                        PriceEntry.of("SEAT", PriceModel.perUnit(seat)).notBelow("6"),
                        PriceEntry.of("PLUG", PriceModel.perUnit("1")),
                        PriceEntry.of("KIT", PriceModel.perUnit("0")))
                .build();
    }

    private static PricingPolicy policy(WaterfallStep... steps) {
        return PricingPolicy.builder().id("policy").version("1").addSteps(steps).build();
    }

    private static Quote seats(String quantity) {
        return Samples.quote("SEAT", quantity);
    }

    private static PricedQuote priced(PricingPolicy policy, Quote quote) {
        return QuotePricer.of(CATALOG, policy, book("10")).price(quote, DAY).orThrow();
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    private static List<String> refused(PricingPolicy policy, Quote quote) {
        return codes(
                QuotePricer.of(CATALOG, policy, book("10")).price(quote, DAY).findings());
    }

    @Test
    void ofOffersOnlyTheBestActsAndTheOthersAreNamed() {
        PricingPolicy policy = policy(WaterfallStep.BestOf.of(
                "offer",
                new WaterfallStep.Promotion("spring", "SPRING", Rate.ofPercent(10)),
                WaterfallStep.Coupon.of("welcome", "WELCOME", Amounts.of("15", "EUR"), WaterfallStep.Coupon.Per.LINE)));
        Quote quote = seats("10").withPromotions("SPRING", "WELCOME");
        PricedLine line = priced(policy, quote).line("1");
        assertThat(line.net()).hasToString("EUR 85");
        assertThat(line.explain()).contains("welcome at 85.00", "spring at 90.00");
        assertThat(priced(policy, quote.withPromotions("SPRING")).net()).hasToString("EUR 90");
        assertThat(priced(policy, seats("20").withPromotions("SPRING", "WELCOME"))
                        .net())
                .hasToString("EUR 180");
    }

    @Test
    void promotionsStopAtTheirLimits() {
        PromotionLimits limits = PromotionLimits.none().uses(100).usesPerAccount(2);
        PricingPolicy policy =
                policy(new WaterfallStep.Promotion("spring", "SPRING", Rate.ofPercent(10)).within(limits));
        Quote quote = seats("10").withPromotions("SPRING");
        QuotePricer pricer = QuotePricer.of(CATALOG, policy, book("10"));
        assertThat(pricer.price(quote, uses("A-1", 1, "A-2", 90), DAY).orThrow().net())
                .hasToString("EUR 90");
        for (PromotionUses usedUp : List.of(uses("A-1", 2, "A-2", 1), uses("A-2", 60, "A-3", 40))) {
            PricedQuote full = pricer.price(quote, usedUp, DAY).orThrow();
            assertThat(full.net()).hasToString("EUR 100");
            assertThat(full.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.code()).isEqualTo("quote.promotion.usedUp");
                assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            });
            assertThat(full.computedFrom().inputs()).containsKey("promotionUses");
            PricedQuote again = pricer.reprice(full, quote.lines().get(0).withQuantity(BigDecimal.ONE), DAY)
                    .orThrow();
            assertThat(again.net()).hasToString("EUR 10");
        }
    }

    private static PromotionUses uses(String account, int times, String other, int otherTimes) {
        return PromotionUses.builder()
                .addUses(
                        new PromotionUses.Use("SPRING", AccountId.of(account), times),
                        new PromotionUses.Use("SPRING", AccountId.of(other), otherTimes),
                        new PromotionUses.Use("AUTUMN", AccountId.of(account), 1_000))
                .build();
    }

    @Test
    void whatAPromotionTakesOffAQuoteIsBounded() {
        PricingPolicy policy = policy(new WaterfallStep.Promotion("spring", "SPRING", Rate.ofPercent(50))
                .within(PromotionLimits.none().mostPerUse(Amounts.of("60", "EUR"))));
        Quote quote = Samples.quote("SEAT", "10")
                .withLines(Samples.line("1", "SEAT", "10"), Samples.line("2", "SEAT", "20"))
                .withPromotions("SPRING");
        PricedQuote priced = priced(policy, quote);
        assertThat(priced.net()).hasToString("EUR 240");
        assertThat(priced.line("1").net()).hasToString("EUR 80");
        assertThat(priced.line("2").net()).hasToString("EUR 160");
    }

    @Test
    void aPromotionMayReachOnlySomeUnitsAndProducts() {
        PricingPolicy policy = policy(new WaterfallStep.Promotion("spring", "SPRING", Rate.ofPercent(50))
                .on("SEAT")
                .within(PromotionLimits.none().quantityPerLine("4")));
        Quote quote = seats("10")
                .withLines(Samples.line("1", "SEAT", "10"), Samples.line("2", "PLUG", "10"))
                .withPromotions("SPRING");
        PricedQuote priced = priced(policy, quote);
        assertThat(priced.line("1").net()).hasToString("EUR 80");
        assertThat(priced.line("2").net()).hasToString("EUR 10");
        assertThat(priced.line("2").steps()).hasSize(1);
    }

    @Test
    void partnersMayTakeTheirMarginOffTheListPrice() {
        PricingPolicy running = policy(
                new WaterfallStep.CustomerDiscount("customer"),
                new WaterfallStep.PartnerDiscount("partner", Rate.ofPercent(20)));
        Quote quote = seats("10").withPartner(AccountId.of("P"));
        Quote half = quote.withLines(quote.lines().get(0).discounted(Rate.ofPercent(50), "old friends"));
        assertThat(priced(running, half).net()).hasToString("EUR 40");
        assertThat(priced(running.withPartnersOffList(true), half).net()).hasToString("EUR 30");
        Quote nine = quote.withLines(quote.lines().get(0).discounted(Rate.ofPercent(90), "old friends"));
        assertThat(refused(running.withPartnersOffList(true), nine)).containsExactly("quote.discount.aboveWhole");
    }

    @Test
    void aFloorRaisesThePriceOrWarns() {
        WaterfallStep customer = new WaterfallStep.CustomerDiscount("customer");
        Quote half = seats("10").withLines(Samples.line("1", "SEAT", "10").discounted(Rate.ofPercent(50), "why not"));
        PricedQuote held = priced(policy(customer, new WaterfallStep.Floor("floor")), half);
        assertThat(held.net()).hasToString("EUR 60");
        assertThat(held.findings()).isEmpty();
        assertThat(held.line("1").explain()).contains("raised to the floor of 6.00 a unit");
        PricedQuote warned = priced(policy(customer), half);
        assertThat(codes(warned.findings())).containsExactly("quote.price.belowFloor");
        // The way back above the floor takes the warning away, and the header discount brings it back.
        QuotePricer pricer = QuotePricer.of(CATALOG, policy(customer), book("10"));
        PricedQuote before = pricer.price(half, DAY).orThrow();
        assertThat(pricer.reprice(before, Samples.line("1", "SEAT", "10"), DAY).findings())
                .isEmpty();
        PricedQuote full = pricer.price(seats("10").withHeaderDiscount(Rate.ofPercent(40)), DAY)
                .orThrow();
        assertThat(full.findings()).isEmpty();
        assertThat(codes(pricer.reprice(
                                full, Samples.line("1", "SEAT", "10").discounted(Rate.ofPercent(1), "one more"), DAY)
                        .findings()))
                .containsExactly("quote.price.belowFloor");
    }

    @Test
    void aUnitPriceOfTheSellerNeedsAReason() {
        PricingPolicy policy = policy(new WaterfallStep.CustomerDiscount("customer"));
        QuoteLine line = Samples.line("1", "SEAT", "10");
        Quote set = seats("10").withLines(line.priced(Amounts.of("7.5", "EUR"), "same as last year"));
        assertThat(priced(policy, set).net()).hasToString("EUR 75");
        assertThat(priced(policy, set).line("1").explain()).contains("unit price set to EUR 7.5: same as last year");
        assertThat(refused(policy, set.withLines(line.withUnitPrice(Amounts.of("7.5", "EUR")))))
                .containsExactly("quote.override.reason");
        assertThat(refused(
                        policy,
                        set.withLines(line.withDiscount(Rate.ofPercent(1)).withAmountOff(Amounts.of("1", "EUR")))))
                .containsExactly("quote.discount.several");
        assertThat(refused(policy, set.withLines(line.reduced(Amounts.of("100.01", "EUR"), "much"))))
                .containsExactly("quote.discount.aboveWhole");
        assertThat(refused(policy, set.withLines(line.reduced(Amounts.of("-1", "EUR"), "less"))))
                .containsExactly("quote.amount.negative");
        assertThat(refused(policy(), set)).containsExactly("quote.discount.notForeseen");
    }

    @Test
    void aQuoteBelowTheMinimumIsRefusedWarnedOrRaised() {
        for (MinimumOrder.Shortfall shortfall : MinimumOrder.Shortfall.values()) {
            PricingPolicy policy = policy().withMinimumOrder(new MinimumOrder(Amounts.of("100", "EUR"), shortfall));
            Quote quote = seats("9").withLines(Samples.line("1", "SEAT", "8"), Samples.line("2", "PLUG", "10"));
            switch (shortfall) {
                case REFUSE -> assertThat(refused(policy, quote)).containsExactly("quote.order.belowMinimum");
                case WARN -> {
                    assertThat(refused(policy, quote)).containsExactly("quote.order.belowMinimum");
                    assertThat(priced(policy, quote).net()).hasToString("EUR 90");
                }
                case TOP_UP -> {
                    assertThat(priced(policy, quote).net()).hasToString("EUR 100");
                    assertThat(priced(policy, quote).line("1").net()).hasToString("EUR 88.89");
                    assertThat(refused(policy, Samples.quote("KIT", "1"))).containsExactly("quote.order.belowMinimum");
                }
            }
        }
    }

    @Test
    void groupsHaveSubtotals() {
        PricedQuote priced = priced(
                policy(),
                seats("1")
                        .withLines(
                                Samples.line("1", "SEAT", "1").withGroup("Licences"),
                                Samples.line("2", "PLUG", "3"),
                                Samples.line("3", "SEAT", "2").withGroup("Licences")));
        assertThat(priced.subtotals())
                .containsExactly(
                        new Subtotal("Licences", Amounts.of("30", "EUR"), Amounts.of("30", "EUR")),
                        new Subtotal("", Amounts.of("3", "EUR"), Amounts.of("3", "EUR")));
    }

    @Test
    void bundlesHoldWhatTheyNeedWithinTheirBounds() {
        Offering kit = Offering.of("KIT", "Kit", Offering.Charge.ONE_TIME)
                .withOptions(
                        BundleOption.of("SEAT", Presence.REQUIRED).between("2", "5"),
                        BundleOption.of("PLUG", Presence.DEFAULT));
        Catalog catalog = CATALOG.withOfferings(
                kit,
                Offering.of("SEAT", "Seat", Offering.Charge.ONE_TIME).withMaxQuantity(new BigDecimal("50")),
                Offering.of("PLUG", "Plug", Offering.Charge.ONE_TIME));
        QuotePricer pricer = QuotePricer.of(catalog, policy(), book("10"));
        QuoteLine bundle = Samples.line("1", "KIT", "2");
        QuoteLine seats = Samples.line("2", "SEAT", "10").withBundle(LineId.of("1"));
        assertThat(kit.startingOptions()).hasSize(2);
        Quote quote = seats("1").withLines(bundle, seats);
        assertThat(pricer.price(quote, DAY).findings()).isEmpty();
        assertThat(codes(pricer.price(quote.withLines(bundle), DAY).findings()))
                .containsExactly("quote.option.missing");
        assertThat(codes(pricer.price(quote.withLines(bundle, seats.withQuantity(BigDecimal.ONE)), DAY)
                        .findings()))
                .containsExactly("quote.quantity.belowMinimum");
        assertThat(codes(pricer.price(quote.withLines(bundle, seats.withQuantity(new BigDecimal("60"))), DAY)
                        .findings()))
                .containsExactly("quote.quantity.aboveMaximum", "quote.quantity.aboveMaximum");
        assertThat(codes(pricer.price(
                                quote.withLines(
                                        bundle,
                                        seats,
                                        Samples.line("3", "KIT", "1").withBundle(LineId.of("1"))),
                                DAY)
                        .findings()))
                .contains("quote.option.unknown");
        assertThat(codes(pricer.price(quote.withLines(seats.withBundle(LineId.of("9"))), DAY)
                        .findings()))
                .containsExactly("quote.bundle.unknown");
        PricedQuote priced = pricer.price(quote, DAY).orThrow();
        assertThat(codes(pricer.reprice(priced, seats.withQuantity(new BigDecimal("11")), DAY)
                        .findings()))
                .containsExactly("quote.quantity.aboveMaximum");
    }

    @Test
    void aBundleThatHoldsItselfIsRefused() {
        Catalog ring = CATALOG.withOfferings(
                Offering.of("KIT", "Kit", Offering.Charge.ONE_TIME)
                        .withOptions(BundleOption.of("SEAT", Presence.OPTIONAL)),
                Offering.of("SEAT", "Seat", Offering.Charge.ONE_TIME)
                        .withOptions(BundleOption.of("PLUG", Presence.OPTIONAL)),
                Offering.of("PLUG", "Plug", Offering.Charge.ONE_TIME)
                        .withOptions(BundleOption.of("KIT", Presence.OPTIONAL)));
        assertThat(QuotePricer.check(ring, policy(), book("10")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("quote.bundle.cycle");
                    assertThat(finding.message()).contains("KIT > SEAT > PLUG > KIT");
                });
    }

    @Test
    void theVersionOfAnOfferingIsThatOfTheDay() {
        Offering old = Offering.of("SEAT", "Seat", Offering.Charge.ONE_TIME)
                .withEffective(DateRange.of("2025-01-01", "2026-01-01"));
        Offering current = Offering.of("SEAT", "Seat", Offering.Charge.RECURRING)
                .withEffective(DateRange.of("2026-01-01", "2027-01-01"));
        Catalog catalog = CATALOG.withOfferings(
                old, current, CATALOG.offerings().get(1), CATALOG.offerings().get(2));
        QuotePricer pricer = QuotePricer.of(catalog, policy(), book("10"));
        Quote quote = seats("1").withLines(QuoteLine.of("1", "SEAT", 1, Term.months("2026-04-01", 12)));
        assertThat(pricer.price(quote, DAY).orThrow().net()).hasToString("EUR 120");
        assertThat(pricer.price(quote, AsOf.date("2025-06-01")).orThrow().net()).hasToString("EUR 10");
        assertThat(codes(pricer.price(quote, AsOf.date("2027-06-01")).findings()))
                .containsExactly("quote.product.notEffective");
        assertThat(codes(QuotePricer.check(
                        catalog.withOfferings(old, old.withCharge(Offering.Charge.USAGE)), policy(), book("10"))))
                .contains("quote.offering.duplicate");
    }

    @Test
    void tiersWithTwoKindsOfBoundsAreRefusedAsAreNegativeOnes() {
        PriceBook odd = book("10")
                .withEntries(
                        PriceEntry.of(
                                "SEAT",
                                PriceModel.graduated(
                                        PriceTier.to("10", "1"), PriceTier.below("20", "1"), PriceTier.beyond("-1"))),
                        PriceEntry.of(
                                "PLUG", PriceModel.volume(PriceTier.beyond("1").inBlocksOf("0"))),
                        PriceEntry.of("KIT", PriceModel.usage(PriceModel.usage(PriceModel.flat("1")))));
        assertThat(codes(QuotePricer.check(CATALOG, policy(), odd)))
                .containsExactly(
                        "quote.tier.bounds", "quote.price.negative", "quote.package.size", "quote.usage.price");
        PricingPolicy steps = policy(
                WaterfallStep.VolumeSchedule.of(
                        "volume",
                        WaterfallStep.VolumeSchedule.Mode.RANGE,
                        DiscountTier.to("10", Rate.ofPercent(101)),
                        DiscountTier.to("10", Rate.ZERO)),
                WaterfallStep.BestOf.of("choice", WaterfallStep.BestOf.of("inner")));
        assertThat(codes(QuotePricer.check(CATALOG, steps, book("10"))))
                .containsExactly(
                        "quote.tier.order",
                        "quote.discount.aboveWhole",
                        "quote.choice.single",
                        "quote.choice.nested",
                        "quote.choice.single");
    }

    @Test
    void aHundredThousandLinesAreCheckedAndSummed() {
        List<QuoteLine> lines = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            lines.add(Samples.line("L" + i, "SEAT", "3"));
        }
        PricedQuote priced = priced(policy(), seats("1").withLines(lines).withHeaderDiscount(Rate.ofPercent(1)));
        assertThat(priced.net()).hasToString("EUR 2970000");
        assertThat(priced.line("L77777").net()).hasToString("EUR 29.7");
        lines.replaceAll(line -> line.withQuantity(new BigDecimal("-1")).withProduct(ProductId.of("nothing")));
        lines.set(5, lines.get(4));
        assertThat(refused(policy(), seats("1").withLines(lines)))
                .hasSize(300_001)
                .containsOnly(
                        "quote.line.duplicate",
                        "quote.quantity.negative",
                        "quote.product.unknown",
                        "quote.price.missing");
    }

    @Test
    void overflowIsAFindingOfTheLineOrOfTheSum() {
        Quote vast = seats("1").withLines(Samples.line("1", "SEAT", "9e18"), Samples.line("2", "SEAT", "1"));
        assertThat(refused(policy(), vast)).containsExactly("quote.amount.overflow");
        Quote sum = seats("1").withLines(Samples.line("1", "SEAT", "9e15"), Samples.line("2", "SEAT", "9e15"));
        assertThat(QuotePricer.of(CATALOG, policy(), book("10")).price(sum, DAY).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.path()).isEqualTo("/lines"));
    }

    @Test
    void onlyALineOfTheQuoteCanChange() {
        PricedQuote priced = priced(policy(), seats("1"));
        QuotePricer pricer = QuotePricer.of(CATALOG, policy(), book("10"));
        assertThatThrownBy(() -> pricer.reprice(priced, Samples.line("9", "SEAT", "1"), DAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'9'");
        // Another engine or another product: priced as a whole, with the same figures.
        assertThat(pricer.reprice(priced, Samples.line("1", "SEAT", "2"), DAY)
                        .orThrow()
                        .net())
                .hasToString("EUR 20");
        assertThat(pricer.reprice(priced, Samples.line("1", "PLUG", "2"), DAY)
                        .orThrow()
                        .net())
                .hasToString("EUR 2");
    }
}
