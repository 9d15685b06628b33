package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Address;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.ContactId;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.LeadId;
import io.salesops.core.crm.RepId;
import io.salesops.core.explain.Candidate;
import io.salesops.core.explain.Explanation;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.finding.Omission;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.run.Execution;
import io.salesops.core.testkit.JsonLaws;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadMatcherTest {
    private static final LeadMatchingRules RULES = LeadMatchingRules.standard();

    private static Account account(String id, String name) {
        return Account.builder().id(AccountId.of(id)).name(name).build();
    }

    private static Lead lead(String company) {
        return Lead.builder().id(LeadId.of("L")).company(company).build();
    }

    private static Address postalCode(String code) {
        return Address.builder().postalCode(code).build();
    }

    private static LeadMatch match(LeadMatchingRules rules, Lead lead, Account... accounts) {
        return LeadMatcher.of(rules, ImmutableList.copyOf(accounts)).match(lead);
    }

    /** The published rules of lead-to-account matching: what a name needs beside it to belong. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "-",
            value = {
                "exact name alone,                    Acme Corp,   Acme Corp,                   -,                 -,        -,              -,               -,     -,     EXACT_NAME",
                "exact name under another legal form, Acme GmbH,   ACME Corporation,            -,                 -,        -,              -,               -,     -,     EXACT_NAME",
                "close name alone,                    Acmee,       Acme,                        -,                 -,        -,              -,               -,     -,     NONE",
                "close name and domain,               Acmee,       Acme,                        jo@mail.acme.com,  acme.com, -,              -,               -,     -,     CLOSE_NAME",
                "close name and phone,                Acmee,       Acme,                        -,                 -,        +1 415 5551234, (415) 555-1234,  -,     -,     CLOSE_NAME",
                "close name and ZIP,                  Acmee,       Acme,                        -,                 -,        -,              -,               94107, 94107-1234, CLOSE_NAME",
                "close name and free mail,            Acmee,       Acme,                        jo@gmail.com,      gmail.com, -,             -,               -,     -,     NONE",
                "acronym and ZIP,                     ELT,         Express Logistics Transport, -,                 -,        -,              -,               94107, 94107, CLOSE_NAME",
                "acronym alone,                       ELT,         Express Logistics Transport, -,                 -,        -,              -,               -,     -,     NONE",
                "acronym in full on the lead,         Bank of America, B.A.,                    jo@bofa.com,       bofa.com, -,              -,               -,     -,     CLOSE_NAME",
                "word component and domain,           Chevron,     ChevronTexaco,               jo@chevron.com,    chevron.com, -,           -,               -,     -,     CLOSE_NAME",
                "word component alone,                Chevron,     ChevronTexaco,               -,                 -,        -,              -,               -,     -,     NONE",
                "words in another order and domain,   Logistics Express, Express Logistics,     jo@exlog.com,      exlog.com, -,             -,               -,     -,     CLOSE_NAME",
                "another number and domain,           Fund 3,      Fund 4,                      jo@fund.com,       fund.com, -,              -,               -,     -,     NONE",
                "another name and domain,             Globex,      Acme,                        jo@acme.com,       acme.com, -,              -,               -,     -,     NONE"
            })
    void leadToAccount(
            String id,
            String company,
            String name,
            String email,
            String website,
            String phone,
            String itsPhone,
            String postalCode,
            String itsPostalCode,
            LeadMatch.Kind kind) {
        Lead.Builder lead = Lead.builder().id(LeadId.of("L")).company(company);
        Account.Builder account = Account.builder().id(AccountId.of("A")).name(name);
        if (email != null) {
            lead.email(email);
            account.website(website);
        }
        if (phone != null) {
            lead.phone(phone);
            account.phone(itsPhone);
        }
        if (postalCode != null) {
            lead.address(postalCode(postalCode));
            account.address(postalCode(itsPostalCode));
        }
        LeadMatch match = match(RULES, lead.build(), account.build(), account("Z", "Unlike"));
        assertThat(match.kind()).as(id).isEqualTo(kind);
        assertThat(match.account().isPresent()).isEqualTo(kind != LeadMatch.Kind.NONE);
    }

    @Test
    void theDomainAloneIsEnoughOnlyWhereItIsEnabledAndNoAccountHasTheName() {
        Account byDomain = account("A", "Acme").withWebsite("https://www.acme.com/");
        Account byName = account("B", "Globex Inc");
        Lead lead = lead("Globex").withEmail("jo@acme.com");
        assertThat(match(RULES, lead, byDomain).kind()).isEqualTo(LeadMatch.Kind.NONE);
        assertThat(match(RULES.withDomainOnly(true), lead, byDomain).kind()).isEqualTo(LeadMatch.Kind.DOMAIN);
        LeadMatch both = match(RULES.withDomainOnly(true), lead, byDomain, byName);
        assertThat(both.account()).contains(AccountId.of("B"));
        assertThat(both.explain()).contains("other accounts have the name");
        Lead mail = Lead.builder().id(LeadId.of("L")).email("jo@acme.com").build();
        assertThat(match(RULES.withDomainOnly(true), mail, byDomain).account()).contains(AccountId.of("A"));
    }

    @Test
    void contactsLendTheirDomainsToTheirAccounts() {
        Account account = account("A", "Acme");
        Contact contact = Contact.builder()
                .id(ContactId.of("C"))
                .lastName("Doe")
                .account(account.id())
                .email("doe@acme-group.com")
                .build();
        LeadMatcher matcher = LeadMatcher.of(RULES, List.of(account), List.of(contact));
        assertThat(matcher.match(lead("Acmee").withEmail("jo@acme-group.com")).account())
                .contains(account.id());
    }

    @Test
    void tieBreakersActInOrderAndEveryLoserSaysWhy() {
        Account exact = account("A", "Acme Inc").withOwner(RepId.of("R"));
        Account child = account("B", "Acme GmbH").withOwner(RepId.of("R")).withParent(exact.id());
        Account unowned = account("C", "Acme");
        Account close = account("D", "Acmee").withWebsite("acme.com");
        Account other = account("E", "Globex").withWebsite("acme.com");
        LeadMatch match = match(RULES, lead("Acme").withEmail("jo@acme.com"), exact, child, unowned, close, other);
        assertThat(match.account()).contains(exact.id());
        Explanation.Choice choice = (Explanation.Choice) match.explanation();
        assertThat(choice.candidates())
                .extracting(
                        Candidate::id,
                        candidate -> candidate.rule().path(),
                        c -> c.failed().orElse(""))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("A", "/tieBreakers/6", ""),
                        org.assertj.core.groups.Tuple.tuple(
                                "B", "/tieBreakers/6", "others are preferred: the fewest accounts above it"),
                        org.assertj.core.groups.Tuple.tuple("C", "/tieBreakers/5", "others are preferred: an owner"),
                        org.assertj.core.groups.Tuple.tuple(
                                "D", "/tieBreakers/0", "others are preferred: the exact name"),
                        org.assertj.core.groups.Tuple.tuple(
                                "E", "/domainOnly", "shares only the domain, which is not enough"));
        JsonLaws.roundTrips(match, LeadMatch.class);
    }

    @Test
    void theTieBreakersOfAUserDecide() {
        Account small = account("A", "Acme").withEmployees(10).withModifiedAt(Instant.parse("2026-01-02T00:00:00Z"));
        Account large = account("B", "Acme").withEmployees(900).withIndustry("Energy");
        assertThat(withTieBreaker("{\"prefer\": \"modifiedLast\"}", small, large))
                .isEqualTo("A");
        assertThat(withTieBreaker("{\"prefer\": \"mostEmployees\"}", small, large))
                .isEqualTo("B");
        assertThat(withTieBreaker(
                        "{\"prefer\": \"meets\", \"when\": {\"field\": \"industry\", \"is\": \"Energy\"}}",
                        small,
                        large))
                .isEqualTo("B");
    }

    private static String withTieBreaker(String tieBreaker, Account... accounts) {
        LeadMatchingRules rules = SalesOpsJson.read(
                        "{\"schema\": \"salesops/lead-matching/1\", \"id\": \"r\", \"version\": \"1\", "
                                + "\"tieBreakers\": [" + tieBreaker + "]}",
                        LeadMatchingRules.class)
                .orThrow();
        return match(rules, lead("Acme"), accounts).account().orElseThrow().value();
    }

    @Test
    void whatNothingPartsIsATieAndNeverAPick() {
        LeadMatch match = match(RULES, lead("Acme"), account("A", "Acme"), account("B", "Acme"), account("C", "Acm"));
        assertThat(match.kind()).isEqualTo(LeadMatch.Kind.TIE);
        assertThat(match.account()).isEmpty();
        assertThat(match.tied()).containsExactly(AccountId.of("A"), AccountId.of("B"));
        assertThat(match.findings()).extracting(Finding::code).containsExactly("match.lead.tie");
    }

    @Test
    void accountsThatShareOnlyAPostalCodeAreCounted() {
        LeadMatch match = match(
                RULES,
                lead("Acme").withAddress(postalCode("10115")),
                account("A", "Globex").withAddress(postalCode("10115")));
        assertThat(match.omitted()).extracting(Omission::count).containsExactly(1L);
    }

    @Test
    void manyLeadsAreMatchedAsEachIsWhateverTheOrderAndTheExecution() {
        Random random = new Random(3);
        List<Account> accounts = new ArrayList<>();
        List<Lead> leads = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            String name = "Company " + (char) ('a' + random.nextInt(26)) + (char) ('a' + random.nextInt(26));
            accounts.add(account("A" + i, name).withWebsite("site" + random.nextInt(200) + ".com"));
            leads.add(Lead.builder()
                    .id(LeadId.of("L" + i))
                    .company("Company " + (char) ('a' + random.nextInt(26)) + (char) ('a' + random.nextInt(26)))
                    .email("jo@site" + random.nextInt(200) + ".com")
                    .build());
        }
        leads.add(leads.get(0).withId(LeadId.of("L500")));
        leads.add(leads.get(0).withId(LeadId.of("L500")));
        leads.add(Lead.builder().id(LeadId.of("L501")).email("jo@gmail.com").build());
        LeadMatcher matcher = LeadMatcher.of(RULES, accounts);
        LeadMatches all = matcher.matchAll(leads);
        for (Lead lead : leads.subList(0, 500)) {
            LeadMatch one = matcher.match(lead);
            assertThat(all.accounts().get(lead.id())).isEqualTo(one.account().orElse(null));
            assertThat(all.ties().getOrDefault(lead.id(), ImmutableList.of())).isEqualTo(one.tied());
            assertThat(all.unmatched().contains(lead.id())).isEqualTo(one.kind() == LeadMatch.Kind.NONE);
        }
        assertThat(all.omitted())
                .extracting(Omission::reason, Omission::count)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("leads whose id occurs more than once", 2L),
                        org.assertj.core.groups.Tuple.tuple("leads without company and business e-mail address", 1L));
        JsonLaws.roundTrips(all, LeadMatches.class);
        Collections.shuffle(accounts, random);
        Collections.shuffle(leads, random);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            LeadMatches again = LeadMatcher.of(RULES, accounts).matchAll(leads, Execution.on(threads, 2));
            assertThat(SalesOpsJson.write(again)).isEqualTo(SalesOpsJson.write(all));
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void circlesOfParentsAndHostileTextsEnd() {
        Account a = account("A", "Acme").withParent(AccountId.of("B"));
        Account b = account("B", "Acme").withParent(AccountId.of("A"));
        assertThat(match(RULES, lead("Acme"), a, b).kind()).isEqualTo(LeadMatch.Kind.TIE);
        String megabyte = "x\u0000\ud800 ".repeat(250_000);
        Account hostile = account("H", megabyte).withWebsite(megabyte).withPhone(megabyte);
        LeadMatch match = match(RULES, lead(megabyte).withEmail(megabyte).withPhone(megabyte), hostile, a);
        assertThat(match.account()).contains(hostile.id());
        assertThat(match.explain().length()).isLessThan(10_000);
        assertThat(match(RULES, lead("!!"), account("A", "?")).kind()).isEqualTo(LeadMatch.Kind.NONE);
    }

    @Test
    void unsoundRulesAreRefusedWithEverythingThatIsWrong() {
        LeadMatchingRules wrong = LeadMatchingRules.builder()
                .id("r")
                .version("1")
                .closeName(1.5)
                .addEvidence(LeadEvidence.PHONE, LeadEvidence.PHONE)
                .addTieBreakers(
                        TieBreaker.of(TieBreaker.Preference.MEETS),
                        TieBreaker.of(TieBreaker.Preference.TOP_OF_GROUP),
                        TieBreaker.of(TieBreaker.Preference.BOTTOM_OF_GROUP),
                        TieBreaker.of(TieBreaker.Preference.TOP_OF_GROUP))
                .build();
        assertThat(LeadMatcher.check(wrong))
                .extracting(Finding::code)
                .containsExactly(
                        "match.closeName.range",
                        "match.evidence.twice",
                        "match.tieBreaker.twice",
                        "match.tieBreaker.condition",
                        "match.tieBreaker.unreached");
        assertThatThrownBy(() -> LeadMatcher.of(wrong, List.of())).isInstanceOf(FindingsException.class);
        assertThat(LeadMatcher.check(RULES)).isEmpty();
        List<Account> twice = List.of(account("A", "a"), account("A", "b"));
        assertThatThrownBy(() -> LeadMatcher.of(RULES, twice)).hasMessageContaining("id A occurs twice");
    }
}
