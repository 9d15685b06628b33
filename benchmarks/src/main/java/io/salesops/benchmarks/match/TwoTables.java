package io.salesops.benchmarks.match;

import io.salesops.core.match.Link;
import io.salesops.core.match.Linker;
import io.salesops.core.match.Links;
import io.salesops.core.match.MatchTrainer;
import io.salesops.core.match.Records;
import io.salesops.core.match.TrainedModel;
import io.salesops.core.run.Execution;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Records of two tables that are one.
 *
 * @param first the first table
 * @param second the second table
 * @param truth the pairs that are one, the id of the first table first
 */
record TwoTables(Records<String> first, Records<String> second, Set<Pair> truth) implements Matching {

    static TwoTables read(Path folder, Set<String> withheld) throws IOException {
        Table pairs = Table.read(folder.resolve("truth_pairs.csv"));
        Set<Pair> truth = new LinkedHashSet<>();
        pairs.rows().forEach(row -> truth.add(new Pair(row.get(0), row.get(1))));
        return new TwoTables(
                Table.read(folder.resolve("tableA.csv")).records(withheld),
                Table.read(folder.resolve("tableB.csv")).records(withheld),
                truth);
    }

    /** Two ids, each of its own table. */
    record Pair(String first, String second) {}

    @Override
    public int size() {
        return first.size() + second.size();
    }

    @Override
    public Result run(Execution execution) {
        TrainedModel trained = MatchTrainer.standard().train(first, second, execution);
        long end = System.nanoTime();
        return new Found(this, trained, end, Linker.of(trained.model()).link(first, second, execution));
    }

    private record Found(TwoTables tables, TrainedModel model, long trained, Links<String, String> links)
            implements Result {

        @Override
        public Figures figures(double seconds) {
            long right = links.links().stream().filter(this::isTrue).count();
            long compared = tables.truth.stream()
                    .filter(pair -> links.wasCompared(pair.first(), pair.second()))
                    .count();
            double truePairs = Math.max(1, tables.truth.size());
            return new Figures(
                    tables.size(),
                    links.comparedPairs(),
                    links.size() == 0 ? 0 : (double) right / links.size(),
                    right / truePairs,
                    OptionalDouble.empty(),
                    compared / truePairs,
                    seconds);
        }

        private boolean isTrue(Link<String, String> link) {
            return tables.truth.contains(new Pair(link.first(), link.second()));
        }

        @Override
        public void printDetail(PrintStream out) {
            Detail.print(model, links, out);
        }

        @Override
        public void printErrors(int count, PrintStream out) {
            Errors wrong = new Errors("false", count);
            Errors missed = new Errors("missed", count);
            Set<Pair> found = new LinkedHashSet<>();
            for (Link<String, String> link : links.links()) {
                found.add(new Pair(link.first(), link.second()));
                if (!isTrue(link)) {
                    wrong.add(link.explanation(), true);
                }
            }
            for (Pair pair : tables.truth) {
                if (!found.contains(pair)) {
                    missed.add(
                            links.compared(pair.first(), pair.second()).explanation(),
                            links.wasCompared(pair.first(), pair.second()));
                }
            }
            wrong.print(out);
            missed.print(out);
        }
    }
}
