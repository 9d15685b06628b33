package io.salesops.quote.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.money.ResidueOwner;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.DayCount;
import io.salesops.quote.document.LineId;
import io.salesops.quote.document.Term;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.junit.jupiter.api.Test;

class BillingSchedulerTest {
    private static final BillingPolicy POLICY =
            BillingPolicy.builder().id("billing").version("1").build();
    private static final LineId LINE = LineId.of("1");
    private static final Term YEAR = Term.months("2026-01-01", 12);

    private static MonetaryAmount usd(String amount) {
        return Amounts.of(amount, "USD");
    }

    private static List<String> amounts(BillingSchedule schedule) {
        return schedule.instalments().stream()
                .map(instalment ->
                        Amounts.number(instalment.amount()).setScale(2).toPlainString())
                .toList();
    }

    private static List<String> starts(BillingSchedule schedule) {
        return schedule.instalments().stream()
                .map(instalment -> instalment.days().from().orElseThrow().toString())
                .toList();
    }

    private static BillingSchedule schedule(BillingPolicy policy, BillableLine line) {
        return BillingScheduler.of(policy).schedule(line).orThrow();
    }

    @Test
    void evenInstalmentsDifferByACentAtMost() {
        BillingSchedule schedule = schedule(POLICY, BillableLine.of(LINE, YEAR.billedEvery(3), usd("100.01")));
        assertThat(amounts(schedule)).containsExactly("25.01", "25.00", "25.00", "25.00");
        assertThat(schedule.invoicedBy(LocalDate.parse("2026-04-01"))).isEqualTo(usd("50.01"));
        assertThat(schedule.explain())
                .contains("USD 100.01")
                .contains("instalment 4, from 2026-10-01 to before 2027-01-01, invoiced on 2026-10-01");
    }

    @Test
    void theLastOrTheFirstInstalmentMayOwnTheResidue() {
        BillableLine line = BillableLine.of(LINE, YEAR.billedEvery(4), usd("100.00"));
        assertThat(amounts(schedule(
                        POLICY.withRounding(RoundingPolicy.builder()
                                .residue(ResidueOwner.LAST_KEY)
                                .build()),
                        line)))
                .containsExactly("33.33", "33.33", "33.34");
        assertThat(amounts(schedule(
                        POLICY.withRounding(RoundingPolicy.builder()
                                .residue(ResidueOwner.NAMED_KEY)
                                .residueKey("1")
                                .build()),
                        line)))
                .containsExactly("33.34", "33.33", "33.33");
    }

    /** Dates that were chained stayed on the 28th once they had met February. */
    @Test
    void aBillingDayOf31FollowsTheEndsOfMonths() {
        BillingSchedule schedule = schedule(
                POLICY.withBillingDay(31),
                BillableLine.of(
                        LINE, new Term(LocalDate.parse("2024-02-10"), LocalDate.parse("2024-07-01"), 1), usd("9")));
        assertThat(starts(schedule))
                .containsExactly("2024-02-10", "2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31", "2024-06-30");
    }

    @Test
    void aYearlyBillingDayInFebruaryMeetsTheLeapDay() {
        BillingSchedule schedule = schedule(
                POLICY.withBillingDay(31),
                BillableLine.of(
                        LINE, new Term(LocalDate.parse("2025-02-28"), LocalDate.parse("2029-02-28"), 12), usd("4")));
        assertThat(starts(schedule)).containsExactly("2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29");
    }

    @Test
    void anArrearsInvoiceComesTheDayAfterItsPeriod() {
        BillingSchedule schedule = schedule(
                POLICY.withTiming(BillingPolicy.Timing.IN_ARREARS),
                BillableLine.of(LINE, YEAR.billedEvery(6), usd("10")));
        assertThat(schedule.instalments())
                .extracting(Instalment::invoiceOn)
                .containsExactly(LocalDate.parse("2026-07-01"), LocalDate.parse("2027-01-01"));
    }

