package io.salesops.quote.pricing;

import static io.salesops.quote.pricing.WorkedPrices.CENTS;
import static io.salesops.quote.pricing.WorkedPrices.EXACT;
import static io.salesops.quote.pricing.WorkedPrices.expect;
import static io.salesops.quote.pricing.WorkedPrices.expectAll;
import static io.salesops.quote.pricing.WorkedPrices.input;
import static io.salesops.quote.pricing.WorkedPrices.list;
import static io.salesops.quote.pricing.WorkedPrices.priced;
import static io.salesops.quote.pricing.WorkedPrices.quantity;
import static io.salesops.quote.pricing.WorkedPrices.rateTiers;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.money.Rate;
import io.salesops.core.testdata.NeedsData;
import io.salesops.quote.WorkedExamples;
import io.salesops.quote.price.PriceModel;
import io.salesops.quote.price.PriceTier;
import io.salesops.quote.price.RateTier;
import io.salesops.quote.price.UnitConversion;
import io.salesops.quote.price.UnitRounding;
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

/** Published examples of price models, each under its id: the price book or policy that says the same is built, and priced. */
@NeedsData
class WorkedPriceModelExamplesTest {
    private static final Map<String, Consumer<JsonNode>> EXAMPLES = new LinkedHashMap<>();

    static {
        tiers();
        packages();
        amounts();
        tiersInWords();
        usage();
        telescoping();
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

    private static void tiers() {
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
            example(id, row -> expect(row, list(PriceModel.graduated(WorkedPrices.tiers(row)), quantity(row))));
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
            example(id, row -> expect(row, list(PriceModel.volume(WorkedPrices.tiers(row)), quantity(row))));
        }
        example("lago-standard-1", row -> expect(row, list(PriceModel.perUnit(input(row, "unit")), quantity(row))));
    }

    private static void packages() {
        for (String id : List.of(
                "lago-package-1",
                "lago-package-2",
                "openmeter-package-0",
                "openmeter-package-10",
                "flexprice-package-25",
                "flexprice-package-50-up",
                "flexprice-package-250-down")) {
            example(id, row -> {
                JsonNode inputs = row.path("inputs");
                UnitRounding rounding =
                        inputs.path("rounding").asText("up").equals("up") ? UnitRounding.CEILING : UnitRounding.FLOOR;
                expect(
                        row,
                        list(
                                PriceModel.perPackage(input(row, "packageSize"), input(row, "packagePrice"))
                                        .free(inputs.path("freeUnits").asText("0"))
                                        .rounded(rounding),
                                quantity(row)));
            });
        }
        example("odoo-uom-dozen", row -> {
            // A dozen of units at 20 is a package of 12 at 240.
            BigDecimal dozen = new BigDecimal(input(row, "unit")).multiply(BigDecimal.valueOf(12));
            PriceModel dozens = PriceModel.perPackage("12", dozen.toPlainString());
            JsonNode expected = row.path("expected");
            assertThat(list(dozens, "12"))
                    .isEqualByComparingTo(expected.path("unit").asText());
            assertThat(list(
                            dozens,
                            Integer.toString(12 * row.path("inputs").path("qty").asInt())))
                    .isEqualByComparingTo(expected.path("total").asText());
        });
    }

