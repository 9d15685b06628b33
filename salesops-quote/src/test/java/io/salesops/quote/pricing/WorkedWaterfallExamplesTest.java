package io.salesops.quote.pricing;

import static io.salesops.quote.pricing.WorkedPrices.CENTS;
import static io.salesops.quote.pricing.WorkedPrices.book;
import static io.salesops.quote.pricing.WorkedPrices.catalog;
import static io.salesops.quote.pricing.WorkedPrices.discounted;
import static io.salesops.quote.pricing.WorkedPrices.expect;
import static io.salesops.quote.pricing.WorkedPrices.expectAll;
import static io.salesops.quote.pricing.WorkedPrices.input;
import static io.salesops.quote.pricing.WorkedPrices.policy;
import static io.salesops.quote.pricing.WorkedPrices.price;
import static io.salesops.quote.pricing.WorkedPrices.quantity;
import static io.salesops.quote.pricing.WorkedPrices.quote;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.crm.AccountId;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.testdata.NeedsData;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DayCount;
import io.salesops.quote.WorkedExamples;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.catalog.Offering;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.Term;
import io.salesops.quote.price.DiscountTier;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PriceEntry;
import io.salesops.quote.price.PriceModel;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.price.PromotionLimits;
import io.salesops.quote.price.WaterfallStep;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Published examples of waterfalls, promotions and proration, each under its id: the price book or policy that says the same is built, and priced. */
@NeedsData
class WorkedWaterfallExamplesTest {
    private static final Map<String, Consumer<JsonNode>> EXAMPLES = new LinkedHashMap<>();

    static {
        waterfalls();
        promotions();
        proration();
    }

