package io.salesops.commission.ledger;

import static com.google.common.base.Preconditions.checkNotNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.commission.accounting.AmortizationLine;
import io.salesops.commission.accounting.AmortizationSchedule;
import io.salesops.commission.accounting.AmortizationScheduler;
import io.salesops.commission.accounting.CapitalizationPolicy;
import io.salesops.commission.accounting.ContractCost;
import io.salesops.commission.accounting.ResidualBook;
import io.salesops.commission.calc.CommissionCalculator;
import io.salesops.commission.calc.PayeeYear;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.credit.CreditId;
import io.salesops.commission.incremental.PlanVersions;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.service.CommissionRun;
import io.salesops.commission.service.CommissionStores;
import io.salesops.commission.service.Participant;
import io.salesops.commission.service.Participants;
import io.salesops.commission.service.PostedRun;
import io.salesops.commission.service.RunPolicy;
import io.salesops.commission.statement.Statement;
import io.salesops.commission.statement.StatementLine;
import io.salesops.commission.testkit.LedgerArbitraries;
import io.salesops.core.crm.By;
import io.salesops.core.crm.Quota;
import io.salesops.core.crm.RepId;
import io.salesops.core.event.EventStores;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.repository.InMemoryStores;
import io.salesops.core.run.Execution;
import io.salesops.core.testdata.NeedsData;
import io.salesops.core.testdata.SharedData;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalPeriod;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Published examples on when commission is released, taken back, kept and expensed, each from definitions in the library's own JSON. */
@NeedsData
public class WorkedLedgerExamplesTest {
    private static final By FINANCE = By.of("finance", "2026-12-31T12:00:00Z");

    /** What an example is computed to, by the row's inputs. */
    private interface Example {
        void holds(JsonNode inputs, JsonNode figures);
    }

    private static final Map<String, Example> EXAMPLES = new LinkedHashMap<>();

