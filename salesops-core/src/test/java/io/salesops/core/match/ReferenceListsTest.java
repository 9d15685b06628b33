package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.LeadId;
import io.salesops.core.text.Normalizer;
import io.salesops.core.text.ReferenceLists;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A user's own lists reach normalisers, comparisons and engines. */
class ReferenceListsTest {
    private static final ReferenceLists OWN = ReferenceLists.standard()
            .addingNicknames(List.of("xaver xaverl veri"))
            .addingLegalForms(List.of("Kommunalunternehmen", "A.d.ö.R."))
            .addingTitles(List.of("Dkfm."))
            .addingFreeMail(List.of("Mail.Example"));

    @Test
    void normalisersTakeThem() {
        assertThat(Normalizer.NAME.apply("Dkfm. Xaver Huber", OWN)).isEqualTo("xaver huber");
        assertThat(Normalizer.NAME.apply("Dr. Xaver Huber", OWN)).isEqualTo("xaver huber");
        assertThat(Normalizer.NAME.apply("Dkfm. Xaver Huber")).isEqualTo("dkfm xaver huber");
        assertThat(Normalizer.COMPANY_NAME.apply("Stadtwerke AdöR", OWN)).isEqualTo("stadtwerke");
        assertThat(Normalizer.COMPANY_NAME.apply("Stadtwerke Kommunalunternehmen GmbH", OWN))
                .isEqualTo("stadtwerke");
        assertThat(Normalizer.DOMAIN.apply("jo@mail.example", OWN)).isEmpty();
        assertThat(Normalizer.DOMAIN.apply("jo@mail.example")).isEqualTo("mail.example");
        assertThat(Normalizer.DOMAIN.apply("jo@gmail.com", OWN)).isEmpty();
        assertThat(OWN.nicknames().related("veri", "xaver")).isTrue();
        assertThat(OWN.nicknames().related("bill", "william")).isTrue();
        assertThat(OWN.added()).hasSize(5).first().isEqualTo("nickname: xaver xaverl veri");
    }

    @Test
    void recordsCarryThemToTrainingAndMatching() {
        MatchModel model = MatchModels.contacts();
        Records<String> records = Records.<String>builder("firstName", "lastName", "phone")
                .add("1", "Xaver", "Huber", "089 1234567")
                .add("2", "Dkfm. Veri", "Huber", "089 1234567")
                .build();
        assertThat(level(model, records)).doesNotContain("nickname");
        assertThat(level(model, records.with(OWN))).contains("nickname");
        assertThat(Deduplicator.of(model).dedupe(records.with(OWN)).computedFrom())
                .isNotEqualTo(Deduplicator.of(model).dedupe(records).computedFrom());
        assertThat(Deduplicator.of(model)
                        .dedupe(records.with(ReferenceLists.standard()))
                        .computedFrom())
                .isEqualTo(Deduplicator.of(model).dedupe(records).computedFrom());
        Records<String> ours = Records.<String>builder("firstName", "lastName", "phone")
                .add("1", "Xaver", "Huber", "089 1234567")
                .build();
        Records<String> theirs = Records.<String>builder("firstName", "lastName", "phone")
                .add("3", "Veri", "Huber", "089 1234567")
                .build();
        for (Links<String, String> links : List.of(
                Linker.of(model).link(ours.with(OWN), theirs), Linker.of(model).link(ours, theirs.with(OWN)))) {
            assertThat(links.of("1").orElseThrow().explain()).contains("nickname");
        }
    }

    private static String level(MatchModel model, Records<String> records) {
        return Deduplicator.of(model).dedupe(records).compared("1", "2").explain();
    }

    @Test
    void leadsAreMatchedByThem() {
        List<Account> accounts = List.of(Account.builder()
                .id(AccountId.of("A"))
                .name("Stadtwerke AdöR")
                .website("mail.example")
                .build());
        Lead lead = Lead.builder().id(LeadId.of("L")).company("Stadtwerke").build();
        LeadMatchingRules rules = LeadMatchingRules.standard();
        assertThat(LeadMatcher.of(rules, accounts).match(lead).account()).isEmpty();
        assertThat(LeadMatcher.of(rules, accounts, List.of(), OWN).match(lead).account())
                .isPresent();
    }
}
