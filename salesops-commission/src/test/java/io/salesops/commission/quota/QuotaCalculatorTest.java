package io.salesops.commission.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.commission.plan.Conventions.Days;
import io.salesops.core.crm.Quota;
import io.salesops.core.crm.RampSchedule;
import io.salesops.core.crm.RepId;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.DateRanges;
import io.salesops.core.time.FiscalCalendar;
import io.salesops.core.time.FiscalPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuotaCalculatorTest {
    private static final DateRange YEAR = DateRange.of("2026-01-01", "2027-01-01");
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 15);
    private static final QuotaPolicy MONTHLY = QuotaPolicy.builder()
            .id("example")
            .version("1")
            .periods(MeasurePeriods.of(FiscalCalendar.startingIn(Month.JANUARY), MeasurePeriods.Every.MONTH))
            .build();

    @Test
    void aQuotaSaysHowItCameAbout() {
        QuotaPolicy policy = MONTHLY.withRamp(RampSchedule.of("50%"));
        QuotaFacts hired = facts(quota("1200", YEAR))
                .withEmployed(DateRange.from(LocalDate.of(2026, 6, 11)))
                .withLeaves(DateRanges.of(DateRange.of("2026-06-16", "2026-06-21")));

        PayeeQuota june =
                QuotaCalculator.of(policy).quota(hired, JUNE, AsOf.date(JUNE)).orThrow();

        assertThat(june.explain()).isEqualTo("""
                USD 25.00  ana bookings from 2026-06-01 to before 2026-07-01, policy example v1: carries 25%
                  +100.00  agreed, version 1: agreed  [example 1]
                   -50.00  days not there, ACT/ACT ICMA, inclusive  [example 1]
                   -25.00  ramp  [example 1]""");
        assertThat(june.attainment(Amounts.of("30", "USD")).rate()).contains(Rate.of("120%"));
    }

    @Test
    void theDayOfHireCountsOrNot() {
        QuotaFacts hired = facts(quota("360", YEAR)).withEmployed(DateRange.from(JUNE));
        assertThat(amount(MONTHLY, hired, JUNE)).isEqualTo("16");
        assertThat(amount(MONTHLY.withDays(Days.EXCLUSIVE), hired, JUNE)).isEqualTo("15");
        QuotaFacts firstOfMonth = hired.withEmployed(DateRange.from(LocalDate.of(2026, 6, 1)));
        assertThat(amount(MONTHLY.withDays(Days.EXCLUSIVE), firstOfMonth, JUNE)).isEqualTo("30");
    }

    @Test
    void aChangeInTheMiddleOfThePeriodIsBlendedByDays() {
        Instant may = Instant.parse("2026-05-20T00:00:00Z");
        Quota quota = quota("3600", YEAR);
        QuotaBook book = QuotaBook.builder()
                .addVersions(QuotaVersion.builder()
                        .quota(quota)
                        .recordedAt(Instant.parse("2026-01-02T00:00:00Z"))
                        .reason("agreed")
                        .build())
                .build();
        QuotaBook changed =
                book.relieve(quota.withAmount(Amounts.of("7200", "USD")), Optional.of(JUNE), "new plan", may);
        QuotaBook relieved = book.relieve(quota.withAmount(Amounts.of("1800", "USD")), Optional.empty(), "relief", may);
        QuotaFacts facts = facts(quota);

        // 14 days of 300 and 16 days of 600, of 30.
        assertThat(amount(MONTHLY, facts.withQuotas(changed), JUNE)).isEqualTo("460");
        assertThat(amount(MONTHLY, facts.withQuotas(relieved), JUNE)).isEqualTo("150");
        assertThat(QuotaCalculator.of(MONTHLY)
                        .quota(facts.withQuotas(relieved), JUNE, AsOf.date(JUNE).knownAt(may.minusSeconds(1)))
                        .orThrow()
                        .quota()
                        .amount())
                .isEqualTo(Amounts.of("300", "USD"));
        assertThatThrownBy(() ->
                        book.relieve(quota("1", DateRange.of("2026-01-01", "2026-04-01")), Optional.empty(), "x", may))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no quota of ana for bookings");
    }

    @Test
    void quartersOfQuotasMayMeetInAPeriodButNotOverlap() {
        QuotaPolicy yearly = MONTHLY.withPeriods(
                MeasurePeriods.of(FiscalCalendar.startingIn(Month.JANUARY), MeasurePeriods.Every.YEAR));
        Quota first = quota("100", DateRange.of("2026-01-01", "2026-07-01"));
        Quota second = quota("300", DateRange.of("2026-07-01", "2027-01-01"));
        assertThat(amount(yearly, facts(first, second), JUNE)).isEqualTo("400");

        refused(yearly, facts(first), "commission.quota.gap", "from 2026-07-01 to before 2027-01-01");
        refused(yearly, facts(), "commission.quota.missing", "no quota of ana for bookings holds");
        refused(yearly, facts(first, quota("1", YEAR)), "commission.quota.ambiguous", "holds over");
        refused(
                yearly,
                facts(first, second, quota("1", DateRange.of("2026-09-01", "2026-10-01"))),
                "commission.quota.ambiguous",
                "holds twice from 2026-09-01");
        refused(
                yearly,
                facts(first, second.withPeriod(first.period()).withVersion(2).withAmount(Amounts.of("1", "EUR"))),
                "commission.quota.currency",
                "EUR 1");
        refused(yearly, facts(first, first.withAmount(Amounts.of("7", "USD"))), "commission.quota.duplicate", "USD 7");
        refused(
                yearly,
                facts(quota("1", DateRange.from(JUNE))),
                "commission.quota.period",
                "must have a first and a last day");
        refused(
                MONTHLY.withSpread(QuotaPolicy.Spread.SEASON).withSeason(Rate.of("50%"), Rate.of("50%")),
                facts(quota("1", YEAR)),
                "commission.quota.season",
                "has 12 periods, but the season 2 weights");
    }

    @Test
    void whatWasKnownNeedsTimesOfRecording() {
        assertThat(QuotaCalculator.of(MONTHLY)
                        .quota(facts(quota("1", YEAR)), JUNE, AsOf.date(JUNE).knownAt(Instant.EPOCH))
                        .findings())
                .extracting(Finding::code)
                .containsExactly("commission.quota.unrecorded");
    }

    @Test
    void wrongPoliciesAndBlendsAreNamed() {
        assertThatThrownBy(() -> QuotaCalculator.of(MONTHLY.withSeason(Rate.of("0%"))))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("spread is EQUAL")
                .hasMessageContaining("must not all be zero");
        DayBlend blend = DayBlend.of(MONTHLY);
        assertThat(blend.blend(YEAR, List.of()).findings())
                .extracting(Finding::code)
                .containsExactly("commission.blend.empty");
        assertThat(blend.blend(
                                YEAR,
                                List.of(
                                        new DatedAmount(
                                                DateRange.of("2026-01-01", "2026-07-01"), Amounts.of("1", "USD")),
                                        new DatedAmount(
                                                DateRange.of("2026-06-01", "2026-12-01"), Amounts.of("2", "EUR"))))
                        .findings())
                .extracting(Finding::code)
                .containsExactly("commission.blend.currency", "commission.blend.overlap", "commission.blend.gap");
    }

    @Test
    void halfMonthsTileTheYear() {
        MeasurePeriods halves =
                MeasurePeriods.of(FiscalCalendar.startingIn(Month.JANUARY), MeasurePeriods.Every.HALF_MONTH);
        assertThat(halves.touching(DateRange.of("2026-02-10", "2026-03-02")))
                .extracting(FiscalPeriod::name)
                .containsExactly("2026-02-A", "2026-02-B", "2026-03-A");
        assertThat(halves.touching(YEAR)).hasSize(24);
        assertThatThrownBy(() -> halves.touching(DateRange.from(JUNE))).hasMessageContaining("unlimited range");
    }

    private static void refused(QuotaPolicy policy, QuotaFacts facts, String code, String words) {
        assertThat(QuotaCalculator.of(policy)
                        .quota(facts, JUNE, AsOf.date(JUNE))
                        .findings())
                .anySatisfy(finding -> {
                    assertThat(finding.code()).isEqualTo(code);
                    assertThat(finding.message()).contains(words);
                });
    }

    private static String amount(QuotaPolicy policy, QuotaFacts facts, LocalDate on) {
        return Amounts.number(QuotaCalculator.of(policy)
                        .quota(facts, on, AsOf.date(on))
                        .orThrow()
                        .quota()
                        .amount())
                .toPlainString();
    }

    private static Quota quota(String dollars, DateRange period) {
        return Quota.builder()
                .owner(RepId.of("ana"))
                .measure("bookings")
                .period(period)
                .amount(Amounts.of(dollars, "USD"))
                .build();
    }

    private static QuotaFacts facts(Quota... quotas) {
        return QuotaFacts.builder()
                .owner(RepId.of("ana"))
                .measure("bookings")
                .quotas(QuotaBook.of(quotas))
                .build();
    }
}
