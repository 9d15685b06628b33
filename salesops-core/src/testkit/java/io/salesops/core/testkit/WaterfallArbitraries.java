package io.salesops.core.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.pipeline.ContractWorth;
import io.salesops.core.pipeline.Coverage;
import io.salesops.core.pipeline.Retention;
import io.salesops.core.pipeline.SellingCapacity;
import io.salesops.core.pipeline.Velocity;
import io.salesops.core.pipeline.Waterfall;
import io.salesops.core.pipeline.WaterfallMeter;
import io.salesops.core.pipeline.WaterfallQuery;
import io.salesops.core.process.DealOnDay;
import io.salesops.core.process.DealReader;
import io.salesops.core.testkit.ForecastArbitraries.ForecastCase;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of waterfalls, and of figures about the pipeline that are computed from few numbers. */
public final class WaterfallArbitraries {
    private WaterfallArbitraries() {}

    /** Questions over one to 100 days, some with a window, some for part of the pipeline. */
    public static Arbitrary<WaterfallQuery> waterfallQueries() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 400),
                        Arbitraries.integers().between(1, 100),
                        Arbitraries.integers().between(-50, 50).optional(),
                        Arbitraries.of(
                                Optional.of(Opportunity.OWNER.is(io.salesops.core.crm.RepId.of("rep 1"))),
                                Optional.of(Opportunity.STAGE.is("Propose")),
                                Optional.<io.salesops.core.criteria.Criteria<Opportunity>>empty()),
                        Arbitraries.of(WaterfallQuery.Worth.class))
                .as((start, length, window, where, worth) -> {
                    LocalDate from = LocalDate.parse("2025-01-01").plusDays(start);
                    return WaterfallQuery.builder()
                            .days(DateRange.of(from, from.plusDays(length)))
                            .window(window.map(days -> DateRange.of(from.plusDays(days), from.plusDays(days + 90L))))
                            .where(where)
                            .worth(worth)
                            .build();
                });
    }

    /** Waterfalls of deals with a past. */
    public static Arbitrary<Waterfall> waterfalls() {
        return Combinators.combine(ForecastArbitraries.forecastCases(), waterfallQueries())
                .as((given, query) -> WaterfallMeter.of(given.process()).waterfall(query, given.deals(), given.asOf()));
    }

    /** Buckets of waterfalls. */
    public static Arbitrary<Waterfall.Bucket> waterfallBuckets() {
        return Members.of(waterfalls().map(Waterfall::buckets));
    }

    private static Arbitrary<MonetaryAmount> dollars(int least, int most) {
        return Arbitraries.integers()
                .between(least, most)
                .map(number -> Amounts.of(BigDecimal.valueOf(number), Monetary.getCurrency("USD")));
    }

    private static Arbitrary<Rate> shares() {
        return Arbitraries.integers().between(1, 100).map(percent -> Rate.ofPercent(percent));
    }

    /** Velocities of up to 500 deals. */
    public static Arbitrary<Velocity> velocities() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 500),
                        dollars(1, 90_000),
                        shares(),
                        Arbitraries.integers().between(1, 300))
                .as((deals, average, rate, days) -> new Velocity(Rational.of(deals), average, rate, Rational.of(days)));
    }

    /** Coverages, some of a quota that is reached. */
    public static Arbitrary<Coverage> coverages() {
        return Combinators.combine(dollars(0, 9_000), dollars(0, 2_000), dollars(0, 3_000), shares())
                .as(Coverage::new);
    }

    /** Retentions, some of nothing. */
    public static Arbitrary<Retention> retentions() {
        return Combinators.combine(dollars(0, 500), dollars(0, 500), dollars(0, 500), dollars(0, 900))
                .as((contraction, churn, more, expansion) ->
                        new Retention(contraction.add(churn).add(more), expansion, contraction, churn));
    }

    /** Contracts of up to five years. */
    public static Arbitrary<ContractWorth> contractWorths() {
        return Combinators.combine(
                        dollars(0, 900_000),
                        dollars(0, 9_000),
                        Arbitraries.integers().between(1, 60))
                .as(ContractWorth::new);
    }

    /** Reps of a kind. */
    public static Arbitrary<SellingCapacity.Group> capacityGroups() {
        return Combinators.combine(Arbitraries.integers().between(0, 20), shares(), dollars(0, 900_000), shares())
                .as(SellingCapacity.Group::new);
    }

    /** Teams of up to four kinds of reps. */
    public static Arbitrary<SellingCapacity> capacities() {
        return capacityGroups().list().ofMaxSize(4).map(groups -> new SellingCapacity(ImmutableList.copyOf(groups)));
    }

    /** What deals were on a day, or why nobody knows. */
    public static Arbitrary<DealReader.Reading> readings() {
        return Members.of(ForecastArbitraries.forecastCases().map(WaterfallArbitraries::readings));
    }

    private static List<DealReader.Reading> readings(ForecastCase given) {
        DealReader reader = DealReader.of(given.process());
        return given.deals().stream()
                .map(deal -> reader.read(deal, given.asOf()))
                .toList();
    }

    /** Deals on a day after all of them began. */
    public static Arbitrary<DealOnDay> dealsOnDay() {
        return Members.of(ForecastArbitraries.forecastCases()
                .map(
                        given -> readings(new ForecastCase(
                                        given.process(), given.deals(), given.period(), AsOf.date("2027-01-01")))
                                .stream()
                                .flatMap(reading -> reading.state().stream())
                                .toList()));
    }
}
