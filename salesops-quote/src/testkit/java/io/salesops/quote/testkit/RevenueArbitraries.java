package io.salesops.quote.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.salesops.core.money.MoneyKernel;
import io.salesops.core.money.Rate;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.testkit.CrmArbitraries;
import io.salesops.core.testkit.Members;
import io.salesops.core.testkit.MoneyArbitraries;
import io.salesops.core.testkit.TimeArbitraries;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.DayCount;
import io.salesops.core.time.FiscalCalendar;
import io.salesops.quote.revenue.AllocatedPrice;
import io.salesops.quote.revenue.BundlePrice;
import io.salesops.quote.revenue.ObligationId;
import io.salesops.quote.revenue.PerformanceObligation;
import io.salesops.quote.revenue.PriceAllocation;
import io.salesops.quote.revenue.Recognition;
import io.salesops.quote.revenue.RecognizedRevenue;
import io.salesops.quote.revenue.RevenueAllocator;
import io.salesops.quote.revenue.RevenueContract;
import io.salesops.quote.revenue.RevenuePolicy;
import io.salesops.quote.revenue.RevenueSchedule;
import io.salesops.quote.revenue.RevenueScheduler;
import io.salesops.quote.revenue.StandAlonePrice;
import io.salesops.quote.revenue.VariableConsideration;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of contracts as revenue is recognised from them, of allocations and of schedules. */
public final class RevenueArbitraries {
    private RevenueArbitraries() {}