    /** Before the billing day the first period is a part: 17 of 31 days by its cycle, 17 of 28 by its own month. */
    @Test
    void thePartBeforeTheBillingDayIsAShareOfItsCycleOrOfItsOwnMonth() {
        Term term = new Term(LocalDate.parse("2026-02-12"), LocalDate.parse("2026-03-15"), 1);
        RecurringPrice price = RecurringPrice.of(term, usd("100"), 1);
        BillingPolicy cycle = POLICY.withBillingDay(1);
        assertThat(Prorator.of(cycle).price(price).orThrow().months())
                .isEqualTo(Rational.of(17, 28).plus(Rational.of(14, 31)));
        assertThat(Prorator.of(cycle.withStubBasis(BillingPolicy.StubBasis.FIRST_DAY)
                                .withBillingDay(5))
                        .price(price)
                        .orThrow()
                        .months())
                // 12 February to 5 March is 21 days of the 28 to 12 March; 5 to 15 March is 10 of 31.
                .isEqualTo(Rational.of(21, 28).plus(Rational.of(10, 31)));
        assertThat(Prorator.of(cycle.withBillingDay(5)).price(price).orThrow().months())
                .isEqualTo(Rational.of(21, 28).plus(Rational.of(10, 31)));
        assertThat(Prorator.of(cycle.withPartialPeriod(BillingPolicy.PartialPeriod.WHOLE))
                        .price(price)
                        .orThrow()
                        .amount())
                .isEqualTo(usd("200"));
    }

    @Test
    void anAdditionEndsWithItsContractAndFollowsItsCycle() {
        Term contract = new Term(LocalDate.parse("2026-01-15"), LocalDate.parse("2027-01-15"), 3);
        BillableLine addition = BillableLine.coTerminated(LINE, contract, LocalDate.parse("2026-05-01"), usd("900.00"));
        BillingSchedule schedule = schedule(POLICY, addition);
        assertThat(starts(schedule)).containsExactly("2026-05-01", "2026-07-15", "2026-10-15");
        assertThat(schedule.instalments().get(2).days().before()).contains(contract.before());
        ProratedPrice price = Prorator.of(POLICY)
                .price(RecurringPrice.of(Term.months("2026-05-01", 12), usd("100"), 1)
                        .coTerminated(contract))
                .orThrow();
        // 75 of the 91 days of the second quarter, then two quarters.
        assertThat(price.months()).isEqualTo(Rational.of(3 * 75, 91).plus(Rational.of(6)));
        assertThat(price.amount()).isEqualTo(usd("847.25"));
    }

    @Test
    void aRampIsBilledBySegmentsAndFreeMonthsAskForNothing() {
        Ramp ramp = Ramp.yearly(Term.months("2026-01-01", 24), List.of(Rational.of(10), Rational.of(20)))
                .free(DateRange.of("2026-01-01", "2026-04-01"));
        BillableLine line = BillableLine.of(LINE, Term.months("2026-01-01", 24).billedEvery(3), usd("330.00"))
                .withRamp(ramp);
        assertThat(amounts(schedule(POLICY, line)))
                .containsExactly("0.00", "30.00", "30.00", "30.00", "60.00", "60.00", "60.00", "60.00");
        assertThat(Prorator.of(POLICY)
                        .price(new RecurringPrice(
                                line.term(), ramp, line.price().getCurrency(), Optional.empty()))
                        .orThrow()
                        .amount())
                .isEqualTo(usd("330"));
    }

    @Test
    void upliftsAreSimpleOrCompoundOnceOrEachYear() {
        Term threeYears = Term.months("2026-02-28", 36);
        Rational ten = Rational.of(10);
        assertThat(monthly(Uplift.compound(Rate.ofPercent(10)).ramp(threeYears, ten)))
                .containsExactly("10", "11", "12.1");
        assertThat(monthly(Uplift.simple(Rate.ofPercent(10)).ramp(threeYears, ten)))
                .containsExactly("10", "11", "12");
        assertThat(monthly(Uplift.once(Rate.ofPercent(10)).ramp(threeYears, ten)))
                .containsExactly("10", "11", "11");
        assertThat(Uplift.simple(Rate.ofPercent(-60)).factor(3)).isEqualTo(Rational.ZERO);
    }

    private static List<String> monthly(Ramp ramp) {
        return ramp.segments().stream()
                .map(segment -> segment.monthly().toString())
                .toList();
    }

