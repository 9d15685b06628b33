package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.testdata.NeedsData;
import io.salesops.core.testdata.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published data sets, matched without labels; the labels only evaluate. */
@NeedsData
class MatchDataTest {
    private static final ImmutableSet<String> LABELS = ImmutableSet.of("cluster", "hardness");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "febrl1, 0.9995, 0.9995",
        "febrl3, 0.9995, 0.9995",
        "fake1000, 0.95, 0.95",
        "restaurant, 0.95, 0.99",
        "chicago-orgs-half, 0.93, 0.95",
        "orgs-hard, 0.94, 0.96",
        "senzing-truthset, 0.60, 0.80",
        "historical50k, 0.91, 0.92"
    })
    void findsDuplicatesWithoutLabels(String set, double f1, double bCubed) throws IOException {
        List<List<String>> rows = read("dedup/" + set + "/records.csv");
        Records<String> records = records(rows);
        MatchModel model = MatchTrainer.standard().train(records).model();
        MatchScores scores = MatchEvaluator.evaluate(Deduplicator.of(model).dedupe(records), truth(set, rows));
        assertThat(scores.f1()).isGreaterThan(f1);
        assertThat(scores.bCubed()).isGreaterThan(bCubed);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"fodors-zagats, 0.985", "dblp-acm, 0.989"})
    void linksTwoTablesWithoutLabels(String set, double floor) throws IOException {
        Records<String> first = records(read("dedup/" + set + "/tableA.csv"));
        Records<String> second = records(read("dedup/" + set + "/tableB.csv"));
        Set<List<String>> truth = new HashSet<>(read("dedup/" + set + "/truth_pairs.csv"));
        MatchModel model = MatchTrainer.standard().train(first, second).model();
        Links<String, String> links = Linker.of(model).link(first, second);
        double right = links.links().stream()
                .filter(link -> truth.contains(List.of(link.first(), link.second())))
                .count();
        assertThat(2 * right / (links.size() + truth.size() - 1)).isGreaterThan(floor);
        assertThat(links.links().stream().map(Link::second)).doesNotHaveDuplicates();
    }

    private static Records<String> records(List<List<String>> rows) {
        List<Integer> kept = IntStream.range(1, rows.get(0).size())
                .filter(column -> !LABELS.contains(rows.get(0).get(column)))
                .boxed()
                .toList();
        Records.Builder<String> builder =
                Records.builder(kept.stream().map(rows.get(0)::get).toArray(String[]::new));
        for (List<String> row : rows.subList(1, rows.size())) {
            builder.add(row.get(0), kept.stream().map(row::get).toArray(String[]::new));
        }
        return builder.build();
    }

    /** From a list of clusters, a column of the records, or pairs of row numbers. */
    private static List<Cluster<String>> truth(String set, List<List<String>> rows) throws IOException {
        Map<String, ImmutableList.Builder<String>> clusters = new LinkedHashMap<>();
        int column = rows.get(0).indexOf("cluster");
        if (column > 0) {
            for (List<String> row : rows.subList(1, rows.size())) {
                clusters.computeIfAbsent(row.get(column), cluster -> ImmutableList.builder())
                        .add(row.get(0));
            }
        } else if (Files.exists(SharedData.file("dedup/" + set).resolve("truth.csv"))) {
            UnionFind joined = new UnionFind(rows.size() - 1);
            for (List<String> pair :
                    read("dedup/" + set + "/truth.csv").stream().skip(1).toList()) {
                joined.union(Integer.parseInt(pair.get(0)), Integer.parseInt(pair.get(1)));
            }
            for (int row = 1; row < rows.size(); row++) {
                clusters.computeIfAbsent("" + joined.find(row - 1), cluster -> ImmutableList.builder())
                        .add(rows.get(row).get(0));
            }
        } else {
            List<List<String>> labels = read("dedup/" + set + "/clusters.csv");
            for (List<String> label : labels.subList(1, labels.size())) {
                clusters.computeIfAbsent(label.get(1), cluster -> ImmutableList.builder())
                        .add(label.get(0));
            }
        }
        return clusters.values().stream()
                .map(ImmutableList.Builder::build)
                .map(ids -> new Cluster<>(ids.get(0), ids))
                .toList();
    }

    /** Comma-separated rows; quotes keep commas and ends of lines. */
    private static List<List<String>> read(String file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : Files.readString(SharedData.file(file)).toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (c != '\r' || quoted) {
                cell.append(c);
            }
        }
        if (!row.isEmpty()) {
            row.add(cell.toString());
            rows.add(row);
        }
        return rows;
    }
}
