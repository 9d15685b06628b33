package io.salesops.commission.calc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.calc.CommissionOptions.Trace;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.credit.CreditFrame;
import io.salesops.commission.credit.CreditId;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.statement.Statement;
import io.salesops.commission.statement.StatementLine;
import io.salesops.commission.statement.StatementRun;
import io.salesops.commission.testkit.CommissionArbitraries;
import io.salesops.commission.testkit.StatementArbitraries;
import io.salesops.commission.testkit.StatementArbitraries.PaidYear;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.run.Execution;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.FiscalPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.money.Monetary;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every way to ask in bulk, or quickly, gives the figures of the statement. */
class BulkProperties {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final AsOf YEAR_END = AsOf.date("2026-12-31");

    @Provide
    Arbitrary<PaidYear> paidYears() {
        return StatementArbitraries.paidYears();
    }

    @Provide
    Arbitrary<CommissionPlan> tables() {
        return net.jqwik.api.Combinators.combine(
                        CommissionArbitraries.marginalPlans(),
                        Arbitraries.of(
                                PlanRule.TierMode.MARGINAL,
                                PlanRule.TierMode.RETROACTIVE,
                                PlanRule.TierMode.WHOLE_OVERAGE))
                .as((plan, mode) -> {
                    PlanRule.Tiered rule = (PlanRule.Tiered) plan.rules().get(0);
                    return plan.withRules(new PlanRule.Tiered(rule.id(), rule.measure(), mode, rule.tiers()));
                });
    }

    @Provide
    Arbitrary<PayeeYear> payees() {
        return CommissionArbitraries.payeeYears();
    }

    @Provide
    Arbitrary<FiscalPeriod> periods() {
        return Arbitraries.integers()
                .between(0, 12)
                .map(month -> month == 12
                        ? new FiscalPeriod("FY", START, START.plusYears(1))
                        : new FiscalPeriod("M", START.plusMonths(month), START.plusMonths(month + 1L)));
    }

    private static CommissionCalculator calculator(CommissionPlan plan, Trace trace) {
        return CommissionCalculator.of(
                plan, CommissionOptions.builder().trace(trace).build());
    }

    @Property
    void noFigureDependsOnTheTrace(@ForAll("paidYears") PaidYear paid) {
        Statement full = calculator(paid.plan(), Trace.FULL)
                .calculate(paid.period(), paid.payee(), paid.asOf())
                .orThrow();
        Statement lines = calculator(paid.plan(), Trace.LINES)
                .calculate(paid.period(), paid.payee(), paid.asOf())
                .orThrow();
        Statement totals = calculator(paid.plan(), Trace.TOTALS)
                .calculate(paid.period(), paid.payee(), paid.asOf())
                .orThrow();

        assertThat(totals.lines()).isEmpty();
        assertThat(totals.withLines(full.lines())).isEqualTo(full);
        assertThat(lines.withLines(full.lines())).isEqualTo(full);
        assertThat(lines.lines().stream().map(StatementLine::amount).toList())
                .isEqualTo(full.lines().stream().map(StatementLine::amount).toList());
        assertThat(lines.lines()).allMatch(line -> line.tiers().isEmpty());
    }

    @Property
    void anEstimatorAnswersWhatTheStatementWithTheDealSays(@ForAll("paidYears") PaidYear paid, @ForAll int day) {
        Credit deal = paid.payee().credits().stream()
                .findFirst()
                .map(credit -> credit.withId(CreditId.of("the-deal")).withSource("the-deal"))
                .orElseGet(() -> Credit.of(
                                "the-deal",
                                paid.payee().payee().value(),
                                paid.period().from().toString(),
                                Amounts.of(new BigDecimal("50"), paid.plan().currency()))
                        .withUnits(BigDecimal.ONE)
                        .withMargin(Amounts.of(BigDecimal.ONE, paid.plan().currency()))
                        .withStarted(paid.period().from()))
                .withDate(paid.period().from().plusDays(Math.floorMod(day, 28)));
        CommissionCalculator calculator = CommissionCalculator.of(paid.plan());
        Statement asked = calculator
                .estimator(paid.period(), paid.payee(), paid.asOf())
                .orThrow()
                .with(deal)
                .orThrow();
        Statement whole = calculator
                .estimate(paid.period(), paid.payee(), deal, paid.asOf())
                .orThrow();

        assertThat(asked.total()).isEqualTo(whole.total());
        assertThat(asked.residue()).isEqualTo(whole.residue());
        assertThat(asked.attainments()).isEqualTo(whole.attainments());
        assertThat(asked.settlement()).isEqualTo(whole.settlement());
        assertThat(asked.explanation()).isEqualTo(whole.explanation());
        assertThat(asked.counted()).isEqualTo(whole.counted());
    }

    @Property(tries = 20)
    void threadsAndOrderChangeNothing(@ForAll("paidYears") PaidYear paid) {
        List<PayeeYear> payees = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            PayeeId id = PayeeId.of("P-" + i);
            payees.add(PayeeYear.builder()
                    .payee(id)
                    .quotas(paid.payee().quotas().stream()
                            .map(quota -> quota.withOwner(io.salesops.core.crm.RepId.of(id.value())))
                            .toList())
                    .credits(paid.payee().credits().stream()
                            .map(credit -> credit.withPayee(id))
                            .toList())
                    .build());
        }
        CommissionCalculator calculator = CommissionCalculator.of(paid.plan());
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            StatementRun one = calculator.calculateAll(paid.period(), payees, paid.asOf(), Execution.here());
            StatementRun two = calculator.calculateAll(
                    paid.period(), ImmutableList.copyOf(payees).reverse(), paid.asOf(), Execution.on(pool, 2));
            assertThat(SalesOpsJson.write(two)).isEqualTo(SalesOpsJson.write(one));
            assertThat(one.statements()).hasSize(40);
        } finally {
            pool.shutdown();
        }
    }

    @Property
    void rowsPayWhatStatementsPay(
            @ForAll("tables") CommissionPlan plan,
            @ForAll("payees") PayeeYear payee,
            @ForAll("periods") FiscalPeriod period) {
        CreditFrame rows =
                CreditFrame.of(payee.credits(), Monetary.getCurrency("USD")).orThrow();
        Statement statement =
                CommissionCalculator.of(plan).calculate(period, payee, YEAR_END).orThrow();
        RowRun traced = CommissionCalculator.of(plan).calculateRows(period, rows, payee.quotas());
        RowRun totals = calculator(plan, Trace.TOTALS).calculateRows(period, rows, payee.quotas());

        assertThat(traced.refused()).isEmpty();
        if (rows.size() > 0) {
            assertThat(traced.total(payee.payee())).contains(statement.total());
            assertThat(totals.total(payee.payee())).contains(statement.total());
        }
        List<String> ids = IntStream.range(0, rows.size()).mapToObj(rows::id).toList();
        for (StatementLine line : statement.lines()) {
            int row = ids.indexOf(line.credit().value());
            assertThat(traced.pays(row)).isEqualTo(line.amount());
            assertThat(traced.portions(row)).isEqualTo(line.tiers());
        }
    }
}
