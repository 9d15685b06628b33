package io.salesops.benchmarks.match;

import io.salesops.core.run.Execution;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Records to match whose truth is known. The truth evaluates; training and matching never see it. */
interface Matching {

    /** Reads a folder: two tables where it has {@code tableA.csv}, otherwise one. */
    static Matching read(Path folder, Set<String> withheld) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("no folder " + folder);
        }
        return Files.exists(folder.resolve("tableA.csv"))
                ? TwoTables.read(folder, withheld)
                : OneTable.read(folder, withheld);
    }

    /** How many records there are. */
    int size();

    /** Trains and matches. */
    Result run(Execution execution);

    /** What one run found. */
    interface Result {

        /** When training ended, by {@code System.nanoTime}. */
        long trained();

        /** Evaluates against the truth. */
        Figures figures(double seconds);

        /** Prints what the model says about itself. */
        void printDetail(PrintStream out);

        /** Prints the false and missed pairs that the model is most sure of, with their waterfalls. */
        void printErrors(int count, PrintStream out);
    }
}