    /** Policies of every choice that the standard leaves. */
    public static Arbitrary<RevenuePolicy> revenuePolicies() {
        return Combinators.combine(
                        Arbitraries.of(RevenuePolicy.OutsideRange.class),
                        Arbitraries.longs().between(0, 20).map(Rate::ofPercent),
                        Arbitraries.of(RevenuePolicy.PeriodResidue.class),
                        Arbitraries.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.UP),
                        CrmArbitraries.names().optional(0.2))
                .as((outside, tolerance, residue, mode, note) -> RevenuePolicy.builder()
                        .id("asc606")
                        .version("1")
                        .outsideRange(outside)
                        .bundleTolerance(tolerance)
                        .periodResidue(residue)
                        .rounding(RoundingPolicy.builder().mode(mode).build())
                        .note(note)
                        .build());
    }

    /** Ids of obligations: PO1 to PO30. */
    public static Arbitrary<ObligationId> obligationIds() {
        return CrmArbitraries.ids("PO", ObligationId::of);
    }

    private static Arbitrary<BigDecimal> prices() {
        return Arbitraries.longs().between(1, 100_000).map(cents -> BigDecimal.valueOf(cents, 2));
    }

    /** Stand-alone prices of every kind. */
    public static Arbitrary<StandAlonePrice> standAlonePrices() {
        return Arbitraries.oneOf(
                knownPrices(),
                Combinators.combine(prices(), prices())
                        .as((one, other) -> new StandAlonePrice.Residual(one.min(other), one.max(other))));
    }

    private static Arbitrary<StandAlonePrice> knownPrices() {
        return Arbitraries.oneOf(
                prices().map(StandAlonePrice.Observed::new),
                Combinators.combine(prices(), prices())
                        .as((one, other) -> new StandAlonePrice.Range(one.min(other), one.max(other))),
                Combinators.combine(prices(), Arbitraries.longs().between(0, 150))
                        .as((cost, margin) -> new StandAlonePrice.CostPlus(cost, Rate.ofPercent(margin))));
    }

    /** Recognition at once, over time by every day count that adds up, and by use. */
    public static Arbitrary<Recognition> recognitions() {
        return Arbitraries.oneOf(
                TimeArbitraries.dates().map(Recognition.PointInTime::new),
                Combinators.combine(
                                TimeArbitraries.dates(),
                                Arbitraries.integers().between(3, 1_200),
                                TimeArbitraries.dayCounts().filter(DayCount::addsUp))
                        .as((from, days, dayCount) ->
                                new Recognition.Ratable(DateRange.of(from, from.plusDays(days)), dayCount)),
                Combinators.combine(
                                Arbitraries.longs().between(1, 300),
                                TimeArbitraries.dates(),
                                usedUnits(0).list().ofMaxSize(8))
                        .as((expected, from, used) -> new Recognition.Usage(
                                BigDecimal.valueOf(expected),
                                used.stream()
                                        .map(units -> new Recognition.UsedUnits(
                                                from.plusDays(units.on().toEpochDay()), units.units()))
                                        .collect(ImmutableList.toImmutableList()))));
    }

    private static Arbitrary<Recognition.UsedUnits> usedUnits(int least) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 700),
                        Arbitraries.longs().between(least, 100))
                .as((day, units) ->
                        new Recognition.UsedUnits(LocalDate.EPOCH.plusDays(day), BigDecimal.valueOf(units)));
    }

    /** Units used on days of the first two years of the epoch. */
    public static Arbitrary<Recognition.UsedUnits> usedUnits() {
        return usedUnits(0);
    }

    /** Obligations with a stated price, of which some are what the others leave. */
    public static Arbitrary<PerformanceObligation> performanceObligations() {
        return Combinators.combine(
                        obligationIds(),
                        CrmArbitraries.names().optional(0.5),
                        prices(),
                        standAlonePrices(),
                        recognitions().optional(0.9))
                .as(RevenueArbitraries::obligation);
    }

    private static PerformanceObligation obligation(
            ObligationId id,
            Optional<String> name,
            BigDecimal stated,
            StandAlonePrice price,
            Optional<Recognition> recognition) {
        return PerformanceObligation.builder()
                .id(id)
                .name(name)
                .statedPrice(stated)
                .standAlone(price)
                .recognition(recognition)
                .build();
    }

    /** Bundles of two or three obligations PO1 to PO3. */
    public static Arbitrary<BundlePrice> bundlePrices() {
        return Combinators.combine(prices(), Arbitraries.integers().between(2, 3))
                .as((price, size) -> {
                    ImmutableSortedSet.Builder<ObligationId> ids = ImmutableSortedSet.naturalOrder();
                    for (int i = 1; i <= size; i++) {
                        ids.add(ObligationId.of("PO" + i));
                    }
                    return new BundlePrice(ids.build(), price);
                });
    }

    /** Variable consideration of PO1, or of the whole contract. */
    public static Arbitrary<VariableConsideration> variableConsiderations() {
        return Combinators.combine(
                        CrmArbitraries.ids("V", String::valueOf),
                        Arbitraries.longs().between(0, 5_000),
                        Arbitraries.of(true, false))
                .as((id, amount, related) -> new VariableConsideration(
                        id,
                        BigDecimal.valueOf(amount),
                        related ? ImmutableSortedSet.of(ObligationId.of("PO1")) : ImmutableSortedSet.of()));
    }

    /** Contracts of one to six obligations PO1 to PO6 whose price can be allocated, each of which says when it is satisfied. */
    public static Arbitrary<RevenueContract> revenueContracts() {
        Arbitrary<PerformanceObligation> parts = Combinators.combine(
                        obligationIds(),
                        CrmArbitraries.names().optional(0.3),
                        prices(),
                        knownPrices(),
                        recognitions().map(Optional::of))
                .as(RevenueArbitraries::obligation);
        return Combinators.combine(
                        QuoteArbitraries.contractIds(),
                        parts.list().ofMinSize(1).ofMaxSize(6),
                        MoneyArbitraries.currencies(),
                        Arbitraries.longs().between(0, 10_000_000),
                        bundlePrices().optional(0.4),
                        variableConsiderations().optional(0.4))
                .as((id, drawn, currency, minor, bundle, variable) -> {
                    List<PerformanceObligation> obligations = new ArrayList<>();
                    for (PerformanceObligation one : drawn) {
                        obligations.add(one.withId(ObligationId.of("PO" + (obligations.size() + 1))));
                    }
                    RevenueContract.Builder contract = RevenueContract.builder()
                            .id(id)
                            .price(MoneyKernel.amount(minor, currency.getDefaultFractionDigits(), currency))
                            .obligations(obligations);
                    bundle.filter(some -> some.obligations().size() <= obligations.size())
                            .ifPresent(contract::addBundles);
                    variable.ifPresent(contract::addVariable);
                    return contract.build();
                });
    }

    /** Allocations of {@link #revenueContracts()}. */
    public static Arbitrary<PriceAllocation> priceAllocations() {
        return Combinators.combine(revenuePolicies(), revenueContracts())
                .as((policy, contract) ->
                        RevenueAllocator.of(policy).allocate(contract).orThrow());
    }

    /** Shares of allocations. */
    public static Arbitrary<AllocatedPrice> allocatedPrices() {
        return Members.of(priceAllocations().map(PriceAllocation::shares));
    }

    /** Schedules by months of calendars that begin in any month. */
    public static Arbitrary<RevenueSchedule> revenueSchedules() {
        return Combinators.combine(revenuePolicies(), priceAllocations(), Arbitraries.of(Month.class))
                .as((policy, allocation, start) -> RevenueScheduler.of(policy, FiscalCalendar.startingIn(start))
                        .schedule(allocation)
                        .orThrow());
    }

    /** Revenue of periods. */
    public static Arbitrary<RecognizedRevenue> recognizedRevenue() {
        return Members.of(revenueSchedules().map(RevenueSchedule::entries));
    }
}
