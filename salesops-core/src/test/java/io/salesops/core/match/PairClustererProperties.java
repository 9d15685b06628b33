package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.run.Execution;
import io.salesops.core.testkit.MatchArbitraries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What an engine clusters that scored its pairs elsewhere is what the batch clusters. */
class PairClustererProperties {

    @Provide
    Arbitrary<ImmutableList<Account>> accounts() {
        return MatchArbitraries.accountsWithDuplicates();
    }

    @Provide
    Arbitrary<MatchModel> models() {
        return MatchArbitraries.models();
    }

    private static Map<AccountId, MatchRecord> rows(List<Account> accounts) {
        Map<AccountId, MatchRecord> rows = new TreeMap<>();
        accounts.forEach(account -> rows.put(account.id(), RecordShape.ACCOUNT.row(account)));
        return rows;
    }

    private static PairClusterer clusterer(MatchModel model, Map<AccountId, MatchRecord> rows) {
        return PairClusterer.of(PairScorer.of(model, CorpusStatistics.of(model, rows.values())));
    }

    @Property(tries = 300)
    void clustersAreThoseOfTheBatch(
            @ForAll("accounts") ImmutableList<Account> accounts,
            @ForAll("models") MatchModel model,
            @ForAll Random random) {
        Map<AccountId, MatchRecord> rows = rows(accounts);
        Records<AccountId> records = Records.accounts(accounts);
        List<ScoredPair<AccountId>> pairs = new ArrayList<>();
        Deduplicator.of(model).matchesTo(records, Execution.here(), pairs::add);
        Collections.shuffle(pairs, random);
        List<ScoredPair<AccountId>> turned = pairs.stream()
                .map(pair -> random.nextBoolean() ? pair : new ScoredPair<>(pair.second(), pair.first(), pair.weight()))
                .toList();
        assertThat(clusterer(model, rows).cluster(turned, rows))
                .isEqualTo(Deduplicator.of(model).dedupe(records).clusters());
    }

    @Property(tries = 200)
    void componentsByThemselvesAreTheWhole(
            @ForAll("accounts") ImmutableList<Account> accounts, @ForAll("models") MatchModel model) {
        Map<AccountId, MatchRecord> rows = rows(accounts);
        PairScorer scorer = PairScorer.of(model, CorpusStatistics.of(model, rows.values()));
        List<ScoredPair<AccountId>> matches = new ArrayList<>();
        rows.forEach((first, one) -> rows.forEach((second, other) -> {
            double weight = scorer.weight(one, other);
            if (first.compareTo(second) < 0 && weight >= scorer.threshold()) {
                matches.add(new ScoredPair<>(first, second, weight));
            }
        }));
        List<Cluster<AccountId>> parts = new ArrayList<>();
        for (Cluster<AccountId> component : PairClusterer.connected(matches)) {
            parts.addAll(PairClusterer.of(scorer)
                    .cluster(
                            matches.stream()
                                    .filter(pair -> component.members().contains(pair.first()))
                                    .toList(),
                            Maps.filterKeys(rows, component.members()::contains)));
        }
        parts.sort(Comparator.comparing(Cluster::representative));
        assertThat(parts).isEqualTo(PairClusterer.of(scorer).cluster(matches, rows));
    }

    @Property(tries = 200)
    void connectedAreThoseThatPairsLeadTo(@ForAll("links") List<ScoredPair<Integer>> pairs) {
        ImmutableList<Cluster<Integer>> clusters = PairClusterer.connected(pairs);
        for (ScoredPair<Integer> pair : pairs) {
            if (!pair.first().equals(pair.second())) {
                assertThat(clusters)
                        .filteredOn(cluster -> cluster.members().contains(pair.first()))
                        .singleElement()
                        .satisfies(cluster -> assertThat(cluster.members()).contains(pair.second()));
            }
        }
        for (Cluster<Integer> cluster : clusters) {
            assertThat(cluster.members()).isSorted().hasSizeGreaterThan(1);
            assertThat(cluster.representative()).isEqualTo(cluster.members().get(0));
            long edges = pairs.stream()
                    .filter(pair -> cluster.members().contains(pair.first()))
                    .count();
            assertThat(edges).isGreaterThanOrEqualTo(cluster.members().size() - 1);
        }
        List<ScoredPair<Integer>> reversed = new ArrayList<>(pairs);
        Collections.reverse(reversed);
        assertThat(PairClusterer.connected(reversed)).isEqualTo(clusters);
    }

    @Provide
    Arbitrary<List<ScoredPair<Integer>>> links() {
        Arbitrary<Integer> ids = net.jqwik.api.Arbitraries.integers().between(0, 30);
        return net.jqwik.api.Combinators.combine(ids, ids)
                .as((first, second) -> new ScoredPair<>(first, second, 5))
                .list()
                .ofMaxSize(20);
    }

    @Property(tries = 20)
    void aMatchWithoutItsRecordIsAMistake(@ForAll("models") MatchModel model) {
        PairClusterer clusterer = clusterer(model, Map.of());
        List<ScoredPair<AccountId>> pairs = List.of(new ScoredPair<>(AccountId.of("A"), AccountId.of("B"), 50));
        assertThatThrownBy(() -> clusterer.cluster(pairs, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A");
    }
}
