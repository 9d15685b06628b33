package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.testdata.NeedsData;
import io.salesops.core.testdata.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published data sets, matched without labels; the labels only evaluate. */
@NeedsData
class MatchDataTest {
    /** What the columns of a file are called in a CRM. */
    private static final ImmutableMap<String, String> NAMES =
            ImmutableMap.of("addr", "street", "address_1", "street", "suburb", "city");

    @ParameterizedTest(name = "{0}")
    @CsvSource({"febrl1, 0.995", "febrl3, 0.99", "fake1000, 0.93", "restaurant, 0.88"})
    void findsDuplicatesWithoutLabels(String set, double floor) throws IOException {
        List<List<String>> rows = read("dedup/" + set + "/records.csv");
        List<String> columns = rows.get(0).subList(1, rows.get(0).size());
        Records.Builder<String> builder = Records.builder(
                columns.stream().map(name -> NAMES.getOrDefault(name, name)).toArray(String[]::new));
        for (List<String> row : rows.subList(1, rows.size())) {
            builder.add(row.get(0), row.subList(1, row.size()).toArray(String[]::new));
        }
        Map<String, ImmutableList.Builder<String>> clusters = new LinkedHashMap<>();
        List<List<String>> labels = read("dedup/" + set + "/clusters.csv");
        for (List<String> label : labels.subList(1, labels.size())) {
            clusters.computeIfAbsent(label.get(1), cluster -> ImmutableList.builder())
                    .add(label.get(0));
        }
        List<Cluster<String>> truth = clusters.values().stream()
                .map(ImmutableList.Builder::build)
                .map(ids -> new Cluster<>(ids.get(0), ids))
                .toList();
        Records<String> records = builder.build();
        MatchModel model = MatchTrainer.standard().train(records).model();
        MatchScores scores = MatchEvaluator.evaluate(Deduplicator.of(model).dedupe(records), truth);
        assertThat(scores.f1()).isGreaterThan(floor);
        assertThat(scores.bCubed()).isGreaterThan(floor);
    }

    /** Comma-separated rows; quotes keep commas. */
    private static List<List<String>> read(String file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(SharedData.file(file))) {
            List<String> row = new ArrayList<>();
            StringBuilder cell = new StringBuilder();
            boolean quoted = false;
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == '"') {
                    quoted = !quoted;
                } else if (c == ',' && !quoted) {
                    row.add(cell.toString());
                    cell.setLength(0);
                } else {
                    cell.append(c);
                }
            }
            row.add(cell.toString());
            rows.add(row);
        }
        return rows;
    }
}
