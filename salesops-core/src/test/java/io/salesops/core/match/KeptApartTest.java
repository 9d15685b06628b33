package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Address;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.ContactId;
import io.salesops.core.finding.Finding;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeptApartTest {
    private static final Address HOME =
            Address.builder().street("12 Elm Street").postalCode("02108").build();
    private static final Contact ADA = contact("C-1", "Ada", "Byron");
    private static final Contact BEN = contact("C-2", "Benjamin", "Byron");
    private static final Contact BENNY = contact("C-3", "Ben", "Byron");
    private static final Contact INITIAL = contact("C-4", "A", "Byron");
    private static final Contact STRANGER = contact("C-5", "Clara", "Hopper");
    private static final ImmutableList<Contact> FAMILY = ImmutableList.of(ADA, BEN, BENNY, INITIAL, STRANGER);

    /** Everybody at one address matches; first names weigh a little. */
    private static final MatchModel LOOSE = MatchModel.builder()
            .id("loose")
            .version("1")
            .priorMatches(0.5)
            .threshold(1)
            .addComparisons(
                    FieldComparison.builder()
                            .column("postalCode")
                            .addLevels(
                                    new ComparisonLevel("exact", 0.9, 0.1), new ComparisonLevel("otherwise", 0.1, 0.9))
                            .build(),
                    FieldComparison.builder()
                            .column("firstName")
                            .addLevels(
                                    new ComparisonLevel("exact", 0.4, 0.2),
                                    new ComparisonLevel("contained", 0.4, 0.2),
                                    new ComparisonLevel("otherwise", 0.2, 0.6))
                            .build())
            .addBlocking(BlockingRule.of("postalCode"))
            .build();

    private static Contact contact(String id, String first, String last) {
        return Contact.builder()
                .id(ContactId.of(id))
                .firstName(first)
                .lastName(last)
                .address(HOME)
                .build();
    }

    private static Account account(String id, Optional<String> parent) {
        return Account.builder()
                .id(AccountId.of(id))
                .name("Acme " + id)
                .parent(parent.map(AccountId::of))
                .build();
    }

    @Test
    void thePeopleOfAHouseholdAreParted() {
        Duplicates<ContactId> duplicates = Deduplicator.of(LOOSE).dedupe(Records.contacts(FAMILY));
        assertThat(duplicates.clusters()).hasSize(1);
        PartedClusters<ContactId> parted =
                ClusterParting.of(KeptApart.households(FAMILY)).part(duplicates);
        assertThat(parted.separations())
                .extracting(pair -> pair.first() + " " + pair.second())
                .containsExactly("C-1 C-2", "C-1 C-3", "C-2 C-4", "C-3 C-4");
        assertThat(parted.clusters())
                .noneMatch(cluster -> cluster.members().contains(ADA.id())
                        && cluster.members().contains(BEN.id()))
                .anyMatch(cluster -> cluster.members().contains(ADA.id())
                        && cluster.members().contains(INITIAL.id()))
                .anyMatch(cluster -> cluster.members().contains(BEN.id())
                        && cluster.members().contains(BENNY.id()));
        assertThat(parted.explain()).contains("two first names, one last name and address");
        assertThat(parted.omitted()).isNotEmpty();
    }

    @Test
    void whatIsNotKeptApartStays() {
        Duplicates<ContactId> duplicates = Deduplicator.of(LOOSE).dedupe(Records.contacts(FAMILY));
        KeptApart<ContactId> none = KeptApart.<ContactId>builder()
                .add(ContactId.of("X"), ADA.id(), "unknown")
                .build();
        PartedClusters<ContactId> parted = ClusterParting.of(none).part(duplicates);
        assertThat(parted.clusters()).isEqualTo(duplicates.clusters());
        assertThat(parted.separations()).isEmpty();
        assertThat(parted.omitted()).isEmpty();
    }

    @Test
    void pairsOfAUserAndRulesAddUp() {
        KeptApart<ContactId> both = KeptApart.<ContactId>builder()
                .add(STRANGER.id(), ADA.id(), "twin sisters")
                .build()
                .and(KeptApart.households(FAMILY));
        assertThat(both.within(ImmutableList.of(STRANGER.id(), ADA.id(), BEN.id())))
                .extracting(Separation::reason)
                .containsExactly("two first names, one last name and address", "twin sisters");
        assertThatThrownBy(() -> KeptApart.<ContactId>builder().add(ADA.id(), ADA.id(), "no"))
                .hasMessageContaining("C-1");
    }

    @Test
    void anAccountIsNotOneWithThoseAboveIt() {
        ImmutableList<Account> accounts = ImmutableList.of(
                account("A-1", Optional.empty()),
                account("A-2", Optional.of("A-1")),
                account("A-3", Optional.of("A-2")),
                account("A-4", Optional.of("A-1")),
                account("B-1", Optional.of("B-2")),
                account("B-2", Optional.of("B-1")));
        assertThat(KeptApart.hierarchies(accounts)
                        .within(accounts.stream().map(Account::id).toList()))
                .extracting(pair -> pair.reason())
                .containsExactly(
                        "A-1 is the parent of A-2",
                        "A-1 is above A-3",
                        "A-1 is the parent of A-4",
                        "A-2 is the parent of A-3",
                        "B-2 is the parent of B-1");
        RelatedRecords<AccountId> related = Relations.standard()
                .hierarchies(accounts, ImmutableList.of(Cluster.of(AccountId.of("A-2"), AccountId.of("A-4"))));
        assertThat(related.groups())
                .extracting(group -> group.members().toString() + " " + group.reason())
                .containsExactly("[A-1, A-2, A-3] below A-1", "[B-1, B-2] a circle of parents");
        assertThat(related.findings()).extracting(Finding::code).containsExactly("match.parent.circular");
    }

    @Test
    void householdsAreOfPeopleNotOfDuplicates() {
        RelatedRecords<ContactId> related = Relations.standard()
                .households(
                        FAMILY, ImmutableList.of(Cluster.of(BEN.id(), BENNY.id()), Cluster.of(ADA.id(), INITIAL.id())));
        assertThat(related.groups()).hasSize(1);
        assertThat(related.groups().get(0).members()).containsExactly(ADA.id(), BEN.id());
        assertThat(related.explain()).contains("same last name and address");
        assertThat(Relations.standard()
                        .households(
                                FAMILY,
                                ImmutableList.of(new Cluster<>(
                                        ADA.id(),
                                        FAMILY.stream().map(Contact::id).collect(ImmutableList.toImmutableList()))))
                        .groups())
                .isEmpty();
    }

    @Test
    void manyRecordsOfOnePersonAreNoTrouble() {
        ImmutableList<Contact> same = IntStream.range(0, 20_000)
                .mapToObj(i -> contact("S-" + i, "Ada", "Byron"))
                .collect(ImmutableList.toImmutableList());
        assertThat(KeptApart.households(same)
                        .within(same.stream().map(Contact::id).toList()))
                .isEmpty();
        assertThat(Relations.standard()
                        .households(same, ImmutableList.of())
                        .groups()
                        .get(0)
                        .members())
                .hasSize(same.size());
    }
}
