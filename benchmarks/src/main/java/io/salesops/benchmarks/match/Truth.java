package io.salesops.benchmarks.match;

import com.google.common.collect.ImmutableList;
import io.salesops.core.match.Cluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Which records of a table are one: each record is in one cluster, alone or with others.
 *
 * @param clusters the clusters
 */
record Truth(ImmutableList<Cluster<String>> clusters) {
    private static final String CLUSTER = "cluster";

    /**
     * Reads the truth of a folder: {@code clusters.csv} (id, cluster), {@code truth_pairs.csv} (two ids),
     * {@code truth.csv} (two numbers of rows, from 0), or the column {@code cluster} of the records. What pairs join is one.
     */
    static Truth read(Path folder, Table records) throws IOException {
        List<String> ids = records.rows().stream().map(row -> row.get(0)).toList();
        Path clusters = folder.resolve("clusters.csv");
        Path pairs = folder.resolve("truth_pairs.csv");
        Path rows = folder.resolve("truth.csv");
        if (Files.exists(clusters)) {
            Table table = Table.read(clusters);
            int id = Math.max(0, table.column("id"));
            int cluster = table.column(CLUSTER) < 0 ? 1 - id : table.column(CLUSTER);
            Map<String, String> byId = new HashMap<>();
            table.rows().forEach(row -> byId.put(row.get(id), row.get(cluster)));
            return grouped(ids, record -> byId.getOrDefault(record, ""));
        }
        if (Files.exists(pairs)) {
            return joined(ids, Table.read(pairs), Function.identity());
        }
        if (Files.exists(rows)) {
            return joined(ids, Table.read(rows), number -> ids.get(Integer.parseInt(number)));
        }
        int column = records.column(CLUSTER);
        if (column < 0) {
            throw new IllegalArgumentException(folder + " has no truth: no clusters.csv, truth_pairs.csv or truth.csv,"
                    + " and its records have no column '" + CLUSTER + "'");
        }
        Map<String, String> byId = new HashMap<>();
        records.rows().forEach(row -> byId.put(row.get(0), row.get(column)));
        return grouped(ids, record -> byId.getOrDefault(record, ""));
    }

    /** The records by the names of their clusters; without a name, a record is alone. */
    static Truth grouped(Iterable<String> ids, Function<String, String> cluster) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (String id : ids) {
            String name = cluster.apply(id);
            groups.computeIfAbsent(name.isEmpty() ? "alone " + id : "in " + name, group -> new ArrayList<>())
                    .add(id);
        }
        return new Truth(groups.values().stream()
                .map(group -> new Cluster<>(group.get(0), ImmutableList.copyOf(group)))
                .collect(ImmutableList.toImmutableList()));
    }

    private static Truth joined(List<String> ids, Table pairs, Function<String, String> id) {
        Map<String, String> parents = new HashMap<>();
        pairs.rows()
                .forEach(pair ->
                        parents.put(root(parents, id.apply(pair.get(0))), root(parents, id.apply(pair.get(1)))));
        return grouped(ids, record -> root(parents, record));
    }

    /** The first id of the group that the parents lead to. */
    static String root(Map<String, String> parents, String id) {
        String root = id;
        String parent = parents.getOrDefault(root, root);
        while (!parent.equals(root)) {
            root = parent;
            parent = parents.getOrDefault(root, root);
        }
        parents.put(id, root);
        return root;
    }

    /** How many pairs are true. */
    long pairs() {
        return clusters.stream()
                .mapToLong(cluster -> cluster.members().size())
                .map(size -> size * (size - 1) / 2)
                .sum();
    }
}