    /** The ids of the rows that this class answers. */
    static ImmutableSet<String> ids() {
        return ImmutableSet.copyOf(EXAMPLES.keySet());
    }

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        return WorkedExamples.rowTests(EXAMPLES);
    }

    private static void example(String id, Consumer<JsonNode> answer) {
        assertThat(EXAMPLES.put(id, answer)).as(id).isNull();
    }

    /** Rows of discounts one after the other. */
    private static void waterfalls() {
        example("sf-waterfall-default-order", row -> {
            List<WaterfallStep> steps = List.of(
                    new WaterfallStep.Promotion("system", "S", Rate.ofPercent(10)),
                    new WaterfallStep.CustomerDiscount("additional"),
                    new WaterfallStep.PartnerDiscount("partner", Rate.ofPercent(20)),
                    new WaterfallStep.PartnerDiscount("distributor", Rate.ofPercent(50)));
            Quote quote = quote(List.of("1")).withPromotions("S").withPartner(AccountId.of("P"));
            PricedLine line = price(
                            CENTS,
                            steps,
                            quote.withLines(quote.lines().get(0).withDiscount(Rate.ofPercent(50))),
                            List.of(PriceModel.perUnit(input(row, "list"))))
                    .lines()
                    .get(0);
            List<String> names = List.of("regular", "customer", "partner", "net");
            for (int i = 0; i < names.size(); i++) {
                assertThat(Amounts.number(line.steps().get(i + 1).after()))
                        .isEqualByComparingTo(
                                row.path("expected").path(names.get(i)).asText());
            }
        });
        example("nebula-amount-then-percent", row -> {
            WaterfallStep customer = new WaterfallStep.CustomerDiscount("customer");
            WaterfallStep partner = new WaterfallStep.PartnerDiscount("partner", Rate.ofPercent(input(row, "partner")));
            Quote quote = quote(List.of("1")).withPartner(AccountId.of("P"));
            Quote reduced = quote.withLines(
                    quote.lines().get(0).reduced(Amounts.of(input(row, "amount"), "USD"), "old friends"));
            List<PriceModel> prices = List.of(PriceModel.perUnit(input(row, "list")));
            JsonNode expected = row.path("expected");
            assertThat(Amounts.number(price(CENTS, List.of(customer, partner), reduced, prices)
                            .net()))
                    .isEqualByComparingTo(expected.path("amountFirst").asText());
            assertThat(Amounts.number(price(CENTS, List.of(partner, customer), reduced, prices)
                            .net()))
                    .isEqualByComparingTo(expected.path("partnerFirst").asText());
        });
        example("sf-rca-waterfall-json", row -> {
            PricedLine line = price(
                            CENTS,
                            List.of(WaterfallStep.VolumeSchedule.of(
                                    "volume",
                                    WaterfallStep.VolumeSchedule.Mode.RANGE,
                                    DiscountTier.beyond(Rate.ofPercent(input(row, "percent"))))),
                            quote(List.of(quantity(row))),
                            List.of(PriceModel.perUnit(input(row, "list"))))
                    .lines()
                    .get(0);
            assertThat(line.netUnit().orElseThrow().toString())
                    .isEqualTo(row.path("expected").path("unit").asText());
            assertThat(Amounts.number(line.net()))
                    .isEqualByComparingTo(row.path("expected").path("subtotal").asText());
        });
        example(
                "odoo-negative-discount",
                row -> expect(
                        row,
                        Amounts.number(discounted(CENTS, input(row, "list"), Rate.ofPercent(-10))
                                .net())));
        schedule("sf-discount-slab-30", WaterfallStep.VolumeSchedule.Mode.SLAB);
        schedule("sf-discount-range-30", WaterfallStep.VolumeSchedule.Mode.RANGE);
    }

    private static void schedule(String id, WaterfallStep.VolumeSchedule.Mode mode) {
        example(id, row -> {
            WaterfallStep schedule = WaterfallStep.VolumeSchedule.of(
                    "volume",
                    mode,
                    DiscountTier.to("9", Rate.ofPercent(10)),
                    DiscountTier.to("19", Rate.ofPercent(20)),
                    DiscountTier.beyond(Rate.ofPercent(30)));
            PricedLine line = price(
                            CENTS, List.of(schedule), quote(List.of(quantity(row))), List.of(PriceModel.perUnit("100")))
                    .lines()
                    .get(0);
            assertThat(line.discount())
                    .contains(Rate.ofPercent(row.path("expected").asText()));
        });
    }

    private static void promotions() {
        example("medusa-each-fixed", row -> {
            JsonNode inputs = row.path("inputs");
            WaterfallStep coupon = WaterfallStep.Coupon.of(
                            "each", "EACH", Amounts.of(input(row, "value"), "USD"), WaterfallStep.Coupon.Per.UNIT)
                    .within(PromotionLimits.none().quantityPerLine(input(row, "maxQuantity")));
            List<PriceModel> prices = new ArrayList<>();
            List<String> quantities = new ArrayList<>();
            for (JsonNode item : inputs.path("items")) {
                prices.add(PriceModel.perUnit(item.path(0).asText()));
                quantities.add(item.path(1).asText());
            }
            expectAll(
                    row.path("expected"),
                    price(CENTS, List.of(coupon), quote(quantities).withPromotions("EACH"), prices).lines().stream()
                            .map(line ->
                                    Amounts.number(line.steps().get(1).amount()).negate())
                            .toList());
        });
        example("erpnext-rule-conflict", row -> {
            PricingPolicy twice = policy(
                    CENTS,
                    List.of(
                            new WaterfallStep.Promotion("a", "X", Rate.ofPercent(10)),
                            new WaterfallStep.Promotion("b", "X", Rate.ofPercent(20))));
            assertThat(QuotePricer.check(catalog(1), twice, book(List.of(PriceModel.perUnit("1")))))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.code()).isEqualTo("quote.step.conflict"));
            PriceBook ambiguous = book(List.of(PriceModel.perUnit("1"), PriceModel.perUnit("2")));
            PriceBook conflict =
                    ambiguous.withEntries(ambiguous.entries().get(0), PriceEntry.of("P0", PriceModel.perUnit("2")));
            assertThat(QuotePricer.check(catalog(1), policy(CENTS, List.of()), conflict))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.message()).contains("/entries/0", "/entries/1"));
        });
    }

    /** Changes within a month of 30 days, from 1 to 31 January, in minor units: what is left of the old price is given back. */
    private static void proration() {
        for (String id : List.of("meteroid-proration-half", "meteroid-proration-start")) {
            example(id, row -> {
                BigDecimal credit =
                        left(input(row, "old"), input(row, "change")).negate();
                BigDecimal charge = left(input(row, "new"), input(row, "change"));
                JsonNode expected = row.path("expected");
                assertThat(credit).isEqualByComparingTo(expected.path("credit").asText());
                assertThat(charge).isEqualByComparingTo(expected.path("charge").asText());
                assertThat(charge.add(credit))
                        .isEqualByComparingTo(expected.path("net").asText());
            });
        }
        example("meteroid-mixed", row -> {
            String day = input(row, "change");
            expect(
                    row,
                    left("200", day)
                            .subtract(left("100", day))
                            .add(left("50", day))
                            .subtract(left("30", day)));
        });
    }

    private static BigDecimal left(String monthly, String from) {
        Catalog recurring = Catalog.builder()
                .id("c")
                .version("1")
                .addOfferings(Offering.of("P0", "P0", Offering.Charge.RECURRING))
                .build();
        Quote quote = quote(List.of("1"));
        Term rest = new Term(LocalDate.parse(from), LocalDate.parse("2025-01-31"), 1);
        return Amounts.number(QuotePricer.of(
                                recurring,
                                policy(CENTS, List.of()).withDayCount(DayCount.fixed(30)),
                                book(List.of(PriceModel.perUnit(monthly))))
                        .price(quote.withLines(quote.lines().get(0).withTerm(rest)), AsOf.date("2025-01-01"))
                        .orThrow()
                        .net())
                .movePointRight(2);
    }
}
