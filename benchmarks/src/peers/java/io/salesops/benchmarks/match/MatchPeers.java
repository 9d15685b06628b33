package io.salesops.benchmarks.match;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.match.Cluster;
import io.salesops.core.match.MatchEvaluator;
import io.salesops.core.match.MatchScores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Other open libraries in Java on folders of one table, without labels and without settings for the data:
 * {@code DIR... [withhold=cluster,hardness]}.
 *
 * <p>Each is given at its default threshold and at the best one, which only one who knows the truth can choose.
 */
public final class MatchPeers {

    private MatchPeers() {}

    /** Measures the folders. */
    public static void main(String[] args) throws IOException {
        Arguments arguments = Arguments.of(args, "withhold");
        Set<String> withheld = ImmutableSet.<String>builder()
                .addAll(arguments.names("withhold", "cluster,hardness"))
                .add("cluster")
                .build();
        for (String folder : arguments.words()) {
            Path path = Path.of(folder);
            Table table = Table.read(path.resolve("records.csv"));
            Truth truth = Truth.read(path, table);
            ImmutableList<Integer> columns = java.util.stream.IntStream.range(
                            1, table.header().size())
                    .filter(column -> !withheld.contains(table.header().get(column)))
                    .boxed()
                    .collect(ImmutableList.toImmutableList());
            print("jedai", path, truth, new JedAi(table, columns, false).scored(), JedAi.DEFAULT);
            print("jedai-strict", path, truth, new JedAi(table, columns, true).scored(), JedAi.DEFAULT);
            print("duke", path, truth, new Duke(table, columns).scored(), Duke.DEFAULT);
        }
    }

    private static void print(String peer, Path folder, Truth truth, List<Scored> pairs, double threshold) {
        double best = 0;
        double bestAt = 0;
        for (int percent = 5; percent < 100; percent += 5) {
            double f1 = scores(truth, pairs, percent / 100.0).f1();
            if (f1 > best) {
                best = f1;
                bestAt = percent / 100.0;
            }
        }
        MatchScores scores = scores(truth, pairs, threshold);
        System.out.printf(
                Locale.ROOT,
                "%s %s pairs=%d f1=%.4f b3=%.4f at %.2f; best f1=%.4f at %.2f%n",
                peer,
                folder.normalize().getFileName(),
                pairs.size(),
                scores.f1(),
                scores.bCubed(),
                threshold,
                best,
                bestAt);
    }

    /** Connected components of the pairs at or above the threshold. */
    private static MatchScores scores(Truth truth, List<Scored> pairs, double threshold) {
        Map<String, String> parents = new HashMap<>();
        for (Scored pair : pairs) {
            if (pair.score() >= threshold) {
                parents.put(Truth.root(parents, pair.first()), Truth.root(parents, pair.second()));
            }
        }
        ImmutableList<String> ids = truth.clusters().stream()
                .map(Cluster::members)
                .flatMap(List::stream)
                .collect(ImmutableList.toImmutableList());
        Truth found = Truth.grouped(ids, id -> Truth.root(parents, id));
        return MatchEvaluator.evaluate(found.clusters(), truth.clusters());
    }

    /** A pair with the score that a peer gives it. */
    record Scored(String first, String second, double score) {}
}
