package io.salesops.quote.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.ProductId;
import io.salesops.core.explain.Provenance;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.DayCount;
import io.salesops.quote.catalog.Offering;
import io.salesops.quote.document.LineId;
import io.salesops.quote.document.Quote;
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
import java.util.List;
import java.util.Optional;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;

class QuotePricerTest {
    private static final AsOf TODAY = AsOf.date("2026-03-31");
    private static final QuotePricer PRICER = QuotePricer.of(Samples.CATALOG, Samples.POLICY, Samples.BOOK);

    private static List<String> codes(Checked<?> checked) {
        return codes(checked.findings());
    }

    private static List<String> codes(Iterable<Finding> findings) {
        List<String> codes = new ArrayList<>();
        findings.forEach(finding -> codes.add(finding.code() + " " + finding.path()));
        return codes;
    }

    @Test
    void theSampleOfTheGuideIsExactToTheCent() {
        PricedQuote priced = PRICER.price(Samples.QUOTE, TODAY).orThrow();
        assertThat(priced.line("2").explain()).isEqualTo("""
                        EUR 46,618.20  line 2, SEAT x 120, 2026-04-01 to before 2027-04-01, price book eu-list 2026-04
                          +53,400.00  list: 50 x 40.00 + 70 x 35.00 = 4,450.00 a month x 12  [eu-list 2026-04 /entries/1]
                           -5,340.00  customer discount 10%: competitor offer  [standard 1 /steps/0]
                           -1,441.80  share of header discount 1,981.80 (3%)  [standard 1 /header]
                          12.7% below list; quote EUR 64,078.20 (list 71,400.00, blended discount 10.25%)""");
        assertThat(priced.explain()).isEqualTo("""
                        EUR 64,078.20  quote Q-1042 v1, 2 lines, blended discount 10.25%
                          +71,400.00  list prices of 2 lines  [eu-list 2026-04 /entries]
                           -5,340.00  step customer of 1 line  [standard 1 /steps/0]
                           -1,981.80  header discount of 2 lines  [standard 1 /header]""");
        assertThat(priced.line("2").discount()).contains(Rate.of("12.7%"));
        assertThat(priced.blendedDiscount()).contains(Rate.ratio(732_180, 7_140_000));
        assertThat(priced.line("2").steps())
                .allSatisfy(step -> assertThat(step.residue()).isEqualTo(Rational.ZERO));
    }

    @Test
    void metricsFollowTheirDefinitions() {
        Quote quote = Samples.QUOTE
                .withHeaderDiscount(Optional.empty())
                .withLines(
                        QuoteLine.of("1", "PLATFORM", 1, Term.months("2026-04-01", 36)),
                        QuoteLine.of("2", "PLATFORM", 1, Term.months("2027-04-01", 24)),
                        QuoteLine.of("3", "SETUP", 2, Term.months("2026-04-01", 1)),
                        QuoteLine.of("4", "API_CALL", 110_000, Term.months("2026-04-01", 12)));
        ValueMetrics metrics = PRICER.price(quote, TODAY).orThrow().metrics();
        // 54,000 + 36,000 recurring, 5,000 once, 100 packages x 0.85 x 12 of usage.
        assertThat(metrics.tcv()).isEqualTo(Amounts.of("96020.00", "EUR"));
        assertThat(metrics.firstYearAcv()).isEqualTo(Amounts.of("18000.00", "EUR"));
        assertThat(metrics.averageAcv()).isEqualTo(Amounts.of("30000.00", "EUR"));
        assertThat(metrics.exitArr()).isEqualTo(Amounts.of("36000.00", "EUR"));
        assertThat(metrics.oneTimeShare()).contains(Rate.ratio(5_000, 96_020));
    }

    @Test
    void aLineThatEndsEarlierIsNotInTheExitArr() {
        Quote quote = Samples.QUOTE
                .withHeaderDiscount(Optional.empty())
                .withLines(
                        QuoteLine.of("1", "PLATFORM", 1, Term.months("2026-04-01", 24)),
                        QuoteLine.of("2", "PLATFORM", 1, Term.months("2026-04-01", 6)));
        ValueMetrics metrics = PRICER.price(quote, TODAY).orThrow().metrics();
        assertThat(metrics.exitArr()).isEqualTo(Amounts.of("18000.00", "EUR"));
        assertThat(metrics.firstYearAcv()).isEqualTo(Amounts.of("27000.00", "EUR"));
        assertThat(metrics.averageAcv()).isEqualTo(Amounts.of("22500.00", "EUR"));
    }

