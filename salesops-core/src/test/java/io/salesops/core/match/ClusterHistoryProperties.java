package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.AccountId;
import io.salesops.core.explain.Explanation;
import io.salesops.core.json.SalesOpsJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ClusterHistoryProperties {
    private static final int RECORDS = 12;

    /** Partitions of some of twelve accounts: group 0 is no cluster, and any member represents. */
    @Provide
    Arbitrary<ImmutableList<Cluster<AccountId>>> partitions() {
        return Arbitraries.integers()
                .between(0, 5)
                .list()
                .ofSize(RECORDS)
                .flatMap(groups -> Arbitraries.integers().between(0, RECORDS).map(turn -> partition(groups, turn)));
    }

    private static ImmutableList<Cluster<AccountId>> partition(List<Integer> groups, int turn) {
        TreeMap<Integer, List<AccountId>> members = new TreeMap<>();
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i) > 0) {
                members.computeIfAbsent(groups.get(i), first -> new ArrayList<>())
                        .add(AccountId.of("A-" + (10 + i)));
            }
        }
        return members.values().stream()
                .map(ids -> new Cluster<>(ids.get(turn % ids.size()), ImmutableList.copyOf(ids)))
                .collect(ImmutableList.toImmutableList());
    }

    private static Set<AccountId> members(Iterable<Cluster<AccountId>> clusters) {
        Set<AccountId> members = new HashSet<>();
        clusters.forEach(cluster -> members.addAll(cluster.members()));
        return members;
    }

    @Property(tries = 200)
    void withoutAChangeEverythingStays(@ForAll("partitions") ImmutableList<Cluster<AccountId>> before) {
        // Another run gives each cluster its smallest id.
        ImmutableList<Cluster<AccountId>> again = before.stream()
                .map(cluster -> new Cluster<>(cluster.members().get(0), cluster.members()))
                .collect(ImmutableList.toImmutableList());
        ClusterChanges<AccountId> changes = ClusterHistory.of(before).compare(again);
        assertThat(changes.clusters()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(changes.changes()).isEmpty();
        assertThat(changes.unchanged()).isEqualTo(before.size());
    }

    @Property(tries = 500)
    void everyRecordIsAccountedForOnceAndRepresentativesStay(
            @ForAll("partitions") ImmutableList<Cluster<AccountId>> before,
            @ForAll("partitions") ImmutableList<Cluster<AccountId>> after) {
        ClusterChanges<AccountId> changes = ClusterHistory.of(before).compare(after);
        assertThat(changes.clusters().stream().map(cluster -> new HashSet<>(cluster.members())))
                .containsExactlyInAnyOrderElementsOf(after.stream()
                        .map(cluster -> new HashSet<>(cluster.members()))
                        .toList());
        Set<Cluster<AccountId>> named = new HashSet<>(changes.clusters());
        List<Cluster<AccountId>> was = new ArrayList<>();
        List<Cluster<AccountId>> is = new ArrayList<>();
        for (ClusterChange<AccountId> change : changes.changes()) {
            was.addAll(change.before());
            is.addAll(change.after());
            Set<AccountId> added = members(change.after());
            added.removeAll(members(change.before()));
            assertThat(change.added()).containsExactlyInAnyOrderElementsOf(added);
            assertThat(Collections.disjoint(members(before), added)).isTrue();
            assertThat(Collections.disjoint(members(after), change.removed())).isTrue();
        }
        assertThat(is).isSubsetOf(named);
        assertThat(was).doesNotHaveDuplicates();
        assertThat(is).doesNotHaveDuplicates();
        assertThat(was.size() + changes.unchanged()).isEqualTo(before.size());
        assertThat(is.size() + changes.unchanged()).isEqualTo(after.size());
        named.removeAll(is);
        assertThat(named).isSubsetOf(before);

        Set<AccountId> earlier =
                new HashSet<>(before.stream().map(Cluster::representative).toList());
        for (Cluster<AccountId> cluster : changes.clusters()) {
            boolean hasOne = cluster.members().stream().anyMatch(earlier::contains);
            assertThat(earlier.contains(cluster.representative())).isEqualTo(hasOne);
        }
        assertThat(changes.explanation())
                .isInstanceOfSatisfying(
                        Explanation.Sum.class,
                        sum -> assertThat(sum.total().value().intValue()).isEqualTo(after.size()));
    }

    @Property(tries = 200)
    void theOrderOfClustersAndMembersIsIrrelevant(
            @ForAll("partitions") ImmutableList<Cluster<AccountId>> before,
            @ForAll("partitions") ImmutableList<Cluster<AccountId>> after,
            @ForAll Random random) {
        assertThat(ClusterHistory.of(shuffled(before, random)).compare(shuffled(after, random)))
                .isEqualTo(ClusterHistory.of(before).compare(after));
    }

    private static ImmutableList<Cluster<AccountId>> shuffled(List<Cluster<AccountId>> clusters, Random random) {
        List<Cluster<AccountId>> shuffled = new ArrayList<>();
        for (Cluster<AccountId> cluster : clusters) {
            List<AccountId> members = new ArrayList<>(cluster.members());
            Collections.shuffle(members, random);
            shuffled.add(new Cluster<>(cluster.representative(), ImmutableList.copyOf(members)));
        }
        Collections.shuffle(shuffled, random);
        return ImmutableList.copyOf(shuffled);
    }

    @Property(tries = 100)
    void changesAreJson(
            @ForAll("partitions") ImmutableList<Cluster<AccountId>> before,
            @ForAll("partitions") ImmutableList<Cluster<AccountId>> after)
            throws JsonProcessingException {
        ClusterChanges<AccountId> changes = ClusterHistory.of(before).compare(after);
        ObjectMapper mapper = new ObjectMapper().registerModule(SalesOpsJson.module());
        assertThat(mapper.readValue(SalesOpsJson.write(changes), new TypeReference<ClusterChanges<AccountId>>() {}))
                .isEqualTo(changes);
    }
}
