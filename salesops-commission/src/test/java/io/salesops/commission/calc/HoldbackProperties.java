package io.salesops.commission.calc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.statement.SettlementStep;
import io.salesops.commission.statement.Statement;
import io.salesops.core.crm.Quota;
import io.salesops.core.crm.RepId;
import io.salesops.core.money.Amounts;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple3;

/** Whatever the periods of quotas: what is held back of a deal is released in the end, and no sooner than it may be. */
class HoldbackProperties {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DEALS = 4;

    /** Deals and refunds of fourteen months by source, day and cents. */
    @Provide
    Arbitrary<List<Tuple3<Integer, Integer, Long>>> deals() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, DEALS - 1),
                        Arbitraries.integers().between(0, 425),
                        Arbitraries.longs().between(-200_00, 900_00))
                .as(Tuple::of)
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<CommissionPlan> plans() {
        return Combinators.combine(
                        Arbitraries.of("\"P1M\"", "\"P45D\"", "\"P5M\"", "\"P13M\""),
                        Arbitraries.of(
                                "",
                                ", {\"kind\": \"clawback\", \"id\": \"back\", \"mode\": \"proRata\", \"steps\": [],"
                                        + " \"months\": 12}"),
                        Arbitraries.of("1/3", "50%", "100%"),
                        Arbitraries.of("2027-03-01", "2029-01-01"))
                .as((period, clawback, share, before) -> WorkedPlans.plan(WorkedPlans.tiers(
                                        "marginal", "50%:1/7", "100%:10%", ":20%")
                                + clawback
                                + ", {\"kind\": \"holdback\", \"id\": \"hold\", \"share\": \"" + share
                                + "\", \"release\": {\"kind\": \"after\", \"period\": " + period + "}, \"on\": []}")
                        .withEffective(DateRange.of(FIRST, LocalDate.parse(before))));
    }

    private static PayeeYear payee(int quotaMonths, List<Tuple3<Integer, Integer, Long>> deals) {
        PayeeYear.Builder payee = PayeeYear.builder().payee(PayeeId.of("ana"));
        for (int month = 0; month < 36; month += quotaMonths) {
            payee.addQuotas(Quota.builder()
                    .owner(RepId.of("ana"))
                    .measure(WorkedPlans.TARGET)
                    .period(DateRange.of(FIRST.plusMonths(month), FIRST.plusMonths(month + quotaMonths)))
                    .amount(Amounts.of("500", "USD"))
                    .build());
        }
        for (int i = 0; i < deals.size(); i++) {
            Tuple3<Integer, Integer, Long> deal = deals.get(i);
            payee.addCredits(Credit.of(
                            "C-" + i,
                            "ana",
                            FIRST.plusDays(deal.get2()).toString(),
                            Amounts.of(BigDecimal.valueOf(deal.get3(), 2).toString(), "USD"))
                    .withSource("deal " + deal.get1()));
        }
        return payee.build();
    }

    private static FiscalPeriod month(int number) {
        return new FiscalPeriod("M" + number, FIRST.plusMonths(number), FIRST.plusMonths(number + 1L));
    }

    @Property
    void allThatIsHeldBackIsReleasedInTheEnd(
            @ForAll("plans") CommissionPlan plan,
            @ForAll("deals") List<Tuple3<Integer, Integer, Long>> deals,
            @ForAll("quotaMonths") int quotaMonths) {
        CommissionCalculator calculator = CommissionCalculator.of(plan);
        PayeeYear payee = payee(quotaMonths, deals);
        Map<String, BigDecimal> held = new HashMap<>();
        for (int number = 0; number < 36; number++) {
            FiscalPeriod month = month(number);
            Statement statement = calculator
                    .calculate(month, payee, AsOf.date(month.before().minusDays(1)))
                    .orThrow();
            boolean concerned = calculator.concerns(month, payee);
            assertThat(concerned || statement.settlement().isEmpty()).isTrue();
            for (SettlementStep step : statement.settlement()) {
                held.merge(step.subject(), Amounts.number(step.amount()).negate(), BigDecimal::add);
                LocalDate first = first(payee.credits(), step.subject());
                assertThat(step.kind() == SettlementStep.Kind.RESERVE || first.isBefore(month.from()))
                        .isTrue();
            }
        }
        assertThat(held.values()).allSatisfy(left -> assertThat(left).isEqualByComparingTo("0"));
    }

    private static LocalDate first(ImmutableList<Credit> credits, String source) {
        return credits.stream()
                .filter(credit -> credit.source().equals(source))
                .map(Credit::date)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    @Provide
    Arbitrary<Integer> quotaMonths() {
        return Arbitraries.of(1, 3, 12);
    }
}
