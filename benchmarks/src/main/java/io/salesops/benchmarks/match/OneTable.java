package io.salesops.benchmarks.match;

import com.google.common.collect.ImmutableSet;
import io.salesops.core.explain.Ratio;
import io.salesops.core.match.Cluster;
import io.salesops.core.match.Deduplicator;
import io.salesops.core.match.Duplicates;
import io.salesops.core.match.Match;
import io.salesops.core.match.MatchEvaluator;
import io.salesops.core.match.MatchScores;
import io.salesops.core.match.MatchTrainer;
import io.salesops.core.match.Records;
import io.salesops.core.match.TrainedModel;
import io.salesops.core.run.Execution;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Duplicates within one table.
 *
 * @param records the records
 * @param truth which of them are one
 */
record OneTable(Records<String> records, Truth truth) implements Matching {

    static OneTable read(Path folder, Set<String> withheld) throws IOException {
        Table table = Table.read(folder.resolve("records.csv"));
        return of(table, Truth.read(folder, table), withheld);
    }

    /** The column that tells the truth is never one to compare. */
    static OneTable of(Table table, Truth truth, Set<String> withheld) {
        return new OneTable(
                table.records(ImmutableSet.<String>builder()
                        .addAll(withheld)
                        .add("cluster")
                        .build()),
                truth);
    }

    @Override
    public int size() {
        return records.size();
    }

    @Override
    public Result run(Execution execution) {
        TrainedModel trained = MatchTrainer.standard().train(records, execution);
        long end = System.nanoTime();
        return new Found(truth, trained, end, Deduplicator.of(trained.model()).dedupe(records, execution));
    }

    private record Found(Truth truth, TrainedModel model, long trained, Duplicates<String> duplicates)
            implements Result {

        @Override
        public Figures figures(double seconds) {
            MatchScores scores = MatchEvaluator.evaluate(duplicates, truth.clusters());
            long compared = 0;
            for (Cluster<String> cluster : truth.clusters()) {
                List<String> members = cluster.members();
                for (int i = 0; i < members.size(); i++) {
                    for (int j = i + 1; j < members.size(); j++) {
                        compared += duplicates.wasCompared(members.get(i), members.get(j)) ? 1 : 0;
                    }
                }
            }
            return new Figures(
                    records(),
                    duplicates.comparedPairs(),
                    value(scores.precision()),
                    value(scores.recall()),
                    OptionalDouble.of(scores.bCubed()),
                    truth.pairs() == 0 ? 1 : (double) compared / truth.pairs(),
                    seconds);
        }

        private int records() {
            return truth.clusters().stream()
                    .mapToInt(cluster -> cluster.members().size())
                    .sum();
        }

        private static double value(Ratio ratio) {
            return ratio.rate().map(rate -> rate.value().approximate()).orElse(0.0);
        }

        @Override
        public void printDetail(PrintStream out) {
            Detail.print(model, duplicates, out);
        }

        @Override
        public void printErrors(int count, PrintStream out) {
            Errors wrong = new Errors("false", count);
            Errors missed = new Errors("missed", count);
            Map<String, Cluster<String>> trueOf = byMember(truth.clusters());
            Map<String, Cluster<String>> foundOf = byMember(duplicates.clusters());
            add(duplicates.clusters(), trueOf, wrong);
            add(truth.clusters(), foundOf, missed);
            wrong.print(out);
            missed.print(out);
        }

        /** Adds the pairs of the clusters that the others keep apart. */
        private void add(List<Cluster<String>> clusters, Map<String, Cluster<String>> others, Errors errors) {
            for (Cluster<String> cluster : clusters) {
                List<String> members = cluster.members();
                for (int i = 0; i < members.size(); i++) {
                    for (int j = i + 1; j < members.size(); j++) {
                        String first = members.get(i);
                        String second = members.get(j);
                        Cluster<String> other = others.get(first);
                        if (other == null || !other.equals(others.get(second))) {
                            Match<String> match = duplicates.compared(first, second);
                            errors.add(match.explanation(), duplicates.wasCompared(first, second));
                        }
                    }
                }
            }
        }

        private static Map<String, Cluster<String>> byMember(List<Cluster<String>> clusters) {
            Map<String, Cluster<String>> byMember = new HashMap<>();
            clusters.forEach(cluster -> cluster.members().forEach(member -> byMember.put(member, cluster)));
            return byMember;
        }
    }
}
