package io.salesops.quote.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.salesops.core.crm.AccountId;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.testdata.NeedsData;
import io.salesops.core.testdata.SharedData;
import io.salesops.core.time.AsOf;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.catalog.Offering;
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
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.money.Monetary;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Published examples of tiers, packages, waterfalls and header allocation, each under its id. */
@NeedsData
class WorkedExamplesTest {
    private static final Term ONCE = Term.months("2026-01-01", 1);
    private static final int EXACT = 9;
    private static final int WHOLE = 0;
    private static final int CENTS = 2;

    private final Map<String, Consumer<JsonNode>> examples = new LinkedHashMap<>();

    WorkedExamplesTest() {
        for (String id : List.of(
                "lago-graduated-0",
                "lago-graduated-1",
                "lago-graduated-10",
                "lago-graduated-21",
                "lago-graduated-decimal-0.05",
                "lago-graduated-decimal-0.5",
                "openmeter-graduated-22",
                "openmeter-graduated-total-0",
                "openmeter-graduated-total-3",
                "openmeter-graduated-total-5")) {
            examples.put(id, row -> expect(row, list(PriceModel.graduated(tiers(row)), quantity(row))));
        }
        for (String id : List.of(
                "lago-graduated-percentage-0",
                "lago-graduated-percentage-1",
                "lago-graduated-percentage-12",
                "lago-graduated-percentage-21")) {
            // A percentage of an amount is a unit price of a hundredth for each unit of money.
            examples.put(id, row -> expect(row, list(PriceModel.graduated(tiers(row)), input(row, "amount"))));
        }
        for (String id : List.of(
                "lago-volume-1",
                "lago-volume-101",
                "lago-volume-300",
                "lago-volume-210",
                "lago-doc-volume",
                "openmeter-volume-14",
                "openmeter-volume-15",
                "openmeter-volume-100")) {
            examples.put(id, row -> expect(row, list(PriceModel.volume(tiers(row)), quantity(row))));
        }
        for (String id : List.of(
                "lago-package-1",
                "lago-package-2",
                "openmeter-package-0",
                "openmeter-package-10",
                "flexprice-package-25",
                "flexprice-package-50-up")) {
            examples.put(
                    id,
                    row -> expect(
                            row,
                            list(
                                    PriceModel.perPackage(input(row, "packageSize"), input(row, "packagePrice"))
                                            .free(row.path("inputs")
                                                    .path("freeUnits")
                                                    .asText("0")),
                                    quantity(row))));
        }
        tiersInWords();
        telescoping();
        waterfalls();
        headers();
    }

    /** Rows whose tiers the source gives in words. */
    private void tiersInWords() {
        PriceTier[] tens = {PriceTier.to("10", "50"), PriceTier.to("20", "40"), PriceTier.beyond("30")};
        examples.put("flexprice-volume-5", row -> expect(row, list(PriceModel.volume(tens), quantity(row))));
        examples.put("flexprice-volume-15", row -> expect(row, list(PriceModel.volume(tens), quantity(row))));
        examples.put("flexprice-slab-15", row -> expect(row, list(PriceModel.graduated(tens), quantity(row))));
        examples.put(
                "autumn-doc-graduated",
                row -> expect(
                        row,
                        list(
                                PriceModel.graduated(
                                        PriceTier.to("1000", "0.01"),
                                        PriceTier.to("10000", "0.008"),
                                        PriceTier.beyond("0.005")),
                                quantity(row))));
        examples.put(
                "killbill-alltiers-111",
                row -> expect(
                        row,
                        list(
                                PriceModel.graduated(
                                        PriceTier.to("10", "1.5"),
                                        PriceTier.to("110", "1.0"),
                                        PriceTier.to("1110", "0.5")),
                                quantity(row))));
        examples.put(
                "killbill-toptier-blocks-101000",
                row -> expect(row, list(PriceModel.perPackage("1000", "1"), quantity(row))));
        examples.put(
                "killbill-toptier-unlimited-2000",
                row -> expect(row, list(PriceModel.perPackage("100", "1"), quantity(row))));
        for (String id : List.of("sf-block-10", "sf-block-11")) {
            // The source excludes its bounds 11 and 51: 10 and 50 are the last quantities inside.
            examples.put(
                    id,
                    row -> expect(
                            row,
                            list(
                                    PriceModel.volume(
                                            PriceTier.to("10", "0").plus("1"),
                                            PriceTier.to("50", "0").plus("3")),
                                    quantity(row))));
        }
        examples.put(
                "lago-standard-1", row -> expect(row, list(PriceModel.perUnit(input(row, "unit")), quantity(row))));
        examples.put(
                "einvoice-45",
                row -> expect(
                        row,
                        nets(CENTS, Optional.empty(), PriceModel.perUnit(input(row, "price")), input(row, "qty"))
                                .get(0)));
        examples.put("terp-232", row -> {
            PriceModel price = PriceModel.perUnit(input(row, "price"));
            String quantity = input(row, "qty");
            PricedQuote priced = price(CENTS, List.of(), quote(List.of(quantity, quantity)), List.of(price, price));
            assertThat(Amounts.number(priced.net()))
                    .isEqualByComparingTo(row.path("expected").path("perLine").asText());
        });
        examples.put("sf-prorate-24of12", row -> {
            // 30 for 12 months is 2.50 a month.
            PriceBook book = book(List.of(PriceModel.perUnit("2.5")));
            Catalog recurring = Catalog.builder()
                    .id("c")
                    .version("1")
                    .addOfferings(Offering.of("P0", "P0", Offering.Charge.RECURRING))
                    .build();
            Quote quote = quote(List.of("1")).withLines(QuoteLine.of("0", "P0", 1, Term.months("2026-01-01", 24)));
            expect(
                    row,
                    Amounts.number(QuotePricer.of(recurring, policy(CENTS, List.of()), book)
                            .price(quote, AsOf.date("2026-01-01"))
                            .orThrow()
                            .net()));
        });
    }

