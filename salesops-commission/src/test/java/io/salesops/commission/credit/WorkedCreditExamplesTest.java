package io.salesops.commission.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableSet;
import io.salesops.commission.calc.CommissionCalculator;
import io.salesops.commission.calc.PayeeYear;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.quota.BlendedAmount;
import io.salesops.commission.quota.DatedAmount;
import io.salesops.commission.quota.DayBlend;
import io.salesops.commission.quota.PayeeQuota;
import io.salesops.commission.quota.QuotaBook;
import io.salesops.commission.quota.QuotaCalculator;
import io.salesops.commission.quota.QuotaFacts;
import io.salesops.commission.quota.QuotaPolicy;
import io.salesops.core.crm.Hierarchy;
import io.salesops.core.crm.Quota;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.Team;
import io.salesops.core.crm.TeamId;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.DatedRate;
import io.salesops.core.money.RateTable;
import io.salesops.core.money.Rational;
import io.salesops.core.testdata.NeedsData;
import io.salesops.core.testdata.SharedData;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalPeriod;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Published examples that crediting, quotas and periods answer, each as a definition in the library's own JSON. */
@NeedsData
public class WorkedCreditExamplesTest {
    private static final AsOf END = AsOf.date("2026-12-31");
    private static final Map<String, Example> EXAMPLES = new LinkedHashMap<>();

    /** What an example is computed to, by the row's inputs. */
    private interface Example {
        void holds(JsonNode inputs, JsonNode figures);
    }