    @Test
    void everyStepNamesItsRuleAndActsInDeclaredOrder() {
        PricingPolicy policy = PricingPolicy.builder()
                .id("all")
                .version("7")
                .addSteps(
                        WaterfallStep.TermSchedule.of(
                                "term",
                                new WaterfallStep.LongTerm(12, Rate.ofPercent(5)),
                                new WaterfallStep.LongTerm(24, Rate.ofPercent(10))),
                        new WaterfallStep.Promotion("spring", "SPRING", Rate.ofPercent(20)),
                        new WaterfallStep.CustomerDiscount("customer"),
                        new WaterfallStep.PartnerDiscount("partner", Rate.ofPercent(50)))
                .build();
        Quote quote = Samples.QUOTE
                .withHeaderDiscount(Optional.empty())
                .withPartner(AccountId.of("P-1"))
                .withPromotions("SPRING")
                .withLines(
                        QuoteLine.of("1", "PLATFORM", 1, Term.months("2026-04-01", 23)),
                        QuoteLine.of("2", "SETUP", 1, Term.months("2026-04-01", 23)));
        PricedQuote priced = QuotePricer.of(Samples.CATALOG, policy, Samples.BOOK)
                .price(quote, TODAY)
                .orThrow();
        assertThat(priced.line("1").explain()).isEqualTo("""
                        EUR 13,110.00  line 1, PLATFORM x 1, 2026-04-01 to before 2028-03-01, price book eu-list 2026-04
                          +34,500.00  list: 1 x 1,500.00 = 1,500.00 a month x 23  [eu-list 2026-04 /entries/0]
                           -1,725.00  term discount 5% from 12 months  [all 7 /steps/0]
                           -6,555.00  promotion SPRING 20%  [all 7 /steps/1]
                          -13,110.00  partner discount 50%: P-1  [all 7 /steps/3]
                          62% below list; quote EUR 14,110.00 (list 37,000.00, blended discount 61.86%)""");
        // What is sold once has no term to be discounted for.
        assertThat(priced.line("2").net()).isEqualTo(Amounts.of("1000.00", "EUR"));
    }

    @Test
    void roundingAtTheUnitMakesUnitPriceTimesQuantityTheNetPrice() {
        PriceBook book = PriceBook.builder()
                .id("eu-list")
                .version("1")
                .currency(Monetary.getCurrency("EUR"))
                .addEntries(PriceEntry.of(
                        "SETUP",
                        PriceModel.graduated(
                                PriceTier.to("9", "90"), PriceTier.to("19", "80"), PriceTier.beyond("70"))))
                .build();
        Quote quote = Samples.QUOTE
                .withHeaderDiscount(Optional.empty())
                .withLines(QuoteLine.of("1", "SETUP", 30, Term.months("2026-04-01", 1)));
        PricedQuote byLine = QuotePricer.of(Samples.CATALOG, Samples.POLICY, book)
                .price(quote, TODAY)
                .orThrow();
        PricedLine byUnit = QuotePricer.of(Samples.CATALOG, Samples.POLICY.withRoundAt(PricingPolicy.Place.UNIT), book)
                .price(quote, TODAY)
                .orThrow()
                .line("1");
        assertThat(byLine.net()).isEqualTo(Amounts.of("2380.00", "EUR"));
        assertThat(byUnit.net()).isEqualTo(Amounts.of("2379.90", "EUR"));
        assertThat(byUnit.netUnit()).contains(Rational.of("79.33"));
        assertThat(byUnit.steps().get(0).residue()).isEqualTo(Rational.of("0.10"));
    }