    /** Rows whose price follows from amounts. */
    private static void amounts() {
        for (String id : List.of(
                "lago-graduated-percentage-0",
                "lago-graduated-percentage-1",
                "lago-graduated-percentage-12",
                "lago-graduated-percentage-21")) {
            example(
                    id,
                    row -> expect(
                            row,
                            priced(
                                    PriceModel.graduatedPercentage(rateTiers(row)),
                                    EXACT,
                                    List.of(input(row, "amount")))));
        }
        for (String id : List.of("lago-percentage-0", "lago-percentage-2", "lago-percentage-3", "lago-percentage-4")) {
            example(id, row -> {
                int events = row.path("inputs").path("events").asInt();
                BigDecimal each = new BigDecimal(input(row, "amount")).divide(BigDecimal.valueOf(events));
                PriceModel price = PriceModel.percentage(Rate.ofPercent(input(row, "ratePercent")))
                        .plus(input(row, "fixedPerEvent"))
                        .free(row.path("inputs").path("freeEvents").asInt(), input(row, "freeAmount"));
                List<String> transactions = new ArrayList<>();
                for (int i = 0; i < events; i++) {
                    transactions.add(each.toPlainString());
                }
                expect(row, priced(price, EXACT, transactions));
            });
        }
        example(
                "openmeter-dynamic",
                row -> expect(
                        row,
                        priced(
                                PriceModel.dynamic().times(input(row, "multiplier")),
                                CENTS,
                                List.of(input(row, "cost")))));
        example("lago-doc-gradpct-incremental", row -> {
            PriceModel percent = PriceModel.graduatedPercentage(
                    RateTier.to("1000", Rate.ofPercent(1)).plus("200"),
                    RateTier.to("10000", Rate.ofPercent(2)).plus("300"),
                    RateTier.beyond(Rate.ofPercent(3)).plus("400"));
            List<String> transactions = new ArrayList<>();
            BigDecimal before = BigDecimal.ZERO;
            List<BigDecimal> fees = new ArrayList<>();
            for (JsonNode transaction : row.path("inputs").path("transactions")) {
                transactions.add(transaction.asText());
                BigDecimal after = priced(percent, EXACT, transactions);
                fees.add(after.subtract(before));
                before = after;
            }
            expectAll(row.path("expected"), fees);
        });
    }

    /** Rows whose tiers the source gives in words. */
    private static void tiersInWords() {
        PriceTier[] tens = {PriceTier.to("10", "50"), PriceTier.to("20", "40"), PriceTier.beyond("30")};
        example("flexprice-volume-5", row -> expect(row, list(PriceModel.volume(tens), quantity(row))));
        example("flexprice-volume-15", row -> expect(row, list(PriceModel.volume(tens), quantity(row))));
        example("flexprice-slab-15", row -> expect(row, list(PriceModel.graduated(tens), quantity(row))));
        PriceModel thousands = PriceModel.graduated(
                PriceTier.to("1000", "0.01"), PriceTier.to("10000", "0.008"), PriceTier.beyond("0.005"));
        example("autumn-doc-graduated", row -> expect(row, list(thousands, quantity(row))));
        PriceModel allTiers = PriceModel.graduated(
                PriceTier.to("10", "1.5"), PriceTier.to("110", "1.0"), PriceTier.to("1110", "0.5"));
        example("killbill-alltiers-111", row -> expect(row, list(allTiers, quantity(row))));
        PriceModel allBlocks = PriceModel.graduated(
                PriceTier.to("1000", "1").inBlocksOf("100"),
                PriceTier.beyond("1").inBlocksOf("1000"));
        example("killbill-alltiers-blocks-5325", row -> expect(row, list(allBlocks, quantity(row))));
        PriceModel topBlocks = PriceModel.volume(
                PriceTier.to("1000", "1").inBlocksOf("100"),
                PriceTier.to("101000", "1").inBlocksOf("1000"),
                PriceTier.beyond("0.5").inBlocksOf("1000"));
        example("killbill-toptier-blocks-101000", row -> expect(row, list(topBlocks, quantity(row))));
        example("killbill-toptier-blocks-300000", row -> expect(row, list(topBlocks, quantity(row))));
        PriceModel unlimited = PriceModel.volume(PriceTier.beyond("1").inBlocksOf("100"));
        example("killbill-toptier-unlimited-2000", row -> expect(row, list(unlimited, quantity(row))));
        PriceModel pencils = PriceModel.volume(
                PriceTier.below("11", "0").plus("1"), PriceTier.below("51", "0").plus("3"));
        example("sf-block-10", row -> expect(row, list(pencils, quantity(row))));
        example("sf-block-11", row -> expect(row, list(pencils, quantity(row))));
    }