    static {
        put("spiff-splits", (in, out) -> {
            JsonNode splits = in.get("splits");
            CreditRules rules = rules(shares(splits, "revenue") + ", {\"kind\": \"overlay\", \"id\": \"overlay\","
                    + " \"shares\": {" + percents(splits, "overlay") + "}}");
            Credits credits =
                    credit(rules, SalesOrg.none(), event("D", in.get("deal").asText()));
            assertThat(byPayee(credits)).containsOnlyKeys("A", "B");
            for (String payee : List.of("A", "B")) {
                assertThat(byPayee(credits).get(payee))
                        .isEqualByComparingTo(out.get(payee).asText());
            }
        });
        put("erpnext-contribution", (in, out) -> {
            List<String> shares = new ArrayList<>();
            for (int i = 0; i < in.get("team").size(); i++) {
                shares.add("\"p" + i + "\": \"" + in.get("team").get(i).get(0).asText() + "%\"");
            }
            CreditRules rules = rules(split("team", 100, "", String.join(", ", shares)));
            Credits credits =
                    credit(rules, SalesOrg.none(), event("D", in.get("eligible").asText()));
            for (int i = 0; i < out.size(); i++) {
                String rate = in.get("team").get(i).get(1).asText() + "%";
                assertThat(paid(credits, "p" + i, flat("bookings", rate)))
                        .isEqualByComparingTo(out.get(i).asText());
            }
        });
        put("erpnext-float-100", (in, out) -> {
            double lastFirst = 0;
            for (int i = in.get("team_pct").size() - 1; i >= 0; i--) {
                lastFirst += in.get("team_pct").get(i).asDouble();
            }
            List<String> shares = new ArrayList<>();
            for (JsonNode percent : in.get("team_pct")) {
                shares.add("\"p" + shares.size() + "\": \"" + percent.asText() + "%\"");
            }
            // Whether binary fractions refuse this sound split depends on the order in which they are summed.
            assertThat(lastFirst == 100.0 ? "taken" : "rejected").isEqualTo(out.asText());
            assertThat(CreditAllocator.check(rules(split("team", 100, "", String.join(", ", shares)))))
                    .isEmpty();
            shares.set(0, "\"p0\": \"14.30000000000001%\"");
            assertThat(CreditAllocator.check(rules(split("team", 100, "", String.join(", ", shares)))))
                    .extracting(Finding::code)
                    .containsExactly("commission.credit.shares");
        });
        put("expensify-42870", (in, out) -> {
            Team.Builder team = Team.builder().id(TeamId.of("eight")).name("eight");
            for (int i = 0; i < 8; i++) {
                team.addMembers(new Team.Membership(RepId.of("p" + i), DateRange.always()));
            }
            CreditRules rules =
                    rules("{\"kind\": \"split\", \"id\": \"all\", \"to\": {\"kind\": \"team\", \"team\": \"eight\"}}");
            Credits credits =
                    credit(rules, SalesOrg.builder().addTeams(team.build()).build(), event("D", "353.16"));
            List<Long> cents = byPayee(credits).values().stream()
                    .map(share -> share.movePointRight(2).longValueExact())
                    .sorted()
                    .toList();
            assertThat(cents).containsExactly(4414L, 4414L, 4414L, 4414L, 4415L, 4415L, 4415L, 4415L);
            assertThat(cents.stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(out.get("allocated_sum").asLong());
            long rounded = Rational.of(35316, 8).round(0, RoundingMode.HALF_UP).longValueExact();
            assertThat(8 * rounded).isEqualTo(out.get("naive_sum").asLong());
        });
        put("dokan-3324", (in, out) -> {
            CreditRules rules = rules(
                    split("order", 100, "", "\"admin\": \"30%\", \"vendor\": \"70%\""),
                    ", \"rounding\": {\"residue\": \"namedKey\", \"residueKey\": \"vendor\"}");
            Map<String, BigDecimal> shares = byPayee(credit(rules, SalesOrg.none(), event("D", "6.45")));
            assertThat(shares.get("admin"))
                    .isEqualByComparingTo(out.get("admin").asText());
            assertThat(shares.get("vendor"))
                    .isEqualByComparingTo(out.get("vendor").asText());
            assertThat(shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(out.get("sum").asText());
        });
        put("etendo-680", (in, out) -> {
            CreditRules rules = rules("{\"kind\": \"split\", \"id\": \"b\", \"priority\": 10, \"measure\": \"b\","
                    + " \"when\": {\"field\": \"product\", \"is\": \"B\"}, \"to\": {\"kind\": \"owner\"}},"
                    + " {\"kind\": \"split\", \"id\": \"all\", \"measure\": \"general\", \"to\": {\"kind\":"
                    + " \"owner\"}}");
            CreditEvent order =
                    event("D", "50").withLines(EventLine.of("1", "A", usd("20")), EventLine.of("2", "B", usd("30")));
            Credits credits = credit(rules, SalesOrg.none(), order);
            BigDecimal general = paid(credits, "ana", flat("general", "10%"));
            BigDecimal specific = paid(credits, "ana", flat("b", "50%"));
            assertThat(general).isEqualByComparingTo(out.get("A").asText());
            assertThat(specific).isEqualByComparingTo(out.get("B").asText());
            assertThat(general.add(specific))
                    .isEqualByComparingTo(out.get("total").asText());
        });
        put("ctp-9.2", (in, out) -> {
            CreditExchange exchange = read(
                    "{\"id\": \"market\", \"version\": \"1\", \"currency\":"
                            + " \"INR\", \"on\": {\"kind\": \"periodEnd\", \"calendar\": {}, \"period\":"
                            + " \"month\"}}",
                    CreditExchange.class);
            RateTable rates = RateTable.builder()
                    .id("market")
                    .addRates(rate("2025-12-31", "83"), rate("2026-01-31", "84.5"), rate("2026-02-28", "85"))
                    .build();
            Credit credit =
                    Credit.of("C-1", "ana", "2026-01-10", usd(in.get("usd").asText()));
            ConvertedCredits converted = CreditConverter.of(exchange).convert(List.of(credit), END.rates(rates));
            assertThat(Amounts.number(converted.credits().get(0).amount())).isEqualByComparingTo(out.asText());
            assertThat(converted.explain()).contains("84.5 of 2026-01-31");
        });
        put("tt-proration", (in, out) -> {
            LocalDate start = LocalDate.parse(in.get("start").asText());
            PayeeQuota quota = quota(
                    policy("month"), DateRange.of("2025-01-01", "2025-02-01"), "10000", DateRange.from(start), start);
            assertThat(quota.carried().value()).isEqualTo(Rational.of(17, 31));
            assertThat(quota.carried().value().round(6, RoundingMode.HALF_UP))
                    .isEqualByComparingTo(out.get("factor").asText());
            near(quota.quota().amount(), out.get("quota"), "0.01");
            BigDecimal percent = quota.attainment(usd("6000"))
                    .rate()
                    .orElseThrow()
                    .value()
                    .times(Rational.of(100))
                    .round(6, RoundingMode.HALF_UP);
            assertThat(percent)
                    .isCloseTo(new BigDecimal(out.get("attainment_pct").asText()), within(new BigDecimal("0.01")));
        });
        put("masters-prorate-year", (in, out) -> {
            DateRange year = DateRange.of("2025-01-01", "2026-01-01");
            LocalDate start = LocalDate.parse("2025-06-01");
            near(
                    quota(policy("year"), year, "800000", DateRange.from(start), start)
                            .quota()
                            .amount(),
                    out.get("quota"),
                    "0.01");
            BlendedAmount variable = DayBlend.of(policy("year"))
                    .blend(year, List.of(new DatedAmount(DateRange.from(start), usd("75000"))))
                    .orThrow();
            near(variable.amount(), out.get("variable"), "0.01");
        });
        put("metasfresh-same", (in, out) -> {
            int levels = in.get("levels").asInt();
            String same = String.join(", ", Collections.nCopies(levels - 1, "\"10%\""));
            CreditRules rules = rules(
                    "{\"kind\": \"split\", \"id\": \"owner\", \"to\": {\"kind\": \"owner\"}}",
                    ", \"rollUps\": [{\"id\": \"override\", \"levels\": " + (levels - 1) + ", \"own\": \"10%\","
                            + " \"shares\": [" + same + "], \"mode\": \"differential\", \"measure\": \"override\"}]");
            Hierarchy.Builder chain = Hierarchy.builder();
            List<String> names = List.of("ana", "m1", "m2", "m3", "m4", "m5");
            for (int i = 0; i + 1 < levels; i++) {
                chain.addLinks(new Hierarchy.Reporting(
                        RepId.of(names.get(i)), RepId.of(names.get(i + 1)), DateRange.always()));
            }
            Credits credits =
                    credit(rules, SalesOrg.builder().hierarchy(chain.build()).build(), event("D", "100"));
            for (int i = 0; i < levels; i++) {
                assertThat(paid(credits, names.get(i), flat("override", "100%")))
                        .isEqualByComparingTo(out.get(i).asText());
            }
        });
        put("oca-biweekly", (in, out) -> {
            QuotaPolicy policy = read(
                    "{\"schema\": \"salesops/quota-policy/1\", \"id\": \"oca\", \"version\": \"1\","
                            + " \"periods\": {\"calendar\": {}, \"every\": \"halfMonth\"}}",
                    QuotaPolicy.class);
            LocalDate upTo = LocalDate.parse("2022-02-01");
            Set<FiscalPeriod> settled = Stream.of("2022-01-01", "2022-01-16", "2022-01-31")
                    .map(LocalDate::parse)
                    .map(policy.periods()::periodOf)
                    .filter(period -> !period.before().isAfter(upTo))
                    .collect(Collectors.toSet());
            assertThat(settled).hasSize(out.asInt());
        });
    }

    /** The rows that these tests answer. */
    public static ImmutableSet<String> ids() {
        return ImmutableSet.copyOf(EXAMPLES.keySet());
    }

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        Map<String, JsonNode> rows = new TreeMap<>();
        for (String line : Files.readAllLines(SharedData.file("commission/worked_examples.jsonl"))) {
            JsonNode row = new ObjectMapper().readTree(line);
            rows.put(row.get("id").asText(), row);
        }
        return ids().stream()
                .map(id -> DynamicTest.dynamicTest(id, () -> {
                    JsonNode row = rows.get(id);
                    Example example = EXAMPLES.get(id);
                    assertThat(row).as("row of the data").isNotNull();
                    if (row != null && example != null) {
                        example.holds(row.get("inputs"), row.get("recomputed"));
                    }
                }));
    }

    private static void put(String id, Example example) {
        if (EXAMPLES.put(id, example) != null) {
            throw new IllegalStateException("two tests for " + id);
        }
    }

    private static String shares(JsonNode payees, String name) {
        return split("deal", 100, "", percents(payees, name));
    }

    private static String percents(JsonNode payees, String name) {
        List<String> shares = new ArrayList<>();
        payees.properties().forEach(payee -> {
            if (payee.getValue().has(name)) {
                shares.add("\"" + payee.getKey() + "\": \""
                        + payee.getValue().get(name).asText() + "%\"");
            }
        });
        return String.join(", ", shares);
    }

    private static String split(String id, int priority, String when, String shares) {
        return "{\"kind\": \"split\", \"id\": \"" + id + "\", \"priority\": " + priority + when
                + ", \"to\": {\"kind\": \"shares\", \"shares\": {" + shares + "}}}";
    }

    private static CreditRules rules(String rules) {
        return rules(rules, "");
    }

    private static CreditRules rules(String rules, String more) {
        return read(
                "{\"schema\": \"salesops/credit-rules/1\", \"id\": \"example\", \"version\": \"1\", \"rules\": ["
                        + rules + "]" + more + "}",
                CreditRules.class);
    }

    private static QuotaPolicy policy(String every) {
        return read(
                "{\"schema\": \"salesops/quota-policy/1\", \"id\": \"example\", \"version\": \"1\", \"days\":"
                        + " \"inclusive\", \"periods\": {\"calendar\": {},"
                        + " \"every\": \"" + every + "\"}}",
                QuotaPolicy.class);
    }

    private static <T> T read(String json, Class<T> type) {
        return SalesOpsJson.read(json, type).orThrow();
    }

    private static CreditEvent event(String id, String dollars) {
        return CreditEvent.of(id, "ana", "2026-03-31", usd(dollars));
    }

    private static Credits credit(CreditRules rules, SalesOrg org, CreditEvent... events) {
        Credits credits = CreditAllocator.of(rules).credit(List.of(events), org, END);
        assertThat(credits.findings()).isEmpty();
        return credits;
    }

    private static Map<String, BigDecimal> byPayee(Credits credits) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        credits.credits()
                .forEach(
                        credit -> sums.merge(credit.payee().value(), Amounts.number(credit.amount()), BigDecimal::add));
        return sums;
    }

