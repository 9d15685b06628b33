package io.salesops.benchmarks.match;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.match.DuplicateIndex;
import io.salesops.core.match.MatchModel;
import io.salesops.core.match.MatchTrainer;
import io.salesops.core.match.RecordShape;
import io.salesops.core.match.Records;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/**
 * How long a look-up takes: {@code lookup [records]}. Made-up persons are indexed by the model that is learned
 * from the first 100,000 of them, and each reader looks up records of the index and records that are not in it, in turn, drawn from a seed.
 *
 * <p>Prints {@code lookup records= p50= p99= p999= readers= buildSeconds= bytesPerRecord=}: times in milliseconds, of all
 * readers together, after each has looked up as many before. Memory is what the heap holds more after the index was built,
 * texts of the records left out; they are held by both.
 */
public final class LookUpFigures {
    private static final int RECORDS = 1_000_000;
    private static final int LOOK_UPS = 20_000;
    private static final int READERS = 2;
    private static final int TRAINED_ON = 100_000;
    private static final long SEED = 20_240_601;
    private static final double NANOS = 1e6;

    private LookUpFigures() {}

    /** Measures, and prints one line. */
    public static void main(String[] args) throws InterruptedException {
        int size = args.length == 0 ? RECORDS : Integer.parseInt(args[0]);
        Table table = new PersonRecords(SEED).table(size + size / 10);
        RecordShape<ImmutableList<String>, String> shape = shape(table.header());
        ImmutableList<ImmutableList<String>> rows = table.rows();
        List<ImmutableList<String>> indexed = rows.subList(0, size);
        MatchModel model = MatchTrainer.standard()
                .train(Records.of(shape, rows.subList(0, Math.min(size, TRAINED_ON))))
                .model();
        long before = used();
        long start = System.nanoTime();
        DuplicateIndex<ImmutableList<String>, String> index = DuplicateIndex.of(model, shape, indexed);
        double seconds = (System.nanoTime() - start) / 1e9;
        long bytes = used() - before;
        measure(index, rows, 1);
        long[] nanos = measure(index, rows, 2);
        System.out.printf(
                Locale.ROOT,
                "lookup records=%d p50=%.3f p99=%.3f p999=%.3f readers=%d buildSeconds=%.1f bytesPerRecord=%d%n",
                index.size(),
                at(nanos, 0.5),
                at(nanos, 0.99),
                at(nanos, 0.999),
                READERS,
                seconds,
                bytes / index.size());
    }

    private static RecordShape<ImmutableList<String>, String> shape(ImmutableList<String> columns) {
        ImmutableMap.Builder<String, Function<ImmutableList<String>, Optional<String>>> texts = ImmutableMap.builder();
        for (int column = 2; column < columns.size(); column++) {
            int at = column;
            texts.put(columns.get(column), row -> Optional.of(row.get(at)));
        }
        return new RecordShape<>("person", "1", row -> row.get(0), texts.buildOrThrow());
    }

    /** The times of all look-ups, ascending. */
    private static long[] measure(
            DuplicateIndex<ImmutableList<String>, String> index, List<ImmutableList<String>> rows, long seed)
            throws InterruptedException {
        long[] nanos = new long[READERS * LOOK_UPS];
        List<Thread> readers = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
            int mine = reader;
            Thread thread = new Thread(() -> {
                Random random = new Random(seed * READERS + mine);
                for (int i = 0; i < LOOK_UPS; i++) {
                    int drawn = i % 2 == 0
                            ? random.nextInt(index.size())
                            : index.size() + random.nextInt(rows.size() - index.size());
                    long start = System.nanoTime();
                    boolean isEmpty = index.find(rows.get(drawn)).isEmpty();
                    nanos[mine * LOOK_UPS + i] = System.nanoTime() - start + (isEmpty ? 0 : 1);
                }
            });
            readers.add(thread);
            thread.start();
        }
        for (Thread reader : readers) {
            reader.join();
        }
        Arrays.sort(nanos);
        return nanos;
    }

    private static double at(long[] ascending, double share) {
        return ascending[(int) Math.min(ascending.length - 1, (long) (share * ascending.length))] / NANOS;
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
