package io.salesops.core.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.ContactId;
import io.salesops.core.match.AgreementCounts;
import io.salesops.core.match.BlockSizes;
import io.salesops.core.match.Cluster;
import io.salesops.core.match.ClusterChange;
import io.salesops.core.match.ClusterChanges;
import io.salesops.core.match.ClusterHistory;
import io.salesops.core.match.ClusterParting;
import io.salesops.core.match.CorpusStatistics;
import io.salesops.core.match.Deduplicator;
import io.salesops.core.match.KeptApart;
import io.salesops.core.match.MergeImage;
import io.salesops.core.match.PairScorer;
import io.salesops.core.match.PartedClusters;
import io.salesops.core.match.RecordShape;
import io.salesops.core.match.Records;
import io.salesops.core.match.RelatedGroup;
import io.salesops.core.match.RelatedRecords;
import io.salesops.core.match.Relations;
import io.salesops.core.match.ScoredPair;
import io.salesops.core.match.Separation;
import io.salesops.core.match.StreamedMatches;
import io.salesops.core.run.Execution;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of what becomes of clusters: their history, what keeps them apart, and what a cluster engine counts. */
public final class ClusterArbitraries {
    private ClusterArbitraries() {}

    /** What changed between two partitions of some of eight accounts. */
    public static Arbitrary<ClusterChanges<AccountId>> clusterChanges() {
        return Combinators.combine(partitions(), partitions())
                .as((before, after) -> ClusterHistory.of(before).compare(after));
    }

    private static Arbitrary<ImmutableList<Cluster<AccountId>>> partitions() {
        return Arbitraries.integers().between(0, 4).list().ofSize(8).map(groups -> {
            ImmutableList.Builder<Cluster<AccountId>> clusters = ImmutableList.builder();
            for (int group = 1; group <= 4; group++) {
                List<AccountId> members = new ArrayList<>();
                for (int i = 0; i < groups.size(); i++) {
                    if (groups.get(i) == group) {
                        members.add(AccountId.of("A-" + i));
                    }
                }
                if (!members.isEmpty()) {
                    clusters.add(new Cluster<>(members.get(0), ImmutableList.copyOf(members)));
                }
            }
            return clusters.build();
        });
    }

    /** Changes of {@link #clusterChanges()}. */
    public static Arbitrary<ClusterChange<AccountId>> clusterChange() {
        return Members.of(clusterChanges().map(ClusterChanges::changes));
    }

    /** Duplicates of which one account is kept apart from another. */
    public static Arbitrary<PartedClusters<AccountId>> partedClusters() {
        return MatchArbitraries.duplicates().map(duplicates -> {
            KeptApart.Builder<AccountId> apart = KeptApart.builder();
            duplicates
                    .clusters()
                    .forEach(cluster -> apart.add(
                            cluster.members().get(0),
                            cluster.members().get(cluster.members().size() - 1),
                            "known to be two"));
            return ClusterParting.of(apart.build()).part(duplicates);
        });
    }

    /** Pairs of {@link #partedClusters()}. */
    public static Arbitrary<Separation<AccountId>> separations() {
        return Members.of(partedClusters().map(PartedClusters::separations));
    }

    /** Households of up to ten contacts, many of whom share a phone number. */
    public static Arbitrary<RelatedRecords<ContactId>> relatedRecords() {
        Arbitrary<Contact> contacts = Combinators.combine(
                        Arbitraries.integers().between(0, 99),
                        Arbitraries.of("Ada", "Ben", "Clara"),
                        Arbitraries.of("Byron", "Hopper"),
                        Arbitraries.of("+1 617 555 0100", "+1 617 555 0101"))
                .as((id, first, last, phone) -> Contact.builder()
                        .id(ContactId.of("C-" + id))
                        .firstName(first)
                        .lastName(last)
                        .phone(phone)
                        .build());
        return contacts.list()
                .ofMaxSize(10)
                .uniqueElements(Contact::id)
                .map(all -> Relations.standard().households(all, ImmutableList.of()));
    }

    /** Groups of {@link #relatedRecords()}. */
    public static Arbitrary<RelatedGroup<ContactId>> relatedGroups() {
        return Members.of(relatedRecords().map(RelatedRecords::groups));
    }

    /** What is left of runs whose matches went to a sink. */
    public static Arbitrary<StreamedMatches> streamedMatches() {
        return Combinators.combine(MatchArbitraries.models(), MatchArbitraries.accountsWithDuplicates())
                .as((model, accounts) ->
                        Deduplicator.of(model).matchesTo(Records.accounts(accounts), Execution.here(), match -> {}));
    }

    /** Matches that a sink is given. */
    public static Arbitrary<ScoredPair<AccountId>> scoredPairs() {
        return Members.of(Combinators.combine(MatchArbitraries.models(), MatchArbitraries.accountsWithDuplicates())
                .as((model, accounts) -> {
                    List<ScoredPair<AccountId>> pairs = new ArrayList<>();
                    Deduplicator.of(model).matchesTo(Records.accounts(accounts), Execution.here(), pairs::add);
                    return ImmutableList.copyOf(pairs);
                }));
    }

    /** Statistics of up to 25 accounts, whose words are counted for their keys. */
    public static Arbitrary<CorpusStatistics> corpusStatistics() {
        return Combinators.combine(MatchArbitraries.models(), MatchArbitraries.accountsWithDuplicates())
                .as((model, accounts) -> CorpusStatistics.of(
                        model.withBlocking(io.salesops.core.match.BlockingRule.of("rareWords(name)")),
                        accounts.stream().map(RecordShape.ACCOUNT::row).toList()));
    }

    /** Blocking keys of accounts. */
    public static Arbitrary<PairScorer.Key> blockingKeys() {
        return Combinators.combine(Arbitraries.integers().between(0, 20), Arbitraries.of("acme", "acme.com", "berlin"))
                .as(PairScorer.Key::new);
    }

    /** Sizes of a few blocks. */
    public static Arbitrary<BlockSizes> blockSizes() {
        return Arbitraries.maps(
                        Arbitraries.of("0:00000000000000a1", "1:00000000000000b2", "2:00000000000000c3"),
                        Arbitraries.longs().between(1, 1_000_000))
                .map(sizes -> new BlockSizes(ImmutableSortedMap.copyOf(sizes)));
    }

    /** Counts of a few patterns of three comparisons. */
    public static Arbitrary<AgreementCounts> agreementCounts() {
        return Arbitraries.maps(
                        Arbitraries.of("1.1.1", "1.2.0", "2.1.3", "0.0.0"),
                        Arbitraries.longs().between(1, 1_000_000))
                .map(counts -> new AgreementCounts(ImmutableSortedMap.copyOf(counts)));
    }

    /** Images of accounts, contacts and leads. */
    public static Arbitrary<MergeImage> mergeImages() {
        return Arbitraries.oneOf(
                CrmArbitraries.accounts().map(MergeImage.OfAccount::new),
                CrmArbitraries.contacts().map(MergeImage.OfContact::new),
                CrmArbitraries.leads().map(MergeImage.OfLead::new));
    }
}
