package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;

class ClusterHistoryTest {
    private static final ClusterHistory<String> HISTORY = ClusterHistory.of(ImmutableList.of(
            Cluster.of("B", "A", "C"), Cluster.of("D", "E"), Cluster.of("F", "G", "H", "I"), Cluster.of("K", "L")));

    @Test
    void splitsAndJoinsKeepNamesAndAreListed() {
        ClusterChanges<String> changes = HISTORY.compare(ImmutableList.of(
                Cluster.of("A", "B", "C", "D", "E"), Cluster.of("F", "G"), Cluster.of("H", "I"), Cluster.of("X", "Y")));
        assertThat(changes.clusters()).extracting(Cluster::representative).containsExactly("B", "F", "H", "X");
        assertThat(changes.changes())
                .extracting(ClusterChange::kind)
                .containsExactly(
                        ClusterChange.Kind.JOINED,
                        ClusterChange.Kind.SPLIT,
                        ClusterChange.Kind.GONE,
                        ClusterChange.Kind.NEW);
        assertThat(changes.changes().get(2).removed()).containsExactly("K", "L");
        assertThat(changes.explain()).contains("1 joined from several").contains("1 split");
    }

    @Test
    void clustersThatGrowOrShrinkOrExchangeRecordsStayTheSame() {
        ClusterChanges<String> changes = HISTORY.compare(ImmutableList.of(
                Cluster.of("A", "B", "C", "J"), Cluster.of("D", "X"), Cluster.of("G", "H"), Cluster.of("K", "L")));
        assertThat(changes.clusters()).extracting(Cluster::representative).containsExactly("B", "D", "G", "K");
        assertThat(changes.changes())
                .extracting(ClusterChange::kind)
                .containsExactly(ClusterChange.Kind.GROWN, ClusterChange.Kind.EXCHANGED, ClusterChange.Kind.SHRUNK);
        assertThat(changes.unchanged()).isEqualTo(1);
    }

    @Test
    void aRecordInTwoClustersIsRefused() {
        assertThatThrownBy(() -> HISTORY.compare(ImmutableList.of(Cluster.of("A", "B"), Cluster.of("B", "C"))))
                .hasMessageContaining("match.cluster.overlap")
                .hasMessageContaining("B is in two clusters");
    }
}
