package io.salesops.core.text;

/**
 * The textbook tables, for texts of more characters than a machine word has bits, or of pairs of surrogates: time is the
 * product of the lengths.
 */
final class LongTexts {

    private LongTexts() {}

    static double jaroWinkler(String one, String other) {
        int[] first = one.codePoints().toArray();
        int[] second = other.codePoints().toArray();
        int length = first.length;
        int window = Math.max(0, Math.max(length, second.length) / 2 - 1);
        boolean[] taken = new boolean[length];
        int[] matched = new int[second.length];
        int matches = 0;
        for (int i = 0; i < second.length; i++) {
            int to = Math.min(length - 1, i + window);
            for (int j = Math.max(0, i - window); j <= to; j++) {
                if (!taken[j] && first[j] == second[i]) {
                    taken[j] = true;
                    matched[matches++] = second[i];
                    break;
                }
            }
        }
        int outOfOrder = 0;
        for (int j = 0, i = 0; j < length; j++) {
            if (taken[j]) {
                outOfOrder += first[j] != matched[i] ? 1 : 0;
                i++;
            }
        }
        int prefix = 0;
        while (prefix < 4 && prefix < length && prefix < second.length && first[prefix] == second[prefix]) {
            prefix++;
        }
        return TextPattern.jaroWinkler(matches, outOfOrder, length, second.length, prefix);
    }

    static int distance(String one, String other, boolean swaps) {
        int[] first = one.codePoints().toArray();
        int[] second = other.codePoints().toArray();
        int length = first.length;
        int[] beforeLast = new int[length + 1];
        int[] last = new int[length + 1];
        int[] row = new int[length + 1];
        for (int j = 0; j <= length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= second.length; i++) {
            row[0] = i;
            for (int j = 1; j <= length; j++) {
                int substituted = last[j - 1] + (first[j - 1] == second[i - 1] ? 0 : 1);
                int least = Math.min(substituted, 1 + Math.min(last[j], row[j - 1]));
                boolean swapped =
                        swaps && i > 1 && j > 1 && first[j - 1] == second[i - 2] && first[j - 2] == second[i - 1];
                row[j] = swapped ? Math.min(least, beforeLast[j - 2] + 1) : least;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[length];
    }
}
