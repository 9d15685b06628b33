package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Address;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.ContactId;
import io.salesops.core.json.SalesOpsJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatchModelsTest {
    private static final double PRECISION = 0.98;
    private static final double RECALL = 0.93;

    @Test
    void areSoundAndReadTheColumnsOfTheirRecords() {
        assertThat(Deduplicator.check(MatchModels.accounts())).isEmpty();
        assertThat(Deduplicator.check(MatchModels.contacts())).isEmpty();
        assertThat(Deduplicator.check(MatchModels.leads())).isEmpty();
        reads(MatchModels.accounts(), RecordShape.ACCOUNT);
        reads(MatchModels.contacts(), RecordShape.CONTACT);
        reads(MatchModels.leads(), RecordShape.LEAD);
        assertThat(SalesOpsJson.read(SalesOpsJson.write(MatchModels.leads()), MatchModel.class)
                        .orThrow())
                .isEqualTo(MatchModels.leads());
    }

    private static void reads(MatchModel model, RecordShape<?, ?> shape) {
        assertThat(shape.columns().keySet())
                .containsAll(model.comparisons().stream()
                        .map(FieldComparison::column)
                        .toList());
    }

    @ParameterizedTest(name = "seed {0}, {1} companies")
    @CsvSource({"1, 2000", "2, 2000", "3, 2000", "4, 60"})
    void plantedDuplicatesAreFoundAndWhatOnlyLooksLikeOneIsNot(long seed, int companies) {
        GeneratedCrm crm = new GeneratedCrm(seed, companies);
        holds(MatchModels.accounts(), Records.accounts(crm.accounts()), crm.sameAccounts());
        holds(MatchModels.contacts(), Records.contacts(crm.contacts()), crm.sameContacts());
        holds(MatchModels.leads(), Records.leads(crm.leads()), crm.sameLeads());
    }

    private static <I extends Comparable<? super I>> void holds(
            MatchModel model, Records<I> records, List<Cluster<I>> truth) {
        MatchScores scores = MatchEvaluator.evaluate(
                Deduplicator.of(MatchModels.sized(model, records.size())).dedupe(records), truth);
        assertThat(scores.precision().rate().orElseThrow().value().approximate())
                .as("precision of " + model.id())
                .isGreaterThanOrEqualTo(PRECISION);
        assertThat(scores.recall().rate().orElseThrow().value().approximate())
                .as("recall of " + model.id())
                .isGreaterThanOrEqualTo(RECALL);
    }

    @Test
    void fiveRecordsAreEnough() {
        Account acme = Account.builder()
                .id(AccountId.of("1"))
                .name("Acme Inc.")
                .website("acme.com")
                .build();
        List<Account> accounts = List.of(
                acme,
                acme.withId(AccountId.of("2")).withName("ACME Corporation").withWebsite("www.acme.com/about"),
                acme.withId(AccountId.of("3")).withName("Globex").withWebsite("globex.com"),
                acme.withId(AccountId.of("4"))
                        .withName("Acme Ltd")
                        .withWebsite("acme.co.uk")
                        .withAddress(Address.builder().city("London").build()),
                acme.withId(AccountId.of("5")).withName("Initech").withWebsite("initech.com"));
        assertThat(Deduplicator.of(MatchModels.accounts())
                        .dedupe(Records.accounts(accounts))
                        .clusters())
                .containsExactly(Cluster.of(AccountId.of("1"), AccountId.of("2")));
    }

    @ParameterizedTest(name = "Bill {0} is William Doe")
    @ValueSource(strings = {"Doe", "DOE", "Döe"})
    void aPersonOfOneMailboxIsOneUnderAShortName(String lastName) {
        Contact william = Contact.builder()
                .id(ContactId.of("1"))
                .firstName("William")
                .lastName("Doe")
                .email("william.doe@acme.com")
                .build();
        Contact bill = william.withId(ContactId.of("2")).withFirstName("Bill").withLastName(lastName);
        assertThat(Deduplicator.of(MatchModels.contacts())
                        .dedupe(Records.contacts(List.of(william, bill)))
                        .clusters())
                .hasSize(1);
    }

    @Test
    void thePriorFollowsTheSizeOfTheSet() {
        assertThat(MatchModels.sized(MatchModels.leads(), 10_001).priorMatches())
                .isEqualTo(0.00002);
        assertThat(MatchModels.sized(MatchModels.leads(), 0).priorMatches()).isEqualTo(0.2);
        assertThatThrownBy(() -> MatchModels.sized(MatchModels.leads(), -1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
