package io.salesops.core.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.core.criteria.Criteria;
import io.salesops.core.criteria.Truth;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.time.DateRange;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.junit.jupiter.api.Test;

class CrmRecordsTest {
    private static final Opportunity DEAL = Opportunity.builder()
            .id(OpportunityId.of("006-118"))
            .stage("Engaging")
            .amount(Amounts.of("300", "USD"))
            .build();

    @Test
    void linesThatDoNotAddUpToTheAmountAreAWarning() {
        assertThat(DEAL.withLines(line("100", "USD"), line("200.00", "USD")).checkLines())
                .isEmpty();
        assertThat(DEAL.withLines(line("100", "USD"), line("199.99", "USD")).checkLines())
                .extracting(Finding::message)
                .containsExactly("lines of 006-118 add up to USD 299.99, its amount is USD 300.00.");
        assertThat(DEAL.withLines(line("300", "USD"), line("5", "JPY")).checkLines())
                .extracting(Finding::message)
                .containsExactly("lines of 006-118 add up to JPY 5, USD 300.00, its amount is USD 300.00.");
        assertThat(DEAL.withLines(line("300", "EUR")).checkLines()).hasSize(1);
    }

    @Test
    void linesWithoutSoldAmountProveNothing() {
        assertThat(DEAL.withLines(line("1", "USD"), ProductLine.of("P-2", 3)).checkLines())
                .isEmpty();
        assertThat(DEAL.checkLines()).isEmpty();
        assertThat(DEAL.withAmount(Optional.empty()).withLines(line("1", "USD")).checkLines())
                .isEmpty();
    }

    private static ProductLine line(String number, String currency) {
        return ProductLine.builder()
                .product(ProductId.of("P-1"))
                .quantity(BigDecimal.ONE)
                .sold(Amounts.of(number, currency))
                .build();
    }

    @Test
    void conditionsSpeakOfCustomFieldsLikeAnyOther() {
        Account account = Account.builder()
                .id(AccountId.of("A-1"))
                .name("Acme")
                .custom(CustomFields.none()
                        .with("segment", "Enterprise")
                        .with("score", new BigDecimal("7.50"))
                        .with("renewal", LocalDate.of(2026, 3, 31))
                        .with("partner", true)
                        .with("potential", Amounts.of("1000", "USD")))
                .build();
        Account read =
                SalesOpsJson.read(SalesOpsJson.write(account), Account.class).orThrow();
        assertThat(read).isEqualTo(account);
        assertThat(Account.custom("segment", String.class).is("Enterprise").test(read))
                .isEqualTo(Truth.TRUE);
        assertThat(Account.custom("score", BigDecimal.class)
                        .atLeast(new BigDecimal("7.5"))
                        .test(read))
                .isEqualTo(Truth.TRUE);
        assertThat(Account.custom("renewal", LocalDate.class)
                        .below(LocalDate.of(2026, 3, 31))
                        .test(read))
                .isEqualTo(Truth.FALSE);
        assertThat(Account.custom("partner", Boolean.class).is(true).test(read)).isEqualTo(Truth.TRUE);
        assertThat(Account.custom("potential", MonetaryAmount.class)
                        .atLeast(Amounts.of("1", "EUR"))
                        .test(read))
                .isEqualTo(Truth.UNKNOWN);
        assertThat(Account.custom("score", String.class).present().test(read)).isEqualTo(Truth.FALSE);
        assertThat(Account.custom("missing", String.class).is("x").judge(read).whyNot())
                .contains("custom.missing is missing");
    }

    @Test
    void customFieldsAreNamedWithoutPrefixAndTyped() {
        assertThatThrownBy(() -> CustomFields.none().with("custom.segment", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe name it segment");
        assertThatThrownBy(() -> CustomFields.none().with(" ", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Account.custom("score", Double.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Double");
        assertThatThrownBy(() -> Product.fields().custom().field("x", String.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("custom.x");
        assertThat(CustomFields.none().with("a", "b").without("a")).isEqualTo(CustomFields.none());
    }

    @Test
    void teamsHaveMembersByDate() {
        Team team = Team.builder()
                .id(TeamId.of("t-1"))
                .name("North")
                .addMembers(
                        new Team.Membership(RepId.of("ben"), DateRange.of("2026-01-01", "2026-03-01")),
                        new Team.Membership(RepId.of("ana"), DateRange.from(LocalDate.of(2026, 2, 1))),
                        new Team.Membership(RepId.of("ana"), DateRange.from(LocalDate.of(2026, 3, 1))))
                .build();
        assertThat(team.membersOn(LocalDate.of(2026, 2, 28))).containsExactly(RepId.of("ana"), RepId.of("ben"));
        assertThat(team.membersOn(LocalDate.of(2026, 3, 1))).containsExactly(RepId.of("ana"));
        assertThat(team.membersOn(LocalDate.of(2025, 12, 31))).isEmpty();
    }

    @Test
    void quotasAreCheckedAndKnownByTheirKey() {
        Quota quota = Quota.builder()
                .owner(RepId.of("ana"))
                .measure("bookings")
                .period(DateRange.of("2026-01-01", "2027-01-01"))
                .amount(Amounts.of("100", "USD"))
                .build();
        assertThat(quota.withVersion(2).key()).isGreaterThan(quota.key());
        assertThat(quota.withAmount(Amounts.of("90", "USD")).key()).isEqualTo(quota.key());
        assertThatThrownBy(() -> quota.withAmount(Amounts.of("-1", "USD")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> quota.withMeasure(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> quota.withVersion(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aQuotaNamesAllOfItsFaults() {
        assertThatThrownBy(() -> Quota.builder()
                        .owner(RepId.of("ana"))
                        .measure(" ")
                        .period(DateRange.of("2026-01-01", "2026-04-01"))
                        .amount(Amounts.of("-1", "USD"))
                        .version(0)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("measure of a quota of ana must not be blank")
                .hasMessageContaining("must count from 1: 0")
                .hasMessageContaining("must not be negative: USD -1");
    }

    @Test
    void conditionsMayNameIdsPlacesAndMoments() {
        assertThat(Opportunity.fields().named()).containsKeys("id", "createdAt", "engagedOn");
        assertThat(Lead.fields().named()).containsKeys("firstName", "lastName", "email", "city", "state", "createdAt");
        assertThat(Contact.fields().named()).containsKeys("state", "city", "postalCode");
        assertThat(Activity.fields().named()).containsKeys("at");
        assertThat(Account.fields().named()).containsKeys("id");
        String json = """
                {"all": [{"field": "createdAt", "atLeast": "2026-01-01T00:00:00Z"},
                         {"field": "createdAt", "below": "2027-01-01T00:00:00Z"},
                         {"field": "id", "in": ["006-118", "006-119"]}]}""";
        Criteria<Opportunity> criteria =
                SalesOpsJson.readCriteria(json, Opportunity.class).orThrow();
        assertThat(criteria.test(DEAL.withCreatedAt(Instant.parse("2026-03-31T09:00:00Z"))))
                .isEqualTo(Truth.TRUE);
        assertThat(criteria.test(DEAL.withCreatedAt(Instant.parse("2025-12-31T23:59:59Z"))))
                .isEqualTo(Truth.FALSE);
        assertThat(criteria.test(DEAL)).isEqualTo(Truth.UNKNOWN);
    }
}
