package io.salesops.core.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Records of five weak columns and few duplicates, from a seed, with the truth and the shares they were made by. */
final class GeneratedPairs {
    static final int COLUMNS = 5;
    static final int RECORDS = 10_000;
    static final int DUPLICATES = 1_000;
    /** How likely a duplicate keeps the value of the original. */
    static final double KEPT = 0.8;
    /** Distinct values of each column: two random records agree in one of so many. */
    private static final int[] DISTINCT = {400, 900, 31, 12, 90};

    private static final String[] NAMES = {"firstName", "lastName", "birthDay", "birthMonth", "birthYear"};

    private final Records<String> records;
    private final List<Cluster<String>> truth = new ArrayList<>();

    GeneratedPairs(long seed) {
        Random random = new Random(seed);
        Records.Builder<String> rows = Records.builder(NAMES);
        for (int record = 0; record < RECORDS - DUPLICATES; record++) {
            int[] values = new int[COLUMNS];
            for (int c = 0; c < COLUMNS; c++) {
                values[c] = random.nextInt(DISTINCT[c]);
            }
            rows.add("r" + record, texts(values));
            if (record < DUPLICATES) {
                for (int c = 0; c < COLUMNS; c++) {
                    values[c] = random.nextDouble() < KEPT ? values[c] : random.nextInt(DISTINCT[c]);
                }
                rows.add("d" + record, texts(values));
                truth.add(Cluster.of("r" + record, "d" + record));
            }
        }
        records = rows.build();
    }

    /** Texts that are equal or unlike: numbers as letters, scrambled. */
    private static String[] texts(int[] values) {
        String[] texts = new String[COLUMNS];
        for (int c = 0; c < COLUMNS; c++) {
            texts[c] = new java.math.BigInteger(48, new Random(values[c] * 31L + c))
                    .toString(26)
                    .replaceAll("[0-9]", "z");
        }
        return texts;
    }

    Records<String> records() {
        return records;
    }

    List<Cluster<String>> truth() {
        return truth;
    }

    /** How likely two random records agree in a column. */
    static double u(int column) {
        return 1.0 / DISTINCT[column];
    }
}
