package io.salesops.commission.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.calc.CommissionCalculator;
import io.salesops.commission.calc.CommissionOptions;
import io.salesops.commission.calc.PayeeYear;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.review.PlanReview;
import io.salesops.commission.review.PlanReviewer;
import io.salesops.commission.review.ReviewFacts;
import io.salesops.commission.statement.Attainment;
import io.salesops.commission.statement.SettlementStep;
import io.salesops.commission.statement.Statement;
import io.salesops.commission.statement.StatementLine;
import io.salesops.commission.statement.StatementRun;
import io.salesops.commission.statement.TierPortion;
import io.salesops.core.crm.Quota;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.run.Execution;
import io.salesops.core.testkit.Members;
import io.salesops.core.testkit.MoneyArbitraries;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of a payee's year with the plan that pays it, in any currency, and of the statements that come of it. */
public final class StatementArbitraries {
    private StatementArbitraries() {}

    /**
     * What one calculation needs, all of it fitting together.
     *
     * @param plan the plan, in force in the year
     * @param period the year, a quarter or a month of it
     * @param payee quotas of the year and credits, in the currency of the plan
     * @param asOf the last day of the year
     */
    public record PaidYear(CommissionPlan plan, FiscalPeriod period, PayeeYear payee, AsOf asOf) {

        /** Returns the statement. */
        public Statement statement() {
            return CommissionCalculator.of(plan).calculate(period, payee, asOf).orThrow();
        }
    }

    /** Years of 365 and 366 days in currencies without, with two and with three decimals. */
    public static Arbitrary<PaidYear> paidYears() {
        return Combinators.combine(
                        CommissionArbitraries.plans(),
                        CommissionArbitraries.payeeYears(),
                        MoneyArbitraries.currencies(),
                        Arbitraries.of(2026, 2024),
                        Arbitraries.integers().between(0, 16))
                .as((plan, payee, currency, year, part) -> {
                    LocalDate start = LocalDate.of(year, 1, 1);
                    DateRange whole = DateRange.of(start, start.plusYears(1));
                    PayeeYear moved = payee.withQuotas(payee.quotas().stream()
                                    .map(quota -> moved(quota, whole, currency))
                                    .toList())
                            .withCredits(payee.credits().stream()
                                    .map(credit -> moved(credit, start, currency))
                                    .collect(ImmutableList.toImmutableList()));
                    return new PaidYear(
                            plan.withEffective(whole).withCurrency(currency),
                            period(start, part),
                            moved,
                            AsOf.date(start.plusYears(1).minusDays(1)));
                });
    }

    private static Quota moved(Quota quota, DateRange year, CurrencyUnit currency) {
        boolean money = !quota.amount().getCurrency().getCurrencyCode().equals("XXX");
        return quota.withPeriod(year).withAmount(money ? in(currency, quota.amount()) : quota.amount());
    }

    private static Credit moved(Credit credit, LocalDate start, CurrencyUnit currency) {
        return credit.withDate(start.plusDays(credit.date().getDayOfYear() - 1L))
                .withAmount(in(currency, credit.amount()))
                .withMargin(credit.margin().map(margin -> in(currency, margin)));
    }

    /** As many minor units of the currency as the amount has cents. */
    private static MonetaryAmount in(CurrencyUnit currency, MonetaryAmount amount) {
        BigDecimal cents = Amounts.number(amount).movePointRight(2);
        return Amounts.of(cents.movePointLeft(currency.getDefaultFractionDigits()), currency);
    }

    private static FiscalPeriod period(LocalDate start, int part) {
        if (part < 12) {
            LocalDate from = start.plusMonths(part);
            return new FiscalPeriod("M" + (part + 1), from, from.plusMonths(1));
        }
        LocalDate from = start.plusMonths(3L * (part - 12));
        return part < 16
                ? new FiscalPeriod("Q" + (part - 11), from, from.plusMonths(3))
                : new FiscalPeriod("FY", start, start.plusYears(1));
    }

    /** Statements of {@link #paidYears()}. */
    public static Arbitrary<Statement> statements() {
        return paidYears().map(PaidYear::statement);
    }

    /** Lines of statements. */
    public static Arbitrary<StatementLine> statementLines() {
        return Members.of(statements().map(Statement::lines));
    }

    /** What tiers paid on statement lines. */
    public static Arbitrary<TierPortion> tierPortions() {
        return Members.of(statementLines().map(StatementLine::tiers));
    }

    /** What draws, guarantees and holdbacks made of statements. */
    public static Arbitrary<SettlementStep> settlementSteps() {
        return Members.of(statements().map(Statement::settlement));
    }

    /** Statements of two payees, one of whom is refused. */
    public static Arbitrary<StatementRun> statementRuns() {
        return paidYears()
                .map(paid -> CommissionCalculator.of(paid.plan())
                        .calculateAll(
                                paid.period(),
                                ImmutableList.of(
                                        paid.payee(),
                                        PayeeYear.builder()
                                                .payee(PayeeId.of("ben"))
                                                .addCredits(twice(), twice())
                                                .build()),
                                paid.asOf(),
                                Execution.here()));
    }

    private static Credit twice() {
        return Credit.of("C-1", "ben", "2026-01-01", Amounts.of("1", "USD"));
    }

    /** How much is traced. */
    public static Arbitrary<CommissionOptions> options() {
        return Combinators.combine(Arbitraries.of(CommissionOptions.Trace.class), Arbitraries.of(true, false))
                .as((trace, facts) -> CommissionOptions.builder()
                        .trace(trace)
                        .fingerprintsFacts(facts)
                        .build());
    }

    /** Reviews of generated plans. */
    public static Arbitrary<PlanReview> reviews() {
        return CommissionArbitraries.plans().map(PlanReviewer.standard()::review);
    }

    /** Points of payout curves. */
    public static Arbitrary<PlanReview.Point> payoutPoints() {
        return Members.of(reviews().map(PlanReview::curve));
    }

    /** Jumps of pay. */
    public static Arbitrary<PlanReview.Cliff> cliffs() {
        return Arbitraries.integers()
                .between(1, 9_999)
                .map(cents -> new PlanReview.Cliff(
                        Amounts.of("100000", "USD"),
                        Amounts.of("0.01", "USD"),
                        Amounts.of(BigDecimal.valueOf(cents, 2), Monetary.getCurrency("USD"))));
    }

    /** Payees with quotas and splits that may not be the whole. */
    public static Arbitrary<ReviewFacts> reviewFacts() {
        return CommissionArbitraries.payeeYears()
                .map(payee -> ReviewFacts.builder()
                        .addPayees(payee.payee())
                        .quotas(payee.quotas())
                        .putSplits("D-1", ImmutableList.of(Rate.of("60%"), Rate.of("40%")))
                        .addCurrencies(Monetary.getCurrency("EUR"), Monetary.getCurrency("USD"))
                        .build());
    }

    /** Attainments of measures, some without a quota. */
    public static Arbitrary<Attainment> attainments() {
        return Members.of(statements().map(statement -> statement.attainments().values()));
    }
}
