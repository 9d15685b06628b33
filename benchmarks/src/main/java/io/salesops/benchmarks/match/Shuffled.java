package io.salesops.benchmarks.match;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The same records with nothing left of how they were laid out: figures that lean on the names or the order of columns, the
 * order of rows or the ids would change.
 */
final class Shuffled {
    private final Random random;
    private final boolean isNewIds;
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    private Shuffled(long seed, boolean isNewIds) {
        this.random = new Random(seed);
        this.isNewIds = isNewIds;
    }

    static Matching read(Path folder, Set<String> withheld, long seed, boolean isNewIds) throws IOException {
        Shuffled shuffled = new Shuffled(seed, isNewIds);
        if (Files.exists(folder.resolve("tableA.csv"))) {
            Table first = shuffled.table(Table.read(folder.resolve("tableA.csv")), withheld, "a");
            Table second = shuffled.table(Table.read(folder.resolve("tableB.csv")), withheld, "b");
            Set<TwoTables.Pair> truth = new LinkedHashSet<>();
            for (List<String> pair :
                    Table.read(folder.resolve("truth_pairs.csv")).rows()) {
                truth.add(new TwoTables.Pair(shuffled.id("a", pair.get(0)), shuffled.id("b", pair.get(1))));
            }
            return new TwoTables(first.records(Set.of()), second.records(Set.of()), truth);
        }
        Table table = Table.read(folder.resolve("records.csv"));
        return shuffled.one(table, Truth.read(folder, table), withheld);
    }

    /** Rows and columns in another order under names that say nothing; ids stay. */
    static OneTable withIds(Table table, Truth truth, long seed) {
        return new Shuffled(seed, false).one(table, truth, Set.of());
    }

    private OneTable one(Table table, Truth truth, Set<String> withheld) {
        Map<String, String> clusters = new HashMap<>();
        truth.clusters()
                .forEach(cluster ->
                        cluster.members().forEach(member -> clusters.put(id("", member), cluster.representative())));
        Set<String> hidden = new LinkedHashSet<>(withheld);
        hidden.add("cluster");
        Table other = table(table, hidden, "");
        List<String> inOrder = other.rows().stream().map(row -> row.get(0)).toList();
        return new OneTable(other.records(Set.of()), Truth.grouped(inOrder, id -> clusters.getOrDefault(id, "")));
    }

    private Table table(Table table, Set<String> withheld, String side) {
        List<Integer> columns = new ArrayList<>();
        for (int column = 1; column < table.header().size(); column++) {
            if (!withheld.contains(table.header().get(column))) {
                columns.add(column);
            }
        }
        Collections.shuffle(columns, random);
        ImmutableList.Builder<String> header = ImmutableList.<String>builder().add("key");
        columns.forEach(column -> header.add(name(table.header().get(column))));
        List<ImmutableList<String>> rows = new ArrayList<>();
        for (ImmutableList<String> row : table.rows()) {
            ImmutableList.Builder<String> cells = ImmutableList.builder();
            cells.add(id(side, row.get(0)));
            columns.forEach(column -> cells.add(row.get(column)));
            rows.add(cells.build());
        }
        Collections.shuffle(rows, random);
        return new Table(header.build(), ImmutableList.copyOf(rows));
    }

    private String name(String column) {
        return names.computeIfAbsent(column, named -> "v" + random.nextInt(1000) + "x" + names.size());
    }

    private String id(String side, String id) {
        return isNewIds
                ? ids.computeIfAbsent(side + id, known -> Long.toHexString(random.nextLong()) + "-" + ids.size())
                : id;
    }
}
