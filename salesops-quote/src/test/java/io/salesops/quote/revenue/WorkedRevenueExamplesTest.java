package io.salesops.quote.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.testdata.NeedsData;
import io.salesops.quote.WorkedExamples;
import io.salesops.quote.document.ContractId;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Published examples of ASC 606 and IFRS 15, each under its id; the sources print whole units. */
@NeedsData
public class WorkedRevenueExamplesTest {
    private static final RevenuePolicy WHOLE_UNITS = RevenuePolicy.builder()
            .id("asc606")
            .version("1")
            .rounding(RoundingPolicy.builder().scale(0).build())
            .build();

    private static final Map<String, BiConsumer<JsonNode, JsonNode>> EXAMPLES = new LinkedHashMap<>();

    static {
        for (String id : List.of("asc606-ex33", "indas115-scenario2")) {
            EXAMPLES.put(
                    id,
                    (in, out) -> expect(
                            out,
                            allocate(in.get("price").asText(), observed(in.get("ssp")))
                                    .orThrow()));
        }
        EXAMPLES.put("shredco", (in, out) -> {
            List<PerformanceObligation> obligations =
                    new ArrayList<>(observed(in.get("ssp")).subList(0, 1));
            // The second price is the cost of 20,000 and a margin of half of it.
            StandAlonePrice costPlus = StandAlonePrice.costPlus("20000", Rate.ofPercent(50));
            obligations.add(PerformanceObligation.of("P1", costPlus));
            PriceAllocation allocation =
                    allocate(in.get("price").asText(), obligations).orThrow();
            assertThat(allocation.share("P1").standAlone().orElseThrow().toString())
                    .isEqualTo(in.get("ssp").get(1).asText());
            expect(out, allocation);
        });
        EXAMPLES.put("kpmg-telco", (in, out) -> {
            BigDecimal price = new BigDecimal(in.get("discount").asText()).negate();
            for (JsonNode ssp : in.get("ssp")) {
                price = price.add(ssp.decimalValue());
            }
            expect(out, allocate(price.toPlainString(), observed(in.get("ssp"))).orThrow());
        });
        EXAMPLES.put("asc606-ex34B", (in, out) -> {
            List<PerformanceObligation> obligations = List.of(
                    sold("A", in.get("A").asText()),
                    sold("B", "55"),
                    sold("C", "45"),
                    PerformanceObligation.of("D", StandAlonePrice.residual("15", "45")));
            RevenueContract contract = contract(in.get("price").asText(), obligations)
                    .withBundles(BundlePrice.of(in.get("BC").asText(), "B", "C"));
            PriceAllocation allocation =
                    RevenueAllocator.of(WHOLE_UNITS).allocate(contract).orThrow();
            assertThat(amounts(allocation)).containsExactly("40", "33", "27", out.asText());
            assertThat(RevenueAllocator.of(WHOLE_UNITS)
                            .allocate(contract.withPrice(Amounts.of("105", "USD")))
                            .findings())
                    .extracting(Finding::code)
                    .containsExactly("revenue.residual.range");
        });
        EXAMPLES.put("indas115-scenario3", (in, out) -> {
            PriceAllocation allocation = allocate(
                            in.get("price").asText(),
                            List.of(
                                    sold("A", "90000"),
                                    sold("B", "100000"),
                                    PerformanceObligation.of("C", StandAlonePrice.residual("0", "240000"))))
                    .orThrow();
            assertThat(amounts(allocation)).containsExactly("90000", "100000", out.asText());
        });
    }

    /** The ids of the examples here. */
    public static ImmutableSet<String> ids() {
        return ImmutableSet.copyOf(EXAMPLES.keySet());
    }

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        return WorkedExamples.tests(EXAMPLES);
    }

    private static PerformanceObligation sold(String id, String price) {
        return PerformanceObligation.of(id, StandAlonePrice.observed(price));
    }

    private static List<PerformanceObligation> observed(JsonNode prices) {
        List<PerformanceObligation> obligations = new ArrayList<>();
        for (JsonNode price : prices) {
            obligations.add(sold("P" + obligations.size(), price.asText()));
        }
        return obligations;
    }

    private static RevenueContract contract(String price, List<PerformanceObligation> obligations) {
        return RevenueContract.builder()
                .id(ContractId.of("C-1"))
                .price(Amounts.of(price, "USD"))
                .obligations(obligations)
                .build();
    }

    private static Checked<PriceAllocation> allocate(String price, List<PerformanceObligation> obligations) {
        return RevenueAllocator.of(WHOLE_UNITS).allocate(contract(price, obligations));
    }

    private static List<String> amounts(PriceAllocation allocation) {
        return allocation.shares().stream()
                .map(share -> Amounts.number(share.amount()).toPlainString())
                .toList();
    }

    private static void expect(JsonNode expected, PriceAllocation allocation) {
        List<String> figures = new ArrayList<>();
        expected.forEach(figure -> figures.add(figure.asText()));
        assertThat(amounts(allocation)).isEqualTo(figures);
    }
}
