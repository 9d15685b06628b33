package io.salesops.quote.pricing;

import static io.salesops.quote.pricing.WorkedPrices.CENTS;
import static io.salesops.quote.pricing.WorkedPrices.book;
import static io.salesops.quote.pricing.WorkedPrices.catalog;
import static io.salesops.quote.pricing.WorkedPrices.decimals;
import static io.salesops.quote.pricing.WorkedPrices.expect;
import static io.salesops.quote.pricing.WorkedPrices.expectAll;
import static io.salesops.quote.pricing.WorkedPrices.input;
import static io.salesops.quote.pricing.WorkedPrices.policy;
import static io.salesops.quote.pricing.WorkedPrices.price;
import static io.salesops.quote.pricing.WorkedPrices.quote;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.testdata.NeedsData;
import io.salesops.core.time.AsOf;
import io.salesops.quote.WorkedExamples;
import io.salesops.quote.document.Quote;
import io.salesops.quote.price.PriceModel;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.price.WaterfallStep;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Published examples of allocation, header discounts, rounding and tax, each under its id: the price book or policy that says the same is built, and priced. */
@NeedsData
class WorkedHeaderExamplesTest {
    private static final Map<String, Consumer<JsonNode>> EXAMPLES = new LinkedHashMap<>();

    static {
        allocation();
        headers();
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

    /** Rows that split an amount: an amount off the quote is split over lines with prices in these ratios. */
    private static void allocation() {
        for (String id : List.of(
                "moneyphp-allocate-100-1-1-1",
                "moneyphp-allocate-101-1-1-1",
                "moneyphp-allocate-5-7-3",
                "moneyphp-allocate-5-7-3-0",
                "moneyphp-allocate-5-0-7-3",
                "moneyphp-allocate-5-7-0-3",
                "moneyphp-allocate-5-0-0-1",
                "moneyphp-allocate-2-1-1-1",
                "moneyphp-allocate-101-3-7",
                "rubymoney-allocate-5-1-1",
                "rubymoney-allocate-2-1-1-1",
                "rubymoney-allocate-100-1-1-1-1-1-1",
                "rubymoney-allocate-100-1-1-2",
                "rubymoney-allocate-10-1-1-2",
                "rubymoney-allocate-100-1-1-0",
                "dinero-allocate-100-1-3",
                "dinero-allocate-5-1-3")) {
            example(id, row -> expectAll(row.path("expected"), split(row)));
        }
        // These sources break the quota rule or the mirror image; the rows say what largest remainder gives.
        example("moneyphp-allocate--5-7-3", row -> assertThat(split(row)).isEqualTo(decimals("-4", "-1")));
        example("dinero-vs-lrm-quota", row -> expectAll(row.path("expected").path("largestRemainder"), split(row)));
        example("rubymoney-wild", row -> {
            List<BigDecimal> shares = split(row);
            List<BigDecimal> wanted = new ArrayList<>();
            row.path("expected").forEach(share -> wanted.add(new BigDecimal(share.asText())));
            assertThat(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(input(row, "amount"));
            for (int i = 0; i < wanted.size(); i++) {
                assertThat(shares.get(i).subtract(wanted.get(i)).abs()).isLessThanOrEqualTo(BigDecimal.ONE);
            }
            assertThat(row.path("notes").asText())
                    .contains("Largest remainder gives "
                            + shares.stream().map(BigDecimal::toPlainString).toList());
        });
    }

    private static List<BigDecimal> split(JsonNode row) {
        BigDecimal amount = new BigDecimal(input(row, "amount"));
        List<PriceModel> prices = new ArrayList<>();
        List<String> quantities = new ArrayList<>();
        for (JsonNode ratio : row.path("inputs").path("ratios")) {
            prices.add(new PriceModel.PerUnit(new BigDecimal(ratio.asText()).movePointRight(13)));
            quantities.add("1");
        }
        Quote quote = quote(quantities);
        if (amount.signum() >= 0) {
            quote = quote.withHeaderAmount(Amounts.of(amount.toPlainString(), "USD"));
        } else {
            // A negative amount off is a surcharge on the quote: its rate of the sum.
            BigDecimal sum = prices.stream()
                    .map(price -> ((PriceModel.PerUnit) price).unit())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            quote = quote.withHeaderDiscount(new Rate(Rational.of(amount).dividedBy(Rational.of(sum))));
        }
        return price(0, List.of(), quote, prices).lines().stream()
                .map(line -> Amounts.number(line.steps().get(1).amount()).negate())
                .toList();
    }

    /** Rows about the sum of the lines. */
    private static void headers() {
        example("meteroid-distribute-60-40", row -> {
            List<PriceModel> prices = new ArrayList<>();
            for (JsonNode line : row.path("inputs").path("lines")) {
                prices.add(PriceModel.perUnit(line.asText()));
            }
            PricedQuote priced = price(
                    0,
                    List.of(),
                    quote(List.of("1", "1")).withHeaderAmount(Amounts.of(input(row, "discount"), "USD")),
                    prices);
            expectAll(
                    row.path("expected"),
                    priced.lines().stream()
                            .map(line ->
                                    Amounts.number(line.steps().get(1).amount()).negate())
                            .toList());
        });
        example("meteroid-pct-then-fixed", row -> {
            PricedQuote priced = price(
                    0,
                    List.of(),
                    quote(List.of("1"))
                            .withHeaderAmount(Amounts.of(input(row, "fixed"), "USD"))
                            .withHeaderDiscount(Rate.ofPercent(input(row, "percent"))),
                    List.of(PriceModel.perUnit(input(row, "subtotal"))));
            expect(row, Amounts.number(priced.list().subtract(priced.net())));
        });
        example(
                "broadleaf-10pct-129.95",
                // An offer on the order: the discount is rounded, not the net price.
                row -> expect(
                        row,
                        Amounts.number(price(
                                        CENTS,
                                        List.of(),
                                        quote(List.of("1")).withHeaderDiscount(Rate.ofPercent(input(row, "percent"))),
                                        List.of(PriceModel.perUnit(input(row, "subtotal"))))
                                .net())));
        example(
                "einvoice-45",
                row -> expect(
                        row,
                        Amounts.number(price(
                                        CENTS,
                                        List.of(),
                                        quote(List.of(input(row, "qty"))),
                                        List.of(PriceModel.perUnit(input(row, "price"))))
                                .net())));
        example("terp-232", row -> {
            PriceModel price = PriceModel.perUnit(input(row, "price"));
            String quantity = input(row, "qty");
            bothPlaces(row, quote(List.of(quantity, quantity)), List.of(price, price), List.of(), "once");
        });
        example("odoo-279740", row -> {
            List<PriceModel> prices = new ArrayList<>();
            Quote quote = quote(List.of("1", "1"));
            for (JsonNode gross : row.path("inputs").path("gross")) {
                prices.add(PriceModel.perUnit(gross.asText()));
            }
            // Divided by 1.3 is 3/13 off.
            bothPlaces(
                    row,
                    quote.withLines(quote.lines().stream()
                            .map(line -> line.withDiscount(Rate.of("3/13")))
                            .toList()),
                    prices,
                    List.of(new WaterfallStep.CustomerDiscount("customer")),
                    "globalRound");
        });
        example("en16931-17", row -> {
            PricedQuote priced = price(
                    CENTS,
                    List.of(),
                    quote(List.of("1", "1", "1")),
                    List.of(PriceModel.perUnit("232.07"), PriceModel.perUnit("232.07"), PriceModel.perUnit("232.08")));
            assertThat(Amounts.number(priced.net())).isEqualByComparingTo(input(row, "base"));
            QuoteTotal total = QuoteTotal.of(
                            priced,
                            Samples.oneTax(Rate.ofPercent(input(row, "rate"))),
                            Samples.noFreight(),
                            RoundingPolicy.halfUp(),
                            AsOf.date("2026-01-01"))
                    .orThrow();
            expect(row, Amounts.number(total.tax()));
            assertThat(total.lines().stream()
                            .map(line -> Amounts.number(line.tax()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(Amounts.number(total.tax()));
        });
    }

    private static void bothPlaces(
            JsonNode row, Quote quote, List<PriceModel> prices, List<WaterfallStep> steps, String once) {
        assertThat(Amounts.number(price(CENTS, steps, quote, prices).net()))
                .isEqualByComparingTo(row.path("expected").path("perLine").asText());
        PricedQuote priced = QuotePricer.of(
                        catalog(prices.size()),
                        policy(CENTS, steps).withRoundAt(PricingPolicy.Place.QUOTE),
                        book(prices))
                .price(quote, AsOf.date("2026-01-01"))
                .orThrow();
        assertThat(Amounts.number(priced.net()))
                .isEqualByComparingTo(row.path("expected").path(once).asText());
        assertThat(Amounts.sum(priced.lines().stream().map(PricedLine::net).toList(), priced.currency()))
                .isEqualTo(priced.net());
    }
}
