package io.salesops.benchmarks.match;

import com.google.common.collect.ImmutableSet;
import io.salesops.core.match.Deduplicator;
import io.salesops.core.match.Duplicates;
import io.salesops.core.match.MatchModel;
import io.salesops.core.match.MatchTrainer;
import io.salesops.core.match.Records;
import io.salesops.core.run.Execution;
import io.salesops.core.run.Progress;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Pairs compared and weighed a second on one thread beside DuckDB, the same rules and comparisons on the same records:
 * {@code pairs DIR first=COLUMN last=COLUMN birth=COLUMN postcode=COLUMN [rounds=7] [clock=cpu]}.
 *
 * <p>Both sides must compare the same pairs and give them the same weights, or the measurement fails. The second line does
 * with the model that the library learns for itself, which compares more columns. Rounds take turns; the first warms up.
 * On a busy machine {@code clock=cpu} takes the processor time of the thread instead of time.
 */
public final class PairsPerSecond {
    private static final int SAMPLE = 1_000;
    private static final double TOLERANCE = 0.01;
    private static final double NANOS = 1e9;

    private PairsPerSecond() {}

    /** Measures a folder. */
    public static void main(String[] args) throws IOException, SQLException {
        Arguments arguments = Arguments.of(args, "first", "last", "birth", "postcode", "rounds", "withhold", "clock");
        LongSupplier clock = arguments.text("clock", "wall").equals("cpu")
                ? ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime
                : System::nanoTime;
        Path file = Path.of(arguments.words().get(0), "records.csv");
        PersonModel persons = new PersonModel(
                arguments.text("first", "first_name"),
                arguments.text("last", "last_name"),
                arguments.text("birth", "birth_date"),
                arguments.text("postcode", "postcode"));
        Table table = Table.read(file);
        ImmutableSet<String> withheld = ImmutableSet.<String>builder()
                .addAll(arguments.names("withhold", "cluster,hardness"))
                .build();
        Records<String> records = table.records(withheld);
        Ours ours =
                new Ours(clock, records, persons.model(texts(table, persons.first()), texts(table, persons.last())));
        Ours trained =
                new Ours(clock, records, MatchTrainer.standard().train(records).model());
        List<Double> weighing = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        long pairs = 0;
        try (DuckDb duckDb = new DuckDb(file, table.header().get(0), persons)) {
            for (int round = 0; round < Math.max(2, arguments.number("rounds", 7)); round++) {
                ours.round();
                trained.round();
                long start = clock.getAsLong();
                pairs = duckDb.block();
                long blocked = clock.getAsLong();
                duckDb.weigh();
                long end = clock.getAsLong();
                weighing.add((end - blocked) / NANOS);
                whole.add((end - start) / NANOS);
            }
            check(ours, duckDb, pairs);
        }
        double peer = pairs / MatchFigures.warm(weighing);
        print("pairs", pairs, ours.pairs() / MatchFigures.warm(ours.weighing), peer);
        print("pairs-trained", trained.pairs(), trained.pairs() / MatchFigures.warm(trained.weighing), peer);
        print(
                "pairs-end-to-end",
                pairs,
                ours.pairs() / MatchFigures.warm(ours.whole),
                pairs / MatchFigures.warm(whole));
    }

    private static List<String> texts(Table table, String column) {
        int number = table.column(column);
        return table.rows().stream().map(row -> row.get(number)).toList();
    }

    private static void print(String what, long pairs, double ours, double peer) {
        System.out.printf(
                Locale.ROOT, "%s ours=%.0f duckdb=%.0f ratio=%.2f (of %d)%n", what, ours, peer, ours / peer, pairs);
    }

    private static void check(Ours ours, DuckDb duckDb, long pairs) throws SQLException {
        if (ours.pairs() != pairs) {
            throw new IllegalStateException("we compare " + ours.pairs() + " pairs, DuckDB " + pairs);
        }
        for (DuckDb.Weighed weighed : duckDb.sample(SAMPLE)) {
            double weight =
                    ours.found().compared(weighed.first(), weighed.second()).weight();
            if (Math.abs(weight - weighed.weight()) > TOLERANCE) {
                throw new IllegalStateException("we give " + weighed + " the weight " + weight);
            }
        }
    }

    /** The library with a model, in the calling thread. */
    private static final class Ours implements Progress {
        private final LongSupplier clock;
        private final Records<String> records;
        private final Deduplicator deduplicator;
        private final List<Double> weighing = new ArrayList<>();
        private final List<Double> whole = new ArrayList<>();
        private final List<Duplicates<String>> found = new ArrayList<>();
        private long blocked;
        private long compared;

        Ours(LongSupplier clock, Records<String> records, MatchModel model) {
            this.clock = clock;
            this.records = records;
            this.deduplicator = Deduplicator.of(model);
        }

        void round() {
            found.clear();
            long start = clock.getAsLong();
            found.add(deduplicator.dedupe(records, Execution.here().reporting(this)));
            whole.add((clock.getAsLong() - start) / NANOS);
            weighing.add((compared - blocked) / NANOS);
        }

        Duplicates<String> found() {
            return found.get(0);
        }

        long pairs() {
            return found().comparedPairs();
        }

        /** Blocking reports its end, and so does each part of the pairs. */
        @Override
        public void at(String phase, long done, long total) {
            if (phase.equals("block")) {
                blocked = clock.getAsLong();
            } else if (phase.equals("compare")) {
                compared = clock.getAsLong();
            }
        }
    }
}
