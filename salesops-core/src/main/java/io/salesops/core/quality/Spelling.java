package io.salesops.core.quality;

import java.util.Locale;
import java.util.Optional;

/** Finds the one listed value that a misspelt text means: at most two edits away, and nearer than any other. */
final class Spelling {
    private static final int EDITS = 2;
    private static final int SHORTEST = 4;

    private Spelling() {}

    /**
     * Returns the value, or empty where none is near or two are equally near; letter case counts nothing.
     *
     * <p>A text of fewer than four characters may differ by letter case only: two edits would make any word of it.
     */
    static Optional<String> nearest(String text, Iterable<String> values) {
        String plain = text.toLowerCase(Locale.ROOT);
        int fewest = (plain.length() < SHORTEST ? 0 : EDITS) + 1;
        Optional<String> nearest = Optional.empty();
        for (String value : values) {
            String other = value.toLowerCase(Locale.ROOT);
            if (Math.abs(other.length() - plain.length()) > EDITS) {
                continue;
            }
            int edits = edits(plain, other);
            if (edits < fewest) {
                fewest = edits;
                nearest = Optional.of(value);
            } else if (edits == fewest && edits <= EDITS) {
                nearest = Optional.empty();
            }
        }
        return nearest;
    }

    /** The Levenshtein distance: how many letters are inserted, deleted or replaced. */
    private static int edits(String first, String second) {
        int[] row = new int[second.length() + 1];
        for (int j = 0; j <= second.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= first.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= second.length(); j++) {
                int replaced = diagonal + (first.charAt(i - 1) == second.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[second.length()];
    }
}
