package io.salesops.commission.credit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.SalesRep;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.run.Execution;
import io.salesops.core.time.AsOf;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What refunds take of lines, units and margins, and what they must not take. */
class CreditReversalTest {
    private static final AsOf END = AsOf.date("2026-12-31");
    private static final CreditAllocator ALLOCATOR =
            CreditAllocator.of(SalesOpsJson.read("""
                    {"schema": "salesops/credit-rules/1", "id": "r", "version": "1", "rules": [
                      {"kind": "split", "id": "agreed", "priority": 10, "to": {"kind": "dealSplit"}},
                      {"kind": "split", "id": "owner", "priority": 20, "to": {"kind": "owner"}}]}""", CreditRules.class).orThrow());
    private static final SalesOrg ORG = SalesOrg.builder()
            .addReps(
                    SalesRep.builder().id(RepId.of("ana")).name("Ana").build(),
                    SalesRep.builder().id(RepId.of("ben")).name("Ben").build())
            .build();

    private static CreditEvent event(String id, String date, String amount) {
        return CreditEvent.builder()
                .id(CreditEventId.of(id))
                .date(LocalDate.parse(date))
                .owner(RepId.of("ana"))
                .amount(Amounts.of(amount, "USD"))
                .build();
    }

    private static CreditEvent sale(String amount, EventLine... lines) {
        return event("S", "2026-03-01", amount).withLines(lines);
    }

    private static CreditEvent refund(String amount, EventLine... lines) {
        return event("R", "2026-04-01", amount)
                .withReverses(CreditEventId.of("S"))
                .withLines(lines);
    }

    private static EventLine line(String id, String amount) {
        return EventLine.of(id, "P-" + id, Amounts.of(amount, "USD"));
    }

    private static Credits credit(CreditEvent... events) {
        return ALLOCATOR.credit(List.of(events), ORG, END);
    }

    private static List<String> faults(CreditEvent... events) {
        return credit(events).findings().stream()
                .map(finding -> finding.code() + " " + finding.path())
                .toList();
    }

    /** Amount, units and margin of each credit of the refund. */
    private static List<String> taken(CreditEvent... events) {
        return credit(events).credits().stream()
                .filter(credit -> credit.date().equals(LocalDate.of(2026, 4, 1)))
                .map(credit -> credit.payee() + " " + plain(Amounts.number(credit.amount()))
                        + credit.units().map(units -> " units " + plain(units)).orElse("")
                        + credit.margin()
                                .map(margin -> " margin " + plain(Amounts.number(margin)))
                                .orElse(""))
                .sorted()
                .toList();
    }

    private static String plain(BigDecimal number) {
        return Amounts.plain(number).toPlainString();
    }

    @Test
    void aRefundWithoutLinesTakesOfEachLineInProportion() {
        assertThat(taken(sale("100", line("1", "75"), line("2", "25")), refund("-40")))
                .containsExactly("ana -10", "ana -30");
    }

    @Test
    void aRefundOfAllTakesBackLinesOfBothSigns() {
        assertThat(taken(sale("100", line("1", "130"), line("2", "-30")), refund("-100")))
                .containsExactly("ana -130", "ana 30");
        assertThat(faults(sale("100", line("1", "130"), line("2", "-30")), refund("-40")))
                .containsExactly("commission.event.mixed /events/R/lines");
        // A line of nothing has no sign.
        assertThat(taken(sale("100", line("1", "100"), line("2", "0")), refund("-40")))
                .contains("ana -40");
    }

    @Test
    void aRefundOfNothingTakesNothing() {
        assertThat(faults(sale("100", line("1", "75"), line("2", "25")), refund("0")))
                .isEmpty();
        assertThat(taken(sale("100", line("1", "75"), line("2", "25")), refund("0")))
                .allSatisfy(credit -> assertThat(credit).isEqualTo("ana 0"));
    }

    @Test
    void unitsAndMarginGoWithTheAmountUnlessStated() {
        CreditEvent sale = sale("100").withUnits(new BigDecimal("8")).withMargin(Amounts.of("40", "USD"));

        assertThat(taken(sale, refund("-25"))).containsExactly("ana -25 units -2 margin -10");
        assertThat(taken(sale, refund("-25").withUnits(new BigDecimal("-3")).withMargin(Amounts.of("-40", "USD"))))
                .containsExactly("ana -25 units -3 margin -40");
    }

