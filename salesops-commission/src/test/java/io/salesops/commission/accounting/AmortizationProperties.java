package io.salesops.commission.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.commission.accounting.AmortizationLine.Kind;
import io.salesops.commission.accounting.CapitalizationPolicy.Method;
import io.salesops.commission.testkit.AccountingArbitraries;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import io.salesops.core.testkit.JsonLaws;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class AmortizationProperties {

    private static BigDecimal sum(AmortizationSchedule schedule) {
        return schedule.lines().stream()
                .map(line -> Amounts.number(line.expense()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal unit(ContractCost cost) {
        return BigDecimal.ONE.movePointLeft(cost.amount().getCurrency().getDefaultFractionDigits());
    }

    @Property(tries = 500)
    void expensesSumToTheCostAndNoneIsTakenBack(
            @ForAll("policies") CapitalizationPolicy policy, @ForAll("costs") ContractCost cost) {
        AmortizationSchedule schedule =
                AmortizationScheduler.of(policy).schedule(cost).orThrow();
        assertThat(sum(schedule)).isEqualByComparingTo(Amounts.number(cost.amount()));
        assertThat(schedule.lines()).noneMatch(line -> line.expense().isNegative());
        assertThat(schedule.isCapitalized())
                .isEqualTo(cost.incremental()
                        && cost.months() > policy.expenseUpToMonths()
                        && cost.amount().isPositive());
        assertThat(schedule.carrying(cost.start().minusDays(1))).isEqualTo(cost.amount());
        assertThat(schedule.carrying(cost.start().plusMonths(cost.months())).isZero())
                .isTrue();
    }

    /** The straight line by its definition: each period is within a minor unit of its exact share, the last but for the residue. */
    @Property(tries = 500)
    void allPeriodsButTheLastBearTheirShare(
            @ForAll("policies") CapitalizationPolicy policy, @ForAll("costs") ContractCost cost) {
        AmortizationSchedule schedule =
                AmortizationScheduler.of(policy).schedule(cost).orThrow();
        Assume.that(schedule.isCapitalized());
        LocalDate end = cost.start().plusMonths(cost.months());
        long days = end.toEpochDay() - cost.start().toEpochDay();
        List<AmortizationLine> lines = schedule.lines();
        LocalDate next = cost.start();
        for (int i = 0; i < lines.size(); i++) {
            AmortizationLine line = lines.get(i);
            assertThat(line.days().from()).contains(next);
            next = line.days().before().orElseThrow();
            Rational share = policy.method() == Method.MONTHS
                    ? Rational.of(1).dividedBy(Rational.of(cost.months()))
                    : Rational.of(line.days().days()).dividedBy(Rational.of(days));
            Rational off = Amounts.exact(cost.amount())
                    .times(share)
                    .minus(Amounts.exact(line.expense()))
                    .abs();
            if (i < lines.size() - 1) {
                assertThat(off).isLessThanOrEqualTo(Rational.of(unit(cost)));
            } else {
                assertThat(off).isLessThanOrEqualTo(Rational.of(unit(cost)).times(Rational.of(cost.months())));
            }
        }
        assertThat(next).isEqualTo(end);
        if (policy.method() == Method.MONTHS) {
            assertThat(lines.subList(0, lines.size() - 1))
                    .extracting(AmortizationLine::expense)
                    .allSatisfy(expense ->
                            assertThat(expense).isEqualTo(lines.get(0).expense()));
        }
    }

    @Property(tries = 500)
    void anImpairmentKeepsThePastAndSpreadsWhatIsRecoverable(
            @ForAll("policies") CapitalizationPolicy policy,
            @ForAll("costs") ContractCost cost,
            @ForAll @IntRange(min = 0, max = 1_900) int day,
            @ForAll @IntRange(min = 0, max = 100) int percent) {
        AmortizationScheduler scheduler = AmortizationScheduler.of(policy);
        AmortizationSchedule schedule = scheduler.schedule(cost).orThrow();
        Assume.that(schedule.isCapitalized());
        LocalDate on = cost.start().plusDays(day);
        AmortizationSchedule ended = scheduler.terminated(schedule, on);
        List<AmortizationLine> past = schedule.lines().stream()
                .filter(line -> !line.days().from().orElseThrow().isAfter(on))
                .toList();
        BigDecimal left = Amounts.number(past.get(past.size() - 1).carrying());
        BigDecimal recoverable = left.multiply(BigDecimal.valueOf(percent, 2))
                .setScale(unit(cost).scale(), java.math.RoundingMode.DOWN);
        AmortizationSchedule impaired = scheduler
                .impaired(schedule, on, Amounts.of(recoverable, cost.amount().getCurrency()))
                .orThrow();

        assertThat(sum(ended)).isEqualByComparingTo(Amounts.number(cost.amount()));
        assertThat(sum(impaired)).isEqualByComparingTo(Amounts.number(cost.amount()));
        assertThat(ended.lines().subList(0, past.size())).isEqualTo(past);
        assertThat(impaired.lines().subList(0, past.size())).isEqualTo(past);
        assertThat(ended.lines().size()).isLessThanOrEqualTo(past.size() + 1);
        assertThat(impaired.lines().stream()
                        .filter(line -> line.kind() == Kind.IMPAIRMENT)
                        .map(line -> Amounts.number(line.expense()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(left.subtract(recoverable));
        assertThat(impaired.lines()).noneMatch(line -> line.expense().isNegative());
    }

    @Property(tries = 200)
    void modelsReadBackEqual(
            @ForAll("schedules") AmortizationSchedule schedule, @ForAll("policies") CapitalizationPolicy policy) {
        JsonLaws.roundTrips(schedule, AmortizationSchedule.class);
        JsonLaws.roundTrips(policy, CapitalizationPolicy.class);
    }

    @Provide
    Arbitrary<CapitalizationPolicy> policies() {
        return AccountingArbitraries.capitalizationPolicies();
    }

    @Provide
    Arbitrary<ContractCost> costs() {
        return AccountingArbitraries.contractCosts();
    }

    @Provide
    Arbitrary<AmortizationSchedule> schedules() {
        return AccountingArbitraries.amortizationSchedules();
    }
}
