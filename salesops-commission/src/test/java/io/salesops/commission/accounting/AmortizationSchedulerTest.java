package io.salesops.commission.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.commission.accounting.AmortizationLine.Kind;
import io.salesops.commission.accounting.CapitalizationPolicy.Method;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AmortizationSchedulerTest {
    private static final CapitalizationPolicy POLICY =
            CapitalizationPolicy.builder().id("asc340").version("2").build();
    private static final ContractCost COST = ContractCost.of("D-1", Amounts.of("15000.00", "USD"), "2026-01-01", 36);

    private final AmortizationScheduler scheduler = AmortizationScheduler.of(POLICY);

    @Test
    void theLastMonthTakesTheResidue() {
        AmortizationSchedule schedule = scheduler.schedule(COST).orThrow();
        assertThat(schedule.lines()).hasSize(36);
        assertThat(schedule.lines().get(34).expense()).isEqualTo(Amounts.of("416.67", "USD"));
        assertThat(schedule.lines().get(35).expense()).isEqualTo(Amounts.of("416.55", "USD"));
        assertThat(schedule.carrying(LocalDate.of(2026, 12, 31))).isEqualTo(Amounts.of("9999.96", "USD"));
        assertThat(schedule.explain())
                .startsWith("USD 15,000.00  cost of contract D-1")
                .contains("+416.55  amortization from 2028-12-01 to before 2029-01-01  [asc340 2 /method]");
    }

    @Test
    void centsThatDoNotReachAllMonthsComeLast() {
        AmortizationSchedule schedule =
                scheduler.schedule(COST.withAmount(Amounts.of("0.20", "USD"))).orThrow();
        assertThat(schedule.lines().get(0).expense()).isEqualTo(Amounts.of("0.00", "USD"));
        assertThat(schedule.lines().get(35).expense()).isEqualTo(Amounts.of("0.20", "USD"));
    }

    @Test
    void daysFallToTheirCalendarMonths() {
        AmortizationSchedule schedule = AmortizationScheduler.of(POLICY.withMethod(Method.DAYS))
                .schedule(ContractCost.of("D-1", Amounts.of("731.00", "USD"), "2027-01-16", 24))
                .orThrow();
        assertThat(schedule.lines()).hasSize(25);
        assertThat(schedule.lines().get(0).expense()).isEqualTo(Amounts.of("16.00", "USD"));
        assertThat(schedule.lines().get(13).expense())
                .as("29 days of February 2028")
                .isEqualTo(Amounts.of("29.00", "USD"));
        assertThat(schedule.lines().get(24).expense()).isEqualTo(Amounts.of("15.00", "USD"));
    }

    @Test
    void theExpedientAndCostsThatAreNotIncrementalAreExpensedAtOnce() {
        List<AmortizationLine> year =
                scheduler.schedule(COST.withMonths(12)).orThrow().lines();
        assertThat(year).extracting(AmortizationLine::kind).containsExactly(Kind.EXPENSED);
        assertThat(scheduler.schedule(COST.withMonths(13)).orThrow().lines()).hasSize(13);
        assertThat(scheduler.schedule(COST.withIncremental(false)).orThrow().lines())
                .isEqualTo(year);
        assertThat(AmortizationScheduler.of(POLICY.withExpenseUpToMonths(0))
                        .schedule(COST.withMonths(1))
                        .orThrow()
                        .isCapitalized())
                .isTrue();
        assertThat(scheduler
                        .schedule(COST.withAmount(Amounts.of("0", "USD")))
                        .orThrow()
                        .lines())
                .isEmpty();
    }

    @Test
    void anEarlyEndWritesOffWhatIsLeft() {
        AmortizationSchedule schedule = scheduler.schedule(COST).orThrow();
        AmortizationSchedule ended = scheduler.terminated(schedule, LocalDate.of(2026, 6, 15));
        assertThat(ended.lines()).hasSize(7);
        assertThat(ended.lines().get(6).kind()).isEqualTo(Kind.WRITE_OFF);
        assertThat(ended.lines().get(6).expense()).isEqualTo(Amounts.of("12499.98", "USD"));
        assertThat(scheduler.terminated(schedule, LocalDate.of(2030, 1, 1))).isEqualTo(schedule);
    }

    @Test
    void whatIsRecoverableIsSpreadAnew() {
        AmortizationSchedule schedule = scheduler.schedule(COST).orThrow();
        AmortizationSchedule impaired = scheduler
                .impaired(schedule, LocalDate.of(2028, 12, 1).minusMonths(10), Amounts.of("100.00", "USD"))
                .orThrow();
        assertThat(impaired.lines().get(26).kind()).isEqualTo(Kind.IMPAIRMENT);
        assertThat(impaired.lines().subList(27, 37))
                .extracting(AmortizationLine::expense)
                .containsOnly(Amounts.of("10.00", "USD"));
        assertThat(scheduler
                        .impaired(impaired, LocalDate.of(2028, 1, 1), Amounts.of("10.00", "USD"))
                        .findings())
                .extracting(Finding::code)
                .containsExactly("commission.impairment.order");
        assertThat(scheduler
                        .impaired(schedule, LocalDate.of(2026, 1, 1), Amounts.of("14583.34", "USD"))
                        .findings())
                .extracting(Finding::code)
                .containsExactly("commission.impairment.amount");
        assertThat(scheduler
                        .impaired(schedule, LocalDate.of(2026, 1, 1), Amounts.of("1.001", "USD"))
                        .findings())
                .extracting(Finding::code)
                .containsExactly("commission.cost.decimals");
        assertThat(scheduler
                        .impaired(schedule, LocalDate.of(2026, 1, 1), Amounts.of("-1", "USD"))
                        .findings())
                .extracting(Finding::code)
                .containsExactly("commission.impairment.amount");
    }

    @Test
    void badCostsAreNamed() {
        assertThat(scheduler
                        .schedule(COST.withAmount(Amounts.of("0.001", "USD")))
                        .findings())
                .extracting(Finding::message)
                .containsExactly("amount USD 0.001 of contract D-1 has more decimals than are posted");
        assertThatThrownBy(() -> ContractCost.builder()
                        .source(" ")
                        .amount(Amounts.of("-1", "USD"))
                        .start(LocalDate.of(2026, 1, 1))
                        .months(0)
                        .build())
                .hasMessageContaining("source of a contract cost must not be blank")
                .hasMessageContaining("must not be negative: USD -1")
                .hasMessageContaining("must last 1 to 1,200 months: 0");
        assertThatThrownBy(() -> POLICY.withExpenseUpToMonths(13)).hasMessageContaining("up to 12 months, not 13");
        AmortizationSchedule schedule = scheduler.schedule(COST).orThrow();
        assertThatThrownBy(() -> schedule.withLines(schedule.lines().subList(0, 35)))
                .hasMessageContaining("USD 416.55 is left");
    }
}