    /** Rows that price what is new since an earlier quantity. */
    private void telescoping() {
        PriceModel openMeter = PriceModel.graduated(
                PriceTier.to("5", "0").plus("100"),
                PriceTier.to("10", "0").plus("50"),
                PriceTier.to("15", "5"),
                PriceTier.beyond("1"));
        examples.put(
                "openmeter-graduated-split-12-22",
                row -> expect(row, list(openMeter, "22").subtract(list(openMeter, input(row, "before")))));
        PriceModel tens = PriceModel.perPackage("10", "15");
        examples.put(
                "openmeter-package-split-17-22",
                row -> expect(row, list(tens, "22").subtract(list(tens, input(row, "before")))));
        examples.put("lago-doc-gradpct-incremental", row -> {
            PriceModel percent = PriceModel.graduated(
                    PriceTier.to("1000", "0.01").plus("200"),
                    PriceTier.to("10000", "0.02").plus("300"),
                    PriceTier.beyond("0.03").plus("400"));
            BigDecimal sum = BigDecimal.ZERO;
            BigDecimal before = BigDecimal.ZERO;
            List<BigDecimal> fees = new ArrayList<>();
            for (JsonNode transaction : row.path("inputs").path("transactions")) {
                sum = sum.add(new BigDecimal(transaction.asText()));
                BigDecimal after = list(percent, sum.toPlainString());
                fees.add(after.subtract(before));
                before = after;
            }
            expectAll(row.path("expected"), fees);
        });
    }

