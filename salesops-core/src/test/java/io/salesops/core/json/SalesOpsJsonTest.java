package io.salesops.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Quota;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Quantity;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import io.salesops.core.finding.Severity;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SalesOpsJsonTest {

    @Test
    void namesEverythingThatIsWrongWithItsPlace() {
        String text = """
                {"idd": "A-17",
                 "name": null,
                 "name": "Acme",
                 "employees": 1.5,
                 "revenue": {"amount": "x", "currency": "EURO"},
                 "custom": {"tier": {"kind": "txt", "value": "a"}},
                 "address": []}""";
        assertThat(SalesOpsJson.read("a.json", new StringReader(text), Account.class)
                        .findings())
                .extracting(Finding::text)
                .containsExactly(
                        "a.json line 1, column 1: error json.field.missing /id: 'id' is missing",
                        "a.json line 1, column 2: error json.field.unknown /idd: unknown field 'idd'. Maybe 'id'.",
                        "a.json line 2, column 10: error json.value.null /name: expected a text, found null",
                        "a.json line 3, column 2: error json.key.duplicate /name: 'name' stands on line 2 as well",
                        "a.json line 4, column 15: error json.value.invalid /employees: 1.5 is not a whole number",
                        "a.json line 5, column 24: error json.value.invalid /revenue/amount: no decimal: 'x'."
                                + " Maybe write it like 59.97, with a decimal point.",
                        "a.json line 5, column 41: error json.value.invalid /revenue/currency: unknown currency 'EURO'."
                                + " Maybe use an ISO 4217 code such as EUR.",
                        "a.json line 6, column 30: error json.kind.unknown /custom/tier/kind: unknown kind 'txt'."
                                + " Maybe 'text'.",
                        "a.json line 7, column 13: error json.value.invalid /address: expected an object, found a list");
    }

    @Test
    void reportsWhatAllChecksRefuseBesideOtherFaults() {
        String text = """
                [{"reason": "open", "count": 0, "examples": ["a"]},
                 {"reason": "lost", "count": 1, "examples": [], "note": ""},
                 {"reason": "won", "count": 1, "examples": ["a", "b"]}]""";
        assertThat(SalesOpsJson.readAll(text, Omission.class).findings())
                .extracting(finding -> finding.code() + " " + finding.path() + " "
                        + finding.location().orElseThrow().line())
                .containsExactly("json.value.refused /0 1", "json.field.unknown /1/note 2", "json.value.refused /2 3");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                          | json.field.missing /count, json.field.missing /examples, json.field.missing /reason",
                "{\"reason\":\"x\",\"count\":null,\"examples\":[]} | json.value.null /count",
                "{\"reason\":\"x\",\"count\":\"1\",\"examples\":[]} | json.value.invalid /count",
                "{\"reason\":7,\"count\":1,\"examples\":[null]}  | json.value.invalid /reason, json.value.null /examples/0",
                "{\"reason\":\"x\",\"count\":9223372036854775808,\"examples\":[]} | json.value.invalid /count",
                "{\"reason\":\"x\",\"count\":1e3,\"examples\":[]} | json.value.invalid /count",
                "null                                        | json.value.null ",
                "[]                                          | json.value.invalid "
            })
    void aRecordNeverTakesNullOrZeroForWhatIsAbsent(String text, String expected) {
        assertThat(SalesOpsJson.read(text, Omission.class).findings().stream()
                        .map(finding -> finding.code() + " " + finding.path())
                        .sorted()
                        .toList())
                .containsExactlyInAnyOrder(
                        expected.endsWith("null") || expected.endsWith("invalid")
                                ? new String[] {expected + " "}
                                : expected.split(", "));
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(
            strings = {"2026-13-01", "2026-1-1", "", " 2026-01-01", "2026-01-01T00:00:00Z", "31/12/2026", "2025-02-29"})
    void refusesWhatIsNoDate(String date) {
        assertThat(SalesOpsJson.read(SalesOpsJson.write(date), LocalDate.class).findings())
                .extracting(Finding::code)
                .containsExactly("json.value.invalid");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "0.1, 0.1",
        "'\"0.10\"', 0.10",
        "1e2, 1E+2",
        "-0.0, 0.0",
        "12345678901234567890.123456789, 12345678901234567890.123456789"
    })
    void readsDecimalsDigitForDigit(String text, BigDecimal expected) {
        assertThat(SalesOpsJson.read(text, BigDecimal.class).orThrow()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"0.05, 5%", "'\"12.5%\"', 12.5%", "'\"1/3\"', 1/3"})
    void readsRatesFromTextAndNumber(String text, String expected) {
        assertThat(SalesOpsJson.read(text, Rate.class).orThrow()).isEqualTo(Rate.of(expected));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"0.0", "-0.0", "0.1", "2.0E-3", "1.0E23", "2.0E23", "4.9E-324", "1.7976931348623157E308"})
    void readsDoublesBackBitForBit(String text) {
        double value = Double.parseDouble(text);
        assertThat(SalesOpsJson.read(SalesOpsJson.write(value), Double.class).orThrow())
                .isEqualTo(value);
    }

    @Test
    void writesTheShortestDouble() {
        assertThat(SalesOpsJson.write(2.0E-3)).isEqualTo("0.002");
        assertThat(SalesOpsJson.write(Double.parseDouble("2E23"))).isEqualTo("2.0E23");
    }

    @ParameterizedTest(name = "''{0}''")
    @CsvSource(
            delimiter = '|',
            value = {
                "''                       | json.text.empty",
                "'  '                     | json.text.empty",
                "'{\"reason\": \"x\"'     | json.text.malformed",
                "'{\"reason\" \"x\"}'     | json.text.malformed",
                "'{\"count\": NaN}'       | json.text.malformed",
                "'{\"count\": 01}'        | json.text.malformed",
                "'{} {}'                  | json.text.trailing",
                "'{} x'                   | json.text.trailing",
                "'{\"reason\": \"\\u0\"}' | json.text.malformed",
                "'// no comment'          | json.text.malformed"
            })
    void refusesWhatIsNoJson(String text, String code) {
        assertThat(SalesOpsJson.read(text, Omission.class).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(code);
                    assertThat(finding.location()).isPresent();
                });
    }

    @Test
    void endsHostileTextsInFindings() {
        String deep = "[".repeat(1_000_000);
        String objects = "{\"parts\":[".repeat(100_000);
        String huge = "\"" + "x".repeat(10_000_000) + "\"";
        String digits = "9".repeat(100_000);
        for (String text : ImmutableList.of(deep, objects, huge, digits, "{\"" + "k".repeat(1_000_000) + "\":1}")) {
            assertThat(SalesOpsJson.read(text, Explanation.class).findings())
                    .extracting(Finding::code)
                    .containsExactly("json.text.limit");
        }
        for (String number : ImmutableList.of("1e1000000000", "\"1e1000000000\"", "1e-1000000000", "-1E+2147483647")) {
            for (Class<?> type :
                    ImmutableList.of(BigDecimal.class, Rate.class, Long.class, Integer.class, LocalDate.class)) {
                assertThat(SalesOpsJson.read(number, type).findings())
                        .as(number + " as " + type)
                        .extracting(Finding::code)
                        .containsExactly("json.value.invalid");
            }
        }
        assertThat(SalesOpsJson.read("1e1000000000", Double.class).value()).isEmpty();
        assertThat(SalesOpsJson.read(
                                "{\"amount\":\"1e1000000000\",\"currency\":\"EUR\"}", javax.money.MonetaryAmount.class)
                        .value())
                .isEmpty();
    }

    @Test
    void namesAHundredThousandUnknownFields() {
        StringBuilder text = new StringBuilder("{\"reason\":\"x\",\"count\":1,\"examples\":[]");
        for (int i = 0; i < 100_000; i++) {
            text.append(",\"field").append("x".repeat(50)).append(i).append("\":1");
        }
        assertThat(SalesOpsJson.read(text.append('}').toString(), Omission.class)
                        .findings())
                .hasSize(100_000);
    }

    @Test
    void saysThatAByteOrderMarkWasThere() {
        Checked<Rate> read = SalesOpsJson.read("\uFEFF\"5%\"", Rate.class);
        assertThat(read.orThrow()).isEqualTo(Rate.ofPercent(5));
        assertThat(read.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("json.text.mark");
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
        });
    }

    @Test
    void listsKeepTheKindOfTheirMembers() {
        ImmutableList<Explanation> explanations = ImmutableList.of(
                new Explanation.Sum("s", Quantity.of(0, "EUR"), ImmutableList.of()),
                new Explanation.Choice("c", Optional.empty(), ImmutableList.of()));
        assertThat(SalesOpsJson.readAll(SalesOpsJson.write(explanations), Explanation.class)
                        .orThrow())
                .isEqualTo(explanations);
    }

    @Test
    void refusesToWriteWhatCannotBeRead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SalesOpsJson.write(Double.NaN))
                .withMessageContaining("JSON has no number NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SalesOpsJson.write(new BigDecimal("1e1000000000")))
                .withMessageContaining("more than 1000 digits");
    }

    @Test
    void refusesTypesThatAreNoValues() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SalesOpsJson.read("{}", Runnable.class))
                .withMessageContaining("no JSON is known for java.lang.Runnable");
    }

    @Test
    void otherMethodsOfARecordAreNoPartOfIt() {
        assertThat(SalesOpsJson.write(DateRange.of("2026-01-01", "2026-01-01")))
                .isEqualTo("{\"from\":\"2026-01-01\",\"before\":\"2026-01-01\"}");
    }

    @Test
    void formatsForPeople() {
        assertThat(SalesOpsJson.writePretty(new Omission("open", 2, ImmutableList.of("a"))))
                .isEqualTo("""
                        {
                          "reason": "open",
                          "count": 2,
                          "examples": [
                            "a"
                          ]
                        }
                        """);
    }

    @Test
    void tellsWhatDiffers() {
        AsOf before = AsOf.date("2026-01-01");
        AsOf after = AsOf.date("2026-02-01").knownAt(java.time.Instant.EPOCH).zone("Europe/Berlin");
        assertThat(SalesOpsJson.diff(before, after))
                .containsExactly(
                        new Change("/date", Optional.of("\"2026-01-01\""), Optional.of("\"2026-02-01\"")),
                        new Change("/zone", Optional.of("\"Z\""), Optional.of("\"Europe/Berlin\"")),
                        new Change("/knownAt", Optional.empty(), Optional.of("\"1970-01-01T00:00:00Z\"")));
        assertThat(SalesOpsJson.diff(before, AsOf.date("2026-01-01"))).isEmpty();
        assertThat(SalesOpsJson.diff(ImmutableList.of("a/b", "x"), ImmutableList.of("a/b")))
                .containsExactly(new Change("/1", Optional.of("\"x\""), Optional.empty()));
    }

    @Test
    void anApplicationsMapperReadsAndWritesTheSame() throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper().registerModule(SalesOpsJson.module());
        assertThat(mapper.writeValueAsString(new BigDecimal("1.50")))
                .as("what is the application's own")
                .isEqualTo("1.50");
        Account account = Account.builder()
                .id(AccountId.of("A"))
                .name("Acme")
                .revenue(Amounts.of("5.10", "EUR"))
                .build();
        assertThat(mapper.readTree(mapper.writeValueAsString(account)))
                .isEqualTo(mapper.readTree(SalesOpsJson.write(account)));
        assertThat(mapper.readValue(SalesOpsJson.write(account), Account.class)).isEqualTo(account);
        ShelfPlan plan = ShelfPlan.builder()
                .id("s")
                .currency(Amounts.of("1", "EUR").getCurrency())
                .rate(Rate.ofPercent(5))
                .latitude(0.5)
                .putLimits("a", new BigDecimal("1.50"))
                .when(Account.EMPLOYEES
                        .atLeast(200L)
                        .and(Account.custom("since", LocalDate.class).below(LocalDate.EPOCH)))
                .putSince(AccountId.of("A"), LocalDate.EPOCH)
                .build();
        assertThat(mapper.readValue(mapper.writeValueAsString(plan), ShelfPlan.class))
                .isEqualTo(plan);
        assertThat(mapper.readTree(mapper.writeValueAsString(plan)))
                .isEqualTo(mapper.readTree(SalesOpsJson.write(plan)));
    }

    @Test
    void anApplicationsMapperRefusesAbsentPartsOfRecords() {
        ObjectMapper mapper = new ObjectMapper().registerModule(SalesOpsJson.module());
        for (String text : ImmutableList.of(
                "{\"reason\":\"x\",\"examples\":[]}",
                "{\"count\":1,\"examples\":[]}",
                "{\"reason\":null,\"count\":1,\"examples\":[]}",
                "{\"reason\":\"x\",\"count\":1}")) {
            assertThatThrownBy(() -> mapper.readValue(text, Omission.class))
                    .as(text)
                    .isInstanceOf(JsonProcessingException.class);
        }
    }

    @Test
    void builderChecksRefuseWithTheirOwnWords() {
        Quota quota = Quota.builder()
                .owner(io.salesops.core.crm.RepId.of("R"))
                .measure("bookings")
                .period(DateRange.of("2026-01-01", "2027-01-01"))
                .amount(Amounts.of("1", "EUR"))
                .build();
        String text = SalesOpsJson.write(quota).replace("\"1.00\"", "\"-1.00\"");
        assertThat(SalesOpsJson.read(text, Quota.class).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("json.value.refused");
                    assertThat(finding.message()).contains("quota of R for bookings must not be negative");
                });
    }
}
