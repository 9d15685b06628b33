package io.salesops.commission.calc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.statement.Statement;
import io.salesops.commission.statement.TierPortion;
import io.salesops.core.crm.Quota;
import io.salesops.core.crm.RepId;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Published examples that flat and tiered rules, gates and caps answer, each as a plan in the library's own JSON.
 *
 * <p>Where an example states bounds as amounts, its quota is 100, so that 1,000 reads 1000%. Where it states a bonus on
 * target, the quota is the bonus, so that a multiplier of 1.4 reads 140%.
 */
@NeedsData
class WorkedExamplesTest {
    private static final DateRange YEAR = DateRange.of("2026-01-01", "2027-01-01");
    private static final FiscalPeriod FY2026 =
            new FiscalPeriod("FY2026", LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1));
    private static final String TARGET = "bookings";

    /** What an example is computed to, by the row's inputs. */
    private interface Example {
        void holds(JsonNode inputs, JsonNode figures);
    }

    private static final Map<String, Example> EXAMPLES = new LinkedHashMap<>();

    static {
        String oracleSteps = tiers("marginal", "1000%:1%", "3000%:2%", "8000%:3%", "20000%:5%", ":0%");
        put("oracle-step-individual", (in, out) -> {
            each(oracleSteps, "100", in.get("transactions"), out.get("per_tx"));
            BigDecimal sum = BigDecimal.ZERO;
            for (JsonNode amount : in.get("transactions")) {
                sum = sum.add(paid(oracleSteps, "100", amount.asText()));
            }
            assertThat(sum).isEqualByComparingTo(out.get("total").asText());
        });
        put(
                "oracle-flat-nonsplit-amount",
                (in, out) -> each(
                        tiers("retroactive", "10000%:1%", "50000%:2%", ":3%"), "100", in.get("transactions"), out));
        put(
                "oracle-step-split-amount",
                (in, out) ->
                        each(tiers("marginal", "10000%:1%", "50000%:2%", ":3%"), "100", in.get("transactions"), out));
        put("oracle-24b-split-trace", (in, out) -> {
            var line = statement(
                            plan(tiers("marginal", "1000%:1%", "5000%:2%", "10000%:3%", ":0%")),
                            "100",
                            in.get("input").asText())
                    .lines()
                    .get(0);
            assertThat(line.blendedRate().orElseThrow().value()).isEqualTo(percent(out, "blended_rate_pct"));
            List<Rational> shares = line.tiers().stream()
                    .map(tier -> tier.share(line.credited()).orElseThrow().value())
                    .toList();
            assertThat(shares).containsExactly(percent(out, "tier1_share_pct"), percent(out, "tier2_share_pct"));
        });
        put("spiff-mamount", (in, out) -> {
            Statement statement = statement(
                    plan(tiers("marginal", "150000%:4%", "250000%:6%", ":8%")),
                    "100",
                    in.get("prior_arr").asText(),
                    in.get("deal").asText());
            assertThat(statement.lines().get(1).amount().getNumber().numberValueExact(BigDecimal.class))
                    .isEqualByComparingTo(out.get("commission").asText());
            assertThat(statement.lines().get(1).blendedRate().orElseThrow().value())
                    .isEqualTo(Rational.of(out.get("blended_rate").asText()));
        });
        put("xactly-printers", (in, out) -> {
            Statement statement = statement(
                    plan(tiers("retroactive", "50%:2%", "100%:3%", "125%:4%", ":5%")),
                    "1500000",
                    in.get("ytd_credit").asText(),
                    in.get("order").asText());
            assertThat(statement.lines().get(1).attainmentBefore().orElseThrow().value())
                    .isEqualTo(percent(out, "attainment_pct"));
        });
        put(
                "excelforum-accelerator",
                (in, out) -> parts(
                        tiers("marginal", "100%:5%", "125%:6%", ":7%"),
                        "100000",
                        in.get("sales").asText(),
                        out));
        put("excelguru-tiers", (in, out) -> {
            List<TierPortion> tiers = statement(
                            plan(tiers("marginal", "100%:0%", "125%:125%", "150%:150%", ":0%")),
                            in.get("quota").asText(),
                            in.get("performance").asText())
                    .lines()
                    .get(0)
                    .tiers();
            assertThat(Amounts.number(tiers.get(1).base()))
                    .isEqualByComparingTo(out.get("t1_eligible").asText());
            assertThat(Amounts.number(tiers.get(1).pays()))
                    .isEqualByComparingTo(out.get("t1").asText());
            assertThat(Amounts.number(tiers.get(2).base()))
                    .isEqualByComparingTo(out.get("t2_eligible").asText());
            assertThat(Amounts.number(tiers.get(2).pays()))
                    .isEqualByComparingTo(out.get("t2").asText());
        });
        put(
                "sparrow-nonretro",
                (in, out) -> parts(
                        tiers("marginal", "300000%:3%", "500000%:5%", ":7%"),
                        "100",
                        in.get("sales").asText(),
                        out));
        put("sparrow-retro", (in, out) -> {
            CommissionPlan upper =
                    plan(", \"conventions\": {\"tie\": \"upperTier\"}", tiers("retroactive", "100%:5%", ":7%"));
            for (int i = 0; i < out.size(); i++) {
                assertThat(number(statement(
                                upper, "1000000", in.get("sales").get(i).asText())))
                        .isEqualByComparingTo(out.get(i).asText());
            }
        });
        put(
                "salescookie-noncumulative",
                (in, out) -> attained(
                        tiers("retroactive", "100%:6%", "150%:8%", ":10%"),
                        in,
                        "attainment_pct",
                        in.get("quota").asText(),
                        out));
        put(
                "salescookie-cumulative",
                (in, out) -> attained(
                        tiers("marginal", "100%:6%", "150%:8%", ":10%"),
                        in,
                        "attainment_pct",
                        in.get("quota").asText(),
                        out));
        put("mytime-period-tiers", (in, out) -> {
            String rule = tiers("marginal", "500%:25%", "3000%:30%", ":40%");
            each(rule, "100", in.get("cycles"), out.get("per_cycle"));
        });
        put("getcarvd-wrong-tier", (in, out) -> {
            attained(
                    tiers("marginal", "100%:9%", "125%:13.5%", ":18%"),
                    in,
                    "attainment_pct",
                    in.get("quota").asText(),
                    out.get("marginal"));
            attained(
                    tiers("retroactive", "100%:9%", "125%:13.5%", ":18%"),
                    in,
                    "attainment_pct",
                    in.get("quota").asText(),
                    out.get("error_all_at_top"));
        });
        put("nimble-retro-units", (in, out) -> {
            String[] units = new String[in.get("units").asInt()];
            java.util.Arrays.fill(units, in.get("unit_value").asText());
            assertThat(number(statement(plan(tiers("retroactive", "1000%:10%", "2000%:15%", ":20%")), "100", units)))
                    .isEqualByComparingTo(out.asText());
        });
        String[] booking = {"100%:60%", "120%:84%", ":96%"};
        String[] collection = {"100%:40%", "120%:56%", ":64%"};
        for (String id : List.of("ctp-1.1", "ctp-1.3")) {
            put(id, (in, out) -> {
                attained(
                        tiers("marginal", "100%:100%", "120%:140%", ":160%"),
                        in,
                        "attainment_pct",
                        "20000",
                        out.get("vp"));
                attained(tiers("marginal", booking), in, "attainment_pct", "20000", out.get("booking"));
                attained(tiers("marginal", collection), in, "attainment_pct", "20000", out.get("collection"));
            });
        }
        put("ctp-1.4", (in, out) -> {
            attained(tiers("marginal", "100%:100%", ":140%"), in, "new_arr_att", "12000", out.get("new"));
            attained(tiers("marginal", "100%:75%", ":105%"), in, "new_arr_att", "12000", out.get("new_booking"));
            attained(tiers("marginal", "100%:25%", ":35%"), in, "new_arr_att", "12000", out.get("new_collection"));
            String gated = tiers("marginal", "100%:100%", ":120%") + ", " + gate("95%", "marginal");
            attained(gated, in, "closing_att", "8000", out.get("closing"));
        });
        put(
                "ctp-1.5",
                (in, out) -> attained(
                        tiers("marginal", "100%:100%", ":120%") + ", " + gate("95%", "marginal"),
                        in,
                        "attainment_pct",
                        "8000",
                        out));
        put(
                "ctp-1.6",
                (in, out) -> attained(
                        tiers("marginal", ":100%") + ", " + gate("95%", "marginal"),
                        in,
                        "attainment_pct",
                        "15000",
                        out));
        put("ctp-2.1", (in, out) -> {
            attained(flat("100%"), in, "attainment_pct", "10000", out.get("vp"));
            attained(flat("75%"), in, "attainment_pct", "10000", out.get("booking"));
            attained(flat("25%"), in, "attainment_pct", "10000", out.get("year_end"));
        });
        put("ctp-3.1", (in, out) -> {
            BigDecimal fresh = at(tiers("marginal", "100%:100%", "120%:160%", ":200%"), "125", "18000");
            BigDecimal closing = at(tiers("marginal", "95%:100%", "100%:100%", ":120%"), "105", "12000");
            assertThat(fresh).isEqualByComparingTo(out.get("new").asText());
            assertThat(closing).isEqualByComparingTo(out.get("closing").asText());
            assertThat(fresh.add(closing)).isEqualByComparingTo(out.get("total").asText());
        });
        put(
                "ctp-4.3",
                (in, out) -> assertThat(
                                paid(flat("1.5%"), "100", in.get("amount").asText()))
                        .isEqualByComparingTo(out.asText()));
        put(
                "ctp-10.1",
                (in, out) -> assertThat(number(statement(
                                plan(", \"conventions\": {\"zeroQuota\": \"isZero\"}", tiers("marginal", ":5%")),
                                in.get("target").asText(),
                                in.get("actual").asText())))
                        .isEqualByComparingTo(out.asText()));
        put("marginal-vs-step-110", (in, out) -> {
            attained(tiers("marginal", "100%:100%", ":140%"), in, "attainment_pct", "50000", out.get("marginal"));
            attained(tiers("retroactive", "100%:100%", ":140%"), in, "attainment_pct", "50000", out.get("single"));
        });
        put(
                "tt-no-accel",
                (in, out) -> assertThat(paid(
                                flat(in.get("rate").asText()),
                                in.get("quota").asText(),
                                in.get("revenue").asText()))
                        .isEqualByComparingTo(out.asText()));
        put("kl-month1", (in, out) -> {
            assertThat(paid(flat("50%"), "100", "2500"))
                    .isEqualByComparingTo(out.get("setup").asText());
            assertThat(paid(flat("50%"), "100", "2500").add(paid(flat("60%"), "100", "250")))
                    .isEqualByComparingTo(out.get("total").asText());
        });
        put(
                "cf-negative",
                (in, out) -> assertThat(paid(flat("10%"), "100", in.get("sale").asText()))
                        .isEqualByComparingTo(out.asText()));
        put(
                "cf-decimal",
                (in, out) -> assertThat(paid(flat("7.5%"), "100", in.get("sale").asText()))
                        .isEqualByComparingTo(out.asText()));
        put("cf-basis", (in, out) -> {
            assertThat(paid(flat("10%"), "100", "10000"))
                    .isEqualByComparingTo(out.get("gross").asText());
            assertThat(paid(flat("10%"), "100", "8000"))
                    .isEqualByComparingTo(out.get("net").asText());
        });
        put(
                "adempiere-1628",
                (in, out) -> assertThat(number(statement(plan(flat("4%")), "100", "1000", "-200")))
                        .isEqualByComparingTo(out.get("correct").asText()));
        put(
                "oca-section",
                (in, out) -> each(tiers("retroactive", "15000%:0%", "16000%:20%", ":0%"), "100", in.get("bases"), out));
        put("prowi-override-threshold", (in, out) -> {
            assertThat(paid(flat("3%"), "100", "300000"))
                    .isEqualByComparingTo(out.get("first_dollar").asText());
            assertThat(paid(tiers("marginal", ":3%") + ", " + gate("100%", "marginal"), "225000", "300000"))
                    .isEqualByComparingTo(out.get("threshold").asText());
        });
        String curve = tiers("marginal", "70%:0%", "100%:10/3", ":200%")
                + ", {\"kind\": \"cap\", \"id\": \"cap\", \"limit\": \"20000\"}";
        for (String id : List.of("bonuspay-curve", "bonuspay-cap")) {
            put(id, (in, out) -> {
                for (int i = 0; i < out.size(); i++) {
                    assertThat(at(curve, in.get("attainment_pct").get(i).asText(), "10000"))
                            .isEqualByComparingTo(out.get(i).asText());
                }
            });
        }
        put("shockwave-linear", (in, out) -> attained(flat("1/12"), in, "attainment_pct", "150000", out));
        put(
                "quotapath-insurance",
                (in, out) -> assertThat(paid(
                                tiers("marginal", "50%:0%", "100%:10%", ":15%"),
                                "20000",
                                in.get("sales").asText()))
                        .isEqualByComparingTo(out.asText()));
    }

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        Map<String, JsonNode> rows = rows();
        return EXAMPLES.entrySet().stream()
                .map(example -> DynamicTest.dynamicTest(example.getKey(), () -> {
                    JsonNode row = rows.get(example.getKey());
                    assertThat(row).as("row of the data").isNotNull();
                    if (row != null) {
                        example.getValue().holds(row.get("inputs"), row.get("recomputed"));
                    }
                }));
    }

    @Test
    void noExampleIsLostUnseen() throws IOException {
        Map<String, JsonNode> rows = rows();

        assertThat(rows).hasSize(87);
        assertThat(EXAMPLES).hasSize(37);
        assertThat(rows.keySet()).containsAll(EXAMPLES.keySet());
    }

    private static void put(String id, Example example) {
        if (EXAMPLES.put(id, example) != null) {
            throw new IllegalStateException("two tests for " + id);
        }
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

    private static Rational percent(JsonNode figures, String name) {
        return Rational.of(figures.get(name).asText()).dividedBy(Rational.of(100));
    }

    /** A tiered rule from {@code "upTo:rate"}; the last has no bound. */
    private static String tiers(String mode, String... tiers) {
        List<String> table = new ArrayList<>();
        for (String tier : tiers) {
            String[] parts = tier.split(":", -1);
            String bound = parts[0].isEmpty() ? "" : "\"upTo\": \"" + parts[0] + "\", ";
            table.add("{" + bound + "\"rate\": \"" + parts[1] + "\"}");
        }
        return "{\"kind\": \"tiered\", \"id\": \"tiers\", \"measure\": \"" + TARGET + "\", \"mode\": \"" + mode
                + "\", \"tiers\": [" + String.join(", ", table) + "]}";
    }

    private static String flat(String rate) {
        return "{\"kind\": \"flat\", \"id\": \"flat\", \"measure\": \"" + TARGET + "\", \"rate\": \"" + rate + "\"}";
    }

    private static String gate(String atLeast, String mode) {
        return "{\"kind\": \"gate\", \"id\": \"gate\", \"measure\": \"" + TARGET + "\", \"atLeast\": \"" + atLeast
                + "\", \"mode\": \"" + mode + "\"}";
    }

    private static CommissionPlan plan(String rules) {
        return plan("", rules);
    }

    private static CommissionPlan plan(String more, String rules) {
        return SalesOpsJson.read(
                        "{\"schema\": \"salesops/commission-plan/1\", \"id\": \"example\", \"version\": \"1\","
                                + " \"effective\": {\"from\": \"2026-01-01\", \"before\": \"2027-01-01\"},"
                                + " \"currency\": \"USD\", \"rules\": [" + rules + "]" + more + "}",
                        CommissionPlan.class)
                .orThrow();
    }

    private static Statement statement(CommissionPlan plan, String quota, String... amounts) {
        PayeeYear.Builder payee = PayeeYear.builder()
                .payee(PayeeId.of("ana"))
                .addQuotas(Quota.builder()
                        .owner(RepId.of("ana"))
                        .measure(TARGET)
                        .period(YEAR)
                        .amount(Amounts.of(quota, "USD"))
                        .build());
        for (int i = 0; i < amounts.length; i++) {
            payee.addCredits(Credit.of(String.format("C-%03d", i), "ana", "2026-06-01", Amounts.of(amounts[i], "USD")));
        }
        return CommissionCalculator.of(plan)
                .calculate(FY2026, payee.build(), AsOf.date("2026-12-31"))
                .orThrow();
    }

    private static BigDecimal number(Statement statement) {
        return Amounts.number(statement.total());
    }

    private static BigDecimal paid(String rules, String quota, String amount) {
        return number(statement(plan(rules), quota, amount));
    }

    /** The pay at an attainment in percent of the quota. */
    private static BigDecimal at(String rules, String attainment, String quota) {
        BigDecimal amount =
                new BigDecimal(attainment).multiply(new BigDecimal(quota)).movePointLeft(2);
        return paid(rules, quota, amount.toPlainString());
    }

    private static void attained(String rules, JsonNode inputs, String attainment, String quota, JsonNode expected) {
        assertThat(at(rules, inputs.get(attainment).asText(), quota)).isEqualByComparingTo(expected.asText());
    }

    /** Each amount by itself, as if it were a year of its own. */
    private static void each(String rules, String quota, JsonNode amounts, JsonNode expected) {
        assertThat(amounts.size()).isEqualTo(expected.size());
        for (int i = 0; i < amounts.size(); i++) {
            assertThat(paid(rules, quota, amounts.get(i).asText()))
                    .as(amounts.get(i).asText())
                    .isEqualByComparingTo(expected.get(i).asText());
        }
    }

    private static void parts(String rules, String quota, String amount, JsonNode expected) {
        Statement statement = statement(plan(rules), quota, amount);
        assertThat(number(statement)).isEqualByComparingTo(expected.get("total").asText());
        List<TierPortion> tiers = statement.lines().get(0).tiers();
        for (int i = 0; i < tiers.size(); i++) {
            assertThat(Amounts.number(tiers.get(i).pays()))
                    .isEqualByComparingTo(expected.get("parts").get(i).asText());
        }
    }
}
