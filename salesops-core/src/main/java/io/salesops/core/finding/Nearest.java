package io.salesops.core.finding;

import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a misspelt one most likely means, for remedies such as "Maybe 'rules'." Thread-safe. */
public final class Nearest {
    private static final int LONGEST = 64;

    private Nearest() {}

    /**
     * Returns the known name with the fewest edits (insert, delete, replace, swap of neighbours; letter case counts
     * nothing), if at most a third of the letters differ; of equally near ones the first.
     *
     * <p>Cost is the product of the lengths for each known name; names of more than 64 characters have no near one.
     */
    public static Optional<String> to(String name, Iterable<String> known) {
        if (name.isEmpty() || name.length() > LONGEST) {
            return Optional.empty();
        }
        Optional<String> nearest = Optional.empty();
        int fewest = Math.max(1, name.length() / 3) + 1;
        for (String candidate : known) {
            if (candidate.length() <= LONGEST) {
                int edits = edits(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
                if (edits < fewest) {
                    fewest = edits;
                    nearest = Optional.of(candidate);
                }
            }
        }
        return nearest;
    }

    /** Optimal string alignment: Damerau-Levenshtein without a second edit of swapped letters. */
    private static int edits(String first, String second) {
        int[][] cost = new int[first.length() + 1][second.length() + 1];
        for (int i = 0; i <= first.length(); i++) {
            for (int j = 0; j <= second.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                boolean same = first.charAt(i - 1) == second.charAt(j - 1);
                int best = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                boolean swapped = i > 1
                        && j > 1
                        && first.charAt(i - 1) == second.charAt(j - 2)
                        && first.charAt(i - 2) == second.charAt(j - 1);
                cost[i][j] = swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
            }
        }
        return cost[first.length()][second.length()];
    }
}
