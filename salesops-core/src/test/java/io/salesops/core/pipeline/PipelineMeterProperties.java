package io.salesops.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.crm.Opportunity;
import io.salesops.core.explain.Explanation;
import io.salesops.core.money.Amounts;
import io.salesops.core.testkit.JsonLaws;
import io.salesops.core.testkit.PipelineArbitraries;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PipelineMeterProperties {
    private static final AsOf TODAY = AsOf.date("2026-03-31");
    private static final DateRange HALF = DateRange.of("2026-01-01", "2026-07-01");
    private static final MetricQuery QUERY = MetricQuery.builder()
            .addMetrics(
                    Metric.WON,
                    Metric.LOST,
                    Metric.OPEN,
                    Metric.WIN_RATE_CLOSED_BY_COUNT,
                    Metric.WIN_RATE_CLOSED_BY_AMOUNT,
                    Metric.BOOKINGS,
                    Metric.OPEN_PIPELINE,
                    Metric.CYCLE_DAYS_WON_MEDIAN,
                    Metric.CYCLE_DAYS_WON_MEAN)
            .period(HALF)
            .build();

    private final PipelineMeter meter = PipelineMeter.of(Deals.process());

    @Provide
    Arbitrary<List<Opportunity>> deals() {
        return PipelineArbitraries.recentDeals().list().ofMaxSize(40).uniqueElements(Opportunity::id);
    }

    @Property(tries = 300)
    void theOrderOfDealsChangesNothing(@ForAll("deals") List<Opportunity> deals, @ForAll Random random) {
        List<Opportunity> shuffled = new ArrayList<>(deals);
        Collections.shuffle(shuffled, random);
        assertThat(meter.measure(QUERY.withBy("owner"), shuffled, TODAY))
                .isEqualTo(meter.measure(QUERY.withBy("owner"), deals, TODAY));
    }

    @Property(tries = 300)
    void aTableIsReadBackFromJson(@ForAll("deals") List<Opportunity> deals, @ForAll Random random) {
        MetricTable table = meter.measure(QUERY.withBy("owner"), deals, TODAY);
        JsonLaws.roundTrips(table, MetricTable.class);
        JsonLaws.roundTrips(meter.measure(QUERY, deals, TODAY), MetricTable.class);
        List<Opportunity> shuffled = new ArrayList<>(deals);
        Collections.shuffle(shuffled, random);
        JsonLaws.sameText(table, meter.measure(QUERY.withBy("owner"), shuffled, TODAY));
    }

    @Property(tries = 300)
    void valuesEqualACountByHand(@ForAll("deals") List<Opportunity> deals) {
        MetricTable table = meter.measure(QUERY, deals, TODAY);
        List<Opportunity> won = deals.stream()
                .filter(deal -> deal.stage().equals("Won"))
                .filter(deal -> deal.closeDate().filter(HALF::contains).isPresent())
                .toList();
        BigDecimal euros = won.stream()
                .flatMap(deal -> deal.amount().stream())
                .filter(amount -> amount.getCurrency().getCurrencyCode().equals("EUR"))
                .map(Amounts::number)
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(table.value(Metric.WON).orElseThrow().text()).isEqualTo(Integer.toString(won.size()));
        MetricValue.Money bookings =
                (MetricValue.Money) table.value(Metric.BOOKINGS).orElseThrow();
        assertThat(bookings.perCurrency().getOrDefault("EUR", Amounts.of("0", "EUR")))
                .isEqualTo(Amounts.of(euros, Amounts.of("0", "EUR").getCurrency()));
    }

    @Property(tries = 300)
    void everyDealIsWonLostOpenOrLeftOut(@ForAll("deals") List<Opportunity> deals) {
        MetricTable table = meter.measure(QUERY.withPeriod(DateRange.always()), deals, TODAY);
        long counted = List.of(Metric.WON, Metric.LOST, Metric.OPEN).stream()
                .mapToLong(metric -> ((MetricValue.Count) table.value(metric).orElseThrow()).deals())
                .sum();
        long left =
                table.omitted().stream().mapToLong(omission -> omission.count()).sum();
        assertThat(counted + left).isEqualTo(deals.size());
        assertThat(((Explanation.Sum) table.explanation()).total().value()).isEqualTo(BigDecimal.valueOf(deals.size()));
    }

    @Property(tries = 300)
    void groupsAddUpToTheWhole(@ForAll("deals") List<Opportunity> deals) {
        MetricTable whole = meter.measure(QUERY, deals, TODAY);
        MetricTable byOwner = meter.measure(QUERY.withBy("owner"), deals, TODAY);
        long sum = byOwner.rows().stream()
                .mapToLong(row -> row.values().get(Metric.WON) instanceof MetricValue.Count count ? count.deals() : -1)
                .sum();
        assertThat(whole.value(Metric.WON).orElseThrow().text()).isEqualTo(Long.toString(sum));
    }

    @Property(tries = 200)
    void partsMeasuredApartMergeIntoTheWhole(
            @ForAll("deals") List<Opportunity> deals, @ForAll Random random, @ForAll boolean leftFirst) {
        MetricQuery query = QUERY.withMetrics(MetricCatalogue.definitions().stream()
                        .map(definition -> Metric.of(definition.id()))
                        .toList())
                .withBy("owner");
        List<MetricTally> parts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            parts.add(meter.start(query, TODAY));
        }
        deals.forEach(deal -> parts.get(random.nextInt(3)).add(deal));
        if (leftFirst) {
            parts.get(0).merge(parts.get(1));
            parts.get(0).merge(parts.get(2));
        } else {
            parts.get(1).merge(parts.get(2));
            parts.get(0).merge(parts.get(1));
        }
        assertThat(parts.get(0).table()).isEqualTo(meter.measure(query, deals, TODAY));
    }
}