    /** Minimum and maximum spend, free and converted units. */
    private static void usage() {
        PriceModel graduated = openMeterGraduated();
        PriceModel volume = PriceModel.volume(
                PriceTier.to("5", "0").plus("100"),
                PriceTier.to("10", "0").plus("150"),
                PriceTier.to("15", "10"),
                PriceTier.beyond("5"));
        example("openmeter-graduated-min-1000", row -> {
            BigDecimal billed = list(graduated, "0");
            assertThat(billed).isEqualByComparingTo(input(row, "previouslyBilled"));
            expect(
                    row,
                    list(PriceModel.usage(graduated).atLeast(input(row, "min")), "0")
                            .subtract(billed));
        });
        example("openmeter-graduated-max-170", row -> {
            PriceModel capped = PriceModel.usage(graduated).atMost(input(row, "max"));
            String before = input(row, "before");
            assertThat(list(capped, before)).isEqualByComparingTo(input(row, "previouslyBilled"));
            // The units from 12 on lie in the tier up to 15 and in the one behind it.
            List<String> points = List.of(before, "15", "22");
            BigDecimal total = BigDecimal.ZERO;
            List<BigDecimal> discounts = new ArrayList<>();
            for (int i = 1; i < points.size(); i++) {
                BigDecimal gross = list(graduated, points.get(i)).subtract(list(graduated, points.get(i - 1)));
                BigDecimal billed = list(capped, points.get(i)).subtract(list(capped, points.get(i - 1)));
                total = total.add(billed);
                discounts.add(gross.subtract(billed));
            }
            assertThat(total)
                    .isEqualByComparingTo(row.path("expected").path("total").asText());
            expectAll(row.path("expected").path("discounts"), discounts);
        });
        example("openmeter-volume-min-150", row -> {
            BigDecimal usage = list(volume, quantity(row));
            JsonNode expected = row.path("expected");
            assertThat(usage).isEqualByComparingTo(expected.path("usage").asText());
            assertThat(list(PriceModel.usage(volume).atLeast(input(row, "min")), quantity(row))
                            .subtract(usage))
                    .isEqualByComparingTo(expected.path("trueUp").asText());
        });
        example("openmeter-volume-max-125", row -> {
            BigDecimal gross = list(volume, quantity(row));
            BigDecimal net = list(PriceModel.usage(volume).atMost(input(row, "max")), quantity(row));
            JsonNode expected = row.path("expected");
            assertThat(gross).isEqualByComparingTo(expected.path("gross").asText());
            assertThat(net).isEqualByComparingTo(expected.path("net").asText());
            assertThat(gross.subtract(net))
                    .isEqualByComparingTo(expected.path("discount").asText());
        });
        example("openmeter-usage-discount", row -> {
            PriceModel units = PriceModel.usage(PriceModel.perUnit("1")).free(input(row, "freeUnits"));
            BigDecimal now = new BigDecimal(input(row, "now"));
            String before = input(row, "before");
            BigDecimal billable =
                    list(units, now.add(new BigDecimal(before)).toPlainString()).subtract(list(units, before));
            JsonNode expected = row.path("expected");
            assertThat(billable).isEqualByComparingTo(expected.path("billable").asText());
            assertThat(now.subtract(billable))
                    .isEqualByComparingTo(expected.path("freeNow").asText());
        });
        for (String id : List.of("openmeter-unitconfig-1999-FLOOR", "openmeter-unitconfig-2600-HALF_UP")) {
            example(
                    id,
                    row -> expect(
                            row,
                            list(
                                    PriceModel.usage(PriceModel.perUnit("1"))
                                            .converted(UnitConversion.by(
                                                    input(row, "divideBy"),
                                                    UnitRounding.valueOf(input(row, "rounding")))),
                                    input(row, "raw"))));
        }
    }

    private static PriceModel openMeterGraduated() {
        return PriceModel.graduated(
                PriceTier.to("5", "0").plus("100"),
                PriceTier.to("10", "0").plus("50"),
                PriceTier.to("15", "5"),
                PriceTier.beyond("1"));
    }

    /** Rows that price what is new since an earlier quantity. */
    private static void telescoping() {
        example(
                "openmeter-graduated-split-12-22",
                row -> expect(
                        row,
                        list(openMeterGraduated(), "22").subtract(list(openMeterGraduated(), input(row, "before")))));
        PriceModel tens = PriceModel.perPackage("10", "15");
        example(
                "openmeter-package-split-17-22",
                row -> expect(row, list(tens, "22").subtract(list(tens, input(row, "before")))));
    }
}
