package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.finding.Finding;
import io.salesops.core.run.Execution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Learning from counts of agreement that were gathered in parts. */
class CountedFitTest {
    private static final ImmutableList<String> COLUMNS = ImmutableList.of("firstName", "lastName", "email", "company");
    private static final int RECORDS = 700;

    private final TreeMap<String, MatchRecord> rows = new TreeMap<>();
    private final Records<String> records;
    private final MatchModel start = MatchModels.leads()
            .withComparisons(MatchModels.leads().comparisons().stream()
                    .filter(comparison -> COLUMNS.contains(comparison.column()))
                    .map(comparison -> comparison.withGiven(Optional.empty()))
                    .toList());

    CountedFitTest() {
        Random random = new Random(3);
        Records.Builder<String> all = Records.builder(COLUMNS.toArray(String[]::new));
        String[] last = new String[COLUMNS.size()];
        for (int i = 0; i < RECORDS; i++) {
            String name = word(random);
            String[] cells = {
                word(new Random(random.nextInt(60))), name, name + "@" + word(random) + ".com", word(random) + " Inc"
            };
            if (i % 3 == 2) {
                cells = last.clone();
                cells[random.nextInt(2)] += "s";
                cells[3] = random.nextBoolean() ? cells[3] : "";
            }
            last = cells;
            all.add("r" + i, cells);
            ImmutableMap.Builder<String, String> row = ImmutableMap.builder();
            for (int column = 0; column < cells.length; column++) {
                if (!cells[column].isEmpty()) {
                    row.put(COLUMNS.get(column), cells[column]);
                }
            }
            rows.put("r" + i, new MatchRecord(row.buildOrThrow()));
        }
        this.records = all.build();
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            word.append("bcdfglmnprst".charAt(random.nextInt(12))).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }

    private PairScorer scorer() {
        PairScorer scorer = PairScorer.of(start, CorpusStatistics.of(start, rows.values()));
        for (int pass = 0; pass < 2 && scorer.refines(); pass++) {
            scorer = scorer.with(scorer.sizes(rows.values()));
        }
        return scorer;
    }

    /** The counts of the blocks, each counted by itself, merged in an order of chance. */
    private AgreementCounts candidates(PairScorer scorer, int seed) {
        Map<PairScorer.Key, List<MatchRecord>> blocks = new HashMap<>();
        rows.values()
                .forEach(row -> scorer.keys(row)
                        .forEach(key -> blocks.computeIfAbsent(key, first -> new ArrayList<>())
                                .add(row)));
        List<AgreementCounts> parts = new ArrayList<>();
        blocks.forEach((key, block) -> parts.add(scorer.count(key, block)));
        Collections.shuffle(parts, new Random(seed));
        while (parts.size() > 1) {
            List<AgreementCounts> merged = new ArrayList<>();
            for (int part = 0; part < parts.size(); part += 2) {
                merged.add(part + 1 < parts.size() ? parts.get(part).merge(parts.get(part + 1)) : parts.get(part));
            }
            parts.clear();
            parts.addAll(merged);
        }
        return parts.get(0);
    }

    @ParameterizedTest(name = "order of parts {0}")
    @ValueSource(ints = {1, 2, 3})
    void countsInPartsTeachWhatTheRecordsTeach(int seed) {
        PairScorer scorer = scorer();
        MatchModel fitted = MatchTrainer.standard()
                .fit(start, candidates(scorer, seed), scorer.countAll(rows.values()), RECORDS)
                .orThrow();
        ImmutableList<Column> columns = PairWeigher.columns(records.rows(), start);
        Estimation whole = Estimation.of(
                records.rows(),
                start,
                columns,
                start.comparisons().stream().map(CountedFit::kind).collect(ImmutableList.toImmutableList()),
                TrainingOptions.standard(),
                Execution.here());
        assertThat(fitted)
                .isEqualTo(MatchTrainer.learned(
                        start, whole.search(), whole.search().logOdds()));
        assertThat(fitted.comparisons()).isNotEqualTo(start.comparisons());
        assertThat(Deduplicator.of(fitted).dedupe(records).clusters()).hasSizeGreaterThan(RECORDS / 4);
    }

    @Test
    void countsOfAnotherModelAreRefusedAllAtOnce() {
        AgreementCounts wrong = new AgreementCounts(ImmutableSortedMap.of("1.1", 3L, "x", 1L, "99.1.1.1", 1L));
        assertThat(MatchTrainer.standard()
                        .fit(start, wrong, AgreementCounts.none(), 10)
                        .findings())
                .extracting(Finding::code)
                .containsExactly(
                        "match.counts.pattern", "match.counts.pattern", "match.counts.pattern", "match.counts.none");
        assertThatThrownBy(() -> MatchTrainer.standard().fit(start, wrong, wrong, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1");
    }
}
