package io.salesops.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.process.DealReader;
import io.salesops.core.testkit.ForecastArbitraries;
import io.salesops.core.testkit.ForecastArbitraries.ForecastCase;
import io.salesops.core.testkit.JsonLaws;
import io.salesops.core.testkit.WaterfallArbitraries;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A waterfall that does not balance cannot be made, so making one is half of each law here. */
class WaterfallProperties {

    @Provide
    Arbitrary<ForecastCase> cases() {
        return ForecastArbitraries.forecastCases();
    }

    @Provide
    Arbitrary<WaterfallQuery> queries() {
        return WaterfallArbitraries.waterfallQueries();
    }

    @Provide
    Arbitrary<Waterfall> waterfalls() {
        return WaterfallArbitraries.waterfalls();
    }

    /** Deals of dates only, some without start or in unknown stages, in three currencies. */
    @Provide
    Arbitrary<List<Opportunity>> undated() {
        return io.salesops.core.testkit.PipelineArbitraries.recentDeals()
                .list()
                .ofMaxSize(30)
                .uniqueElements(Opportunity::id);
    }

    @Property(tries = 300)
    void theEndOfOneIsTheStartOfTheNext(@ForAll("cases") ForecastCase given, @ForAll("queries") WaterfallQuery query) {
        WaterfallMeter meter = WaterfallMeter.of(given.process());
        LocalDate middle = query.days().before().orElseThrow();
        WaterfallQuery next = query.withDays(DateRange.of(middle, middle.plusDays(31)));
        Waterfall.Bucket end =
                meter.waterfall(query, given.deals(), given.asOf()).bucket(Waterfall.Kind.END);
        Waterfall.Bucket start =
                meter.waterfall(next, given.deals(), given.asOf()).bucket(Waterfall.Kind.START);
        assertThat(start.ids()).isEqualTo(end.ids());
        assertThat(start.perCurrency()).isEqualTo(end.perCurrency());
    }

    @Property(tries = 100)
    void orderHasNoMeaning(
            @ForAll("cases") ForecastCase given, @ForAll("queries") WaterfallQuery query, @ForAll Random random) {
        List<Opportunity> shuffled = new ArrayList<>(given.deals());
        Collections.shuffle(shuffled, random);
        WaterfallMeter meter = WaterfallMeter.of(given.process());
        assertThat(meter.waterfall(query, shuffled, given.asOf()))
                .isEqualTo(meter.waterfall(query, given.deals(), given.asOf()));
    }

    /** Each deal once, as it was on each evening: what a warehouse without field history would keep. */
    @Property(tries = 200)
    void snapshotsSayWhatHistorySays(@ForAll("cases") ForecastCase given, @ForAll("queries") WaterfallQuery query) {
        WaterfallQuery plain = query.withWorth(WaterfallQuery.Worth.LIST);
        WaterfallMeter meter = WaterfallMeter.of(given.process());
        Waterfall history = meter.waterfall(plain, given.deals(), given.asOf());
        Waterfall snapshots = meter.between(
                plain,
                on(given, plain.days().from().orElseThrow().minusDays(1)),
                on(given, plain.days().before().orElseThrow().minusDays(1)),
                given.asOf());
        for (Waterfall.Kind kind : Waterfall.Kind.values()) {
            assertThat(snapshots.bucket(kind).ids())
                    .as(kind.name())
                    .isEqualTo(history.bucket(kind).ids());
        }
    }

    private static ImmutableList<Opportunity> on(ForecastCase given, LocalDate day) {
        DealReader reader = DealReader.of(given.process());
        return given.deals().stream()
                .flatMap(deal -> reader.read(deal, AsOf.date(day)).state().stream())
                .map(state -> state.deal().withHistory(ImmutableList.of()))
                .collect(ImmutableList.toImmutableList());
    }

    @Property(tries = 200)
    void balancesWithoutHistoryToo(
            @ForAll("undated") List<Opportunity> deals, @ForAll("queries") WaterfallQuery query) {
        WaterfallQuery days = query.withDays(DateRange.of("2026-04-01", "2026-12-01"));
        Waterfall waterfall = WaterfallMeter.of(Deals.process()).waterfall(days, deals, AsOf.date("2026-12-01"));
        Waterfall.checkBalance(waterfall.buckets());
        assertThat(waterfall.bucket(Waterfall.Kind.END).perCurrency().keySet()).isSubsetOf("EUR", "USD", "JPY");
    }

    @Property(tries = 100)
    void jsonBringsItBack(@ForAll("waterfalls") Waterfall waterfall) {
        JsonLaws.roundTrips(waterfall, Waterfall.class);
    }
}
