package io.salesops.commission.calc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.credit.CreditId;
import io.salesops.commission.incremental.PlanVersions;
import io.salesops.commission.plan.Clawback;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Conventions;
import io.salesops.commission.plan.Conventions.Change;
import io.salesops.commission.statement.Statement;
import io.salesops.commission.statement.StatementLine;
import io.salesops.commission.testkit.CommissionArbitraries;
import io.salesops.core.money.Amounts;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A plan that changes within the period of the quota: each version pays its own deals, and what it sold it takes back. */
class PlanChangeProperties {
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final AsOf YEAR_END = AsOf.date("2026-12-31");

    @Provide
    Arbitrary<CommissionPlan> plans() {
        // What a clawback takes of a deal is no function of all deals; its examples are tests of their own.
        return CommissionArbitraries.plans()
                .map(plan -> plan.withRules(plan.rules().stream()
                                .filter(rule -> !(rule instanceof Clawback))
                                .toList())
                        .withConventions(plan.conventions().withTarget(Conventions.Target.WHOLE)));
    }

    @Provide
    Arbitrary<PayeeYear> payees() {
        return CommissionArbitraries.payeeYears();
    }

    /** The credits with the reverse of some sales on the same day or later. */
    private static PayeeYear withRefunds(PayeeYear payee, Random random) {
        List<Credit> credits = new ArrayList<>(payee.credits());
        for (Credit credit : payee.credits()) {
            if (!credit.amount().isNegative() && random.nextBoolean()) {
                int days = random.nextInt(365 - credit.date().getDayOfYear() + 1);
                credits.add(credit.withId(CreditId.of("R-" + credit.id()))
                        .withDate(credit.date().plusDays(days))
                        .withAmount(Amounts.of(credit.amount().negate()))
                        .withMargin(credit.margin().map(margin -> Amounts.of(margin.negate())))
                        .withUnits(credit.units().map(BigDecimal::negate)));
            }
        }
        Collections.shuffle(credits, random);
        return payee.withCredits(credits);
    }

    private static BigDecimal paid(CommissionPlan plan, PayeeYear payee, Predicate<LocalDate> which) {
        List<Credit> sorted = ImmutableList.sortedCopyOf(Counted.ORDER, payee.credits());
        List<Credit> counted = new ArrayList<>();
        for (Credit credit : sorted) {
            LocalDate day = credit.amount().isNegative()
                    ? sorted.stream()
                            .filter(sale -> !sale.amount().isNegative()
                                    && sale.measure().equals(credit.measure())
                                    && sale.source().equals(credit.source()))
                            .map(Credit::date)
                            .findFirst()
                            .orElse(credit.date())
                    : credit.date();
            if (which.test(day)) {
                counted.add(credit);
            }
        }
        List<BigDecimal> paid = new ReferenceCommission(plan, payee.quotas()).paidAfterEach(counted);
        return paid.isEmpty() ? BigDecimal.ZERO : paid.get(paid.size() - 1);
    }

    private static BigDecimal total(PlanVersions plans, FiscalPeriod period, PayeeYear payee, String version) {
        BigDecimal total = BigDecimal.ZERO;
        for (Statement statement : plans.calculate(period, payee, YEAR_END).orThrow()) {
            BigDecimal lines = statement.lines().stream()
                    .map(StatementLine::amount)
                    .map(Amounts::number)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(lines).isEqualByComparingTo(Amounts.number(statement.total()));
            if (statement.planVersion().equals(version)) {
                total = total.add(lines);
            }
        }
        return total;
    }

    @Property
    void eachVersionPaysItsOwnDealsByTheDefinition(
            @ForAll("plans") CommissionPlan one,
            @ForAll("plans") CommissionPlan two,
            @ForAll("payees") PayeeYear generated,
            @ForAll @IntRange(min = 1, max = 363) int day,
            @ForAll boolean assigned,
            @ForAll Random random) {
        LocalDate change = NEW_YEAR.plusDays(day);
        DateRange before = DateRange.of(NEW_YEAR, change);
        DateRange after = DateRange.of(change, LocalDate.of(2027, 1, 1));
        PlanVersions plans = PlanVersions.of(
                List.of(one.withEffective(before), two.withVersion("2").withEffective(after)));
        PayeeYear payee = withRefunds(generated, random);
        BigDecimal first = paid(one, payee, date -> date.isBefore(change));
        BigDecimal second = two.conventions().change() == Change.CARRIES_ON
                ? paid(two, payee, date -> true).subtract(paid(two, payee, date -> date.isBefore(change)))
                : paid(two, payee, date -> !date.isBefore(change));

        assertThat(total(plans, new FiscalPeriod("year", NEW_YEAR, LocalDate.of(2027, 1, 1)), payee, "1"))
                .isEqualByComparingTo(first);
        BigDecimal firstByMonth = BigDecimal.ZERO;
        BigDecimal secondByMonth = BigDecimal.ZERO;
        for (int month = 1; month <= 12; month++) {
            firstByMonth = firstByMonth.add(total(plans, WorkedPlans.month(month), payee, "1"));
            secondByMonth = secondByMonth.add(total(plans, WorkedPlans.month(month), payee, "2"));
        }
        assertThat(firstByMonth).isEqualByComparingTo(first);
        assertThat(secondByMonth).isEqualByComparingTo(second);
        if (assigned) {
            PayeeYear dated = payee.withPlans(
                    io.salesops.commission.plan.DatedPlan.of(one.id(), "1", before),
                    io.salesops.commission.plan.DatedPlan.of(one.id(), "2", after));
            assertThat(CommissionCalculator.of(two.withVersion("2"))
                            .calculate(new FiscalPeriod("year", NEW_YEAR, LocalDate.of(2027, 1, 1)), dated, YEAR_END)
                            .orThrow()
                            .total())
                    .satisfies(total -> assertThat(Amounts.number(total)).isEqualByComparingTo(second));
        }
    }
}
