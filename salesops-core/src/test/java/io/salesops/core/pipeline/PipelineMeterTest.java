package io.salesops.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.ProductId;
import io.salesops.core.crm.ProductLine;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import io.salesops.core.process.ForecastCategory;
import io.salesops.core.process.SalesProcess;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PipelineMeterTest {
    private static final AsOf TODAY = AsOf.date("2026-03-31");

    private final PipelineMeter meter = PipelineMeter.of(Deals.process());
    private final List<Opportunity> deals = List.of(
            Deals.deal("A", "Won", "100.50", "2026-01-01", "2026-01-31"),
            Deals.deal("B", "Won", "200.00", "2026-01-01", "2026-02-10"),
            Deals.deal("C", "Lost", "99.50", "2026-01-01", "2026-04-01"),
            Deals.deal("D", "Engaging", "1000.00", "2026-01-01", "2026-06-30").withOwner(Optional.empty()));

    @Test
    void countsClosedDealsOverAllDays() {
        MetricTable table = meter.measure(
                MetricQuery.builder()
                        .addMetrics(
                                Metric.WIN_RATE_CLOSED_BY_COUNT,
                                Metric.WIN_RATE_CLOSED_BY_AMOUNT,
                                Metric.BOOKINGS,
                                Metric.CYCLE_DAYS_WON_MEDIAN,
                                Metric.OPEN_PIPELINE)
                        .build(),
                deals,
                TODAY);

        MetricValue.Share byCount =
                (MetricValue.Share) table.value(Metric.WIN_RATE_CLOSED_BY_COUNT).orElseThrow();
        assertThat(byCount.ratio().numerator()).isEqualTo(Rational.of(2));
        assertThat(byCount.ratio().denominator()).isEqualTo(Rational.of(3));
        assertThat(byCount.ratio().excluded()).singleElement().satisfies(open -> {
            assertThat(open.reason()).isEqualTo("open");
            assertThat(open.examples()).containsExactly("D");
        });
        assertThat(byCount.text()).isEqualTo("0.666667");
        assertThat(table.value(Metric.WIN_RATE_CLOSED_BY_AMOUNT).orElseThrow().text())
                .isEqualTo("0.751250");
        assertThat(((MetricValue.Money) table.value(Metric.BOOKINGS).orElseThrow()).perCurrency())
                .containsEntry("EUR", Amounts.of("300.50", "EUR"));
        assertThat(((MetricValue.Days) table.value(Metric.CYCLE_DAYS_WON_MEDIAN).orElseThrow()).days())
                .contains(Rational.of(35));
        assertThat(table.explain()).startsWith("deals 4  on 2026-03-31").contains("+2  won");
    }

    @Test
    void aDealClosedOutsideThePeriodIsLeftOutAndSaysSo() {
        MetricTable table = meter.measure(
                MetricQuery.builder()
                        .addMetrics(Metric.WIN_RATE_CLOSED_BY_COUNT)
                        .period(DateRange.of("2026-01-01", "2026-04-01"))
                        .build(),
                deals,
                TODAY);

        MetricValue value = table.value(Metric.WIN_RATE_CLOSED_BY_COUNT).orElseThrow();
        assertThat(value.text()).isEqualTo("1.000000");
        assertThat(value.excluded()).anySatisfy(left -> {
            assertThat(left.reason()).isEqualTo("closed outside the period");
            assertThat(left.examples()).containsExactly("C");
        });
    }

    @Test
    void groupsByFieldAndKeepsDealsThatLackIt() {
        MetricTable table = meter.measure(
                MetricQuery.builder()
                        .addMetrics(Metric.WON, Metric.OPEN)
                        .addBy(Opportunity.OWNER)
                        .build(),
                deals,
                TODAY);

        assertThat(table.toMarkdown()).isEqualTo("""
                        | owner | deals.count.won | deals.count.open |
                        | --- | ---: | ---: |
                        | (none) | 0 | 1 |
                        | ana | 2 | 0 |
                        """);
    }

    @Test
    void noDealsMeansNoRateNotZero() {
        MetricTable table = meter.measure(
                MetricQuery.builder()
                        .addMetrics(Metric.WIN_RATE_CLOSED_BY_COUNT, Metric.CYCLE_DAYS_WON_MEAN)
                        .build(),
                List.of(),
                TODAY);

        assertThat(table.value(Metric.WIN_RATE_CLOSED_BY_COUNT).orElseThrow().text())
                .isEqualTo("-");
        assertThat(table.value(Metric.CYCLE_DAYS_WON_MEAN).orElseThrow().text()).isEqualTo("-");
    }

    @Test
    void aStageThatTheProcessDoesNotKnowIsAFindingAndCounted() {
        MetricTable table = meter.measure(
                MetricQuery.builder().addMetrics(Metric.WON).build(),
                List.of(Deals.deal("X", "Wonn", "1.00", "2026-01-01", "2026-01-02")),
                TODAY);

        assertThat(table.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("pipeline.stage.unknown");
            assertThat(finding.message()).contains("'Wonn'");
        });
        assertThat(table.omitted())
                .singleElement()
                .satisfies(left -> assertThat(left.examples()).containsExactly("X"));
    }

    @Test
    void dealsWithAProductThatIsNotInTheCatalogueCountAndAreNamed() {
        List<Opportunity> sold = deals.stream()
                .map(deal -> deal.withLines(ProductLine.of("GTXPro", 1)))
                .toList();
        MetricTable table = meter.knowing(List.of(ProductId.of("GTX Pro"), ProductId.of("GTX Basic")))
                .measure(MetricQuery.builder().addMetrics(Metric.WON).build(), sold, AsOf.date("2026-12-31"));

        assertThat(table.value(Metric.WON).orElseThrow().text()).isEqualTo("2");
        assertThat(table.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("pipeline.product.unmatched");
            assertThat(finding.evidence()).containsEntry("deals", "4");
            assertThat(finding.remedy()).contains("Maybe an alias should read it as 'GTX Pro'.");
        });
    }

    @Test
    void dealsGivenTwiceOrClosedInTheFutureAreFindings() {
        MetricQuery won = MetricQuery.builder().addMetrics(Metric.WON).build();
        List<Opportunity> twice = List.of(deals.get(0), deals.get(0));
        assertThat(meter.measure(won, twice, TODAY).findings())
                .extracting("code")
                .containsExactly("pipeline.deal.duplicate");
        assertThat(meter.measure(won, deals, AsOf.date("2026-02-01")).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .contains("2 closed deals have a close date after 2026-02-01")
                        .contains("B, C"));
    }

    @Test
    void aResultNamesEverythingItWasComputedFrom() {
        MetricQuery won = MetricQuery.builder().addMetrics(Metric.WON).build();
        MetricTable table = meter.measure(won, deals, TODAY);
        assertThat(meter.measure(won, deals, TODAY).computedFrom()).isEqualTo(table.computedFrom());
        List<Opportunity> otherOwner =
                deals.stream().map(deal -> deal.withOwner(Optional.empty())).toList();
        assertThat(meter.measure(won, otherOwner, TODAY).computedFrom()).isNotEqualTo(table.computedFrom());
        assertThat(meter.measure(won.withBy("owner"), deals, TODAY).computedFrom())
                .isNotEqualTo(table.computedFrom());
        assertThat(meter.measure(won, deals, AsOf.date("2026-06-01")).computedFrom())
                .isNotEqualTo(table.computedFrom());
        assertThat(meter.knowing(List.of(ProductId.of("P")))
                        .measure(won, deals, TODAY)
                        .computedFrom())
                .isNotEqualTo(table.computedFrom());
    }

    @Test
    void refusesAProcessThatIsWrongWithAllItsProblems() {
        SalesProcess wrong = Deals.process()
                .withStages(
                        Deals.stage("A", ForecastCategory.PIPELINE, "1%")
                                .addNext("Nowhere")
                                .addRequires("amuont")
                                .build(),
                        Deals.stage("A", ForecastCategory.CLOSED, "1%").build());
        assertThatThrownBy(() -> PipelineMeter.of(wrong))
                .isInstanceOfSatisfying(
                        FindingsException.class,
                        e -> assertThat(e.findings())
                                .extracting("code")
                                .containsExactlyInAnyOrder(
                                        "process.stage.unknown", "process.field.unknown", "process.stage.duplicate"));
    }

    @Test
    void refusesAQueryThatNamesAnUnknownField() {
        assertThatThrownBy(() -> meter.measure(
                        MetricQuery.builder()
                                .addMetrics(Metric.WON)
                                .addBy("onwer")
                                .build(),
                        deals,
                        TODAY))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("'onwer'")
                .hasMessageContaining("owner");
    }

    @Test
    void anUnknownMetricNamesTheKnownOnes() {
        assertThatThrownBy(() -> Metric.of("winRate"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("winRate.count.closed");
    }
}
