package io.salesops.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSetMultimap;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Rate;
import io.salesops.core.testkit.JsonLaws;
import io.salesops.core.testkit.SchemaFiles;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import javax.money.Monetary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {
    private static final String SECOND = """
            {"schema": "salesops/shelf-plan/2", "id": "s", "currency": "EUR", "rate": "5%", "latitude": 52.5,
             "rules": [{"kind": "flat", "id": "f", "amount": "1.50", "priority": 1, "last": true}]}""";
    private static final String FIRST = """
            {"schema": "salesops/shelf-plan/1", "id": "s", "currency": "EUR", "percent": 5, "latitude": 52.5,
             "rules": [{"kind": "flat", "id": "f", "amount": "1.50", "priority": 1, "last": true}]}""";

    @Test
    void statesItsSchema() {
        assertThat(SalesOpsJson.write(plan())).startsWith("{\"schema\":\"salesops/shelf-plan/2\",\"id\":\"s\",");
        assertThat(plan().schema()).isEqualTo(DocumentSchema.of(ShelfPlan.class));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DocumentSchema.of(String.class))
                .withMessageContaining("Maybe mark it with @Document.");
    }

    @Test
    void readsTheVersionBeforeLikeTheCurrentOne() {
        assertThat(SalesOpsJson.read(FIRST, ShelfPlan.class).orThrow())
                .isEqualTo(SalesOpsJson.read(SECOND, ShelfPlan.class).orThrow());
    }

    @Test
    void reportsWhatIsWrongInAnUpgradedDocument() {
        String text = FIRST.replace("EUR", "EURO").replace("\"priority\": 1", "\"priority\": -1");
        assertThat(SalesOpsJson.read(text, ShelfPlan.class).findings())
                .extracting(finding -> finding.code() + " " + finding.path())
                .containsExactlyInAnyOrder("json.value.invalid /currency", "json.value.refused /rules/0");
    }

    @Test
    void reportsAnUpgradeThatRefuses() {
        String text = FIRST.replace("\"percent\": 5", "\"percent\": \"5\"");
        assertThat(SalesOpsJson.read(text, ShelfPlan.class).findings())
                .extracting(Finding::text)
                .containsExactly("text line 1, column 1: error json.document.upgrade: cannot be upgraded to"
                        + " salesops/shelf-plan/2: percent must be a number: 5");
    }

    @Test
    void whatAnUpgradeLeavesKeepsItsPlace() {
        String text = """
                {"schema": "salesops/shelf-plan/1", "id": "s",
                 "currency": "EURO",
                 "percent": -5,
                 "latitude": 52.5,
                 "most": 1.5, "oops": 1,
                 "tags": ["a", 7],
                 "rules": [7,
                   {"kind": "flat", "id": "f", "amount": "1.50",
                    "priority": "x"}]}""";
        assertThat(SalesOpsJson.read(text, ShelfPlan.class).findings())
                .extracting(finding -> finding.location().orElseThrow().line() + ":"
                        + finding.location().orElseThrow().column() + " " + finding.code() + " " + finding.path())
                .containsExactly(
                        "2:14 json.value.invalid /currency",
                        "5:10 json.value.invalid /most",
                        "5:15 json.field.unknown /oops",
                        "6:16 json.value.invalid /tags/1",
                        "7:12 json.value.invalid /rules/0",
                        "9:17 json.value.invalid /rules/1/priority");
    }

    @Test
    void whatAnUpgradePutsInStandsWhereTheObjectAroundItDoes() {
        assertThat(SalesOpsJson.read(FIRST.replace("\"percent\": 5", "\"percent\": 5e900"), ShelfPlan.class)
                        .findings())
                .extracting(finding ->
                        finding.path() + " " + finding.location().orElseThrow().line())
                .containsExactly("/rate 1");
    }

    @Test
    void keysThatRepeatInTheVersionBeforeAreNotLost() {
        String text = FIRST.replace("\"id\": \"s\",", "\"id\": \"s\",\n\"id\": \"t\",")
                .replace("\"id\": \"f\",", "\"id\": \"f\", \"id\": \"g\",");
        assertThat(SalesOpsJson.read(text, ShelfPlan.class).findings())
                .extracting(finding -> finding.code() + " " + finding.path() + ": " + finding.message())
                .containsExactly(
                        "json.key.duplicate /id: 'id' stands on line 1 as well",
                        "json.key.duplicate /rules/0/id: 'id' stands on line 3 as well");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"1e2147483648", "1e-2147483648", "1e1000000000"})
    void endlessNumbersInTheVersionBeforeAreFindings(String number) {
        String text = FIRST.replace("52.5", number);
        assertThat(SalesOpsJson.read(text, ShelfPlan.class).findings())
                .extracting(finding -> finding.code() + " " + finding.path())
                .containsExactly("json.value.invalid /latitude");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "null pointer, java.lang.NullPointerException",
        "class cast, java.lang.ClassCastException",
        "alien, java.lang.IllegalStateException"
    })
    void anErrorOfTheUpgradeIsNoFinding(String fault, Class<? extends Exception> thrown) {
        String text = "{\"schema\": \"salesops/crate/1\", \"fault\": \"" + fault + "\"}";
        assertThatThrownBy(() -> SalesOpsJson.read(text, Crate.class)).isInstanceOf(thrown);
    }

    /** A document the upgrade of which has errors. */
    @Document(kind = "crate", version = 2, upgrade = Broken.class)
    record Crate(String schema, String fault) {}

    static final class Broken implements DocumentUpgrade {
        @Override
        public void upgrade(Map<String, @Nullable Object> document) {
            switch (String.valueOf(document.get("fault"))) {
                case "null pointer" -> throw new NullPointerException();
                case "class cast" -> throw new ClassCastException();
                default -> document.put("fault", 1L);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "salesops/shelf-plan/3, json.document.version",
        "salesops/shelf-plan/0, json.document.version",
        "salesops/price-book/2, json.document.kind",
        "shelf-plan, json.document.kind",
        "salesops/shelf-plan/99999999999, json.document.version"
    })
    void refusesOtherVersionsAndKinds(String schema, String code) {
        String text = SECOND.replace("salesops/shelf-plan/2", schema).replace("EUR", "EURO");
        assertThat(SalesOpsJson.read(text, ShelfPlan.class).findings())
                .extracting(finding -> finding.code() + " " + finding.path())
                .containsExactly(code + " /schema");
    }

    @Test
    void refusesADocumentThatDoesNotSayWhatItIs() {
        String text = SECOND.replace("\"schema\": \"salesops/shelf-plan/2\",", "");
        assertThat(SalesOpsJson.read(text, ShelfPlan.class).findings())
                .extracting(Finding::code)
                .containsExactly("json.field.missing");
    }

    @Test
    void readsBackEveryKindOfPart() {
        JsonLaws.roundTrips(full(), ShelfPlan.class);
    }

    @Test
    void writesEqualDocumentsAlike() {
        ShelfPlan other = full().withLimits(ImmutableMap.of("b", new BigDecimal("2"), "a", new BigDecimal("1.50")))
                .withTags("y", "x")
                .withDeliveries(
                        ImmutableSetMultimap.of(DayOfWeek.TUESDAY, "z", DayOfWeek.MONDAY, "b", DayOfWeek.MONDAY, "a"));
        JsonLaws.sameText(full(), other);
    }

    @Test
    void shipsItsSchema() {
        SchemaFiles.matches(ShelfPlan.class, Path.of("src/test/resources"));
    }

    private static ShelfPlan plan() {
        return SalesOpsJson.read(SECOND, ShelfPlan.class).orThrow();
    }

    private static ShelfPlan full() {
        return ShelfPlan.builder()
                .id("s")
                .note("a note")
                .currency(Monetary.getCurrency("KWD"))
                .rate(Rate.of("1/3"))
                .width(ShelfPlan.Width.NARROW)
                .most(7)
                .latitude(2.0E-3)
                .addRules(
                        new ShelfPlan.Group(
                                ImmutableList.of(new ShelfPlan.Flat("f", new BigDecimal("1E+3"), 0, false)),
                                Optional.of(Account.COUNTRY.in("DE", "AT"))),
                        new ShelfPlan.Group(ImmutableList.of(), Optional.empty()))
                .addTags("x", "y")
                .limits(ImmutableMap.of("a", new BigDecimal("1.50"), "b", new BigDecimal("2")))
                .since(ImmutableMap.of(AccountId.of("A"), LocalDate.of(2026, 1, 31)))
                .perWidth(ImmutableMap.of(ShelfPlan.Width.VERY_WIDE, 2, ShelfPlan.Width.NARROW, 1))
                .rates(ImmutableMap.of(Monetary.getCurrency("EUR"), Rate.ofPercent(5)))
                .deliveries(
                        ImmutableSetMultimap.of(DayOfWeek.MONDAY, "a", DayOfWeek.MONDAY, "b", DayOfWeek.TUESDAY, "z"))
                .gaps(ImmutableList.of(Optional.of(new BigDecimal("0.10")), Optional.empty()))
                .when(Account.EMPLOYEES
                        .atLeast(200L)
                        .and(Account.INDUSTRY.present().not()))
                .build();
    }
}
