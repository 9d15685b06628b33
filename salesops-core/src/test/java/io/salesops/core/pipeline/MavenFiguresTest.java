package io.salesops.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.Product;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import io.salesops.core.testdata.NeedsData;
import io.salesops.core.testdata.SharedData;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalCalendar;
import io.salesops.core.time.FiscalPeriod;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Every figure that is published for the export, by public calls. */
@NeedsData
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MavenFiguresTest {
    private static final AsOf TODAY = AsOf.date("2017-12-31");
    private static final List<FiscalPeriod> QUARTERS = Stream.of(1, 2, 3, 4)
            .map(quarter -> FiscalCalendar.startingIn(Month.JANUARY).quarter(2017, quarter))
            .toList();

    private JsonNode figures = new ObjectMapper().createObjectNode();
    private JsonNode waterfalls = new ObjectMapper().createArrayNode();
    private ImmutableList<Opportunity> deals = ImmutableList.of();
    private PipelineMeter meter = PipelineMeter.of(MavenDeals.process());

    @BeforeAll
    void read() throws IOException {
        ObjectMapper json = new ObjectMapper();
        figures = json.readTree(
                SharedData.file("core/maven_crm/reference_figures.json").toFile());
        waterfalls = json.readTree(
                SharedData.file("core/maven_crm/reference_waterfall.json").toFile());
        deals = MavenDeals.priced();
        meter = meter.knowing(MavenDeals.products().stream().map(Product::id).toList())
                .with(DealLookup.of("region", Opportunity.OWNER, MavenDeals.regions()));
    }

    private MetricTable measure(String by, String... metrics) {
        MetricQuery.Builder query = MetricQuery.builder();
        for (String metric : metrics) {
            query.addMetrics(Metric.of(metric));
        }
        if (!by.isEmpty()) {
            query.addBy(by);
        }
        if (by.equals(MetricQuery.CLOSE_PERIOD)) {
            query.periods(QUARTERS);
        }
        return meter.measure(query.build(), deals, TODAY);
    }

    private Rational overall(String metric) {
        return number(measure("", metric).value(Metric.of(metric)).orElseThrow());
    }

    static Rational number(MetricValue value) {
        if (value instanceof MetricValue.Count count) {
            return Rational.of(count.deals());
        }
        if (value instanceof MetricValue.Share share) {
            return share.ratio().rate().orElseThrow().value();
        }
        if (value instanceof MetricValue.Days days) {
            return days.days().orElseThrow();
        }
        if (value instanceof MetricValue.ExactMoney money) {
            return java.util.Objects.requireNonNull(money.perCurrency().get("USD"));
        }
        return Amounts.exact(((MetricValue.Money) value).perCurrency().getOrDefault("USD", Amounts.of("0", "USD")));
    }

    /** A published figure with so many decimals is the exact one rounded to them. */
    private static void same(JsonNode published, Rational exact) {
        BigDecimal number = published.decimalValue();
        int decimals = Math.max(0, number.stripTrailingZeros().scale());
        BigDecimal rounded = exact.round(Math.max(decimals, 0), RoundingMode.HALF_EVEN);
        assertThat(rounded).isEqualByComparingTo(number);
        if (decimals < 6) {
            assertThat(exact.round(6, RoundingMode.HALF_EVEN)).isEqualByComparingTo(number);
        }
    }

    @TestFactory
    Stream<DynamicTest> overall() {
        Map<String, String> metrics = Map.ofEntries(
                Map.entry("/rows", "deals.count.all"),
                Map.entry("/won", "deals.count.won"),
                Map.entry("/lost", "deals.count.lost"),
                Map.entry("/closed", "deals.count.closed"),
                Map.entry("/win_rate_closed", "winRate.count.closed"),
                Map.entry("/won_over_all_rows", "conversion.count.all"),
                Map.entry("/won_over_engaged_ever", "conversion.count.engaged"),
                Map.entry("/total_won_value", "bookings.amount.won"),
                Map.entry("/avg_won_value", "dealSize.mean.won"),
                Map.entry("/median_won_value", "dealSize.median.won"),
                Map.entry("/max_won", "dealSize.max.won"),
                Map.entry("/min_won", "dealSize.min.won"),
                Map.entry("/list_value_won", "bookings.list.won"),
                Map.entry("/list_value_lost", "lost.list.lost"),
                Map.entry("/win_rate_by_list_amount", "winRate.list.closed"),
                Map.entry("/lost_close_value_sum", "lost.amount.lost"),
                Map.entry("/discount_realisation_won", "realisation.list.won"),
                Map.entry("/velocity_closed_per_day", "velocity.perDay.closed"),
                Map.entry("/velocity_all8800_per_day", "velocity.perDay.all"),
                Map.entry("/velocity_open2089_per_day", "velocity.perDay.open"));
        List<DynamicTest> tests = new ArrayList<>();
        metrics.forEach((path, metric) ->
                tests.add(DynamicTest.dynamicTest(path, () -> same(figures.at("/overall" + path), overall(metric)))));
        for (String outcome : List.of("won", "lost", "closed")) {
            Map.of(
                            "sum",
                            "sum",
                            "mean",
                            "mean",
                            "median",
                            "median",
                            "min",
                            "min",
                            "max",
                            "max",
                            "p90_nearest_rank",
                            "p90")
                    .forEach((name, figure) -> tests.add(DynamicTest.dynamicTest(
                            "/cycle_days_" + outcome + "/" + name,
                            () -> same(
                                    figures.at("/overall/cycle_days_" + outcome + "/" + name),
                                    overall("cycleDays." + outcome + "." + figure)))));
        }
        return tests.stream();
    }

    @Test
    void stages() {
        MetricTable byStage = measure(
                "stage",
                "deals.count.all",
                "pipeline.list.open",
                "ageDays.open.mean",
                "ageDays.open.median",
                "ageDays.open.max",
                "ageDays.open.min");
        for (MetricTable.Row row : byStage.rows()) {
            String stage = row.group().get(0);
            same(figures.at("/overall/by_stage/" + stage), of(row, "deals.count.all"));
            if (figures.at("/overall/open_list_value").has(stage)) {
                same(figures.at("/overall/open_list_value/" + stage), of(row, "pipeline.list.open"));
            }
            if (stage.equals("Engaging")) {
                JsonNode ages = figures.at("/open_engaging_age_at_2017-12-31");
                same(ages.get("mean"), of(row, "ageDays.open.mean"));
                same(ages.get("median"), of(row, "ageDays.open.median"));
                same(ages.get("max"), of(row, "ageDays.open.max"));
                same(ages.get("min"), of(row, "ageDays.open.min"));
            }
        }
        assertThat(byStage.rows()).hasSize(4);
    }

    private static Rational of(MetricTable.Row row, String metric) {
        return number(java.util.Objects.requireNonNull(row.values().get(Metric.of(metric))));
    }

    @TestFactory
    Stream<DynamicTest> groups() {
        Map<String, String> metrics = Map.of(
                "won", "deals.count.won",
                "lost", "deals.count.lost",
                "open", "deals.count.open",
                "win_rate", "winRate.count.closed",
                "won_value", "bookings.amount.won",
                "avg_won", "dealSize.mean.won",
                "cycle_won_mean", "cycleDays.won.mean",
                "cycle_closed_mean", "cycleDays.closed.mean");
        return Map.of("by_prod", "product", "by_region", "region", "by_close_quarter", MetricQuery.CLOSE_PERIOD)
                .entrySet()
                .stream()
                .flatMap(group -> {
                    MetricTable table =
                            measure(group.getValue(), metrics.values().toArray(String[]::new));
                    List<DynamicTest> tests = new ArrayList<>();
                    figures.get(group.getKey()).properties().forEach(published -> {
                        MetricTable.Row row = table.rows().stream()
                                .filter(one ->
                                        one.group().get(0).replace("FY", "").equals(published.getKey()))
                                .findFirst()
                                .orElseThrow();
                        published.getValue().properties().forEach(figure -> {
                            if (metrics.containsKey(figure.getKey())) {
                                tests.add(DynamicTest.dynamicTest(
                                        published.getKey() + "/" + figure.getKey(),
                                        () -> same(
                                                figure.getValue(),
                                                of(
                                                        row,
                                                        java.util.Objects.requireNonNull(
                                                                metrics.get(figure.getKey()))))));
                            }
                        });
                    });
                    return tests.stream();
                });
    }

    @Test
    void growthOfQuarters() {
        MetricTable table = measure(MetricQuery.CLOSE_PERIOD, "bookings.amount.won");
        for (int i = 1; i < QUARTERS.size(); i++) {
            BigDecimal before = amount(table, QUARTERS.get(i - 1).name());
            BigDecimal here = amount(table, QUARTERS.get(i).name());
            same(
                    figures.at("/by_close_quarter/2017-Q" + (i + 1) + "/qoq_growth"),
                    Growth.from(before, here).orElseThrow().value());
        }
    }

    private static BigDecimal amount(MetricTable table, String period) {
        return table.rows().stream()
                .filter(row -> row.group().get(0).equals(period))
                .map(row -> of(row, "bookings.amount.won").decimal().orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void funnel() {
        JsonNode funnel = figures.get("funnel");
        same(funnel.get("entered_prospecting"), overall("deals.count.all"));
        same(funnel.get("reached_engaging"), overall("deals.count.engaged"));
        same(funnel.get("conv_prospecting_to_engaging"), overall("reach.count.engaged"));
        same(funnel.get("conv_engaging_to_closed"), overall("reach.count.closed"));
        same(funnel.get("conv_closed_to_won"), overall("winRate.count.closed"));
    }

    @Test
    void withoutTheAliasTheRowsAreUnmatchedAndCounted() {
        MetricTable table = meter.measure(
                MetricQuery.builder()
                        .addMetrics(Metric.ALL)
                        .addBy(MetricQuery.PRODUCT)
                        .build(),
                MavenDeals.raw(),
                TODAY);
        Finding unmatched = table.findings().stream()
                .filter(finding -> finding.code().equals("pipeline.product.unmatched"))
                .findFirst()
                .orElseThrow();
        assertThat(unmatched.evidence()).containsEntry("deals", "1480");
        assertThat(table.rows()).anySatisfy(row -> {
            assertThat(row.group()).containsExactly("(unmatched)");
            assertThat(of(row, "deals.count.all")).isEqualTo(Rational.of(1480));
        });
    }

    @TestFactory
    Stream<DynamicTest> waterfallsOfQuarters() {
        List<DynamicTest> tests = new ArrayList<>();
        waterfalls.forEach(published ->
                tests.add(DynamicTest.dynamicTest(published.get("from").asText(), () -> assertWaterfall(published))));
        return tests.stream();
    }

    private void assertWaterfall(JsonNode published) {
        DateRange days = DateRange.of(
                LocalDate.parse(published.get("from").asText()).plusDays(1),
                LocalDate.parse(published.get("to").asText()).plusDays(1));
        Waterfall waterfall = WaterfallMeter.of(MavenDeals.process())
                .waterfall(WaterfallQuery.of(days).withWorth(WaterfallQuery.Worth.LIST), deals, TODAY);
        Map.of(
                        "start", Waterfall.Kind.START,
                        "created", Waterfall.Kind.CREATED,
                        "won", Waterfall.Kind.WON,
                        "lost", Waterfall.Kind.LOST,
                        "end", Waterfall.Kind.END)
                .forEach((name, kind) -> {
                    assertThat(waterfall.bucket(kind).deals())
                            .as(name)
                            .isEqualTo(published.get(name + "_n").asLong());
                    assertThat(waterfall.bucket(kind).perCurrency().get("USD"))
                            .as(name)
                            .isEqualTo(Amounts.of(published.get(name + "_list").asText(), "USD"));
                });
        long within = waterfall.bucket(Waterfall.Kind.CREATED).ids().stream()
                .filter(id -> !waterfall.bucket(Waterfall.Kind.END).ids().contains(id))
                .count();
        assertThat(within).isEqualTo(published.get("created_and_closed_within").asLong());
        assertThat(waterfall.omitted()).singleElement().satisfies(left -> {
            assertThat(left.reason()).isEqualTo("no day on which it began");
            assertThat(left.count()).isEqualTo(500);
        });
        Waterfall byAmount = WaterfallMeter.of(MavenDeals.process()).waterfall(days, MavenDeals.raw(), TODAY);
        assertThat(byAmount.bucket(Waterfall.Kind.WON).perCurrency().get("USD"))
                .isEqualTo(Amounts.of(published.get("won_actual").asText(), "USD"));
    }
}
