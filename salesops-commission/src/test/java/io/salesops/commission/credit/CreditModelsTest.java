package io.salesops.commission.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Conventions;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.PlanId;
import io.salesops.commission.plan.PlanRule;
import io.salesops.core.crm.ProductId;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.SalesRep;
import io.salesops.core.crm.Team;
import io.salesops.core.crm.TeamId;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the records of crediting say of themselves, case by case. */
class CreditModelsTest {
    private static final CurrencyUnit USD = Monetary.getCurrency("USD");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    @ParameterizedTest(name = "own {0}, shares {1}: {2} differential {3}")
    @CsvSource({
        "'',       '',            0% 100% 100%,  0% 100% 0%",
        "'',       10% 15%,       0% 10% 15%,    0% 10% 5%",
        "7%,       10% 15%,       7% 10% 15%,    7% 3% 5%",
        "12%,      10% 15%,       12% 10% 15%,   12% 0% 3%",
        "'',       15% 10%,       0% 15% 10%,    0% 15% 0%",
        "'',       10% 10%,       0% 10% 10%,    0% 10% 0%",
    })
    void aLevelHasItsShareOrWhatThoseBelowLeaveOfIt(String own, String shares, String full, String differential) {
        RollUp.Builder rollUp = RollUp.builder()
                .id("up")
                .levels(2)
                .own(Optional.of(own).filter(text -> !text.isEmpty()).map(Rate::of));
        for (String share : shares.isEmpty() ? new String[0] : shares.split(" ")) {
            rollUp.addShares(Rate.of(share));
        }

        assertThat(levels(rollUp.mode(RollUp.Mode.FULL).build())).isEqualTo(full);
        assertThat(levels(rollUp.mode(RollUp.Mode.DIFFERENTIAL).build())).isEqualTo(differential);
    }

    private static String levels(RollUp rollUp) {
        return rollUp.shareAt(0) + " " + rollUp.shareAt(1) + " " + rollUp.shareAt(2);
    }

