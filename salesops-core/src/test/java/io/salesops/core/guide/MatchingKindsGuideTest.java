package io.salesops.core.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Address;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.ContactId;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.LeadId;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.match.Cluster;
import io.salesops.core.match.Deduplicator;
import io.salesops.core.match.Duplicates;
import io.salesops.core.match.LabelledPair;
import io.salesops.core.match.LeadMatch;
import io.salesops.core.match.LeadMatcher;
import io.salesops.core.match.LeadMatches;
import io.salesops.core.match.LeadMatchingRules;
import io.salesops.core.match.Link;
import io.salesops.core.match.Linker;
import io.salesops.core.match.Links;
import io.salesops.core.match.MatchCalibrator;
import io.salesops.core.match.MatchCurve;
import io.salesops.core.match.MatchEvaluator;
import io.salesops.core.match.MatchModel;
import io.salesops.core.match.MatchModels;
import io.salesops.core.match.MatchRules;
import io.salesops.core.match.MatchTrainer;
import io.salesops.core.match.RecordShape;
import io.salesops.core.match.Records;
import io.salesops.core.match.RuleDuplicates;
import io.salesops.core.match.RuleMatch;
import io.salesops.core.match.RuleMatcher;
import io.salesops.core.match.TrainedModel;
import io.salesops.core.run.Execution;
import io.salesops.core.text.ReferenceLists;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Runs what docs/guide/matching.md shows of thresholds, ready-made models, two tables, leads and own lists. */
class MatchingKindsGuideTest {
    private static final int COMPANIES = 200;
    private static final int TWICE = 60;

    private final List<Account> accounts = new ArrayList<>();
    private final List<Cluster<AccountId>> truth = new ArrayList<>();

    MatchingKindsGuideTest() {
        Random random = new Random(12);
        for (int i = 0; i < COMPANIES; i++) {
            String name = word(random) + " " + word(random);
            Account account = Account.builder()
                    .id(AccountId.of("A-" + i))
                    .name(name + " Inc.")
                    .website(name.replace(" ", "") + ".com")
                    .phone("+1 415 " + (1_000_000 + random.nextInt(9_000_000)))
                    .address(Address.builder()
                            .city(word(new Random(i % 20)))
                            .postalCode("9" + (1000 + i % 20))
                            .build())
                    .build();
            accounts.add(account);
            if (i < TWICE) {
                accounts.add(account.withId(AccountId.of("B-" + i))
                        .withName(name.substring(0, 3) + name.substring(4) + " Corporation"));
                truth.add(Cluster.of(AccountId.of("A-" + i), AccountId.of("B-" + i)));
            }
        }
    }

    @Test
    void thresholdsAreReadFromACurveAndCorrectedByLabels() {
        MatchModel model = MatchModels.sized(MatchModels.accounts(), accounts.size());

        // snippet:curve
        MatchModel low = model.withThreshold(-5); // from here on
        MatchCurve curve = MatchEvaluator.curve(Records.accounts(accounts), low, truth);
        MatchCurve.Point best = curve.best().orElseThrow();
        MatchModel tuned = model.withThreshold(best.threshold());
        show(best.threshold() + " bits", best.f1(), best.precision().rate());
        // end

        assertThat(best.f1()).isGreaterThan(0.95);
        assertThat(Deduplicator.check(tuned)).isEmpty();

        // snippet:calibrate
        List<LabelledPair<AccountId>> labels = List.of(
                new LabelledPair<>(AccountId.of("A-0"), AccountId.of("B-0"), true),
                new LabelledPair<>(AccountId.of("A-1"), AccountId.of("A-2"), false));
        MatchModel calibrated = MatchCalibrator.of(model)
                .calibrate(Records.accounts(accounts), labels) // refuses labels that contradict each other
                .orThrow();
        show(calibrated.priorMatches(), calibrated.note());
        // end

        assertThat(Deduplicator.check(calibrated)).isEmpty();
    }

