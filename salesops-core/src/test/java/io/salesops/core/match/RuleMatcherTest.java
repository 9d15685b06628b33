package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.criteria.Truth;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.finding.Omission;
import io.salesops.core.finding.Severity;
import io.salesops.core.run.Execution;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleMatcherTest {
    private static final RuleMatcher CONTACTS = RuleMatcher.of(MatchRules.contacts());

    private static MatchRecord row(String cells) {
        return new MatchRecord(
                ImmutableMap.copyOf(Splitter.on(", ").withKeyValueSeparator('=').split(cells)));
    }

    /** The clauses of the published equation for contacts and leads, each with what meets it and nothing more. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "First Last Title Account; title=VP Sales, account=A1; firstName + lastName + title + account",
                "First Last Email; email=jo@acme.com; firstNameIfKnown + lastNameIfKnown + email",
                "First Last Phone; phone=415-555-1234; firstName + lastName + phone",
                "First Last Street City; street=1 Main St, city=Reno; firstName + lastName + street + city",
                "First Last Street ZIP; street=1 Main St, postalCode=89501; firstName + lastName + street + postalCode",
                "First Last Street Title; street=1 Main St, title=CEO; firstName + lastName + street + title"
            })
    void contactEquation(String id, String cells, String met) {
        MatchRecord first = row("firstName=Jonathan, lastName=Benioff, " + cells);
        RuleMatch match = CONTACTS.match(first, row("firstName=Jon, lastName=Benioff, " + cells));
        assertThat(match.matches()).as(id).isTrue();
        assertThat(match.met()).extracting(RuleAlternative::toString).containsExactly(met);
        assertThat(CONTACTS.match(first, row("firstName=Rita, lastName=Benioff, " + cells))
                        .truth())
                .isEqualTo(Truth.FALSE);
        assertThat(CONTACTS.match(first, row("firstName=Jonathan, lastName=Marsh, " + cells))
                        .truth())
                .isEqualTo(Truth.FALSE);
        assertThat(CONTACTS.match(first, row("firstName=Jonathan, lastName=Benioff"))
                        .truth())
                .isEqualTo(Truth.UNKNOWN);
    }

    /** The published methods of single fields with their thresholds; the other fields are the same. */
    @ParameterizedTest(name = "{0}: {2} / {3}")
    @CsvSource(
            delimiter = ';',
            value = {
                "exact; firstName; John; JOHN; true",
                "initials; firstName; J; Jonathan; true",
                "another initial; firstName; B; Jonathan; false",
                "Jaro-Winkler; firstName; Jonathan; Jonathon; true",
                "name variant; firstName; Bill; William; true",
                "sound; firstName; Steven; Stephen; true",
                "another name; firstName; Rita; Jonathan; false",
                "keyboard slip; lastName; Fernandez; Fernandex; true",
                "sound of a last name; lastName; Meyer; Maier; true",
                "another last name; lastName; Meyer; Weber; false",
                "last four digits; phone; 1-415-555-1234; 1-415-555-5678; true",
                "country code not dialled; phone; 1-415-555-1234; (415) 555-1234; true",
                "another exchange; phone; 415-555-1234; 415-556-1234; false",
                "another area code; phone; 415-555-1234; 212-555-1234; false",
                "number abroad; phone; +49 30 1234567; +49 30 1234567; true",
                "another number abroad; phone; +49 30 1234567; +49 30 1234568; false"
            })
    void fieldMethod(String id, String column, String one, String other, boolean expected) {
        ImmutableMap<String, String> same =
                ImmutableMap.of("firstName", "John", "lastName", "Doe", "phone", "1-415-555-1234");
        RuleMatch match = CONTACTS.match(with(same, column, one), with(same, column, other));
        assertThat(match.matches()).as(id).isEqualTo(expected);
        assertThat(match.explain()).contains("'" + one + "' / '" + other + "'");
    }

    private static MatchRecord with(ImmutableMap<String, String> cells, String column, String text) {
        return new MatchRecord(ImmutableMap.<String, String>builder()
                .putAll(cells)
                .put(column, text)
                .buildKeepingLast());
    }

    /** Streets by their parts, the weights of which must reach 80. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "kind written out; 123 Maple Avenue; 123 Maple Ave.; true",
                "kind left out; 123 Maple Avenue; 123 Maple; true",
                "suite left out; 123 Maple Ave Suite 5; 123 Maple Ave; true",
                "slip in the name; 123 Maple Avenue; 123 Mapel Avenue; true",
                "another number; 123 Maple Avenue; 125 Maple Avenue; false",
                "another name; 123 Maple Avenue; 123 Birch Avenue; false",
                "number behind; Hauptstrasse 12; Hauptstr. 12; true"
            })
    void street(String id, String one, String other, boolean expected) {
        String same = "firstName=John, lastName=Doe, city=Reno, street=";
        assertThat(CONTACTS.match(row(same + one), row(same + other)).matches())
                .as(id)
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "name and street; name=Acme Inc, street=1 Main St; name=ACME Corp., street=1 Main Street; TRUE",
                "name, city and state; name=Acme, city=Reno, state=NV; name=Acme, city=Reno, state=NV; TRUE",
                "name and city; name=Acme, city=Reno; name=Acme, city=Reno; UNKNOWN",
                "name and ZIP; name=International Business Machines, postalCode=10504; name=IBM, postalCode=10504-1722; TRUE",
                "name and phone; name=Acme, phone=415-555-1234; name=Acme Ltd, phone=415-555-1234; TRUE",
                "website and phone; name=Acme, website=www.acme.com, phone=415-555-1234; name=Globex, website=acme.com, phone=415-555-1234; TRUE",
                "website and street; name=Acme, website=acme.com, street=1 Main St; name=Globex, website=acme.com, street=1 Main St; TRUE",
                "website alone; name=Acme, website=acme.com; name=Globex, website=acme.com; UNKNOWN"
            })
    void accountEquation(String id, String first, String second, Truth expected) {
        assertThat(RuleMatcher.of(MatchRules.accounts())
                        .match(row(first), row(second))
                        .truth())
                .as(id)
                .isEqualTo(expected);
    }

    /** The published keys of the rules that ship; the last two belong to the rule for person accounts. */
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "Email; firstName=John, lastName=Doe, email=john_doe@us.ibm.com; johndoe@ibm.com",
                "First_Last_EmailDomain; firstName=John, lastName=Doe, email=john_doe@us.salesforce.com; jt@salesforce.com",
                "First_Last_Company; firstName=Marc, lastName=Benioff, company=salesforce.com; mpnfsales",
                "First_Last_Phone; firstName=Marc, lastName=Benioff, phone=1-415-555-1234; mpnf415555",
                "Street; street=123 Maple Avenue; 123maple"
            })
    void matchKey(String id, String cells, String expected) {
        assertThat(MatchKeys.of(MatchRules.leads()).of(row(cells)).values())
                .as(id)
                .extracting(parts -> String.join("", parts).toLowerCase(Locale.ROOT))
                .contains(expected);
    }

    @Test
    void namesMayBeTransposedInOneRecord() {
        RuleMatch match = CONTACTS.match(
                row("firstName=George, lastName=Michael, phone=415-555-1234"),
                row("firstName=Michael, lastName=George, phone=415-555-1234"));
        assertThat(match.matches()).isTrue();
        assertThat(match.explain()).contains("'Michael' (transposed)");
        assertThat(CONTACTS.match(
                                row("lastName=Michael, phone=415-555-1234"),
                                row("firstName=Michael, lastName=George, phone=415-555-1234"))
                        .matches())
                .isFalse();
    }

    @Test
    void blanksMatchFailOrAreLeftOutAsTheConditionSays() {
        assertThat(CONTACTS.match(
                                row("lastName=Doe, email=jo@acme.com"),
                                row("firstName=John, lastName=Doe, email=jo@acme.com"))
                        .matches())
                .isTrue();
        MatchRule rule = MatchRules.contacts()
                .withAlternatives(RuleAlternative.of("email", "city"))
                .withConditions(
                        condition("email", BlankHandling.DOES_NOT_MATCH), condition("city", BlankHandling.MATCHES));
        RuleMatcher matcher = RuleMatcher.of(rule.withTransposed(ImmutableList.of()));
        MatchRecord blank = row("email=a@b.com");
        assertThat(matcher.match(blank, blank).truth()).isEqualTo(Truth.TRUE);
        assertThat(matcher.match(blank, row("email=a@b.com, city=Reno")).truth())
                .isEqualTo(Truth.FALSE);
        RuleMatch unknown = matcher.match(row("city=Reno"), row("email=a@b.com, city=Reno"));
        assertThat(unknown.truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(unknown.explain()).contains("email none / 'a@b.com': unknown");
    }

    private static RuleCondition condition(String column, BlankHandling blanks) {
        return RuleCondition.builder()
                .column(column)
                .when("exact")
                .blanks(blanks)
                .build();
    }

    @Test
    void aTableIsSearchedByTheKeysAndClustersAreWhatMatchesConnect() throws Exception {
        Records<String> records = Records.<String>builder("firstName", "lastName", "email", "phone")
                .add("1", "George", "Michael", "george@wham.com", "415-555-1234")
                .add("2", "Michael", "George", null, "415-555-9876")
                .add("3", "Georgie", "Michael", "george@wham.com", null)
                .add("4", "Rita", "Weber", "rita@weber.de", null)
                .add("5", null, null, null, null)
                .build();
        RuleDuplicates<String> found = CONTACTS.dedupe(records);
        assertThat(found.clusters()).containsExactly(Cluster.of("1", "2", "3"));
        assertThat(found.compared("2", "1").met())
                .extracting(RuleAlternative::toString)
                .containsExactly("firstName + lastName + phone");
        assertThat(found.omitted()).extracting(Omission::reason).containsExactly("records without a blocking key");
        assertThat(found.findings()).extracting(Finding::code).contains("match.column.missing");
        assertThat(found.explain()).contains("5 records");
        assertThatThrownBy(() -> found.compared("1", "9"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("9");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            assertThat(CONTACTS.dedupe(records, Execution.on(threads, 2)).clusters())
                    .isEqualTo(found.clusters());
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void thousandsOfEqualRecordsAreOneAndTheirPairsAnOmission() {
        Records.Builder<Integer> records = Records.builder("firstName", "lastName", "email");
        for (int i = 0; i < 20_000; i++) {
            records.add(i, "John", "Doe", "john@doe.com");
        }
        RuleDuplicates<Integer> found =
                RuleMatcher.of(MatchRules.contacts().withPairBudget(1_000_000)).dedupe(records.build());
        assertThat(found.clusters())
                .singleElement()
                .satisfies(all -> assertThat(all.members()).hasSize(20_000));
        assertThat(found.matchCount()).isEqualTo(19_999);
        assertThat(found.omitted()).isNotEmpty();
    }

    @Test
    void theRulesThatShipAreSound() {
        for (MatchRule rule : ImmutableList.of(MatchRules.accounts(), MatchRules.contacts(), MatchRules.leads())) {
            assertThat(RuleMatcher.check(rule)).isEmpty();
            assertThat(MatchKeys.of(rule).findings()).isEmpty();
        }
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        MatchRule wrong = MatchRule.builder()
                .id("wrong")
                .version("1")
                .schema("salesops/match-rule/9")
                .pairBudget(0)
                .addConditions(
                        condition("email", BlankHandling.IGNORED),
                        condition("email", BlankHandling.IGNORED),
                        RuleCondition.builder().column("a").when("jaro>=0.9").build(),
                        RuleCondition.builder().column("b").when("similar>=0.9").build())
                .addAlternatives(
                        RuleAlternative.of("email"),
                        RuleAlternative.of("email"),
                        RuleAlternative.of("a", "a"),
                        RuleAlternative.of("nobody"))
                .addTransposed("a", "zip", "b")
                .addBlocking(BlockingRule.of("sufix(name,3)"))
                .build();
        assertThat(RuleMatcher.check(wrong))
                .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.ERROR))
                .extracting(finding -> finding.code() + " " + finding.path())
                .containsExactly(
                        "match.model.schema /schema",
                        "match.budget.range /pairBudget",
                        "match.condition.twice /conditions/1/name",
                        "match.level.unknown /conditions/2/when",
                        "match.condition.method /conditions/3/when",
                        "match.alternative.blank /alternatives/0",
                        "match.alternative.twice /alternatives/1",
                        "match.alternative.blank /alternatives/1",
                        "match.condition.repeated /alternatives/2/all/1",
                        "match.condition.unknown /alternatives/3/all/0",
                        "match.transposed.number /transposed",
                        "match.transposed.unknown /transposed/1",
                        "match.key.unknown /blocking/0/keys/0");
        assertThatThrownBy(() -> RuleMatcher.of(wrong)).isInstanceOf(FindingsException.class);
        assertThatThrownBy(() -> MatchKeys.of(wrong)).isInstanceOf(FindingsException.class);
        MatchRule empty = MatchRule.builder().id("empty").version("1").build();
        assertThat(RuleMatcher.check(empty))
                .extracting(Finding::code)
                .containsExactly("match.alternative.missing", "match.blocking.missing");
    }
}