    @Test
    void aPriceBelowItsFloorIsAWarningThatNamesBothPrices() {
        Quote quote = Samples.QUOTE.withLines(
                QuoteLine.of("2", "SEAT", 120, Term.months("2026-04-01", 12)).discounted(Rate.ofPercent(40), "big"));
        PricedQuote priced = PRICER.price(quote, TODAY).orThrow();
        assertThat(priced.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("quote.price.belowFloor");
            assertThat(finding.path()).isEqualTo("/lines/0");
            assertThat(finding.message()).contains("SEAT at 21.5825 a unit and month, below the floor of 24");
        });
    }

    @Test
    void aSurchargeIsInformation() {
        Quote quote = Samples.QUOTE.withHeaderDiscount(Rate.ofPercent(-10));
        Checked<PricedQuote> checked = PRICER.price(quote, TODAY);
        assertThat(codes(checked)).containsExactly("quote.discount.surcharge /headerDiscount");
        assertThat(checked.orThrow().net()).isEqualTo(Amounts.of("72666.00", "EUR"));
    }

    @Test
    void resultsNameWhatTheyWereComputedFrom() {
        PricedQuote priced = PRICER.price(Samples.QUOTE, TODAY).orThrow();
        assertThat(priced.computedFrom().engine()).isEqualTo("QuotePricer");
        assertThat(priced.computedFrom().inputs().keySet()).containsExactly("catalog", "policy", "priceBook", "quote");
        assertThat(priced.computedFrom().inputs().get("priceBook"))
                .isEqualTo(new Provenance.Input("eu-list", "2026-04", SalesOpsJson.fingerprint(Samples.BOOK)));
        assertThat(priced.computedFrom().lookups()).containsExactly("as of 2026-03-31");
    }

    @Test
    void theVersionOfTheDayIsTaken() {
        PriceBook next = Samples.BOOK
                .withVersion("2027-04")
                .withEffective(DateRange.from(LocalDate.parse("2027-04-01")))
                .withEntries(PriceEntry.of("PLATFORM", PriceModel.perUnit("1600")));
        QuotePricer pricer = QuotePricer.of(Samples.CATALOG, Samples.POLICY, Samples.BOOK, next);
        Quote quote = Samples.QUOTE
                .withHeaderDiscount(Optional.empty())
                .withLines(QuoteLine.of("1", "PLATFORM", 1, Term.months("2027-04-01", 1)));
        assertThat(pricer.price(quote, AsOf.date("2027-03-31")).orThrow().net())
                .isEqualTo(Amounts.of("1500.00", "EUR"));
        assertThat(pricer.price(quote, AsOf.date("2027-04-01")).orThrow().net())
                .isEqualTo(Amounts.of("1600.00", "EUR"));
    }

    @Test
    void aQuoteIsRefusedWithEverythingThatIsWrong() {
        Term term = Term.months("2026-04-01", 12);
        Quote quote = Samples.QUOTE
                .withCurrency(Monetary.getCurrency("USD"))
                .withHeaderDiscount(Rate.of("300%"))
                .withPromotions("WINTER")
                .withLines(
                        QuoteLine.of("1", "PLATFORM", -1, term),
                        QuoteLine.of("1", "ROCKET", 1, term),
                        QuoteLine.of("3", "SEAT", 1, term).discounted(Rate.of("101%"), "friend"));
        assertThat(codes(PRICER.price(quote, TODAY)))
                .containsExactlyInAnyOrder(
                        "money.rate.unknown /currency",
                        "quote.discount.aboveWhole /headerDiscount",
                        "quote.promotion.unknown /promotions",
                        "quote.quantity.negative /lines/0/quantity",
                        "quote.line.duplicate /lines/1/id",
                        "quote.product.unknown /lines/1/product",
                        "quote.price.missing /lines/1/product",
                        "quote.discount.aboveWhole /lines/2/discount");
        assertThatThrownBy(() -> PRICER.price(quote, TODAY).orThrow())
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("8 findings")
                .hasMessageContaining("ROCKET");
    }

    @Test
    void aPriceBookThatIsNotThereOrNotInForceRefuses() {
        assertThat(codes(PRICER.price(Samples.QUOTE, AsOf.date("2027-04-01"))))
                .containsExactly("quote.priceBook.notEffective /priceBook");
        assertThat(codes(PRICER.price(Samples.QUOTE.withPriceBook("us-list"), TODAY)))
                .containsExactly("quote.priceBook.unknown /priceBook");
        QuotePricer old = QuotePricer.of(
                Samples.CATALOG.withEffective(DateRange.before(LocalDate.parse("2026-01-01"))),
                Samples.POLICY,
                Samples.BOOK);
        assertThat(codes(old.price(Samples.QUOTE, TODAY))).containsExactly("quote.catalog.notEffective ");
    }

    @Test
    void aDiscountThatThePolicyDoesNotForeseeIsNotDroppedSilently() {
        QuotePricer strict = QuotePricer.of(Samples.CATALOG, Samples.POLICY.withSteps(), Samples.BOOK);
        assertThat(codes(strict.price(Samples.QUOTE, TODAY)))
                .containsExactly("quote.discount.notForeseen /lines/1/discount");
    }

    @Test
    void constraintsBetweenProductsAreChecked() {
        QuotePricer pricer = QuotePricer.of(
                Samples.CATALOG.withOfferings(
                        Offering.of("PLATFORM", "Platform", Offering.Charge.RECURRING)
                                .withExcludes(ProductId.of("SETUP")),
                        Offering.of("SEAT", "Seat", Offering.Charge.RECURRING).withRequires(ProductId.of("API_CALL")),
                        Offering.of("API_CALL", "API call", Offering.Charge.USAGE),
                        Offering.of("SETUP", "Setup", Offering.Charge.ONE_TIME)),
                Samples.POLICY,
                Samples.BOOK);
        Quote quote = Samples.QUOTE.withLines(
                QuoteLine.of("1", "PLATFORM", 1, Term.months("2026-04-01", 1)),
                QuoteLine.of("2", "SEAT", 1, Term.months("2026-04-01", 1)),
                QuoteLine.of("3", "SETUP", 1, Term.months("2026-04-01", 1)));
        assertThat(codes(pricer.price(quote, TODAY)))
                .containsExactly("quote.product.excluded /lines/0/product", "quote.product.required /lines/1/product");
    }

    @Test
    void quantitiesBeyondTheLastTierAndQuotesWithoutLinesAreRefused() {
        PriceBook bounded = Samples.BOOK.withEntries(
                PriceEntry.of("SEAT", PriceModel.volume(PriceTier.to("50", "40"), PriceTier.to("200", "35"))));
        QuotePricer pricer = QuotePricer.of(Samples.CATALOG, Samples.POLICY, bounded);
        Quote quote = Samples.QUOTE.withLines(QuoteLine.of("1", "SEAT", 200, Term.months("2026-04-01", 1)));
        assertThat(pricer.price(quote, TODAY).value()).isPresent();
        assertThat(codes(pricer.price(
                        quote.withLines(quote.lines().get(0).withQuantity(new BigDecimal("200.5"))), TODAY)))
                .containsExactly("quote.quantity.aboveTiers /lines/0/quantity");
        assertThat(codes(pricer.price(quote.withLines(), TODAY))).containsExactly("quote.line.missing /lines");
    }

    @Test
    void amountsBeyond63BitsAreAFindingAndNeverAWrongTotal() {
        QuoteLine most = QuoteLine.of("1", "SETUP", 36_893_488_147_419L, Term.months("2026-04-01", 1));
        Quote quote = Samples.QUOTE.withHeaderDiscount(Optional.empty());
        // 36,893,488,147,419 x 2,500.00 is the last multiple of the price that fits.
        assertThat(PRICER.price(quote.withLines(most), TODAY).orThrow().net())
                .isEqualTo(Amounts.of("92233720368547500.00", "EUR"));
        assertThat(codes(PRICER.price(quote.withLines(most.withQuantity(new BigDecimal("36893488147420"))), TODAY)))
                .containsExactly("quote.amount.overflow /lines/0");
        assertThat(codes(PRICER.price(quote.withLines(most, most.withId(LineId.of("2"))), TODAY)))
                .containsExactly("quote.amount.overflow /lines");
        assertThat(codes(PRICER.price(quote.withLines(most.withQuantity(new BigDecimal("1e1000000000"))), TODAY)))
                .containsExactly("quote.quantity.digits /lines/0/quantity");
    }

    @Test
    void definitionsAreRefusedWithEverythingThatIsWrong() {
        PriceTier unbounded = PriceTier.beyond("30");
        PriceBook book = PriceBook.builder()
                .id("eu-list")
                .version("bad")
                .currency(Monetary.getCurrency("USD"))
                .addEntries(
                        PriceEntry.of("SEAT", PriceModel.graduated(PriceTier.to("50", "40"), PriceTier.to("50", "-1"))),
                        PriceEntry.of("SEAT", PriceModel.volume(unbounded, PriceTier.to("10", "1"))),
                        PriceEntry.of("ROCKET", PriceModel.perUnit("-5")).notBelow("-1"),
                        PriceEntry.of(
                                "API_CALL", PriceModel.perPackage("0", "-1").free("-2")),
                        PriceEntry.of("PLATFORM", PriceModel.graduated()))
                .build();
        PricingPolicy policy = PricingPolicy.builder()
                .id("bad")
                .version("1")
                .addSteps(
                        new WaterfallStep.CustomerDiscount("a"),
                        new WaterfallStep.CustomerDiscount("a"),
                        new WaterfallStep.Promotion("b", "SPRING", Rate.of("120%")),
                        new WaterfallStep.Promotion("c", "SPRING", Rate.ofPercent(10)),
                        WaterfallStep.TermSchedule.of("d"),
                        WaterfallStep.TermSchedule.of(
                                "e",
                                new WaterfallStep.LongTerm(12, Rate.ofPercent(1)),
                                new WaterfallStep.LongTerm(12, Rate.of("101%"))))
                .rounding(
                        RoundingPolicy.builder().mode(RoundingMode.UNNECESSARY).build())
                .dayCount(DayCount.ACT_ACT_ICMA)
                .build();
        assertThat(codes(QuotePricer.check(Samples.CATALOG, policy, Samples.BOOK, book)))
                .containsExactlyInAnyOrder(
                        "quote.rounding.mode /rounding/mode",
                        "quote.dayCount.period /dayCount",
                        "quote.step.duplicate /steps/1",
                        "quote.step.conflict /steps/1",
                        "quote.discount.aboveWhole /steps/2/rate",
                        "quote.step.conflict /steps/3",
                        "quote.schedule.missing /steps/4/rates",
                        "quote.step.conflict /steps/5",
                        "quote.schedule.order /steps/5/rates/1/atLeast",
                        "quote.discount.aboveWhole /steps/5/rates/1/rate",
                        "quote.book.conflict /effective",
                        "quote.currency.mismatch /currency",
                        "quote.tier.order /entries/0/price/tiers/1/upTo",
                        "quote.price.negative /entries/0/price/tiers/1/unit",
                        "quote.entry.conflict /entries/1",
                        "quote.tier.unreachable /entries/1/price/tiers/1",
                        "quote.product.unknown /entries/2/product",
                        "quote.price.negative /entries/2/price/unit",
                        "quote.price.negative /entries/2/floor",
                        "quote.package.size /entries/3/price/size",
                        "quote.price.negative /entries/3/price/price",
                        "quote.price.negative /entries/3/price/free",
                        "quote.tier.missing /entries/4/price/tiers");
        assertThatThrownBy(() -> QuotePricer.of(Samples.CATALOG, policy, Samples.BOOK, book))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("23 findings");
    }

    @Test
    void equalPriorityNamesBothEntries() {
        PriceBook twice = Samples.BOOK.withEntries(
                PriceEntry.of("SEAT", PriceModel.perUnit("40")), PriceEntry.of("SEAT", PriceModel.perUnit("41")));
        assertThat(QuotePricer.check(Samples.CATALOG, Samples.POLICY, twice))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .contains("/entries/0", "/entries/1", "SEAT", "neither comes before the other"));
    }

    @Test
    void offeringsMayNotContradictEachOther() {
        assertThat(codes(QuotePricer.check(
                        Samples.CATALOG.withOfferings(
                                Offering.of("A", "A", Offering.Charge.RECURRING)
                                        .withRequires(ProductId.of("A"), ProductId.of("X"), ProductId.of("B"))
                                        .withExcludes(ProductId.of("B")),
                                Offering.of("B", "B", Offering.Charge.RECURRING),
                                Offering.of("B", "B", Offering.Charge.RECURRING)),
                        Samples.POLICY)))
                .containsExactlyInAnyOrder(
                        "quote.offering.duplicate /offerings/2",
                        "quote.offering.self /offerings/0/requires",
                        "quote.product.unknown /offerings/0/requires",
                        "quote.offering.contradiction /offerings/0",
                        "quote.book.missing ");
    }

    @Test
    void unitPricesFinerThanTheirRoundingAreRefused() {
        PriceBook fine = Samples.BOOK.withEntries(PriceEntry.of("API_CALL", PriceModel.perUnit("0.0012")));
        PricingPolicy byUnit = Samples.POLICY.withRoundAt(PricingPolicy.Place.UNIT);
        assertThat(codes(QuotePricer.check(Samples.CATALOG, byUnit, fine)))
                .containsExactly("quote.price.tooFine /entries/0/price");
        assertThat(QuotePricer.check(Samples.CATALOG, byUnit.withUnitScale(4), fine))
                .isEmpty();
        assertThat(QuotePricer.check(Samples.CATALOG, Samples.POLICY, fine)).isEmpty();
    }

    @Test
    void currenciesWithoutMinorUnitsNeedAScale() {
        PriceBook gold = Samples.BOOK.withCurrency(Monetary.getCurrency("XAU"));
        assertThat(codes(QuotePricer.check(Samples.CATALOG, Samples.POLICY, gold)))
                .containsExactly("quote.currency.scale /currency");
        PricingPolicy scaled =
                Samples.POLICY.withRounding(RoundingPolicy.builder().scale(5).build());
        assertThat(QuotePricer.of(Samples.CATALOG, scaled, gold)
                        .price(Samples.QUOTE, TODAY)
                        .orThrow()
                        .net())
                .isEqualTo(Amounts.of("64078.2", "XAU"));
    }

    @Test
    void theDayCountOfThePolicyTurnsDaysIntoMonths() {
        Quote quote = Samples.QUOTE
                .withHeaderDiscount(Optional.empty())
                .withLines(QuoteLine.of(
                        "1", "PLATFORM", 1, new Term(LocalDate.parse("2026-02-01"), LocalDate.parse("2026-03-16"), 1)));
        // 1,500 x (1 + 15/31), x 43/365 of twelve months, and x (30 + 15)/30.
        for (List<String> expected : List.of(
                List.of("MONTHS+DAYS", "2225.81"), List.of("ACT/365F", "2120.55"), List.of("30E/360", "2250.00"))) {
            QuotePricer pricer = QuotePricer.of(
                    Samples.CATALOG, Samples.POLICY.withDayCount(DayCount.of(expected.get(0))), Samples.BOOK);
            assertThat(pricer.price(quote, TODAY).orThrow().net())
                    .as(expected.get(0))
                    .isEqualTo(Amounts.of(expected.get(1), "EUR"));
        }
    }

    @Test
    void documentsReadLikeTheGuideWritesThem() {
        PricingPolicy policy = SalesOpsJson.read("""
                        { "schema": "salesops/pricing-policy/1", "id": "standard", "version": "2", "roundAt": "unit", "dayCount": "30E/360",
                          "rounding": {"mode": "HALF_EVEN"},
                          "steps": [{"kind": "termSchedule", "id": "term", "rates": [{"atLeast": 12, "rate": "5%"}, {"atLeast": 36, "rate": "1/3"}]},
                                    {"kind": "customerDiscount", "id": "customer"},
                                    {"kind": "partnerDiscount", "id": "partner", "rate": "20%"},
                                    {"kind": "promotion", "id": "spring", "code": "SPRING", "rate": "12.5%"}] }
                        """, PricingPolicy.class).orThrow();
        assertThat(policy.roundAt()).isEqualTo(PricingPolicy.Place.UNIT);
        assertThat(policy.steps()).hasSize(4);
        assertThat(SalesOpsJson.read(SalesOpsJson.write(policy), PricingPolicy.class)
                        .orThrow())
                .isEqualTo(policy);
        assertThat(Samples.BOOK.entries().get(1).floor()).contains(new BigDecimal("24"));
        assertThat(Samples.BOOK.schema()).isEqualTo("salesops/price-book/1");
        assertThat(SalesOpsJson.write(Samples.BOOK))
                .contains("\"unit\":\"1500\"")
                .contains("\"kind\":\"package\"");
    }

    @Test
    void aPricedQuoteWhoseLinesDoNotSumToTheHeaderCannotBeRead() {
        String json = SalesOpsJson.write(PRICER.price(Samples.QUOTE, TODAY).orThrow());
        assertThat(SalesOpsJson.read(json, PricedQuote.class).value()).isPresent();
        assertThat(SalesOpsJson.read(json.replaceFirst("-1441.80", "-1441.79"), PricedQuote.class)
                        .value())
                .isEmpty();
    }

    @Test
    void anUnknownLineIsNamedWithThoseThatAreThere() {
        PricedQuote priced = PRICER.price(Samples.QUOTE, TODAY).orThrow();
        assertThatThrownBy(() -> priced.line("9"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'9'")
                .hasMessageContaining("[1, 2]");
    }
}