    @Test
    void fewContactsAreMatchedByAReadyMadeModelAndOwnLists() {
        Contact xaver = Contact.builder()
                .id(ContactId.of("C-1"))
                .firstName("Xaver")
                .lastName("Huber")
                .email("x.huber@acme.com")
                .build();
        List<Contact> contacts =
                List.of(xaver, xaver.withId(ContactId.of("C-2")).withFirstName("Veri"));

        // snippet:models
        MatchModel ready = MatchModels.sized(MatchModels.contacts(), contacts.size()); // one in ten has a duplicate
        Duplicates<ContactId> people = Deduplicator.of(ready).dedupe(Records.contacts(contacts));
        // end

        assertThat(people.clusters()).hasSize(1);

        // snippet:lists
        ReferenceLists own = ReferenceLists.standard()
                .addingNicknames(List.of("xaver xaverl veri"))
                .addingLegalForms(List.of("Kommunalunternehmen"))
                .addingTitles(List.of("Dkfm."))
                .addingFreeMail(List.of("mail.example"));
        Records<ContactId> read = Records.contacts(contacts).with(own);
        // end

        assertThat(Deduplicator.of(ready).dedupe(read).matches().get(0).weight())
                .isGreaterThan(people.matches().get(0).weight());
    }

    @Test
    void contactsAreMatchedByARule() {
        Contact first = Contact.builder()
                .id(ContactId.of("C-1"))
                .firstName("George")
                .lastName("Michael")
                .phone("415-555-1234")
                .build();
        Contact second =
                first.withId(ContactId.of("C-2")).withFirstName("Michael").withLastName("George");
        List<Contact> contacts = List.of(first, second);

        // snippet:match-rules
        RuleMatcher matcher = RuleMatcher.of(MatchRules.contacts()); // the published standard rule
        RuleMatch match = matcher.match(RecordShape.CONTACT.row(first), RecordShape.CONTACT.row(second));
        show(match.truth(), match.met(), match.explain()); // every alternative, and where it failed
        RuleDuplicates<ContactId> all = matcher.dedupe(Records.contacts(contacts));
        show(all.clusters(), all.compared(first.id(), second.id()).explain());
        // end

        assertThat(match.matches()).isTrue();
        assertThat(all.clusters()).containsExactly(Cluster.of(first.id(), second.id()));
    }

    @Test
    void twoTablesAreLinked() {
        Records<AccountId> ours = Records.accounts(accounts.stream()
                .filter(account -> account.id().value().startsWith("A"))
                .toList());
        Records.Builder<String> others = Records.builder("name", "website", "phone");
        for (Account account : accounts) {
            if (account.id().value().startsWith("B")) {
                others.add(
                        account.id().value(),
                        account.name(),
                        account.website().orElse(null),
                        account.phone().orElse(null));
            }
        }
        Records<String> theirs = others.build();

        // snippet:link
        TrainedModel both = MatchTrainer.standard().train(ours, theirs, Execution.here());
        Links<AccountId, String> links = Linker.of(both.model()).link(ours, theirs);
        for (Link<AccountId, String> link : links.links()) {
            show(link.first(), link.second(), link.weight());
        }
        // end

        assertThat(links.size()).isEqualTo(TWICE);
    }

    @Test
    void leadsFindTheirAccounts() {
        Lead lead = Lead.builder()
                .id(LeadId.of("L-1"))
                .company(accounts.get(TWICE * 2).name().replace(" Inc.", ""))
                .build();
        ImmutableList<Lead> leads = ImmutableList.of(lead);

        // snippet:leads
        LeadMatcher matcher = LeadMatcher.of(LeadMatchingRules.standard(), accounts); // indexed once
        LeadMatch match = matcher.match(lead);
        show(match.kind(), match.account(), match.explain());
        LeadMatches all = matcher.matchAll(leads);
        show(all.accounts(), all.ties(), all.unmatched());
        // end

        assertThat(match.account()).contains(accounts.get(TWICE * 2).id());
        assertThat(all.accounts()).containsOnlyKeys(lead.id());
        String json = """
                {"schema": "salesops/lead-matching/1", "id": "leads", "version": "3", "evidence": ["domain", "phone"], "domainOnly": true,
                 "tieBreakers": [{"prefer": "exactName"}, {"prefer": "meets", "when": {"field": "industry", "is": "Energy"}}, {"prefer": "topOfGroup"}]}
                """;
        assertThat(LeadMatcher.check(
                        SalesOpsJson.read(json, LeadMatchingRules.class).orThrow()))
                .isEmpty();
    }

    private static void show(Object... values) {
        assertThat(values).doesNotContainNull();
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            word.append("bcdfglmnprst".charAt(random.nextInt(12))).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }
}