    /** Rows of percentages one after the other. */
    private void waterfalls() {
        examples.put("sf-waterfall-default-order", row -> {
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
        examples.put("sf-rca-waterfall-json", row -> {
            PricedLine line = discounted(input(row, "list"), quantity(row), Rate.ofPercent(input(row, "percent")));
            assertThat(line.netUnit().orElseThrow().toString())
                    .isEqualTo(row.path("expected").path("unit").asText());
            assertThat(Amounts.number(line.net()))
                    .isEqualByComparingTo(row.path("expected").path("subtotal").asText());
        });
        examples.put(
                "odoo-negative-discount",
                row -> expect(
                        row,
                        Amounts.number(discounted(input(row, "list"), "1", Rate.ofPercent(-10))
                                .net())));
        examples.put("odoo-279740", row -> {
            List<BigDecimal> lines = new ArrayList<>();
            for (JsonNode gross : row.path("inputs").path("gross")) {
                // Divided by 1.3 is 3/13 off.
                lines.add(Amounts.number(
                        discounted(gross.asText(), "1", Rate.of("3/13")).net()));
            }
            assertThat(lines.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(row.path("expected").path("perLine").asText());
        });
        examples.put("sf-discount-slab-30", row -> {
            // Tiers of 10, 20 and 30 percent off 100 are slabs of 90, 80 and 70.
            BigDecimal net = list(
                    PriceModel.graduated(PriceTier.to("9", "90"), PriceTier.to("19", "80"), PriceTier.beyond("70")),
                    quantity(row));
            Rate off = Rate.ONE.minus(Rate.ratio(net.longValueExact(), 3_000));
            assertThat(off).isEqualTo(Rate.ofPercent(row.path("expected").asText()));
        });
        examples.put("sf-discount-range-30", row -> {
            BigDecimal net = list(
                    PriceModel.volume(PriceTier.to("9", "90"), PriceTier.to("19", "80"), PriceTier.beyond("70")),
                    quantity(row));
            Rate off = Rate.ONE.minus(Rate.ratio(net.longValueExact(), 3_000));
            assertThat(off).isEqualTo(Rate.ofPercent(row.path("expected").asText()));
        });
    }

    /** Rows that spread a discount, or a transaction price, over lines. */
    private void headers() {
        examples.put("meteroid-distribute-60-40", row -> {
            PricedQuote priced = price(
                    CENTS,
                    List.of(),
                    quote(List.of("1", "1")).withHeaderDiscount(Rate.ofPercent(10)),
                    List.of(PriceModel.perUnit("60"), PriceModel.perUnit("40")));
            List<BigDecimal> shares = priced.lines().stream()
                    .map(line -> Amounts.number(line.steps().get(1).amount())
                            .negate()
                            .movePointRight(2))
                    .toList();
            expectAll(row.path("expected"), shares);
        });
        for (String id : List.of("asc606-ex33", "indas115-scenario2", "shredco")) {
            examples.put(id, row -> {
                long whole = 0;
                for (JsonNode price : row.path("inputs").path("ssp")) {
                    whole += price.asLong();
                }
                long discount = whole - row.path("inputs").path("price").asLong();
                expectAll(row.path("expected"), allocated(row, Rate.ratio(discount, whole)));
            });
        }
        examples.put("kpmg-telco", row -> expectAll(row.path("expected"), allocated(row, Rate.ratio(10, 90))));
        examples.put(
                "broadleaf-10pct-129.95",
                // An offer on the order: the discount is rounded, not the net price.
                row -> expect(
                        row,
                        nets(
                                        CENTS,
                                        Optional.of(Rate.ofPercent(input(row, "percent"))),
                                        PriceModel.perUnit(input(row, "subtotal")),
                                        "1")
                                .get(0)));
        examples.put("erpnext-rule-conflict", row -> {
            PricingPolicy twice = policy(
                    CENTS,
                    List.of(
                            new WaterfallStep.Promotion("a", "X", Rate.ofPercent(10)),
                            new WaterfallStep.Promotion("b", "X", Rate.ofPercent(20))));
            assertThat(QuotePricer.check(catalog(1), twice, book(List.of(PriceModel.perUnit("1")))))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.code()).isEqualTo("quote.step.conflict"));
        });
    }

    private static List<BigDecimal> allocated(JsonNode row, Rate discount) {
        List<PriceModel> prices = new ArrayList<>();
        List<String> quantities = new ArrayList<>();
        for (JsonNode price : row.path("inputs").path("ssp")) {
            prices.add(PriceModel.perUnit(price.asText()));
            quantities.add("1");
        }
        return price(WHOLE, List.of(), quote(quantities).withHeaderDiscount(discount), prices).lines().stream()
                .map(line -> Amounts.number(line.net()))
                .toList();
    }

    private static PricedLine discounted(String list, String quantity, Rate discount) {
        Quote quote = quote(List.of(quantity));
        return price(
                        CENTS,
                        List.of(new WaterfallStep.CustomerDiscount("customer")),
                        quote.withLines(quote.lines().get(0).withDiscount(discount)),
                        List.of(PriceModel.perUnit(list)))
                .lines()
                .get(0);
    }

    private static BigDecimal list(PriceModel model, String quantity) {
        return nets(EXACT, Optional.empty(), model, quantity).get(0);
    }

    private static List<BigDecimal> nets(int scale, Optional<Rate> header, PriceModel model, String quantity) {
        return price(scale, List.of(), quote(List.of(quantity)).withHeaderDiscount(header), List.of(model))
                .lines()
                .stream()
                .map(line -> Amounts.number(line.net()))
                .toList();
    }

    private static PricedQuote price(int scale, List<WaterfallStep> steps, Quote quote, List<PriceModel> prices) {
        return QuotePricer.of(catalog(prices.size()), policy(scale, steps), book(prices))
                .price(quote, AsOf.date("2026-01-01"))
                .orThrow();
    }

    private static PricingPolicy policy(int scale, List<WaterfallStep> steps) {
        return PricingPolicy.builder()
                .id("policy")
                .version("1")
                .steps(steps)
                .rounding(RoundingPolicy.builder().scale(scale).build())
                .build();
    }

    private static Catalog catalog(int products) {
        Catalog.Builder catalog = Catalog.builder().id("catalog").version("1");
        for (int i = 0; i < products; i++) {
            catalog.addOfferings(Offering.of("P" + i, "P" + i, Offering.Charge.ONE_TIME));
        }
        return catalog.build();
    }

    private static PriceBook book(List<PriceModel> prices) {
        PriceBook.Builder book = PriceBook.builder().id("book").version("1").currency(Monetary.getCurrency("USD"));
        for (int i = 0; i < prices.size(); i++) {
            book.addEntries(PriceEntry.of("P" + i, prices.get(i)));
        }
        return book.build();
    }

    private static Quote quote(List<String> quantities) {
        Quote.Builder quote = Quote.builder()
                .id(QuoteId.of("Q"))
                .account(AccountId.of("A"))
                .priceBook("book")
                .paymentDays(30)
                .validUntil(LocalDate.parse("2026-12-31"));
        for (int i = 0; i < quantities.size(); i++) {
            quote.addLines(QuoteLine.of(Integer.toString(i), "P" + i, 1, ONCE)
                    .withQuantity(new BigDecimal(quantities.get(i))));
        }
        return quote.build();
    }

    private static PriceTier[] tiers(JsonNode row) {
        List<PriceTier> tiers = new ArrayList<>();
        for (JsonNode tier : row.path("inputs").path("tiers")) {
            BigDecimal unit = tier.has("unit")
                    ? new BigDecimal(tier.path("unit").asText())
                    : new BigDecimal(tier.path("ratePercent").asText()).movePointLeft(2);
            tiers.add(new PriceTier(
                    tier.path("upTo").isNull()
                            ? Optional.empty()
                            : Optional.of(new BigDecimal(tier.path("upTo").asText())),
                    unit,
                    Optional.of(new BigDecimal(tier.path("flat").asText()))));
        }
        assertThat(tiers).as("tiers of %s", row.path("id")).isNotEmpty();
        return tiers.toArray(PriceTier[]::new);
    }

    private static String quantity(JsonNode row) {
        return row.path("inputs").has("units") ? input(row, "units") : input(row, "quantity");
    }

    private static String input(JsonNode row, String name) {
        JsonNode value = row.path("inputs").path(name);
        assertThat(value.isMissingNode())
                .as("input %s of %s", name, row.path("id"))
                .isFalse();
        return value.asText();
    }

    private static void expect(JsonNode row, BigDecimal answer) {
        assertThat(answer).isEqualByComparingTo(row.path("expected").asText());
    }

    private static void expectAll(JsonNode expected, List<BigDecimal> answers) {
        List<BigDecimal> wanted = new ArrayList<>();
        expected.forEach(one -> wanted.add(new BigDecimal(one.asText())));
        assertThat(answers).usingElementComparator(BigDecimal::compareTo).isEqualTo(wanted);
    }

    private static Map<String, JsonNode> rows() throws IOException {
        ObjectMapper json = new ObjectMapper();
        Map<String, JsonNode> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(SharedData.file("quote/worked_examples.jsonl"))) {
            JsonNode row = json.readTree(line);
            rows.put(row.path("id").asText(), row);
        }
        return rows;
    }

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        Map<String, JsonNode> rows = rows();
        return examples.entrySet().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.getKey(), () -> example.getValue().accept(rows.get(example.getKey()))));
    }

    @Test
    void everyRowOfTiersAndPackagesIsAnsweredOrListed() throws IOException {
        // What these need is not there yet: a maximum or minimum spend, packages rounded down, tiers of packages.
        List<String> open = List.of(
                "openmeter-graduated-max-170",
                "openmeter-graduated-min-1000",
                "openmeter-volume-min-150",
                "openmeter-volume-max-125",
                "flexprice-package-250-down",
                "killbill-alltiers-blocks-5325",
                "killbill-toptier-blocks-300000");
        List<String> rows = new ArrayList<>(rows().keySet());
        assertThat(rows).containsAll(examples.keySet()).containsAll(open);
        assertThat(examples).hasSize(57);
        rows.removeIf(id -> !id.matches(".*(graduated|volume|package|slab|tier|gradpct).*"));
        List<String> known = new ArrayList<>(examples.keySet());
        known.addAll(open);
        assertThat(known).containsAll(rows);
    }
}
