package io.salesops.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.ContactId;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.LeadId;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.crm.RepId;
import io.salesops.core.explain.Ratio;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.finding.Severity;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.time.AsOf;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QualityCheckerTest {
    private static final AsOf TODAY = AsOf.date("2026-03-31");

    private static final QualityRules RULES =
            SalesOpsJson.read("""
            { "schema": "salesops/quality-rules/1", "id": "accounts", "version": "2", "on": "account",
              "rules": [
                {"kind": "complete", "id": "industry-given", "severity": "warning", "field": "industry", "placeholders": ["Select", "n/a"], "tolerated": "50%"},
                {"kind": "oneOf", "id": "industry-known", "severity": "error", "field": "industry", "values": ["software", "technology", "retail"]},
                {"kind": "unique", "id": "one-domain", "severity": "warning", "fields": ["website"]},
                {"kind": "refers", "id": "owner-exists", "severity": "error", "field": "owner", "to": "rep"},
                {"kind": "pattern", "id": "swiss-code", "severity": "info", "field": "custom.code", "matches": "[0-9]{4}"},
                {"kind": "range", "id": "staff", "severity": "error", "field": "employees", "atLeast": 1, "below": 1000000},
                {"kind": "range", "id": "revenue", "severity": "error", "field": "revenue", "atLeast": 0},
                {"kind": "fresh", "id": "reviewed", "severity": "info", "field": "custom.reviewed", "maxDays": 30}] }
            """, QualityRules.class).orThrow();

    private static Account account(String id, String industry, String website) {
        Account.Builder account = Account.builder().id(AccountId.of(id)).name("Name of " + id);
        if (!industry.isEmpty()) {
            account.industry(industry);
        }
        if (!website.isEmpty()) {
            account.website(website);
        }
        return account.build();
    }

    private static QualityChecker<Account> checker() {
        return QualityChecker.accounts(RULES).referring("rep", Set.of("R-1")::contains);
    }

    @Test
    void everyKindOfRuleFindsItsViolation() {
        Account bad = account("A-1", "technolgy", "acme.com")
                .withOwner(RepId.of("R-9"))
                .withEmployees(0L)
                .withRevenue(Amounts.of("-1", "EUR"))
                .withCustom(CustomFields.none()
                        .with("code", "80O1")
                        .with("reviewed", new CustomFields.Day(LocalDate.of(2026, 2, 28))));
        assertThat(checker().checkOne(bad, TODAY))
                .extracting(Finding::text)
                .containsExactly(
                        "error quality.value.unknown A-1/industry: industry 'technolgy' is not in the list. Maybe 'technology'.",
                        "error quality.reference.missing A-1/owner: owner 'R-9' is no rep that is there",
                        "info quality.value.pattern A-1/custom.code: custom.code '80O1' does not match [0-9]{4}",
                        "error quality.value.range A-1/employees: employees 0 is not at least 1 and below 1000000",
                        "error quality.value.range A-1/revenue: revenue EUR -1 is not at least 0",
                        "info quality.value.stale A-1/custom.reviewed: custom.reviewed 2026-02-28 lies 31 days before 2026-03-31, more than 30");
        assertThat(checker().checkOne(account("A-2", " select ", ""), TODAY))
                .extracting(Finding::code)
                .containsExactly("quality.value.placeholder", "quality.value.unknown");
        Account good = account("A-3", "retail", "b.com")
                .withOwner(RepId.of("R-1"))
                .withEmployees(1L)
                .withRevenue(Amounts.of("0", "EUR"))
                .withCustom(CustomFields.none()
                        .with("code", "8001")
                        .with("reviewed", new CustomFields.Day(LocalDate.of(2026, 3, 1))));
        assertThat(checker().checkOne(good, TODAY)).isEmpty();
    }

    @Test
    void reportCountsByRuleAndExplainsTheScore() {
        List<Account> accounts = List.of(
                account("A-1", "technolgy", "acme.com"),
                account("A-2", "", "acme.com"),
                account("A-3", "retail", "b.com"),
                account("A-4", "Select", ""));
        QualityReport report = checker().check(accounts, TODAY);
        assertThat(report.violations())
                .containsEntry("industry-given", 2L)
                .containsEntry("industry-known", 2L)
                .containsEntry("one-domain", 1L)
                .containsEntry("owner-exists", 0L);
        // 4 + 3 + 3 checks could be made, and 5 failed.
        Ratio score = report.score();
        assertThat(score.rate().orElseThrow()).hasToString("50%");
        assertThat(report.explain())
                .startsWith("checks 5  passed by 4 records on 2026-03-31")
                .contains("+2  industry-given  [accounts 2 /rules/0]")
                .contains("-2  violated, within tolerance  [accounts 2 /rules/0]")
                .contains("-2  violated  [accounts 2 /rules/1]");
        assertThat(report.omitted())
                .extracting(o -> o.reason() + ": " + o.count())
                .contains("industry-known not checked: no value: 1", "one-domain not checked: no value: 1");
        assertThat(SalesOpsJson.read(SalesOpsJson.write(report), QualityReport.class)
                        .orThrow())
                .isEqualTo(report);
    }

    @Test
    void toleratedShareMakesViolationsInformation() {
        QualityReport within = checker().check(List.of(account("A-1", "", ""), account("A-2", "retail", "")), TODAY);
        assertThat(within.findings()).extracting(Finding::severity).containsExactly(Severity.INFO);
        QualityReport beyond = checker()
                .check(List.of(account("A-1", "", ""), account("A-2", "", ""), account("A-3", "retail", "")), TODAY);
        assertThat(beyond.findings()).extracting(Finding::severity).containsExactly(Severity.WARNING, Severity.WARNING);
    }

    @Test
    void groupOfEqualValuesIsOneFindingThatNamesTheFirstOfThem() {
        QualityReport report = checker()
                .check(
                        List.of(
                                account("A-5", "retail", "b.com"),
                                account("A-4", "retail", "b.com"),
                                account("A-3", "retail", "b.com"),
                                account("A-2", "retail", "b.com")),
                        TODAY);
        assertThat(report.violations()).containsEntry("one-domain", 3L);
        assertThat(report.findings())
                .extracting(Finding::message)
                .containsExactly("4 records share website 'b.com': A-2, A-3, A-4, ...");
    }

    @Test
    void ruleWhoseReferencesNobodyKnowsIsUndecided() {
        QualityReport report = QualityChecker.accounts(RULES)
                .check(List.of(account("A-1", "retail", "").withOwner(RepId.of("R-9"))), TODAY);
        assertThat(report.findings()).extracting(Finding::code).containsExactly("quality.reference.undecided");
        assertThat(report.omitted())
                .extracting(o -> o.reason())
                .contains("owner-exists not checked: unknown reference");
    }

    @Test
    void noRecordsHaveNoScore() {
        assertThat(checker().check(List.of(), TODAY).score().rate()).isEmpty();
    }

    @Test
    void otherKindsAreCheckedByTheirOwnFields() {
        QualityRule rule = new QualityRule.Complete(
                "given", Severity.ERROR, "email", com.google.common.collect.ImmutableList.of(), Optional.empty());
        QualityRules.Builder rules = QualityRules.builder().id("r").version("1");
        Contact contact =
                Contact.builder().id(ContactId.of("C-1")).lastName("Doe").build();
        assertThat(QualityChecker.contacts(rules.on(QualityRules.Subject.CONTACT)
                                .addRules(rule)
                                .build())
                        .checkOne(contact, TODAY))
                .hasSize(1);
        Lead lead = Lead.builder().id(LeadId.of("L-1")).build();
        QualityRule status = new QualityRule.Complete(
                "given", Severity.ERROR, "status", com.google.common.collect.ImmutableList.of(), Optional.empty());
        assertThat(QualityChecker.leads(QualityRules.builder()
                                .id("r")
                                .version("1")
                                .on(QualityRules.Subject.LEAD)
                                .addRules(status)
                                .build())
                        .checkOne(lead, TODAY))
                .hasSize(1);
        Opportunity deal = Opportunity.builder()
                .id(OpportunityId.of("D-1"))
                .stage("Won")
                .amount(Amounts.of("5", "USD"))
                .build();
        QualityRule amount =
                new QualityRule.Range("big", Severity.ERROR, "amount", Optional.of(BigDecimal.TEN), Optional.empty());
        QualityRule close = new QualityRule.Fresh("fresh", Severity.ERROR, "closeDate", 3);
        assertThat(QualityChecker.opportunities(QualityRules.builder()
                                .id("r")
                                .version("1")
                                .on(QualityRules.Subject.OPPORTUNITY)
                                .addRules(amount, close)
                                .build())
                        .checkOne(deal.withCloseDate(LocalDate.of(2026, 3, 27)), TODAY))
                .extracting(Finding::code)
                .containsExactly("quality.value.range", "quality.value.stale");
    }

    @Test
    void rulesThatAreWrongAreRefusedWithEverything() {
        QualityRules wrong = SalesOpsJson.read(
                        """
                { "id": "wrong", "version": "1", "on": "account",
                  "rules": [
                    {"kind": "complete", "id": "a", "severity": "error", "field": "sector"},
                    {"kind": "unique", "id": "a", "severity": "error", "fields": []},
                    {"kind": "oneOf", "id": "c", "severity": "error", "field": "industry", "values": []},
                    {"kind": "pattern", "id": "d", "severity": "error", "field": "name", "matches": "("},
                    {"kind": "range", "id": "e", "severity": "error", "field": "name"},
                    {"kind": "fresh", "id": "f", "severity": "error", "field": "name", "maxDays": 1}] }
                """.replace("\"id\": \"wrong\"", "\"schema\": \"salesops/quality-rules/1\", \"id\": \"wrong\""),
                        QualityRules.class)
                .orThrow();
        assertThat(QualityChecker.check(wrong))
                .extracting(finding -> finding.code() + finding.path())
                .containsExactly(
                        "quality.rule.field/rules/0/field",
                        "quality.rule.duplicate/rules/1",
                        "quality.rule.empty/rules/1",
                        "quality.rule.empty/rules/2",
                        "quality.rule.pattern/rules/3",
                        "quality.rule.type/rules/4",
                        "quality.rule.empty/rules/4",
                        "quality.rule.type/rules/5");
        assertThatThrownBy(() -> QualityChecker.accounts(wrong)).isInstanceOf(FindingsException.class);
        assertThatThrownBy(() -> QualityChecker.leads(RULES))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("rules accounts are on ACCOUNT, not on LEAD");
    }

    @Test
    void rulesRoundTripThroughJson() {
        assertThat(SalesOpsJson.read(SalesOpsJson.write(RULES), QualityRules.class)
                        .orThrow())
                .isEqualTo(RULES);
    }

    @Test
    void ruleWithoutItsFieldIsNoRule() {
        assertThat(SalesOpsJson.read(
                                "{\"kind\":\"fresh\",\"id\":\"f\",\"severity\":\"error\",\"field\":\"x\"}",
                                QualityRule.class)
                        .value())
                .isEmpty();
    }

    private static QualityChecker<Opportunity> deals(String rules) {
        return QualityChecker.opportunities(SalesOpsJson.read(
                        "{\"schema\": \"salesops/quality-rules/1\", \"id\": \"deals\", \"version\": \"1\", \"on\":"
                                + " \"opportunity\", \"rules\": [" + rules + "]}",
                        QualityRules.class)
                .orThrow());
    }

    private static Opportunity deal(String id, String stage) {
        return Opportunity.builder().id(OpportunityId.of(id)).stage(stage).build();
    }

    @Test
    void valuesOfSeveralFieldsAreHeldAgainstEachOther() {
        QualityChecker<Opportunity> checker = deals("""
                {"kind": "holds", "id": "won-has-amount", "severity": "error",
                 "opportunity": {"any": [{"not": {"field": "stage", "is": "Won"}}, {"field": "amount", "present": true}]}},
                {"kind": "inOrder", "id": "cycle", "severity": "error", "fields": ["createdAt", "engagedOn", "closeDate"]}
                """);
        Opportunity bad =
                deal("D-1", "Won").withEngagedOn(LocalDate.of(2026, 3, 5)).withCloseDate(LocalDate.of(2026, 3, 4));
        assertThat(checker.checkOne(bad, TODAY))
                .extracting(Finding::text)
                .containsExactly(
                        "error quality.values.contradictory D-1/stage+amount: it does not hold that (not stage is Won or"
                                + " amount present)",
                        "error quality.values.disorder D-1/engagedOn+closeDate: closeDate 2026-03-04 comes before engagedOn"
                                + " 2026-03-05");
        assertThat(checker.scoreOne(bad, TODAY).rate()).contains(io.salesops.core.money.Rate.ZERO);
        // One of three values alone has no order, and a deal that is not won needs no amount.
        assertThat(checker.scoreOne(deal("D-2", "Lost").withEngagedOn(LocalDate.of(2026, 3, 5)), TODAY))
                .isEqualTo(Ratio.of(1, 1, List.of()));
    }

    @Test
    void defaultsThatNobodyChangesAreFound() {
        QualityChecker<Opportunity> checker = deals("""
                {"kind": "notPeriodEnd", "id": "ends", "severity": "warning", "field": "closeDate", "period": "quarter",
                 "tolerated": "50%"},
                {"kind": "notPeriodEnd", "id": "fiscal", "severity": "warning", "field": "closeDate", "period": "year",
                 "firstMonth": 2},
                {"kind": "varied", "id": "names", "severity": "warning", "field": "name", "most": "50%"}
                """);
        List<Opportunity> deals = List.of(
                deal("D-1", "A").withCloseDate(LocalDate.of(2026, 3, 31)).withName("New deal"),
                deal("D-2", "A").withCloseDate(LocalDate.of(2026, 6, 30)).withName("New deal"),
                deal("D-3", "A").withCloseDate(LocalDate.of(2026, 12, 31)).withName("Acme renewal"),
                deal("D-4", "A").withCloseDate(LocalDate.of(2026, 1, 31)).withName("New deal"),
                deal("D-5", "A").withCloseDate(LocalDate.of(2026, 6, 29)));
        QualityReport report = checker.check(deals, TODAY);
        assertThat(report.violations())
                .containsEntry("ends", 3L)
                .containsEntry("fiscal", 1L)
                .containsEntry("names", 3L);
        assertThat(report.results().get(2).values()).containsExactly(new ValueCount("New deal", 3));
        assertThat(report.findings())
                .extracting(Finding::text)
                .contains(
                        "warning quality.value.periodEnd D-4/closeDate: closeDate 2026-01-31 is the last day of a year",
                        "warning quality.value.dominant /name: 3 of 4 records have the name 'New deal', more than 50%."
                                + " Maybe it is a default that nobody changes.");
    }

    @Test
    void resultTellsWhichValuesBreakARuleMostOften() {
        List<Account> accounts = List.of(
                account("A-1", "technolgy", ""),
                account("A-2", "technolgy", ""),
                account("A-3", "Select", ""),
                account("A-4", "", ""));
        QualityReport report = checker().check(accounts, TODAY);
        assertThat(report.results().get(0).problems())
                .containsEntry("quality.value.placeholder", 1L)
                .containsEntry("quality.value.missing", 1L);
        assertThat(report.results().get(1).values())
                .containsExactly(new ValueCount("technolgy", 2), new ValueCount("Select", 1));
        assertThat(report.byField().get("industry")).isEqualTo(Ratio.of(2, 7, List.of()));
        assertThat(report.cleanShare()).isEqualTo(Ratio.of(0, 4, List.of()));
    }

    @Test
    void moreDistinctValuesThanAreCountedExactlyAreSaidToBeEstimated() {
        List<Account> accounts = java.util.stream.IntStream.range(0, 1_000)
                .mapToObj(i -> account("A-" + i, "retail", "site" + i / 2 + ".com"))
                .toList();
        QualityReport report = checker().exactUpTo(100).check(accounts, TODAY);
        RuleResult websites = report.results().get(2);
        assertThat(websites.estimated()).isTrue();
        assertThat(websites.violations()).isBetween(250L, 1_000L);
        assertThat(report.findings()).extracting(Finding::code).contains("quality.values.estimated");
        assertThat(checker().check(accounts, TODAY).results().get(2).violations())
                .isEqualTo(500);
    }

    @Test
    void talliesOfOtherRulesOrDaysDoNotAddUp() {
        QualityTally<Account> tally = checker().tally(TODAY);
        assertThatThrownBy(() -> tally.add(checker().tally(AsOf.date("2026-04-01"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("do not add up");
    }
}
