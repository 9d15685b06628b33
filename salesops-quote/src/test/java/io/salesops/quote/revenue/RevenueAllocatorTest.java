package io.salesops.quote.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.money.ResidueOwner;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.DayCount;
import io.salesops.core.time.FiscalCalendar;
import io.salesops.quote.document.ContractId;
import io.salesops.quote.revenue.AllocatedPrice.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevenueAllocatorTest {
    private static final RevenuePolicy POLICY =
            RevenuePolicy.builder().id("asc606").version("1").build();
    private static final FiscalCalendar CALENDAR = FiscalCalendar.startingIn(Month.JANUARY);

    private static RevenueContract contract(String price, PerformanceObligation... obligations) {
        return RevenueContract.builder()
                .id(ContractId.of("C-1"))
                .price(Amounts.of(price, "USD"))
                .obligations(Arrays.asList(obligations))
                .build();
    }

    private static PerformanceObligation sold(String id, String price) {
        return PerformanceObligation.of(id, StandAlonePrice.observed(price));
    }

    private static List<String> amounts(Checked<PriceAllocation> allocation) {
        return allocation.orThrow().shares().stream()
                .map(share -> Amounts.number(share.amount()).setScale(2).toPlainString())
                .toList();
    }

    private static Checked<PriceAllocation> allocate(RevenueContract contract) {
        return RevenueAllocator.of(POLICY).allocate(contract);
    }

    /** 606-10-55-259 to 264: A, B and C at 40, 55 and 45 are sold for 100, and B and C regularly for 60. */
    private static RevenueContract exampleA() {
        return contract("100", sold("A", "40"), sold("B", "55"), sold("C", "45"))
                .withBundles(BundlePrice.of("60", "B", "C"));
    }

    @Test
    void aDiscountBelongsToTheBundleThatIsSoldAtIt() {
        Checked<PriceAllocation> allocation = allocate(exampleA());
        assertThat(amounts(allocation)).containsExactly("40.00", "33.00", "27.00");
        assertThat(allocation.orThrow().shares())
                .extracting(AllocatedPrice::method)
                .containsExactly(Method.STAND_ALONE, Method.BUNDLE, Method.BUNDLE);
        assertThat(allocation.orThrow().explain())
                .contains("A: at its stand-alone price 40")
                .contains("B: its part of a bundle, stand-alone price 55");
    }

    @Test
    void aBundleWithAnotherDiscountBearsNothingAlone() {
        Checked<PriceAllocation> allocation = allocate(exampleA().withPrice(Amounts.of("112", "USD")));
        assertThat(amounts(allocation)).containsExactly("32.00", "44.00", "36.00");
        assertThat(allocation.findings()).extracting(Finding::code).containsExactly("revenue.bundle.discount");
        // 28 instead of 40 is 42.9% off.
        assertThat(amounts(RevenueAllocator.of(POLICY.withBundleTolerance(Rate.ofPercent(43)))
                        .allocate(exampleA().withPrice(Amounts.of("112", "USD")))))
                .containsExactly("40.00", "39.60", "32.40");
    }

    @Test
    void severalBundlesBearADiscountTogether() {
        RevenueContract contract = contract("100", sold("A", "40"), sold("B", "40"), sold("C", "30"), sold("D", "30"))
                .withBundles(BundlePrice.of("60", "A", "B"), BundlePrice.of("40", "C", "D"));
        assertThat(amounts(allocate(contract))).containsExactly("30.00", "30.00", "20.00", "20.00");
    }

    @Test
    void twoBundlesThatCouldBothBearItAreAConflict() {
        RevenueContract contract = contract("130", sold("A", "40"), sold("B", "40"), sold("C", "40"), sold("D", "40"))
                .withBundles(BundlePrice.of("50", "A", "B"), BundlePrice.of("50", "C", "D"));
        assertThat(allocate(contract).findings()).extracting(Finding::code).containsExactly("revenue.bundle.conflict");
    }

    /** 606-10-55-265 to 270: D sells for 15 to 45; 130 leaves 30 for it, 105 leaves 5. */
    @Test
    void theResidualApproachNeedsAFaithfulResult() {
        PerformanceObligation highlyVariable = PerformanceObligation.of("D", StandAlonePrice.residual("15", "45"));
        RevenueContract contract = exampleA()
                .withPrice(Amounts.of("130", "USD"))
                .withObligations(ImmutableList.<PerformanceObligation>builder()
                        .addAll(exampleA().obligations())
                        .add(highlyVariable)
                        .build());
        assertThat(amounts(allocate(contract))).containsExactly("40.00", "33.00", "27.00", "30.00");
        assertThat(allocate(contract).orThrow().share("D").method()).isEqualTo(Method.RESIDUAL);
        Checked<PriceAllocation> refused = allocate(contract.withPrice(Amounts.of("105", "USD")));
        assertThat(refused.findings()).extracting(Finding::code).containsExactly("revenue.residual.range");
        assertThat(refused.findings().get(0).message())
                .contains("leave 5 for D")
                .contains("15 to 45");
    }

    @Test
    void aStatedPriceInItsRangeStandsForItself() {
        PerformanceObligation inside = PerformanceObligation.of("A", StandAlonePrice.range("80", "120"))
                .withStatedPrice(new BigDecimal("90"));
        PerformanceObligation outside = PerformanceObligation.of("B", StandAlonePrice.range("80", "120"))
                .withStatedPrice(new BigDecimal("150"));
        Checked<PriceAllocation> nearest = allocate(contract("210", inside, outside));
        assertThat(amounts(nearest)).containsExactly("90.00", "120.00");
        assertThat(nearest.findings()).extracting(Finding::path).containsExactly("/obligations/1/statedPrice");
        assertThat(amounts(RevenueAllocator.of(POLICY.withOutsideRange(RevenuePolicy.OutsideRange.MIDPOINT))
                        .allocate(contract("190", inside, outside))))
                .containsExactly("90.00", "100.00");
    }

    @Test
    void variableConsiderationBelongsToWhatItVariesWith() {
        RevenueContract contract = contract("90", sold("A", "60"), sold("B", "40"))
                .withVariable(
                        new VariableConsideration(
                                "royalty", new BigDecimal("7"), ImmutableSortedSet.of(ObligationId.of("B"))),
                        new VariableConsideration("bonus", new BigDecimal("10"), ImmutableSortedSet.of()));
        PriceAllocation allocation = allocate(contract).orThrow();
        assertThat(allocation.total()).isEqualTo(Amounts.of("107", "USD"));
        assertThat(allocation.share("A").exact()).isEqualTo(Rational.of(60));
        assertThat(allocation.share("B").exact()).isEqualTo(Rational.of(47));
        assertThat(allocation.share("B").variable()).isEqualTo(Rational.of(7));
        assertThat(allocate(contract.withVariable(new VariableConsideration(
                                "penalty", new BigDecimal("-80"), ImmutableSortedSet.of(ObligationId.of("B")))))
                        .findings())
                .extracting(Finding::code)
                .containsExactly("revenue.share.negative");
    }

    @Test
    void aPriceAboveTheStandAlonePricesIsWorthAWarning() {
        assertThat(allocate(contract("200", sold("A", "60"), sold("B", "40"))).findings())
                .extracting(Finding::code)
                .containsExactly("revenue.price.aboveStandAlone");
        assertThat(amounts(allocate(contract("0", sold("A", "60"), sold("B", "40")))))
                .containsExactly("0.00", "0.00");
    }

    @Test
    void aBadContractIsRefusedWithAllItsFaults() {
        RevenueContract contract = contract(
                        "10.001",
                        sold("A", "-1"),
                        PerformanceObligation.of("A", StandAlonePrice.range("3", "2")),
                        PerformanceObligation.of("B", StandAlonePrice.residual("9", "8")),
                        PerformanceObligation.of("C", StandAlonePrice.residual("1", "2")),
                        PerformanceObligation.of("D", StandAlonePrice.costPlus("1", Rate.ofPercent(-101))))
                .withBundles(BundlePrice.of("-5", "A", "B"), BundlePrice.of("5", "X"), BundlePrice.of("5", "A", "D"))
                .withVariable(
                        new VariableConsideration(
                                "v", BigDecimal.ONE, ImmutableSortedSet.of(ObligationId.of("A"), ObligationId.of("C"))),
                        new VariableConsideration("v", BigDecimal.ONE, ImmutableSortedSet.of(ObligationId.of("Y"))));
        assertThat(allocate(contract).findings())
                .extracting(Finding::code)
                .containsExactlyInAnyOrder(
                        "revenue.price.negative",
                        "revenue.obligation.duplicate",
                        "revenue.obligation.statedPrice",
                        "revenue.price.range",
                        "revenue.price.range",
                        "revenue.obligation.residual",
                        "revenue.price.margin",
                        "revenue.price.negative",
                        "revenue.bundle.residual",
                        "revenue.bundle.size",
                        "revenue.obligation.unknown",
                        "revenue.bundle.overlap",
                        "revenue.variable.residual",
                        "revenue.variable.duplicate",
                        "revenue.obligation.unknown",
                        "revenue.price.decimals");
        assertThat(allocate(contract("1").withObligations()).findings())
                .extracting(Finding::code)
                .containsExactly("revenue.contract.empty");
        assertThat(allocate(contract("-1", sold("A", "0"))).findings())
                .extracting(Finding::code)
                .containsExactly("revenue.price.negative");
        assertThat(allocate(contract("1", sold("A", "0"))).findings())
                .extracting(Finding::code)
                .containsExactly("revenue.price.standAlone");
    }

    private static RevenueSchedule schedule(RevenuePolicy policy, String price, Recognition recognition) {
        RevenueContract contract = contract(price, sold("A", "1").withRecognition(recognition));
        return RevenueScheduler.of(policy, CALENDAR)
                .schedule(RevenueAllocator.of(policy).allocate(contract).orThrow())
                .orThrow();
    }

    private static List<String> revenue(RevenueSchedule schedule) {
        return schedule.entries().stream()
                .map(entry -> entry.period().name() + " "
                        + Amounts.number(entry.amount()).setScale(2).toPlainString())
                .toList();
    }

    @Test
    void theLastPeriodTakesTheResidueUnlessTheRunningRevenueIsRounded() {
        Recognition quarter = Recognition.monthly(DateRange.of("2026-01-01", "2026-04-01"));
        assertThat(revenue(schedule(POLICY, "200", quarter)))
                .containsExactly("FY2026-M01 66.67", "FY2026-M02 66.67", "FY2026-M03 66.66");
        assertThat(revenue(schedule(POLICY.withPeriodResidue(RevenuePolicy.PeriodResidue.RUNNING), "200", quarter)))
                .containsExactly("FY2026-M01 66.67", "FY2026-M02 66.66", "FY2026-M03 66.67");
    }

    /** Rounded up each time, five months would take more than there is. */
    @Test
    void revenueIsNeverTakenBack() {
        assertThat(revenue(schedule(POLICY, "0.03", Recognition.monthly(DateRange.of("2026-01-01", "2026-06-01")))))
                .containsExactly(
                        "FY2026-M01 0.01", "FY2026-M02 0.01", "FY2026-M03 0.01", "FY2026-M04 0.00", "FY2026-M05 0.00");
    }

    @Test
    void daysCountWhereDaysAreCounted() {
        RevenueSchedule schedule = schedule(POLICY, "365", Recognition.daily(DateRange.of("2026-01-15", "2027-01-15")));
        assertThat(schedule.entries()).hasSize(13);
        assertThat(revenue(schedule))
                .startsWith("FY2026-M01 17.00", "FY2026-M02 28.00")
                .endsWith("FY2027-M01 14.00");
        assertThat(schedule.recognizedBy(LocalDate.parse("2026-02-28"))).isEqualTo(Amounts.of("45", "USD"));
        assertThat(schedule.recognizedBy(LocalDate.parse("2026-02-27"))).isEqualTo(Amounts.of("17", "USD"));
        assertThat(schedule.byPeriod()).hasSize(13);
    }

    @Test
    void controlThatPassesOnADayIsRecognisedOnIt() {
        assertThat(revenue(schedule(POLICY, "5", new Recognition.PointInTime(LocalDate.parse("2026-03-31")))))
                .containsExactly("FY2026-M03 5.00");
    }

    @Test
    void whatIsNotUsedIsNotRecognised() {
        RevenueSchedule schedule = schedule(
                POLICY,
                "100",
                new Recognition.Usage(
                        BigDecimal.valueOf(300),
                        ImmutableList.of(
                                new Recognition.UsedUnits(LocalDate.parse("2026-05-02"), BigDecimal.valueOf(100)),
                                new Recognition.UsedUnits(LocalDate.parse("2026-01-02"), BigDecimal.valueOf(100)))));
        assertThat(revenue(schedule)).containsExactly("FY2026-M01 33.33", "FY2026-M05 33.33");
        assertThat(schedule.unrecognized()).isEqualTo(Amounts.of("33.34", "USD"));
        assertThat(schedule.explain()).contains("not yet recognised");
    }

    @Test
    void moreUnitsThanAreExpectedAreAWarning() {
        RevenueSchedule schedule = schedule(
                POLICY,
                "100",
                new Recognition.Usage(
                        BigDecimal.ONE,
                        ImmutableList.of(new Recognition.UsedUnits(LocalDate.parse("2026-05-02"), BigDecimal.TEN))));
        assertThat(revenue(schedule)).containsExactly("FY2026-M05 100.00");
        assertThat(schedule.findings()).extracting(Finding::code).containsExactly("revenue.usage.excess");
    }

    @Test
    void aScheduleNeedsTheTimeOfSatisfaction() {
        RevenueContract contract = contract(
                "10",
                sold("A", "1"),
                sold("B", "1").withRecognition(Recognition.daily(DateRange.of("2026-01-01", "2226-01-01"))));
        assertThat(RevenueScheduler.of(POLICY, CALENDAR)
                        .schedule(allocate(contract).orThrow())
                        .findings())
                .extracting(Finding::code)
                .containsExactly("revenue.obligation.recognition", "revenue.recognition.length");
    }

    @Test
    void modelsRefuseWhatCannotBe() {
        assertThatThrownBy(
                        () -> new Recognition.Ratable(DateRange.of("2026-01-01", "2026-02-01"), DayCount.THIRTY_360_US))
                .hasMessageContaining("30/360");
        assertThatThrownBy(
                        () -> new Recognition.Ratable(DateRange.of("2026-01-30", "2026-01-31"), DayCount.THIRTY_E_360))
                .hasMessageContaining("counts no days");
        assertThatThrownBy(() -> Recognition.daily(DateRange.of("2026-01-01", "2026-01-01")))
                .hasMessageContaining("must have days");
        assertThatThrownBy(() -> new Recognition.Usage(BigDecimal.ZERO, ImmutableList.of()))
                .hasMessageContaining("positive");
        assertThatThrownBy(() -> POLICY.withBundleTolerance(Rate.ONE)).hasMessageContaining("tolerance");
        assertThatThrownBy(() -> POLICY.withRounding(
                        RoundingPolicy.builder().residue(ResidueOwner.LAST_KEY).build()))
                .hasMessageContaining("largest remainder");
        assertThatThrownBy(
                        () -> allocate(contract("1", sold("A", "1"))).orThrow().share("B"))
                .hasMessageContaining("'B'");
    }
}