    private static String flat(String measure, String rate) {
        return "{\"kind\": \"flat\", \"id\": \"flat\", \"measure\": \"" + measure + "\", \"rate\": \"" + rate + "\"}";
    }

    /** What a payee earns under a plan of one rule in 2026. */
    private static BigDecimal paid(Credits credits, String payee, String rule) {
        CommissionPlan plan = read(
                "{\"schema\": \"salesops/commission-plan/1\", \"id\": \"example\", \"version\": \"1\","
                        + " \"effective\": {\"from\": \"2026-01-01\", \"before\": \"2027-01-01\"},"
                        + " \"currency\": \"USD\", \"rules\": [" + rule + "]}",
                CommissionPlan.class);
        PayeeYear year = PayeeYear.builder()
                .payee(PayeeId.of(payee))
                .credits(credits.of(PayeeId.of(payee)))
                .build();
        FiscalPeriod fy = new FiscalPeriod("FY2026", LocalDate.parse("2026-01-01"), LocalDate.parse("2027-01-01"));
        return Amounts.number(
                CommissionCalculator.of(plan).calculate(fy, year, END).orThrow().total());
    }

    private static PayeeQuota quota(
            QuotaPolicy policy, DateRange period, String dollars, DateRange employed, LocalDate on) {
        Quota agreed = Quota.builder()
                .owner(RepId.of("ana"))
                .measure("bookings")
                .period(period)
                .amount(usd(dollars))
                .build();
        QuotaFacts facts = QuotaFacts.builder()
                .owner(RepId.of("ana"))
                .measure("bookings")
                .quotas(QuotaBook.of(agreed))
                .employed(employed)
                .build();
        return QuotaCalculator.of(policy).quota(facts, on, AsOf.date(on)).orThrow();
    }

    private static void near(MonetaryAmount amount, JsonNode figure, String tolerance) {
        assertThat(Amounts.number(amount))
                .isCloseTo(new BigDecimal(figure.asText()), within(new BigDecimal(tolerance)));
    }

    private static DatedRate rate(String date, String rate) {
        return DatedRate.builder()
                .from(Monetary.getCurrency("USD"))
                .to(Monetary.getCurrency("INR"))
                .date(LocalDate.parse(date))
                .rate(Rational.of(rate))
                .source("example")
                .build();
    }

    private static MonetaryAmount usd(String number) {
        return Amounts.of(number, "USD");
    }
}
