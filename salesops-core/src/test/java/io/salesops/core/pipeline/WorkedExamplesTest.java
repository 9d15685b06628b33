package io.salesops.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.crm.By;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.forecast.Bookings;
import io.salesops.core.forecast.CategoryAmounts;
import io.salesops.core.forecast.LikelyDeal;
import io.salesops.core.forecast.WinChances;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.process.ForecastCategory;
import io.salesops.core.process.SalesProcess;
import io.salesops.core.process.Stage;
import io.salesops.core.testdata.NeedsData;
import io.salesops.core.testdata.SharedData;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalCalendar;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The published examples of pipeline and forecast, each under its id; other areas have their own. */
@NeedsData
class WorkedExamplesTest {
    private static final List<String> ELSEWHERE = List.of("sla", "sfid", "dq", "ramp");
    private static final AsOf TODAY = AsOf.date("2017-12-31");

    private static List<JsonNode> rows() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(SharedData.file("core/worked_examples.jsonl"))) {
            JsonNode row = json.readTree(line);
            if (ELSEWHERE.stream().noneMatch(row.path("id").asText()::startsWith)) {
                rows.add(row);
            }
        }
        return rows;
    }

    @Test
    void noRowIsLeftOut() throws IOException {
        assertThat(rows()).hasSize(28);
        assertThat(examples()).hasSize(28);
    }

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.path("id").asText(),
                        () -> check(row.path("id").asText(), row.path("inputs"), row.path("expected"))));
    }

    private static void check(String id, JsonNode in, JsonNode out) {
        switch (id) {
            case "velocity-1", "velocity-1-short", "velocity-2" ->
                assertThat(velocity(in).over(1, RoundingPolicy.halfUp())).isEqualTo(usd(out.path("perDay")));
            case "velocity-1-quarter" ->
                assertThat(velocity(in).over(in.path("days").asLong(), RoundingPolicy.halfUp()))
                        .isEqualTo(usd(out.path("periodRevenue")));
            case "velocity-2-levers" -> levers(in, out);
            case "weighted-2" -> weighted(in, out);
            case "expected-revenue" -> expectedRevenue(in, out);
            case "montecarlo-exact-1" -> manyDeals(out);
            case "montecarlo-exact-2" -> oneDeal(out);
            case "forecast-rollup-cumulative" -> rollUp(in, out);
            case "coverage-2" -> coverage(in, out);
            case "nrr-1" -> retention(in, out);
            case "nrr-2" -> retentionFromEnd(in, out);
            case "arr-1" ->
                assertThat(new ContractWorth(
                                        usd(in.path("tcv")),
                                        usd("0"),
                                        in.path("termYears").asInt() * 12)
                                .annual(RoundingPolicy.halfUp()))
                        .isEqualTo(usd(out.path("arr")));
            case "cagr-2" ->
                assertThat(Growth.compound(
                                in.path("begin").decimalValue(),
                                in.path("end").decimalValue(),
                                in.path("years").asInt(),
                                8))
                        .isEqualByComparingTo(out.path("cagr").asText());
            case "waterfall-1" -> assertThat(Waterfall.endOf(buckets(in))).containsEntry("USD", usd(out.path("end")));
            case "waterfall-2-inconsistent" -> waterfallThatDoesNotBalance(in, out);
            case "pulserevops-waterfall" -> oneStage();
            case "maven-overall" -> mavenOverall(out);
            case "odoo-pls-lead3", "odoo-pls-lead13" -> naiveBayes(in, out);
            default -> {
                if (id.startsWith("maven-waterfall")) {
                    mavenWaterfall(in, out);
                } else if (id.startsWith("maven-2017-Q")) {
                    mavenQuarter(Integer.parseInt(id.substring(id.length() - 1)), out);
                } else {
                    fail("no test for " + id);
                }
            }
        }
    }

    private static MonetaryAmount usd(JsonNode number) {
        return usd(number.asText());
    }

    private static MonetaryAmount usd(String number) {
        return Amounts.of(number, "USD");
    }

    private static Velocity velocity(JsonNode in) {
        return Velocity.of(
                in.path("opps").asLong(),
                usd(in.path("avgDeal")),
                Rate.of(in.path("winRate").asText()),
                in.path("cycleDays").asLong());
    }

    private static void levers(JsonNode in, JsonNode out) {
        Velocity before = Velocity.of(100, usd("30000"), Rate.of("25%"), 60);
        Velocity after = before.levers(
                Rate.of(in.path("multipliers").get(0).asText()),
                Rate.of(in.path("multipliers").get(1).asText()),
                Rate.of(in.path("multipliers").get(2).asText()),
                Rate.of(in.path("cycleMultiplier").asText()));
        assertThat(after.times(before).value().round(6, RoundingMode.HALF_UP))
                .isEqualByComparingTo(out.path("velocityMultiplier").asText());
    }

    private static Stage open(String id, Rate probability) {
        return Stage.builder()
                .id(id)
                .category(ForecastCategory.PIPELINE)
                .probability(probability)
                .addNext("Won")
                .build();
    }

    private static SalesProcess process(Stage... open) {
        return SalesProcess.builder()
                .id("example")
                .version("1")
                .addStages(open)
                .addStages(Stage.builder()
                        .id("Won")
                        .category(ForecastCategory.CLOSED)
                        .probability(Rate.ONE)
                        .build())
                .addStages(Stage.builder()
                        .id("Lost")
                        .category(ForecastCategory.OMITTED)
                        .probability(Rate.ZERO)
                        .build())
                .build();
    }

    private static Rational measureWeighted(List<MonetaryAmount> amounts, Rate probability) {
        List<Opportunity> deals = new ArrayList<>();
        for (MonetaryAmount amount : amounts) {
            deals.add(Opportunity.builder()
                    .id(OpportunityId.of("D" + deals.size()))
                    .stage("Proposal")
                    .amount(amount)
                    .build());
        }
        Metric metric = Metric.of("pipeline.weighted.open");
        MetricTable table = PipelineMeter.of(process(open("Proposal", probability)))
                .measure(MetricQuery.builder().addMetrics(metric).build(), deals, TODAY);
        return java.util.Objects.requireNonNull(
                ((MetricValue.ExactMoney) table.value(metric).orElseThrow())
                        .perCurrency()
                        .get("USD"));
    }

    private static void weighted(JsonNode in, JsonNode out) {
        List<MonetaryAmount> amounts = new ArrayList<>();
        in.path("amounts").forEach(amount -> amounts.add(usd(amount)));
        assertThat(Amounts.sum(amounts, usd("0").getCurrency())).isEqualTo(usd(out.path("total")));
        assertThat(measureWeighted(amounts, Rate.of(in.path("prob").asText())))
                .isEqualTo(Rational.of(out.path("weighted").asText()));
    }

    private static void expectedRevenue(JsonNode in, JsonNode out) {
        assertThat(measureWeighted(
                        List.of(usd(in.path("amount"))),
                        Rate.ofPercent(in.path("probabilityPct").asLong())))
                .isEqualTo(Rational.of(out.path("expectedRevenue").asText()));
    }

    private static void manyDeals(JsonNode out) {
        List<LikelyDeal> deals = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            deals.add(new LikelyDeal("D" + i, usd("1000"), 0.5));
        }
        Bookings bookings = Bookings.ofIndependent(deals);
        assertThat(bookings.mean()).isEqualTo(usd(out.path("mean")));
        assertThat(bookings.chanceOfAtLeast(usd("40000")))
                .isCloseTo(out.path("P(sum>=40000)").asDouble(), within(5e-11));
        assertThat(bookings.chanceOfAtLeast(usd("60001")))
                .isCloseTo(out.path("P(sum>60000)").asDouble(), within(5e-11));
        // Monte Carlo has to come to it: four standard errors of 10,000 trials.
        assertThat(Bookings.ofCorrelated(deals, 0, 1, 10_000).chanceOfAtLeast(usd("40000")))
                .isCloseTo(out.path("P(sum>=40000)").asDouble(), within(4 * Math.sqrt(0.98 * 0.02 / 10_000)));
    }

    private static void oneDeal(JsonNode out) {
        Bookings bookings = Bookings.ofIndependent(List.of(new LikelyDeal("D", usd("100000"), 0.5)));
        assertThat(bookings.mean()).isEqualTo(usd(out.path("mean")));
        assertThat(bookings.chanceOfAtLeast(usd("40000")))
                .isEqualTo(out.path("P(sum>=40000)").asDouble());
    }

    private static void rollUp(JsonNode in, JsonNode out) {
        CategoryAmounts.Cumulative cumulative = CategoryAmounts.of(Map.of(
                        ForecastCategory.CLOSED, usd(in.path("Closed")),
                        ForecastCategory.COMMIT, usd(in.path("Commit")),
                        ForecastCategory.BEST_CASE, usd(in.path("Best Case")),
                        ForecastCategory.PIPELINE, usd(in.path("Pipeline"))))
                .cumulative(usd("0").getCurrency());
        assertThat(cumulative.closed()).isEqualTo(usd(out.path("Closed Only")));
        assertThat(cumulative.commitForecast()).isEqualTo(usd(out.path("Commit Forecast")));
        assertThat(cumulative.bestCaseForecast()).isEqualTo(usd(out.path("Best Case Forecast")));
        assertThat(cumulative.openPipeline()).isEqualTo(usd(out.path("Open Pipeline")));
    }

    private static void coverage(JsonNode in, JsonNode out) {
        Coverage coverage = Coverage.of(
                usd(in.path("pipeline")),
                usd(in.path("target")),
                Rate.of(in.path("winRate").asText()));
        assertThat(coverage.ofQuota()).contains(Rate.of(out.path("coverage").asText()));
        assertThat(coverage.expected(RoundingPolicy.halfUp())).isEqualTo(usd(out.path("expected")));
    }

    private static void retention(JsonNode in, JsonNode out) {
        Retention retention = new Retention(
                usd(in.path("start")), usd(in.path("expansion")), usd(in.path("contraction")), usd(in.path("churn")));
        assertThat(retention.end()).isEqualTo(usd(out.path("ending")));
        assertThat(retention.net()).contains(Rate.of(out.path("nrr").asText()));
        assertThat(retention.gross()).contains(Rate.of(out.path("grr").asText()));
        assertThat(retention.end().subtract(retention.start())).isEqualTo(usd(out.path("netChange")));
    }

    private static void retentionFromEnd(JsonNode in, JsonNode out) {
        MonetaryAmount start = usd(in.path("start"));
        Retention retention =
                new Retention(start, usd(in.path("endBeforeChurn")).subtract(start), usd("0"), usd(in.path("churn")));
        assertThat(retention.end()).isEqualTo(usd(out.path("ending")));
        assertThat(retention.net().orElseThrow().value().round(6, RoundingMode.HALF_UP))
                .isEqualByComparingTo(out.path("nrr").asText());
    }

    private static List<Waterfall.Bucket> buckets(JsonNode in) {
        Map<String, Waterfall.Kind> kinds = Map.of(
                "start", Waterfall.Kind.START,
                "created", Waterfall.Kind.CREATED,
                "pulledIn", Waterfall.Kind.PULLED_IN,
                "amountUp", Waterfall.Kind.INCREASED,
                "amountDown", Waterfall.Kind.DECREASED,
                "pushedOut", Waterfall.Kind.PUSHED_OUT,
                "won", Waterfall.Kind.WON,
                "lost", Waterfall.Kind.LOST);
        List<Waterfall.Bucket> buckets = new ArrayList<>();
        in.properties()
                .forEach(field -> buckets.add(Waterfall.Bucket.of(
                        java.util.Objects.requireNonNull(kinds.get(field.getKey())), 0, usd(field.getValue()))));
        return buckets;
    }

    private static void waterfallThatDoesNotBalance(JsonNode in, JsonNode out) {
        List<Waterfall.Bucket> buckets = buckets(in);
        assertThat(Waterfall.endOf(buckets)).isEqualTo(ImmutableSortedMap.of("USD", usd(out.path("end"))));
        buckets.add(Waterfall.Bucket.of(Waterfall.Kind.END, 0, usd("42000")));
        assertThatThrownBy(() -> Waterfall.checkBalance(buckets))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("USD 5000 are left over");
    }

    /** The variant by stage: what moves into the stage is pulled in, what moves out of it is pushed out. */
    private static void oneStage() {
        Opportunity deal = Opportunity.builder()
                .id(OpportunityId.of("D"))
                .stage("Qualify")
                .amount(usd("7"))
                .engagedOn(LocalDate.parse("2026-01-01"))
                .build()
                .change(Opportunity.STAGE, Optional.of("Propose"), By.of("ana", "2026-02-10T09:00:00Z"))
                .change(Opportunity.STAGE, Optional.of("Qualify"), By.of("ana", "2026-03-10T09:00:00Z"));
        WaterfallMeter meter = WaterfallMeter.of(process(open("Qualify", Rate.ZERO), open("Propose", Rate.ZERO)));
        WaterfallQuery february =
                WaterfallQuery.of(DateRange.of("2026-02-01", "2026-03-01")).withWhere(Opportunity.STAGE.is("Propose"));
        Waterfall progressed = meter.waterfall(february, List.of(deal), TODAY);
        assertThat(progressed.bucket(Waterfall.Kind.PULLED_IN).deals()).isEqualTo(1);
        Waterfall regressed =
                meter.waterfall(february.withDays(DateRange.of("2026-03-01", "2026-04-01")), List.of(deal), TODAY);
        assertThat(regressed.bucket(Waterfall.Kind.PUSHED_OUT).perCurrency()).containsEntry("USD", usd("7"));
    }

    private static Rational overall(String metric) {
        Metric asked = Metric.of(metric);
        MetricValue value = PipelineMeter.of(MavenDeals.process())
                .measure(MetricQuery.builder().addMetrics(asked).build(), MavenDeals.priced(), TODAY)
                .value(asked)
                .orElseThrow();
        return MavenFiguresTest.number(value);
    }

    private static void same(JsonNode published, Rational exact) {
        assertThat(exact.round(6, RoundingMode.HALF_EVEN)).isEqualByComparingTo(published.decimalValue());
    }

    private static void mavenOverall(JsonNode out) {
        Map.ofEntries(
                        Map.entry("rows", "deals.count.all"),
                        Map.entry("won", "deals.count.won"),
                        Map.entry("lost", "deals.count.lost"),
                        Map.entry("win_rate_closed", "winRate.count.closed"),
                        Map.entry("won_over_all_rows", "conversion.count.all"),
                        Map.entry("won_over_engaged_ever", "conversion.count.engaged"),
                        Map.entry("total_won_value", "bookings.amount.won"),
                        Map.entry("avg_won_value", "dealSize.mean.won"),
                        Map.entry("median_won_value", "dealSize.median.won"),
                        Map.entry("win_rate_by_list_amount", "winRate.list.closed"),
                        Map.entry("velocity_closed_per_day", "velocity.perDay.closed"),
                        Map.entry("cycle_won_mean", "cycleDays.won.mean"),
                        Map.entry("cycle_closed_mean", "cycleDays.closed.mean"),
                        Map.entry("cycle_won_median", "cycleDays.won.median"))
                .forEach((name, metric) -> same(out.path(name), overall(metric)));
        assertThat(out.size()).isEqualTo(14);
    }

    private static void mavenQuarter(int quarter, JsonNode out) {
        FiscalCalendar calendar = FiscalCalendar.startingIn(Month.JANUARY);
        PipelineMeter meter = PipelineMeter.of(MavenDeals.process());
        ImmutableList<Opportunity> deals = MavenDeals.priced();
        MetricQuery query = MetricQuery.builder()
                .addMetrics(Metric.WON, Metric.LOST, Metric.BOOKINGS, Metric.WIN_RATE_CLOSED_BY_COUNT)
                .addMetrics(Metric.of("dealSize.mean.won"))
                .period(calendar.quarter(2017, quarter).range())
                .build();
        MetricTable table = meter.measure(query, deals, TODAY);
        Map.of(
                        "won", Metric.WON,
                        "lost", Metric.LOST,
                        "won_value", Metric.BOOKINGS,
                        "win_rate", Metric.WIN_RATE_CLOSED_BY_COUNT,
                        "avg_won", Metric.of("dealSize.mean.won"))
                .forEach((name, metric) -> same(
                        out.path(name),
                        MavenFiguresTest.number(table.value(metric).orElseThrow())));
        if (out.path("qoq_growth").isNumber()) {
            MetricTable before = meter.measure(
                    query.withPeriod(calendar.quarter(2017, quarter - 1).range()), deals, TODAY);
            BigDecimal first = MavenFiguresTest.number(
                            before.value(Metric.BOOKINGS).orElseThrow())
                    .decimal()
                    .orElseThrow();
            BigDecimal second = MavenFiguresTest.number(
                            table.value(Metric.BOOKINGS).orElseThrow())
                    .decimal()
                    .orElseThrow();
            same(
                    out.path("qoq_growth"),
                    Growth.from(first, second).orElseThrow().value());
        }
    }

    private static void mavenWaterfall(JsonNode in, JsonNode out) {
        DateRange days = DateRange.of(
                LocalDate.parse(in.path("from").asText()).plusDays(1),
                LocalDate.parse(in.path("to").asText()).plusDays(1));
        Waterfall waterfall = WaterfallMeter.of(MavenDeals.process())
                .waterfall(WaterfallQuery.of(days).withWorth(WaterfallQuery.Worth.LIST), MavenDeals.priced(), TODAY);
        for (Waterfall.Kind kind : List.of(
                Waterfall.Kind.START,
                Waterfall.Kind.CREATED,
                Waterfall.Kind.WON,
                Waterfall.Kind.LOST,
                Waterfall.Kind.END)) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            assertThat(waterfall.bucket(kind).deals())
                    .as(name)
                    .isEqualTo(out.path(name + "_n").asLong());
            assertThat(waterfall.bucket(kind).perCurrency())
                    .as(name)
                    .containsEntry("USD", usd(out.path(name + "_list")));
        }
    }

    private static Opportunity lead(String id, JsonNode lead, String stage) {
        Opportunity.Builder deal =
                Opportunity.builder().id(OpportunityId.of(id)).stage(stage);
        CustomFields custom = CustomFields.none();
        for (String field : List.of("country", "state", "source")) {
            custom = custom.with(field, "v" + lead.path("fields").path(field).asInt());
        }
        return deal.custom(custom).build();
    }

    private static void naiveBayes(JsonNode in, JsonNode out) {
        List<Opportunity> closed = new ArrayList<>();
        in.path("closed")
                .forEach(lead -> closed.add(
                        lead("C" + closed.size(), lead, "S" + lead.path("stage").asInt())
                                .change(
                                        Opportunity.STAGE,
                                        Optional.of(lead.path("won").asBoolean() ? "Won" : "Lost"),
                                        By.of("ana", "2026-02-10T09:00:00Z"))));
        SalesProcess process =
                process(open("S0", Rate.ZERO), open("S1", Rate.ZERO), open("S2", Rate.ZERO), open("S3", Rate.ZERO));
        double chance = WinChances.learn(process, List.of("custom.country", "custom.state", "custom.source"), closed)
                .of(lead(
                        "open",
                        in.path("open"),
                        "S" + in.path("open").path("stage").asInt()))
                .chance();
        assertThat(chance * 100).isCloseTo(out.path("probabilityPct").asDouble(), within(0.005));
    }
}