    @Test
    void aRolledUpCreditSaysWhoseItWas() {
        Credit credit = Credit.of("C-1", "max", "2026-03-31", Amounts.of("10", "USD"));
        Credit rolledUp = Credit.builder()
                .from(credit)
                .role(Credit.Role.ROLL_UP)
                .level(1)
                .rolledUpFrom(PayeeId.of("ana"))
                .build();

        assertThat(rolledUp.level()).isEqualTo(1);
        assertThatThrownBy(() -> credit.withLevel(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rolledUp.withLevel(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rolledUp.withRolledUpFrom(Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("C-1")
                .hasMessageContaining("rolledUpFrom absent");
    }

    @Test
    void unitsAreTheSameWithAndWithoutTrailingZeros() {
        Credit credit = Credit.of("C-1", "ana", "2026-03-31", Amounts.of("10", "USD"));
        EventLine line = EventLine.of("1", "A", Amounts.of("10", "USD"));

        assertThat(credit.withUnits(new BigDecimal("2.50"))).isEqualTo(credit.withUnits(new BigDecimal("2.5")));
        assertThat(credit.withUnits(new BigDecimal("2.50")).units()).contains(new BigDecimal("2.5"));
        assertThat(line.withUnits(new BigDecimal("2.50")).units()).contains(new BigDecimal("2.5"));
        assertThatThrownBy(() -> line.withId(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("' '");
        assertThatThrownBy(() -> CreditId.of(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CreditEventId.of("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBasisNamesItsMeasureUnlessTheCreditDoes() {
        Credit booking = Credit.of("C-1", "ana", "2026-03-31", Amounts.of("10", "USD"));
        Credit cash = Credit.builder().from(booking).basis(Credit.Basis.CASH).build();

        assertThat(booking.measure()).isEqualTo("bookings");
        assertThat(Credit.Basis.INVOICE.measure()).isEqualTo("invoices");
        assertThat(Credit.Basis.CASH.measure()).isEqualTo("cash");
        assertThat(cash.basis()).isEqualTo(Credit.Basis.CASH);
    }

    @Test
    void anItemIsTheEventOrItsLine() {
        EventLine line = EventLine.of("1", "A", Amounts.of("60", "USD"))
                .withUnits(new BigDecimal("3"))
                .withMargin(Amounts.of("20", "USD"));
        CreditEvent event = CreditEvent.of("E-1", "ana", "2026-03-31", Amounts.of("60", "USD"));
        CreditItem whole =
                CreditItem.of(event.withMargin(Amounts.of("30", "USD"))).get(0);
        CreditItem part = CreditItem.of(event.withLines(line)).get(0);

        assertThat(whole.margin()).contains(Amounts.of("30", "USD"));
        assertThat(part.margin()).contains(Amounts.of("20", "USD"));
        assertThat(part.units()).contains(new BigDecimal("3"));
        assertThat(CreditItem.PRODUCT.is(ProductId.of("A")).test(part)).isEqualTo(io.salesops.core.criteria.Truth.TRUE);
        assertThat(CreditItem.fields().named()).containsKeys("product", "owner", "margin", "date");
        assertThat(CreditItem.custom("region", String.class).name()).isEqualTo("custom.region");
    }

    private static CommissionPlan plan(Conventions.RateDate exchange, DateRange effective) {
        return CommissionPlan.builder()
                .id(PlanId.of("p"))
                .version("1")
                .effective(effective)
                .currency(USD)
                .addRules(PlanRule.Flat.of("flat", "bookings", "5%"))
                .conventions(Conventions.builder().exchange(exchange).build())
                .build();
    }

    @Test
    void aPlanSaysWhichDaysRateConverts() {
        DateRange year = DateRange.of("2026-01-01", "2027-01-01");
        Credit credit = Credit.of("C-1", "ana", "2026-02-10", Amounts.of("10", "EUR"));

        assertThat(CreditConverter.forPlan(plan(Conventions.RateDate.PLAN_RATE, year))
                        .orElseThrow()
                        .day(credit))
                .isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(CreditConverter.forPlan(plan(Conventions.RateDate.EVENT_DATE, year))
                        .orElseThrow()
                        .day(credit))
                .isEqualTo(LocalDate.of(2026, 2, 10));
        CreditConverter end = CreditConverter.forPlan(plan(Conventions.RateDate.PERIOD_END, year))
                .orElseThrow();
        assertThat(end.day(credit)).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(end.exchange().currency()).isEqualTo(USD);
        assertThat(CreditConverter.forPlan(plan(Conventions.RateDate.PLAN_RATE, DateRange.always())))
                .isEmpty();
    }

    @Test
    void eachKindOfDayIsCalledByItsName() {
        ExchangeDay.Cases<String> names = new ExchangeDay.Cases<>() {
            @Override
            public String planRate(ExchangeDay.PlanRate planRate) {
                return "plan " + planRate.on();
            }

            @Override
            public String eventDate(ExchangeDay.EventDate eventDate) {
                return "event";
            }

            @Override
            public String periodEnd(ExchangeDay.PeriodEnd periodEnd) {
                return "end of " + periodEnd.period();
            }
        };
        DateRange year = DateRange.of("2026-01-01", "2027-01-01");
        List<String> called = new ArrayList<>();
        for (Conventions.RateDate exchange : Conventions.RateDate.values()) {
            called.add(ExchangeDay.forPlan(plan(exchange, year)).orElseThrow().match(names));
        }

        assertThat(called).containsExactly("plan 2026-01-01", "event", "end of MONTH");
    }

    @Test
    void aFrameKnowsItsRows() {
        CreditFrame.Builder builder = CreditFrame.builder(USD, 3)
                .add("C-1", "ana", DAY, 1_500)
                .add(Credit.of("C-2", "ben", "2026-03-30", Amounts.of("2.125", "USD")))
                .add("C-3", PayeeId.of("cho"), DAY.toEpochDay(), 7, Credit.Basis.CASH, "cash");
        CreditFrame frame = builder.build().orThrow();

        assertThat(builder.size()).isEqualTo(3);
        assertThat(frame.currency()).isEqualTo(USD);
        assertThat(frame.scale()).isEqualTo(3);
        assertThat(List.of(frame.payee(0), frame.payee(1), frame.payee(2)))
                .isEqualTo(List.of(PayeeId.of("ana"), PayeeId.of("ben"), PayeeId.of("cho")));
        assertThat(frame.measures().get(frame.measure(2))).isEqualTo("cash");
        assertThat(frame.credit(1).amount()).isEqualTo(Amounts.of("2.125", "USD"));
        assertThat(frame.credits(0)).hasSize(1);
        assertThat(CreditFrame.builder(USD, 0).size()).isZero();
        assertThat(CreditFrame.builder(USD, 18).size()).isZero();
        assertThatThrownBy(() -> CreditFrame.builder(USD, 19)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStreamHandsOverEachPayeeOnceAndCountsItsRows() {
        Map<String, Integer> seen = new java.util.TreeMap<>();
        long rows = CreditStream.into(
                        USD,
                        (payee, frame) ->
                                seen.merge(payee.value(), frame.orThrow().size(), Integer::sum))
                .add(Credit.of("C-1", "ana", "2026-03-30", Amounts.of("1", "USD")))
                .add(Credit.of("C-2", "ana", "2026-03-31", Amounts.of("1", "USD")))
                .add(Credit.of("C-3", "ben", "2026-03-31", Amounts.of("1", "USD")))
                .finish();

        assertThat(rows).isEqualTo(3);
        assertThat(seen).isEqualTo(Map.of("ana", 2, "ben", 1));
    }

    private static SalesOrg org(String... members) {
        Team.Builder team = Team.builder().id(TeamId.of("emea")).name("EMEA");
        SalesOrg.Builder org = SalesOrg.builder();
        for (String member : members) {
            team.addMembers(new Team.Membership(RepId.of(member), DateRange.from(LocalDate.of(2026, 2, 1))));
            org.addReps(SalesRep.builder().id(RepId.of(member)).name(member).build());
        }
        return org.addTeams(team.build()).build();
    }

    @Test
    void aTeamSharesAlikeOnTheDaysOfItsMembers() {
        CreditRules rules = CreditRules.builder()
                .id("r")
                .version("1")
                .addRules(CreditRule.Split.builder()
                        .id("team")
                        .to(new Recipients.TeamMembers(TeamId.of("emea")))
                        .build())
                .build();
        CreditAllocator allocator = CreditAllocator.of(rules);
        CreditEvent event = CreditEvent.of("E-1", "ana", "2026-03-31", Amounts.of("1.00", "USD"));
        AsOf end = AsOf.date("2026-12-31");

        assertThat(allocator.rules()).isEqualTo(rules);
        assertThat(rules.schema()).isEqualTo("salesops/credit-rules/1");
        assertThat(allocator
                        .credit(event, org("ana", "ben", "cho"), end)
                        .orThrow()
                        .credits())
                .extracting(credit ->
                        credit.payee() + " " + Amounts.number(credit.amount()).toPlainString())
                .containsExactly("ana 0.34", "ben 0.33", "cho 0.33");
        assertThat(allocator
                        .credit(event.withDate(LocalDate.of(2026, 1, 31)), org("ana"), end)
                        .findings())
                .extracting(io.salesops.core.finding.Finding::code)
                .containsExactly("commission.credit.team");
    }
}
