package io.salesops.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Address;
import io.salesops.core.json.SalesOpsJson;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanserTest {
    private static final QualityRules RULES =
            SalesOpsJson.read("""
            { "schema": "salesops/quality-rules/1", "id": "accounts", "version": "2", "on": "account",
              "rules": [
                {"kind": "complete", "id": "industry-given", "severity": "warning", "field": "industry", "placeholders": ["Select"]},
                {"kind": "oneOf", "id": "industry-known", "severity": "error", "field": "industry",
                 "values": ["software", "technology", "retail", "rental"]}] }
            """, QualityRules.class).orThrow();

    private static Optional<String> country(String text) {
        Account account = Account.builder()
                .id(AccountId.of("A-1"))
                .name("Acme")
                .address(Address.builder().country(text).build())
                .build();
        return Cleanser.accounts(RULES)
                .propose(List.of(account))
                .apply(List.of(account))
                .get(0)
                .address()
                .flatMap(Address::country);
    }

    @ParameterizedTest
    @CsvSource({
        "United States, US",
        "usa, US",
        "U.S.A., US",
        "uk, GB",
        "Philipines, PH",
        "Germny, DE",
        "Österreich, AT",
        "Cote d'Ivoire, CI",
        "de, DE",
        "KEN, KE",
        "Kenya, KE",
        "Niger, NE",
        "Nigeria, NG",
        // Niger and Nigeria are equally near, and so are Australia and Austria.
        "Nigera, Nigera",
        "Austrlia, Austrlia",
        "Atlantis, Atlantis",
        "Narnia, Narnia"
    })
    void countriesBecomeIsoCodesOrStay(String text, String code) {
        assertThat(country(text)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "technolgy, technology",
        "Technology, technology",
        "tecnolgy, technology",
        "retial, ",
        "rettal, rental",
        "soft, soft",
        "services, services"
    })
    void valueBecomesTheOneNearestOnTheList(String text, String value) {
        Account account = Account.builder()
                .id(AccountId.of("A-1"))
                .name("Acme")
                .industry(text)
                .build();
        // Of two listed values equally near, neither is proposed.
        assertThat(Cleanser.accounts(RULES)
                        .propose(List.of(account))
                        .apply(List.of(account))
                        .get(0)
                        .industry())
                .contains(value == null ? text : value);
    }

    @Test
    void changesNameTheirReasonsAndAreAppliedOnlyWhenTold() {
        Account account = Account.builder()
                .id(AccountId.of("A-1"))
                .name(" Acme\u00A0 Corp ")
                .website("HTTPS://www.Acme.com/en?x=1")
                .industry("select")
                .build();
        ChangeSet<Account> changes = Cleanser.accounts(RULES).propose(List.of(account));
        assertThat(changes.changes())
                .extracting(ProposedChange::toString)
                .containsExactly(
                        "A-1/name: ' Acme\u00A0 Corp ' -> 'Acme Corp' (blanks around and between words)",
                        "A-1/website: 'HTTPS://www.Acme.com/en?x=1' -> 'acme.com' ('acme.com' is the domain of the website)",
                        "A-1/industry: 'select' -> nothing ('select' stands for none)");
        assertThat(changes.explain()).startsWith("changes 3  proposed");
        ChangeSet<Account> names = changes.only(change -> change.field().equals("name"));
        Account renamed = names.apply(List.of(account)).get(0);
        assertThat(renamed).isEqualTo(account.withName("Acme Corp"));
        ProposedChange change = changes.changes().get(2);
        assertThat(SalesOpsJson.read(SalesOpsJson.write(change), ProposedChange.class)
                        .orThrow())
                .isEqualTo(change);
    }

    @Test
    void changeDoesNotActOnATextThatIsAnotherByNow() {
        Account account =
                Account.builder().id(AccountId.of("A-1")).name(" Acme").build();
        ChangeSet<Account> changes = Cleanser.accounts(RULES).propose(List.of(account));
        Account edited = account.withName("Beta");
        assertThat(changes.apply(List.of(edited))).containsExactly(edited);
        assertThat(changes.stale(List.of(edited)))
                .extracting(finding -> finding.path() + ": " + finding.message())
                .containsExactly("A-1/name: the text is 'Beta' by now, not ' Acme'");
        assertThat(changes.stale(List.of())).hasSize(1);
    }

    @Test
    void recordsOfOneIdentifierAreLeftAlone() {
        Account account =
                Account.builder().id(AccountId.of("A-1")).name(" Acme").build();
        ChangeSet<Account> changes = Cleanser.accounts(RULES).propose(List.of(account, account));
        assertThat(changes.changes()).isEmpty();
        assertThat(changes.findings())
                .extracting(finding -> finding.code())
                .containsExactly("quality.record.duplicate");
        assertThat(changes.omitted()).extracting(omission -> omission.count()).containsExactly(1L);
    }

    @Test
    void websiteThatIsNoDomainStays() {
        Account account = Account.builder()
                .id(AccountId.of("A-1"))
                .name("Acme")
                .website("see sales")
                .build();
        assertThat(Cleanser.accounts(RULES).propose(List.of(account)).changes()).isEmpty();
    }

    private static Account account(String phone, String country, String currency) {
        return Account.builder()
                .id(AccountId.of("A-1"))
                .name("Acme")
                .phone(phone)
                .address(Address.builder().country(country).build())
                .build()
                .withCustom(io.salesops.core.crm.CustomFields.none().with("currency", currency));
    }

    /** Of the region it knows, numbers are digits behind a trunk zero. */
    private static Optional<String> e164(String raw, Optional<String> region) {
        return region.equals(Optional.of("DE")) && raw.startsWith("0")
                ? Optional.of("+49" + raw.substring(1).replaceAll("[^0-9]", ""))
                : Optional.empty();
    }

    @Test
    void phonesAreReadByThePortFromTheCountryOfTheRecord() {
        Account german = account("030 1234-56", "Germny", "EUR");
        ChangeSet<Account> changes =
                Cleanser.accounts(RULES).withPhones(CleanserTest::e164).propose(List.of(german));
        assertThat(changes.changes())
                .extracting(ProposedChange::toString)
                .containsExactly(
                        "A-1/phone: '030 1234-56' -> '+4930123456' ('+4930123456' is the number in E.164)",
                        "A-1/country: 'Germny' -> 'DE' ('DE' is the ISO 3166 code for 'Germny')");
        assertThat(changes.changes().get(0).fixes()).containsExactly("phone");
        assertThat(Cleanser.accounts(RULES)
                        .withPhones(CleanserTest::e164)
                        .propose(List.of(account("call me", "DE", "EUR")))
                        .changes())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "usd, USD",
        "€, EUR",
        "Euro, EUR",
        "US Dollar, USD",
        "US Dolar, USD",
        "$, $",
        "British Pound, GBP",
        "bitcoin, bitcoin"
    })
    void currenciesBecomeIsoCodesOrStay(String text, String code) {
        List<Account> accounts = List.of(account("1", "DE", text));
        Account repaired = Cleanser.accounts(RULES)
                .currencies("custom.currency")
                .propose(accounts)
                .apply(accounts)
                .get(0);
        assertThat(repaired.custom().get("currency", String.class)).contains(code);
    }

    @Test
    void normaliserIsAFixByItsName() {
        List<Account> accounts = List.of(account("+1 (415) 555-1234", "US", "USD"));
        ChangeSet<Account> changes = Cleanser.accounts(RULES)
                .normalizing("phone", io.salesops.core.text.Normalizer.PHONE)
                .propose(accounts);
        assertThat(changes.changes()).singleElement().satisfies(change -> {
            assertThat(change.fixes()).containsExactly("phone");
            assertThat(change.after()).contains("14155551234");
            assertThat(change.reasons()).containsExactly("'14155551234' is '+1 (415) 555-1234' as phone writes it");
        });
        assertThat(changes.undo(changes.apply(accounts))).isEqualTo(accounts);
        assertThatThrownBy(() ->
                        Cleanser.accounts(RULES).normalizing("employees", io.salesops.core.text.Normalizer.NUMBER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'employees' is no text");
        assertThatThrownBy(() -> Cleanser.accounts(RULES).currencies("currency"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe it is custom.currency.");
    }

    @Test
    void picklistOfACustomFieldIsRepairedToo() {
        QualityRules rules = SalesOpsJson.read("""
                { "schema": "salesops/quality-rules/1", "id": "a", "version": "1", "on": "account", "rules": [
                  {"kind": "oneOf", "id": "c", "severity": "error", "field": "custom.currency", "values": ["Euros", "Dollars"]}] }
                """, QualityRules.class).orThrow();
        List<Account> accounts = List.of(account("1", "DE", "Doller"));
        ChangeSet<Account> changes = Cleanser.accounts(rules).propose(accounts);
        assertThat(changes.changes().get(0).fixes()).containsExactly("picklist");
        assertThat(changes.apply(accounts).get(0).custom().get("currency", String.class))
                .contains("Dollars");
    }
}
