package io.salesops.commission.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import io.salesops.commission.calc.CommissionCalculator;
import io.salesops.commission.calc.PayeeYear;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PlanFunctions;
import io.salesops.commission.plan.PlanId;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.PlanRule.Cap;
import io.salesops.commission.plan.PlanRule.Flat;
import io.salesops.commission.plan.PlanRule.Gate;
import io.salesops.commission.plan.PlanRule.Tiered;
import io.salesops.commission.plan.Tier;
import io.salesops.commission.statement.SettlementStep;
import io.salesops.commission.statement.Statement;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.MoneyKernel;
import io.salesops.core.money.Rational;
import io.salesops.core.testkit.Laws;
import io.salesops.core.time.DateRange;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlanLawsTest {
    private static final Tier[] TIERS = {Tier.to("50%", "4%"), Tier.to("100%", "8%"), Tier.beyond("12%")};
    private static final Tier[] FALLING = {Tier.to("50%", "12%"), Tier.beyond("4%")};

    private static final CommissionPlan PLAN = plan(
            Tiered.marginal("new business", "bookings", TIERS),
            Flat.of("renewals", "renewals", "2.5%"),
            Gate.marginal("entry", "bookings", "25%", "new business"),
            Cap.of("cap", "900"));

    private static final PlanLaws.Calculation ENGINE = by(PLAN);

    private static CommissionPlan plan(PlanRule... rules) {
        return CommissionPlan.builder()
                .id(PlanId.of("ae-2026"))
                .version("3")
                .effective(DateRange.of("2026-01-01", "2027-01-01"))
                .currency(Monetary.getCurrency("USD"))
                .addRules(rules)
                .build();
    }

    /** The plan with other rules, by its calculator. */
    private static PlanLaws.Calculation by(CommissionPlan other) {
        return CommissionCalculator.of(other)::calculate;
    }

    private static CommissionPlan without(Class<? extends PlanRule> kind) {
        return PLAN.withRules(
                PLAN.rules().stream().filter(rule -> !kind.isInstance(rule)).toList());
    }

    private static PlanLaws.Calculation of(Predicate<Credit> seen) {
        return (period, payee, asOf) -> ENGINE.calculate(period, only(payee, seen), asOf);
    }

    private static PayeeYear only(PayeeYear payee, Predicate<Credit> seen) {
        return PayeeYear.builder()
                .from(payee)
                .credits(payee.credits().stream().filter(seen).toList())
                .build();
    }

    private static Statement onePennyMore(Statement statement) {
        return (Statement) Proxy.newProxyInstance(
                Statement.class.getClassLoader(),
                new Class<?>[] {Statement.class},
                (proxy, method, arguments) -> method.getName().equals("total")
                        ? statement.total().add(Amounts.of("0.01", "USD"))
                        : method.invoke(statement, arguments));
    }

    /** For each law a calculation that breaks it. */
    static Map<String, PlanLaws.Calculation> faults() {
        AtomicLong calls = new AtomicLong();
        CommissionPlan doubled = PLAN.withRules(Flat.of("new business", "bookings", "30%"));
        return Map.ofEntries(
                Map.entry("the order of credits is irrelevant", (period, payee, asOf) -> {
                    ImmutableList<Credit> credits = payee.credits();
                    boolean unsorted = credits.size() > 1
                            && credits.get(0).id().compareTo(credits.get(1).id()) > 0;
                    return ENGINE.calculate(
                            period, unsorted ? payee.withCredits(credits.subList(1, credits.size())) : payee, asOf);
                }),
                Map.entry(
                        "recalculating changes nothing",
                        (period, payee, asOf) -> ENGINE.calculate(period, payee, asOf)
                                .map(statement -> statement.withResidue(Rational.of(calls.incrementAndGet())))),
                Map.entry(
                        "lines sum to the statement",
                        (period, payee, asOf) ->
                                ENGINE.calculate(period, payee, asOf).map(PlanLawsTest::onePennyMore)),
                Map.entry(
                        "every credit counts or is listed",
                        (period, payee, asOf) -> ENGINE.calculate(period, payee, asOf)
                                .map(statement -> statement.withOmitted(ImmutableList.of()))),
                Map.entry(
                        "periods sum to the year",
                        (period, payee, asOf) ->
                                ENGINE.calculate(period, only(payee, credit -> period.contains(credit.date())), asOf)),
                Map.entry(
                        "credits one by one sum to all of them",
                        (period, payee, asOf) -> by(payee.credits().size() % 2 == 0 ? PLAN : doubled)
                                .calculate(period, payee, asOf)),
                Map.entry(
                        "a full refund leaves nothing paid",
                        of(credit -> !credit.amount().isNegative())),
                Map.entry(
                        "draws conserve",
                        (period, payee, asOf) -> ENGINE.calculate(period, payee, asOf)
                                .map(statement -> statement.withSettlement(SettlementStep.builder()
                                        .kind(SettlementStep.Kind.DRAW_ADVANCE)
                                        .rule("draw")
                                        .ref(new RuleRef("ae-2026", "3", "/rules/9"))
                                        .subject("January")
                                        .amount(Amounts.of("10", "USD"))
                                        .owed(Amounts.of("9", "USD"))
                                        .build()))),
                Map.entry("no cap is passed", by(without(Cap.class))),
                Map.entry("a closed gate lets nothing through", by(without(Gate.class))),
                Map.entry(
                        "pay never falls", by(PLAN.withRules(Tiered.retroactive("new business", "bookings", FALLING)))),
                Map.entry(
                        "pay does not jump",
                        by(PLAN.withRules(Tiered.retroactive("new business", "bookings", TIERS)))));
    }

    static List<String> laws() {
        return List.copyOf(faults().keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("laws")
    void aCalculationThatBreaksALawIsCaughtByItsName(String law) {
        PlanLaws.Calculation fault = Objects.requireNonNull(faults().get(law));

        assertThatThrownBy(() -> PlanLaws.laws(PLAN, fault).hold(Laws.TRIES, Laws.SEED))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("plan ae-2026 v3 breaks ")
                .hasMessageContaining("law '" + law + "'")
                .hasMessageContaining("seed " + Laws.SEED);
    }

    @Test
    void aPlanThatJsonDoesNotReadBackIsCaught() {
        CommissionPlan newer = PLAN.withSchema("salesops/commission-plan/99");

        assertThatThrownBy(() -> PlanLaws.holdFor(newer))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("breaks 1 of 13 laws")
                .hasMessageContaining("law 'plan and statement survive JSON'");
    }

    @Test
    void theSmallestCaseThatIsShownHasNoCreditTooMany() {
        assertThatThrownBy(
                        () -> PlanLaws.laws(PLAN, of(credit -> !credit.amount().isNegative()))
                                .hold(Laws.TRIES, Laws.SEED))
                .hasMessageContaining("breaks ")
                .satisfies(error -> {
                    String message = String.valueOf(error.getMessage());
                    String refund = message.substring(message.indexOf("law 'a full refund"));
                    String shown = refund.substring(0, (refund + "\nlaw").indexOf("\nlaw"));
                    assertThat(shown.split("\"id\":\"C-", -1)).hasSize(2);
                });
    }

    @Test
    void casesRunToTheBoundsAndBesideThem() {
        Random random = new Random(3);
        Set<Long> besideTheBound = new TreeSet<>();
        Set<String> currencies = new TreeSet<>();
        for (int i = 0; i < 500; i++) {
            PlanCase drawn = PlanCase.draw(PLAN, random);
            drawn.payee()
                    .credits()
                    .forEach(credit ->
                            currencies.add(credit.amount().getCurrency().getCurrencyCode()));
            long quota = drawn.payee().quotas().stream()
                    .filter(one -> one.measure().equals("bookings"))
                    .mapToLong(one -> MoneyKernel.minor(one.amount(), 2))
                    .sum();
            long total = drawn.payee().credits().stream()
                    .filter(credit -> credit.measure().equals("bookings")
                            && credit.amount().getCurrency().getCurrencyCode().equals("USD"))
                    .mapToLong(credit -> MoneyKernel.minor(credit.amount(), 2))
                    .sum();
            if (quota == 1_000_000) {
                besideTheBound.add(total - quota);
            }
        }
        assertThat(besideTheBound).contains(-1L, 0L, 1L);
        assertThat(currencies).containsExactly("EUR", "USD");
    }

    @Test
    void plansOfEveryKindKeepTheLaws() {
        assertThatCode(() -> {
                    PlanLaws.holdFor(PLAN);
                    PlanLaws.holdFor(PLAN, 20, 7);
                    PlanLaws.holdFor(plan(Flat.of("all", "bookings", "1/3")));
                    PlanLaws.holdFor(plan(Tiered.retroactive("all", "bookings", FALLING)));
                    PlanLaws.holdFor(
                            plan(Tiered.retroactive("all", "bookings", TIERS), Gate.cliff("gate", "calls", "40%")));
                    PlanLaws.holdFor(PLAN.withEffective(DateRange.always()).withCurrency(Monetary.getCurrency("JPY")));
                    PlanLaws.holdFor(PLAN.withEffective(DateRange.of("2026-03-01", "2026-03-02")));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void theGoldenPlanKeepsTheLaws() throws IOException {
        String json =
                Resources.toString(Resources.getResource("golden/commission-plan-1.json"), StandardCharsets.UTF_8);
        PlanFunctions functions = PlanFunctions.builder()
                .putMeasures("ourSeats", credit -> credit.units().map(Rational::of))
                .putPayouts("ourPay", (total, quota) -> total.times(Rational.of(1, 100)))
                .build();
        PlanLaws.holdFor(SalesOpsJson.read(json, CommissionPlan.class).orThrow(), functions, Laws.TRIES, Laws.SEED);
    }

    @Test
    void aPlanWithErrorsIsToldWithAllOfThem() {
        CommissionPlan broken = plan(
                Tiered.marginal("a", "bookings", Tier.to("100%", "-5%")),
                Cap.of("a", "-1"),
                Gate.cliff("g", "b", "0%"));

        assertThatThrownBy(() -> PlanLaws.holdFor(broken))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("plan ae-2026 v3 cannot be used")
                .hasMessageContaining("commission.rate.negative")
                .hasMessageContaining("commission.tier.gap")
                .hasMessageContaining("commission.rule.duplicate")
                .hasMessageContaining("commission.cap.negative")
                .hasMessageContaining("commission.gate.bound");
    }
}
