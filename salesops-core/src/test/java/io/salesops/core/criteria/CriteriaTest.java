package io.salesops.core.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Activity;
import io.salesops.core.crm.Address;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.crm.Product;
import io.salesops.core.crm.Quota;
import io.salesops.core.crm.SalesRep;
import io.salesops.core.crm.Team;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import org.javamoney.moneta.CurrencyUnitBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(judgement.unknown()).as("whatever the industry, it fails").isEmpty();
        assertThat(judgement.whyNot()).contains("employees at least 200, is 12");
    }

    @Test
    void namesOnlyWhatDecided() {
        Criteria<Account> small = Account.EMPLOYEES.below(5L);
        Criteria<Account> german = Account.COUNTRY.is("DE");
        Criteria<Account> software = Account.INDUSTRY.is("software");
        assertThat(small.or(german).judge(ACME))
                .isEqualTo(new Judgement(
                        Truth.TRUE, ImmutableList.of("country is DE: DE"), ImmutableList.of(), ImmutableList.of()));
        assertThat(small.or(software).judge(ACME))
                .isEqualTo(new Judgement(
                        Truth.UNKNOWN,
                        ImmutableList.of(),
                        ImmutableList.of(),
                        ImmutableList.of("industry is missing")));
        assertThat(small.and(software).not().judge(ACME).met()).containsExactly("not employees below 5: 12");
        assertThat(small.or(german).not().judge(ACME).whyNot()).contains("not country is DE, is DE");
    }

    @Test
    void whatHoldsForNothingHasAReasonToo() {
        assertThat(Criteria.<Account>all().not().judge(ACME).whyNot()).contains("no record meets 'not everything'");
        assertThat(new Criteria.Or<Account>(ImmutableList.of()).judge(ACME).whyNot())
                .contains("no record meets 'nothing'");
        assertThat(Criteria.<Account>all().judge(ACME).whyNot()).isEmpty();
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
    void aCustomFieldOfAnotherTypeIsUnknownForItsType() {
        Field<Account, LocalDate> day = Account.custom("score", LocalDate.class);
        assertThat(day.is(LocalDate.EPOCH).test(ACME)).isEqualTo(Truth.UNKNOWN);
        assertThat(day.is(LocalDate.EPOCH).judge(ACME).whyNot()).contains("custom.score is a number, not a day: 1.5");
        assertThat(day.present().judge(ACME).whyNot())
                .contains("custom.score present, custom.score is a number, not a day: 1.5");
        assertThat(Account.custom("other", LocalDate.class)
                        .is(LocalDate.EPOCH)
                        .judge(ACME)
                        .whyNot())
                .contains("custom.other is missing");
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
                "{\"field\":\"custom.custom.a\",\"type\":\"text\",\"is\":\"A\"} | json.value.invalid /field",
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

    @ParameterizedTest(name = "{0}")
    @ValueSource(classes = {SalesRep.class, Quota.class, Team.class, Product.class, Activity.class})
    void recordsWithoutCustomFieldsHaveNone(Class<?> subject) {
        String text = """
                {"all": [{"field": "custom.x", "type": "text", "is": "A"},
                         {"field": "custom.y", "is": "A"},
                         {"field": "nothing", "is": "A"}]}""";
        assertThat(SalesOpsJson.readCriteria(text, subject).findings())
                .extracting(finding -> finding.code() + " " + finding.path())
                .containsExactly(
                        "json.field.unknown /all/0/field",
                        "json.field.unknown /all/1/field",
                        "json.field.unknown /all/2/field");
    }

    @Test
    void currenciesAreTheSameIfTheirCodesAre() {
        CurrencyUnit foreign = CurrencyUnitBuilder.of("EUR", "another provider").build();
        Account other = ACME.withRevenue(Amounts.of(new BigDecimal("5"), foreign));
        assertThat(Account.REVENUE.atLeast(Amounts.of("4.99", "EUR")).test(other))
                .isEqualTo(Truth.TRUE);
        assertThat(Account.REVENUE.is(Amounts.of("5.00", "EUR")).test(other)).isEqualTo(Truth.TRUE);
        assertThat(Account.REVENUE.below(Amounts.of("5", "EUR")).test(other)).isEqualTo(Truth.FALSE);
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
