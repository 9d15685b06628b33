package io.salesops.commission.calc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.credit.CreditId;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.PlanRule.TierMode;
import io.salesops.commission.statement.Statement;
import io.salesops.commission.statement.StatementLine;
import io.salesops.commission.testkit.CommissionArbitraries;
import io.salesops.commission.testkit.PlanLaws;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.FiscalPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class CommissionProperties {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final FiscalPeriod YEAR = new FiscalPeriod("FY2026", START, START.plusYears(1));
    private static final AsOf YEAR_END = AsOf.date("2026-12-31");
    private static final Comparator<Credit> ORDER =
            Comparator.comparing(Credit::date).thenComparing(Credit::id);

    @Provide
    Arbitrary<CommissionPlan> plans() {
        return CommissionArbitraries.plans();
    }

    @Provide
    Arbitrary<CommissionPlan> marginalPlans() {
        return CommissionArbitraries.marginalPlans();
    }

    @Provide
    Arbitrary<PayeeYear> payees() {
        return CommissionArbitraries.payeeYears();
    }

    private static Statement calculate(CommissionPlan plan, FiscalPeriod period, PayeeYear payee) {
        return CommissionCalculator.of(plan).calculate(period, payee, YEAR_END).orThrow();
    }

    private static BigDecimal number(Statement statement) {
        return Amounts.number(statement.total());
    }

    private static PayeeYear with(PayeeYear payee, Iterable<Credit> credits) {
        return PayeeYear.builder()
                .payee(payee.payee())
                .quotas(payee.quotas())
                .credits(credits)
                .build();
    }

    @Property
    void theEngineAgreesWithTheDefinitionCreditByCredit(
            @ForAll("plans") CommissionPlan plan, @ForAll("payees") PayeeYear payee) {
        Statement statement = calculate(plan, YEAR, payee);
        List<Credit> sorted = ImmutableList.sortedCopyOf(ORDER, payee.credits());
        List<BigDecimal> paid = new ReferenceCommission(plan, payee.quotas()).paidAfterEach(sorted);
        BigDecimal before = BigDecimal.ZERO;
        for (int i = 0; i < sorted.size(); i++) {
            CreditId id = sorted.get(i).id();
            BigDecimal after = paid.get(i);
            BigDecimal pays = statement.lines().stream()
                    .filter(line -> line.credit().equals(id))
                    .map(StatementLine::amount)
                    .map(Amounts::number)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(pays).isEqualByComparingTo(after.subtract(before));
            before = after;
        }
        assertThat(number(statement)).isEqualByComparingTo(before);
    }

    private static BigDecimal paid(CommissionPlan plan, int quota, long cents) {
        return number(calculate(plan, YEAR, bookings(quota, cents)));
    }

    private static PayeeYear bookings(int quota, long cents) {
        return PayeeYear.builder()
                .payee(CommissionArbitraries.PAYEE)
                .addQuotas(CommissionArbitraries.quota("bookings", quota))
                .addCredits(Credit.of(
                        "C-1",
                        "ana",
                        "2026-06-01",
                        Amounts.of(BigDecimal.valueOf(cents, 2).toString(), "USD")))
                .build();
    }

    @Property
    void generatedPlansKeepTheLaws(@ForAll("plans") CommissionPlan plan, @ForAll long seed) {
        PlanLaws.holdFor(plan, 5, seed);
    }

    @Property
    void marginalPlansKeepTheLaws(@ForAll("marginalPlans") CommissionPlan plan, @ForAll long seed) {
        PlanLaws.holdFor(plan, 5, seed);
    }

    @Property
    void ascendingRatesPayNoMoreMarginallyThanRetroactively(
            @ForAll("marginalPlans") CommissionPlan plan,
            @ForAll @IntRange(min = 1, max = 500) int quota,
            @ForAll @LongRange(min = 0, max = 200_000) long cents) {
        PlanRule.Tiered rule = (PlanRule.Tiered) plan.rules().get(0);
        List<Rate> rates =
                rule.tiers().stream().map(tier -> new Rate(tier.rate().value())).toList();
        Assume.that(ImmutableList.sortedCopyOf(rates).equals(rates));
        CommissionPlan retroactive =
                plan.withRules(new PlanRule.Tiered(rule.id(), rule.measure(), TierMode.RETROACTIVE, rule.tiers()));

        assertThat(paid(plan, quota, cents)).isLessThanOrEqualTo(paid(retroactive, quota, cents));
    }

    @Property
    void aMarginalGateNeverPaysWhatLiesBelowIt(
            @ForAll("marginalPlans") CommissionPlan plan,
            @ForAll @IntRange(min = 1, max = 500) int quota,
            @ForAll @LongRange(min = -10_000, max = 200_000) long cents) {
        CommissionPlan gated = plan.withRules(plan.rules().get(0), PlanRule.Gate.marginal("gate", "bookings", "50%"));
        BigDecimal bound = BigDecimal.valueOf(quota * 50L, 2);
        BigDecimal whole = BigDecimal.valueOf(cents, 2);
        BigDecimal expected = whole.compareTo(bound) <= 0
                ? BigDecimal.ZERO
                : paid(plan, quota, cents).subtract(paid(plan, quota, quota * 50L));

        // Both sides round once, at different places: they differ by a cent at most.
        assertThat(paid(gated, quota, cents).subtract(expected).abs()).isLessThanOrEqualTo(new BigDecimal("0.01"));
    }

    @Property
    void tieProneCreditsDoNotDrift(@ForAll @IntRange(min = 1, max = 400) int count, @ForAll Random random) {
        Rate rate = Arbitraries.of("5%", "7.5%", "10%", "12.5%")
                .map(Rate::of)
                .generator(10)
                .next(random)
                .value();
        List<Credit> credits = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < count; i++) {
            BigDecimal amount = BigDecimal.valueOf(random.nextInt(50_000), 2);
            sum = sum.add(amount);
            credits.add(Credit.of("C-" + i, "ana", "2026-06-01", Amounts.of(amount.toString(), "USD")));
        }
        CommissionPlan plan = CommissionPlan.builder()
                .id(io.salesops.commission.plan.PlanId.of("flat"))
                .version("1")
                .effective(CommissionArbitraries.YEAR)
                .currency(javax.money.Monetary.getCurrency("USD"))
                .addRules(new PlanRule.Flat("flat", "bookings", rate))
                .build();
        Statement statement = calculate(plan, YEAR, with(bookings(1, 0), credits));

        assertThat(number(statement))
                .isEqualByComparingTo(Rational.of(sum)
                        .times(rate.value())
                        .round(2, plan.rounding().mode()));
    }

    @Property
    void generatedPlansPassTheirCheck(@ForAll("plans") CommissionPlan plan) {
        assertThat(CommissionCalculator.check(plan)).isEmpty();
    }
}
