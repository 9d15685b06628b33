package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.salesops.core.finding.FindingsException;
import io.salesops.core.money.Rate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchEvaluatorTest {

    @Test
    void countsPairsWithinClustersAndSharesOfEachRecord() {
        // Found {1,2,3} {4,5}; true {1,2} {3,4,5}: pairs found 4, true 4, both 2.
        MatchScores scores = MatchEvaluator.evaluate(
                List.of(Cluster.of("1", "2", "3"), Cluster.of("4", "5")),
                List.of(Cluster.of("1", "2"), Cluster.of("3", "4", "5")));
        assertThat(scores.precision().rate()).contains(Rate.of("1/2"));
        assertThat(scores.recall().rate()).contains(Rate.of("1/2"));
        assertThat(scores.f1()).isEqualTo(0.5);
        // Precision of 1 and 2 is 2/3, of 3 is 1/3, of 4 and 5 is 1; recall of 1 and 2 is 1, of 3 is 1/3, of 4 and 5 is
        // 2/3.
        assertThat(scores.bCubedPrecision()).isCloseTo(11.0 / 15, within(1e-12));
        assertThat(scores.bCubedRecall()).isCloseTo(11.0 / 15, within(1e-12));
    }

    @Test
    void nothingFoundHasNoPrecisionAndNoRecall() {
        MatchScores scores = MatchEvaluator.evaluate(List.of(), List.of(Cluster.of("1", "2"), Cluster.of("3")));
        assertThat(scores.precision().rate()).isEmpty();
        assertThat(scores.recall().rate()).contains(Rate.ZERO);
        assertThat(scores.f1()).isZero();
        assertThat(scores.bCubedPrecision()).isEqualTo(1);
    }

    @Test
    void aRecordInTwoClustersIsRefused() {
        assertThatThrownBy(
                        () -> MatchEvaluator.evaluate(List.of(), List.of(Cluster.of("1", "2"), Cluster.of("2", "3"))))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("2 stands in two clusters of truth");
    }
}
