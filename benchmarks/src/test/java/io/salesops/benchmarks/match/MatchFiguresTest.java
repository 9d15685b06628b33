package io.salesops.benchmarks.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.salesops.core.run.Execution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchFiguresTest {
    private static final String PERSONS = """
            id,cluster,name,town
            7,x,Ann Lee,Leeds
            8,x,"Lee, Ann",Leeds
            9,y,"Bob ""Bobby"" Roe",York
            """;

    private final Path folder;

    MatchFiguresTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void neitherNamesNorOrderOfColumnsAndRowsChangeAFigure() throws IOException {
        Table table = new PersonRecords(7).table(1_500);
        Truth truth = Truth.read(folder, table);
        Figures figures = figures(OneTable.of(table, truth, Set.of()));
        assertThat(figures.f1()).isGreaterThan(0.9);
        for (int seed = 1; seed <= 2; seed++) {
            assertThat(figures(Shuffled.withIds(table, truth, seed))).isEqualTo(figures);
        }
    }

    @Test
    void fewMatchesAmongManyRecordsOfOnePlaceAreNotTakenForMany() throws IOException {
        Table table = new PersonRecords(1, 0.0075).table(25_000);
        Figures figures = figures(OneTable.of(table, Truth.read(folder, table), Set.of()));
        assertThat(figures.f1()).isGreaterThan(0.95);
    }

    private static Figures figures(Matching matching) {
        return matching.run(Execution.here()).figures(1);
    }

    @Test
    void theTruthIsReadFromEachLayout() throws IOException {
        write("records.csv", PERSONS);
        assertThat(members()).containsExactly(List.of("7", "8"), List.of("9"));
        write("truth.csv", "row_a,row_b\n1,2\n");
        assertThat(members()).containsExactly(List.of("7"), List.of("8", "9"));
        write("truth_pairs.csv", "id1,id2\n7,9\n9,8\n");
        assertThat(members()).containsExactly(List.of("7", "8", "9"));
        write("clusters.csv", "id,cluster\r\n9,1\r\n7,1\r\n");
        assertThat(members()).containsExactly(List.of("7", "9"), List.of("8"));
    }

    private List<List<String>> members() throws IOException {
        List<List<String>> members = new ArrayList<>();
        Truth.read(folder, Table.read(folder.resolve("records.csv")))
                .clusters()
                .forEach(cluster -> members.add(cluster.members()));
        return members;
    }

    @Test
    void labelsAndTheIdAreNotAmongTheColumns() throws IOException {
        write("records.csv", PERSONS);
        assertThat(OneTable.read(folder, Set.of("town")).records().columns()).containsExactly("name");
    }

    @Test
    void quotesKeepCommasAndQuotes() throws IOException {
        write("records.csv", PERSONS);
        assertThat(Table.read(folder.resolve("records.csv")).rows())
                .extracting(row -> row.get(2))
                .containsExactly("Ann Lee", "Lee, Ann", "Bob \"Bobby\" Roe");
    }

    @Test
    void aFolderWithoutATruthIsRefused() throws IOException {
        write("records.csv", "id,name\n1,Ann\n");
        assertThatThrownBy(() -> Matching.read(folder, Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no truth");
    }

    @Test
    void linksOfTwoTablesAreEvaluatedByPairs() throws IOException {
        ImmutableList<ImmutableList<String>> persons =
                new PersonRecords(3).table(400).rows();
        StringBuilder first = new StringBuilder("key,given,family,born,at,town,code,tel,mail\n");
        StringBuilder second = new StringBuilder(first);
        StringBuilder truth = new StringBuilder("idA,idB\n");
        for (ImmutableList<String> person : persons) {
            List<String> cells = person.subList(2, person.size());
            first.append("a")
                    .append(person.get(0))
                    .append(',')
                    .append(String.join(",", cells))
                    .append('\n');
            second.append("b")
                    .append(person.get(0))
                    .append(',')
                    .append(String.join(",", cells))
                    .append('\n');
            truth.append("a")
                    .append(person.get(0))
                    .append(",b")
                    .append(person.get(0))
                    .append('\n');
        }
        write("tableA.csv", first.toString());
        write("tableB.csv", second.toString());
        write("truth_pairs.csv", truth.toString());
        Figures figures = figures(Matching.read(folder, Set.of()));
        assertThat(figures.records()).isEqualTo(800);
        assertThat(figures.f1()).isGreaterThan(0.9);
        assertThat(figures.blockingRecall()).isGreaterThanOrEqualTo(figures.recall());
        assertThat(figures.line("two"))
                .startsWith("match two records=800 pairs=")
                .doesNotContain("b3=");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