    static {
        EXAMPLES.put("kl-hold-days", (in, out) -> {
            Held held = held(
                    "{\"kind\": \"after\", \"period\": \"P" + in.get("days") + "D\"}",
                    "100%",
                    in.get("earned").asText(),
                    ReleaseDates.NONE);
            assertThat(held.releasedOn())
                    .contains(LocalDate.parse(out.get("release").asText()));
            assertThat(state(held, "2025-06-10"))
                    .isEqualTo(out.get("on_2025_06_10").asText());
            assertThat(state(held, "2025-06-30")).isEqualTo("held");
            assertThat(state(held, "2025-07-01"))
                    .isEqualTo(out.get("on_2025_07_01").asText());
        });
        EXAMPLES.put("kl-hold-months", (in, out) -> {
            Held held = held(
                    "{\"kind\": \"after\", \"period\": \"P" + in.get("months") + "M\"}",
                    "100%",
                    in.get("earned").asText(),
                    ReleaseDates.NONE);
            assertThat(held.releasedOn())
                    .contains(LocalDate.parse(out.get("release").asText()));
        });
        EXAMPLES.put("kl-refund-window", (in, out) -> {
            assertThat(in.get("paid").size()).isEqualTo(2);
            for (int i = 0; i < in.get("paid").size(); i++) {
                Held held = held(
                        "{\"kind\": \"event\", \"measure\": \"cash\", \"after\": \"P14D\"}",
                        "100%",
                        "2025-05-20",
                        ReleaseDates.NONE.paidOn(in.get("paid").get(i).asText()));
                assertThat(held.releasedOn())
                        .contains(LocalDate.parse(out.get("release").get(i).asText()));
            }
        });
        EXAMPLES.put("kl-locked", (in, out) -> {
            Books books = new Books();
            books.credit("2026-01-10", in.get("setup_fee").asText());
            books.close(1, "50%");
            List<LedgerEntry> paid = books.pay(1);
            PostedRun later = books.close(2, "1%");
            LedgerView ledger = books.ledger();
            assertThat(paid).hasSize(1);
            assertThat(ledger.postedUpTo(LedgerArbitraries.month(1)).entries()).containsAll(paid);
            Balance january = ledger.postedUpTo(LedgerArbitraries.month(1)).balance(Monetary.getCurrency("USD"));
            assertThat(Amounts.number(january.earned())).isEqualByComparingTo(out.asText());
            assertThat(Amounts.number(january.paid()).negate()).isEqualByComparingTo(out.asText());
            assertThat(later.entries())
                    .as("the new rate is a difference in the open period")
                    .extracting(LedgerEntry::origin, LedgerEntry::postedIn, LedgerEntry::amount)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(
                            LedgerArbitraries.month(1), LedgerArbitraries.month(2), Amounts.of("-980.00", "USD")));
        });
        EXAMPLES.put("tryton-onpayment", (in, out) -> {
            MonetaryAmount earned = statement(plan("1", flat("10%", "bookings")), payee(List.of(credit("1", "100"))))
                    .total();
            Held pending = held(
                    "{\"kind\": \"event\", \"measure\": \"cash\"}", "100%", earned, "2026-06-01", ReleaseDates.NONE);
            assertThat(Amounts.number(pending.amount()))
                    .isEqualByComparingTo(out.get("amount").asText());
            assertThat(out.get("date_before_payment").isNull()).isTrue();
            assertThat(pending.releasedOn()).isEmpty();
            assertThat(held(
                                    "{\"kind\": \"event\", \"measure\": \"cash\"}",
                                    "100%",
                                    earned,
                                    "2026-06-01",
                                    ReleaseDates.NONE.paidOn("2026-07-15"))
                            .releasedOn())
                    .contains(LocalDate.of(2026, 7, 15));
        });
        EXAMPLES.put("asc340-36", (in, out) -> {
            AmortizationSchedule years = schedule("15000.00", 36);
            assertThat(Amounts.number(years.lines().get(0).expense()))
                    .isCloseTo(figure(out, "m36"), org.assertj.core.data.Offset.offset(new BigDecimal("0.005")));
            assertThat(years.lines().get(35).expense()).isEqualTo(Amounts.of("416.55", "USD"));
            AmortizationSchedule two = schedule("8000.00", 24);
            assertThat(Amounts.number(two.lines().get(0).expense()))
                    .isCloseTo(figure(out, "m24"), org.assertj.core.data.Offset.offset(new BigDecimal("0.005")));
            AmortizationSchedule half = schedule("3000.00", 6);
            assertThat(half.isCapitalized()).isFalse();
            assertThat(Amounts.number(half.lines().get(0).expense())).isEqualByComparingTo(figure(out, "expensed"));
            for (AmortizationSchedule each : List.of(years, two, half)) {
                assertThat(Amounts.sum(
                                each.lines().stream()
                                        .map(AmortizationLine::expense)
                                        .toList(),
                                Monetary.getCurrency("USD")))
                        .isEqualTo(each.cost().amount());
            }
        });
        EXAMPLES.put("asc340-beancount", (in, out) -> {
            AmortizationSchedule schedule = schedule("2400.00", 24);
            assertThat(schedule.lines())
                    .extracting(line -> Amounts.number(line.expense()).stripTrailingZeros())
                    .containsOnly(figure(out, "monthly").stripTrailingZeros());
            assertThat(Amounts.number(AmortizationScheduler.of(policy())
                            .schedule(ContractCost.of("D-1", Amounts.of("2400.00", "USD"), "2026-01-01", 24)
                                    .withIncremental(false))
                            .orThrow()
                            .lines()
                            .get(0)
                            .expense()))
                    .isEqualByComparingTo("2400");
        });
        EXAMPLES.put("xactly-out-of-step", WorkedLedgerExamplesTest::outOfStep);
        EXAMPLES.put("zepys-prorata", (in, out) -> {
            MonetaryAmount commission = Amounts.of(in.get("commission").asText(), "USD");
            Credit sale = credit("1", "10000", "2026-01-01", "bookings");
            Statement cancelled = statement(
                    plan(
                            "1",
                            flat("10%", "bookings")
                                    + ", {\"kind\": \"clawback\", \"id\": \"unserved\", \"mode\": \"proRata\","
                                    + " \"months\": 12}"),
                    payee(List.of(
                            sale,
                            credit("2", "-10000", "2026-07-01", "bookings").withSource(sale.source()))));
            assertThat(Amounts.number(cancelled.total().subtract(commission)))
                    .isEqualByComparingTo(figure(out, "clawback"));
            Held later = held(
                    "{\"kind\": \"event\", \"measure\": \"cash\", \"after\": \"P30D\"}",
                    "30%",
                    commission,
                    "2026-01-01",
                    ReleaseDates.NONE);
            assertThat(Amounts.number(later.amount())).isEqualByComparingTo(figure(out, "later"));
            assertThat(Amounts.number(commission.subtract(later.amount()))).isEqualByComparingTo(figure(out, "now"));
        });
        EXAMPLES.put("kl-book", (in, out) -> {
            ResidualBook book = SalesOpsJson.read("""
                            {"newClients": 5, "fee": {"amount": "250", "currency": "USD"}, "rate": "10%", "churn": "0%"}""", ResidualBook.class).orThrow();
            ImmutableList<ResidualBook.Month> months = book.project(12, RoundingPolicy.halfUp());
            assertThat(Amounts.number(months.get(0).residual())).isEqualByComparingTo(figure(out, "m1"));
            assertThat(Amounts.number(months.get(11).residual())).isEqualByComparingTo(figure(out, "m12"));
            assertThat(months.get(11).active())
                    .isEqualTo(Rational.of(out.get("active12").asText()));
        });
    }

    /**
     * The source counts a booking only once a later batch fires the rule, and never those of the batch itself: the figures
     * follow where those bookings are credited to a measure of their own. Credited alike, all of them count, in any order.
     */
    private static void outOfStep(JsonNode in, JsonNode out) {
        List<Credit> counted = List.of(
                credit("jan", in.at("/jan/revenue").asText(), "2026-01-15", "attainment"),
                credit("feb", in.at("/feb/bookings").asText(), "2026-02-15", "attainment"),
                credit("mar-1", in.at("/mar_order1/revenue").asText(), "2026-03-10", "attainment"),
                credit("mar-2", in.at("/mar_order2/revenue").asText(), "2026-03-20", "attainment"));
        Credit left = credit("mar-1-b", in.at("/mar_order1/bookings").asText(), "2026-03-10", "bookings");
        CommissionPlan plan = plan(
                "1",
                "{\"kind\": \"tiered\", \"id\": \"revenue\", \"measure\": \"attainment\", \"mode\": \"marginal\","
                        + " \"tiers\": [{\"rate\": \"1%\"}]}");
        List<Credit> all = new ArrayList<>(counted);
        all.add(left);
        Statement source = statement(plan, payee(all));
        assertThat(used(source, "mar-1")).isEqualTo(percent(out, "used_after_order1"));
        assertThat(used(source, "mar-2")).isEqualTo(percent(out, "used_after_order2"));

        List<Credit> alike = new ArrayList<>(counted);
        alike.add(left.withMeasure("attainment"));
        Statement sound = statement(plan, payee(alike));
        Collections.reverse(alike);
        assertThat(used(sound, "mar-1-b")).isEqualTo(Rate.of("300%"));
        assertThat(used(sound, "mar-2")).isEqualTo(Rate.of("350%"));
        assertThat(statement(plan, payee(alike)).lines()).isEqualTo(sound.lines());
    }

    private static Rate used(Statement statement, String credit) {
        return statement.lines().stream()
                .filter(line -> line.credit().equals(CreditId.of(credit)))
                .map(StatementLine::attainmentAfter)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private static Rate percent(JsonNode out, String name) {
        return Rate.of(out.get(name).asText() + "%");
    }

    private static BigDecimal figure(JsonNode out, String name) {
        return new BigDecimal(out.get(name).asText());
    }

    private static String flat(String rate, String measure) {
        return "{\"kind\": \"flat\", \"id\": \"flat\", \"measure\": \"" + measure + "\", \"rate\": \"" + rate + "\"}";
    }

    private static CommissionPlan plan(String version, String rule) {
        return SalesOpsJson.read(
                        "{\"schema\": \"salesops/commission-plan/1\", \"id\": \"example\", \"version\": \"" + version
                                + "\", \"effective\": {\"from\": \"2026-01-01\", \"before\": \"2027-01-01\"},"
                                + " \"currency\": \"USD\", \"rules\": [" + rule + "]}",
                        CommissionPlan.class)
                .orThrow();
    }

    private static Credit credit(String id, String amount) {
        return credit(id, amount, "2026-06-01", "bookings");
    }

    private static Credit credit(String id, String amount, String date, String measure) {
        return Credit.of(id, "ana", date, Amounts.of(amount, "USD")).withMeasure(measure);
    }

    /** A payee with a quota of 100, so that 200 reads 200%. */
    private static PayeeYear payee(List<Credit> credits) {
        return PayeeYear.builder()
                .payee(PayeeId.of("ana"))
                .credits(credits)
                .addQuotas(Quota.builder()
                        .owner(RepId.of("ana"))
                        .measure("attainment")
                        .period(DateRange.of("2026-01-01", "2027-01-01"))
                        .amount(Amounts.of("100", "USD"))
                        .build())
                .build();
    }

    private static Statement statement(CommissionPlan plan, PayeeYear payee) {
        return CommissionCalculator.of(plan)
                .calculate(
                        new FiscalPeriod("FY2026", LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1)),
                        payee,
                        AsOf.date("2026-12-31"))
                .orThrow();
    }

    private static Held held(String release, String share, String earned, ReleaseDates dates) {
        return held(release, share, Amounts.of("100.00", "USD"), earned, dates);
    }

    private static Held held(String release, String share, MonetaryAmount amount, String earned, ReleaseDates dates) {
        HoldPolicy policy = SalesOpsJson.read(
                        "{\"schema\": \"salesops/hold-policy/1\", \"id\": \"example\", \"version\": \"1\","
                                + " \"rules\": [{\"share\": \"" + share + "\", \"release\": " + release
                                + ", \"on\": []}]}",
                        HoldPolicy.class)
                .orThrow();
        LocalDate on = LocalDate.parse(earned);
        FiscalPeriod month = new FiscalPeriod(
                "month", on.withDayOfMonth(1), on.withDayOfMonth(1).plusMonths(1));
        return HoldSchedule.of(policy)
                .held(List.of(new Earned("new-business", "D-1", month, on, amount)), Map.of("D-1", dates))
                .get(0);
    }

    private static String state(Held held, String on) {
        return held.isReleased(LocalDate.parse(on)) ? "released" : "held";
    }

    private static CapitalizationPolicy policy() {
        return SalesOpsJson.read("""
                        {"schema": "salesops/capitalization-policy/1", "id": "asc340", "version": "1",
                         "expenseUpToMonths": 12, "method": "months"}""", CapitalizationPolicy.class).orThrow();
    }

    private static AmortizationSchedule schedule(String amount, int months) {
        return AmortizationScheduler.of(policy())
                .schedule(ContractCost.of("D-1", Amounts.of(amount, "USD"), "2026-01-01", months))
                .orThrow();
    }

    /** A payee's months in stores in memory. */
    private static final class Books {
        private final InMemoryStores stores =
                InMemoryStores.create().with(CommissionStores::register).with(EventStores::register);

        void credit(String date, String amount) {
            CommissionPlan plan = plan("1", flat("50%", "bookings"));
            stores.get(Participants.class)
                    .save(
                            Participant.of(
                                    plan.id(),
                                    payee(List.of(WorkedLedgerExamplesTest.credit("C-1", amount, date, "bookings")))),
                            0);
        }

        PostedRun close(int month, String rate) {
            FiscalPeriod period = LedgerArbitraries.month(month);
            return CommissionRun.of(
                            PlanVersions.of(List.of(plan(rate, flat(rate, "bookings")))), RunPolicy.standard(), stores)
                    .close("close-" + month, period, AsOf.date(period.before().minusDays(1)), FINANCE, Execution.here())
                    .orThrow();
        }

        List<LedgerEntry> pay(int month) {
            List<LedgerEntry> due = Payouts.due(ledger(), LedgerArbitraries.month(month), "pay-" + month, FINANCE);
            Ledger ledger = stores.get(Ledger.class);
            for (LedgerEntry entry : due) {
                ledger.append(entry.payee(), ledger.last(entry.payee()), List.of(entry));
            }
            return due;
        }

        LedgerView ledger() {
            return LedgerView.of(stores.get(Ledger.class)
                    .scan(
                            io.salesops.core.criteria.Criteria.<LedgerEntry>all(),
                            found -> ImmutableList.<LedgerEntry>copyOf(found)));
        }
    }

    /** The rows that this class tests. */
    public static ImmutableSet<String> ids() {
        return ImmutableSet.copyOf(EXAMPLES.keySet());
    }

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        Map<String, JsonNode> rows = rows();
        return EXAMPLES.entrySet().stream()
                .map(example -> DynamicTest.dynamicTest(example.getKey(), () -> {
                    JsonNode row = checkNotNull(rows.get(example.getKey()));
                    String figures = row.get("consistent").asBoolean() ? "expected" : "recomputed";
                    example.getValue().holds(row.get("inputs"), row.get(figures));
                }));
    }

    @Test
    void everyExampleIsARow() throws IOException {
        assertThat(rows().keySet()).containsAll(ids());
    }

    private static Map<String, JsonNode> rows() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        Map<String, JsonNode> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(SharedData.file("commission/worked_examples.jsonl"))) {
            JsonNode row = mapper.readTree(line);
            rows.put(row.get("id").asText(), row);
        }
        return rows;
    }
}