    @Test
    void moreThanIsLeftIsNamed() {
        CreditEvent sale = sale("100").withUnits(new BigDecimal("8")).withMargin(Amounts.of("40", "USD"));

        assertThat(faults(sale, refund("-100"))).isEmpty();
        assertThat(faults(sale, refund("-100.01"))).containsExactly("commission.event.exceeds /events/R/amount");
        assertThat(faults(sale, refund("1"))).containsExactly("commission.event.exceeds /events/R/amount");
        assertThat(faults(sale, refund("-25").withUnits(new BigDecimal("-9"))))
                .containsExactly("commission.event.exceeds /events/R/units");
        assertThat(faults(sale, refund("-25").withMargin(Amounts.of("-41", "USD"))))
                .containsExactly("commission.event.exceeds /events/R/margin");
        assertThat(faults(sale("100", line("1", "75"), line("2", "25")), refund("-101")))
                .containsExactly("commission.event.exceeds /events/R/amount");
    }

    @Test
    void aLineGivesBackNoMoreThanItHas() {
        EventLine first = line("1", "75").withUnits(new BigDecimal("3")).withMargin(Amounts.of("30", "USD"));
        CreditEvent sale = sale("100", first, line("2", "25"));

        assertThat(taken(sale, refund("-25", line("1", "-25")))).containsExactly("ana -25 units -1 margin -10");
        assertThat(taken(sale, refund("-25", line("1", "-25").withUnits(new BigDecimal("-3")))))
                .containsExactly("ana -25 units -3 margin -10");
        assertThat(faults(sale, refund("-76", line("1", "-76"))))
                .containsExactly("commission.event.exceeds /events/R/lines/1/amount");
        assertThat(faults(sale, refund("-25", line("1", "-25").withUnits(new BigDecimal("-4")))))
                .containsExactly("commission.event.exceeds /events/R/lines/1/units");
        assertThat(faults(sale, refund("-25", line("1", "-25").withMargin(Amounts.of("-31", "USD")))))
                .containsExactly("commission.event.exceeds /events/R/lines/1/margin");
        assertThat(faults(sale, refund("-25", line("3", "-25"))))
                .containsExactly("commission.event.line /events/R/lines/3");
    }

    @Test
    void aRefundBeforeItsSaleIsWorthASecondLook() {
        assertThat(faults(sale("100"), refund("-40").withDate(LocalDate.of(2026, 2, 28))))
                .containsExactly("commission.event.early /events/R/date");
        assertThat(faults(sale("100"), refund("-40").withDate(LocalDate.of(2026, 3, 1))))
                .isEmpty();
    }

    @Test
    void sharesOfTheDealGiveBackWhatTheyHave() {
        CreditEvent shared =
                sale("100").withSplit(Map.of(PayeeId.of("ana"), Rate.of("70%"), PayeeId.of("ben"), Rate.of("30%")));

        assertThat(taken(shared, refund("-10"))).containsExactly("ana -7", "ben -3");
    }

    @Test
    void eventsOfOneFamilyAreCountedAndReported() {
        List<String> progress = new ArrayList<>();
        CreditEvent other = event("T", "2026-05-01", "10").withCustom(sale("1").custom());
        Credits credits = ALLOCATOR.credit(
                ImmutableList.of(sale("100"), refund("-40"), other),
                ORG,
                END,
                Execution.here().withProgress((phase, done, of) -> progress.add(phase + " " + done + "/" + of)));

        assertThat(progress).containsExactly("credit 2/3", "credit 3/3");
        assertThat(credits.credits()).extracting(Credit::date).isSorted();
    }

    @Test
    void anEventExplainsItselfOrWhyItCannot() {
        List<CreditEvent> events = List.of(sale("100"), refund("-40"));

        assertThat(ALLOCATOR
                        .explain(CreditEventId.of("R"), events, ORG, END)
                        .orThrow()
                        .credits())
                .hasSize(1);
        assertThat(ALLOCATOR.explain(CreditEventId.of("X"), events, ORG, END).findings())
                .extracting(io.salesops.core.finding.Finding::message)
                .containsExactly("event X is not credited: it is not among the events");
        assertThat(ALLOCATOR
                        .explain(CreditEventId.of("R"), events, ORG, AsOf.date("2026-03-15"))
                        .findings())
                .extracting(io.salesops.core.finding.Finding::message)
                .containsExactly("event R is not credited: [after 2026-03-15]");
    }
}
