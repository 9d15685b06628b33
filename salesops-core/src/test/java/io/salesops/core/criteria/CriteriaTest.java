package io.salesops.core.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Address;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriteriaTest {
    private static final Account ACME = Account.builder()
            .id(AccountId.of("A-17"))
            .name("Acme")
            .address(Address.builder().country("DE").build())
            .employees(12L)
            .revenue(Amounts.of("5.00", "EUR"))
            .custom(CustomFields.none().with("score", new CustomFields.Decimal(new BigDecimal("1.50"))))
            .build();

    @Test
    void namesWhatSpokeForItAndAgainstIt() {
        Judgement judgement = Account.COUNTRY
                .in("DE", "AT")
                .and(Account.EMPLOYEES.atLeast(200L))
                .and(Account.INDUSTRY.is("software"))
                .and(Account.WEBSITE.present())
                .judge(ACME);
        assertThat(judgement.truth()).isEqualTo(Truth.FALSE);
        assertThat(judgement.met()).containsExactly("country in [DE, AT]: DE");
        assertThat(judgement.failed())
                .containsExactly("employees at least 200, is 12", "website present, website is missing");
        assertThat(judgement.unknown()).containsExactly("industry is missing");
        assertThat(judgement.whyNot()).contains("employees at least 200, is 12");
    }

    @Test
    void saysNotWhereItIsNegated() {
        Judgement judgement = Account.COUNTRY.is("DE").not().judge(ACME);
        assertThat(judgement.failed()).containsExactly("not country is DE, is DE");
    }

    @Test
    void numbersAndAmountsAreTheSameWhateverTheirScale() {
        assertThat(Account.REVENUE.is(Amounts.of("5", "EUR")).test(ACME)).isEqualTo(Truth.TRUE);
        assertThat(Account.custom("score", BigDecimal.class)
                        .is(new BigDecimal("1.5"))
                        .test(ACME))
                .isEqualTo(Truth.TRUE);
    }

    @Test
    void amountsOfTwoCurrenciesHaveNoOrder() {
        assertThat(Account.REVENUE.atLeast(Amounts.of("1", "USD")).test(ACME)).isEqualTo(Truth.UNKNOWN);
        assertThat(Account.REVENUE.below(Amounts.of("1", "USD")).test(ACME)).isEqualTo(Truth.UNKNOWN);
        assertThat(Account.REVENUE.is(Amounts.of("5", "USD")).test(ACME)).isEqualTo(Truth.FALSE);
        assertThat(Account.REVENUE
                        .below(Amounts.of("1", "USD"))
                        .judge(ACME)
                        .unknown()
                        .get(0))
                .contains("cannot be compared with");
    }

    @Test
    void aCustomFieldOfAnotherTypeIsMissing() {
        assertThat(Account.custom("score", LocalDate.class).is(LocalDate.EPOCH).test(ACME))
                .isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void valuesThatRepeatCountOnce() {
        assertThat(Account.COUNTRY.in("DE", "AT", "DE")).isEqualTo(Account.COUNTRY.in(ImmutableList.of("DE", "AT")));
    }

    @Test
    void refusesWhatHasNoMeaning() {
        assertThatIllegalArgumentException().isThrownBy(() -> Account.EMPLOYEES.startsWith(1L));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Account.COUNTRY.in(ImmutableList.of()))
                .withMessageContaining("needs at least one value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Account.custom("x", Boolean.class).in())
                .withMessageContaining("custom.x");
    }

    @Test
    void everyFormReads() {
        assertThat(read("""
                        {"all": [
                          {"field": "country", "in": ["DE", "AT"]},
                          {"any": [{"field": "employees", "atLeast": 200}, {"field": "employees", "below": 5}]},
                          {"not": {"field": "name", "startsWith": "Test"}},
                          {"field": "industry", "present": true},
                          {"field": "website", "present": false},
                          {"field": "owner", "is": "R-1"},
                          {"field": "revenue", "atLeast": {"amount": "1.50", "currency": "EUR"}},
                          {"field": "custom.segment", "type": "text", "is": "A"},
                          {"field": "custom.score", "type": "number", "atLeast": 1.50},
                          {"field": "custom.since", "type": "day", "below": "2026-01-01"}]}"""))
                .isEqualTo(new Criteria.And<>(ImmutableList.of(
                        Account.COUNTRY.in("DE", "AT"),
                        Account.EMPLOYEES.atLeast(200L).or(Account.EMPLOYEES.below(5L)),
                        Account.NAME.startsWith("Test").not(),
                        Account.INDUSTRY.present(),
                        Account.WEBSITE.present().not(),
                        Account.OWNER.is(io.salesops.core.crm.RepId.of("R-1")),
                        Account.REVENUE.atLeast(Amounts.of("1.50", "EUR")),
                        Account.custom("segment", String.class).is("A"),
                        Account.custom("score", BigDecimal.class).atLeast(new BigDecimal("1.50")),
                        Account.custom("since", LocalDate.class).below(LocalDate.of(2026, 1, 1)))));
    }

    private static Criteria<Account> read(String json) {
        return SalesOpsJson.readCriteria(json, Account.class).orThrow();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"field\":\"contry\",\"is\":\"DE\"}              | json.field.unknown /field",
                "{\"field\":\"country\",\"equals\":\"DE\"}         | json.value.invalid , json.field.unknown /equals",
                "{\"field\":\"country\"}                           | json.value.invalid ",
                "{\"is\":\"DE\"}                                   | json.field.missing /field",
                "{\"field\":\"country\",\"is\":\"DE\",\"type\":\"text\"} | json.field.unknown /type",
                "{\"field\":\"employees\",\"atLeast\":1,\"below\":2} | json.value.invalid ",
                "{\"field\":\"employees\",\"is\":\"12\"}           | json.value.invalid /is",
                "{\"field\":\"employees\",\"in\":[1,null,1.5]}     | json.value.null /in/1, json.value.invalid /in/2",
                "{\"field\":\"employees\",\"in\":[]}               | json.value.refused ",
                "{\"field\":\"employees\",\"startsWith\":1}        | json.value.refused ",
                "{\"field\":\"country\",\"present\":\"yes\"}       | json.value.invalid /present",
                "{\"field\":\"custom.x\",\"is\":\"A\"}             | json.field.missing /type",
                "{\"field\":\"custom.x\",\"type\":\"txt\",\"is\":\"A\"} | json.value.invalid /type",
                "{\"field\":\"custom.\",\"type\":\"text\",\"is\":\"A\"} | json.value.invalid /field",
                "{\"field\":7,\"is\":\"A\"}                        | json.value.invalid /field",
                "{\"all\":[],\"any\":[]}                           | json.value.invalid ",
                "{\"all\":{}}                                      | json.value.invalid /all",
                "{\"not\":[]}                                      | json.value.invalid /not",
                "{\"all\":[{\"field\":\"x\",\"is\":1},7]}          | json.field.unknown /all/0/field, json.value.invalid /all/1",
                "[]                                                | json.value.invalid "
            })
    void namesWhatIsWrong(String text, String expected) {
        assertThat(String.join(
                                ", ",
                                SalesOpsJson.readCriteria(text, Account.class).findings().stream()
                                        .map(finding -> finding.code() + " " + finding.path())
                                        .toList())
                        .strip())
                .isEqualTo(expected.strip());
    }

    @Test
    void givesTheNearestField() {
        assertThat(SalesOpsJson.readCriteria("{\"field\":\"contry\",\"is\":\"DE\"}", Account.class)
                        .findings())
                .extracting(Finding::text)
                .containsExactly(
                        "text line 1, column 10: error json.field.unknown /field: unknown field 'contry'. Maybe 'country'.");
    }
}