    @Test
    void whatIsChargedOnceIsBilledOnce() {
        BillingSchedule schedule = schedule(
                POLICY.withBillingDay(31), BillableLine.of(LINE, YEAR, usd("5")).withOneTime(true));
        assertThat(amounts(schedule)).containsExactly("5.00");
        assertThat(schedule.instalments().get(0).invoiceOn()).isEqualTo(YEAR.from());
    }

    @Test
    void aBadPolicyIsRefusedWithAllItsFaults() {
        BillingPolicy policy = POLICY.withBillingDay(32)
                .withRounding(RoundingPolicy.builder()
                        .residue(ResidueOwner.NAMED_KEY)
                        .residueKey("7")
                        .build());
        assertThat(BillingScheduler.check(policy))
                .extracting(Finding::code)
                .containsExactly("billing.policy.billingDay", "billing.policy.residueKey");
        assertThatThrownBy(() -> BillingScheduler.of(policy)).isInstanceOf(FindingsException.class);
        assertThatThrownBy(() -> Prorator.of(policy)).isInstanceOf(FindingsException.class);
    }

    @Test
    void aBadLineIsRefusedWithAllItsFaults() {
        BillableLine line = BillableLine.of(
                        LINE, new Term(LocalDate.parse("2026-01-01"), LocalDate.parse("4026-01-01"), 1), usd("1.001"))
                .withRamp(Ramp.flat(YEAR, Rational.ONE));
        assertThat(BillingScheduler.of(POLICY).schedule(line).findings())
                .extracting(Finding::code)
                .containsExactly("billing.amount.decimals", "billing.term.length", "billing.ramp.days");
    }

    @Test
    void aPriceOfWhichNoDayBearsAPartIsRefused() {
        BillableLine free = BillableLine.of(LINE, YEAR, usd("1")).withRamp(Ramp.flat(YEAR, Rational.ZERO));
        assertThat(BillingScheduler.of(POLICY).schedule(free).findings())
                .extracting(Finding::code)
                .containsExactly("billing.line.free");
        assertThat(amounts(schedule(POLICY, free.withPrice(usd("0")))))
                .hasSize(12)
                .containsOnly("0.00");
        Term uncounted = new Term(LocalDate.parse("2026-01-30"), LocalDate.parse("2026-01-31"), 1);
        assertThat(BillingScheduler.of(POLICY.withDayCount(DayCount.THIRTY_E_360))
                        .schedule(BillableLine.of(LINE, uncounted, usd("1")))
                        .findings())
                .extracting(Finding::code)
                .containsExactly("billing.line.free");
    }

    @Test
    void aBadChangeIsRefusedWithAllItsFaults() {
        PriceChange change = PriceChange.of(
                DateRange.of("2026-01-01", "2026-02-01"), LocalDate.parse("2026-02-01"), usd("1.001"), usd("2.002"));
        assertThat(Prorator.of(POLICY).change(change).findings())
                .extracting(Finding::code)
                .containsExactly("billing.amount.decimals", "billing.amount.decimals", "billing.change.day");
        assertThat(Prorator.of(POLICY)
                        .change(change.withPeriod(DateRange.from(LocalDate.parse("2026-01-01"))))
                        .findings())
                .extracting(Finding::code)
                .contains("billing.change.period");
    }

    @Test
    void modelsRefuseWhatCannotBe() {
        assertThatThrownBy(() -> new Ramp(ImmutableList.of())).hasMessageContaining("at least one segment");
        assertThatThrownBy(() -> new Ramp(ImmutableList.of(
                        new RampSegment(DateRange.of("2026-01-01", "2026-02-01"), Rational.ONE),
                        new RampSegment(DateRange.of("2026-02-02", "2026-03-01"), Rational.ONE))))
                .hasMessageContaining("follow each other");
        assertThatThrownBy(() -> new RampSegment(DateRange.of("2026-01-01", "2026-02-01"), Rational.of(-1)))
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> Uplift.once(Rate.ofPercent(-101))).hasMessageContaining("-101%");
        assertThatThrownBy(() -> Ramp.yearly(YEAR, List.of())).hasMessageContaining("first year");
    }
}
