package io.salesops.core.match;

import com.google.common.collect.ImmutableList;

/** Closeness of two texts as typed: a slip to a neighbouring key counts half of another edit. */
final class Keyboard {
    private static final ImmutableList<String> ROWS =
            ImmutableList.of("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm");
    /** How far the rows of a keyboard are shifted, in quarters of a key. */
    private static final int[] SHIFTS = {0, 2, 3, 5};

    /** Keys are neighbours whose distance squared, in quarters of a key, is less: six around each. */
    private static final int NEAR = 26;

    private static final int KEY = 4;
    private static final int LETTERS = 128;
    private static final boolean[][] NEIGHBOURS = neighbours();

    /** Costs in halves of an edit. */
    private static final int EDIT = 2;

    private Keyboard() {}

    private static boolean[][] neighbours() {
        boolean[][] neighbours = new boolean[LETTERS][LETTERS];
        for (int row = 0; row < ROWS.size(); row++) {
            for (int other = row; other < Math.min(ROWS.size(), row + 2); other++) {
                for (int a = 0; a < ROWS.get(row).length(); a++) {
                    for (int b = 0; b < ROWS.get(other).length(); b++) {
                        int across = KEY * (a - b) + SHIFTS[row] - SHIFTS[other];
                        int down = KEY * (row - other);
                        boolean areNear = across * across + down * down < NEAR;
                        char first = ROWS.get(row).charAt(a);
                        char second = ROWS.get(other).charAt(b);
                        neighbours[first][second] |= areNear && first != second;
                        neighbours[second][first] |= areNear && first != second;
                    }
                }
            }
        }
        return neighbours;
    }

    /** 1 less the edits for each character of the longer text; time is the product of the lengths. */
    static double similarity(String first, String second) {
        int longer = Math.max(first.length(), second.length());
        return longer == 0 ? 1 : 1 - (double) cost(first, second) / (EDIT * longer);
    }

    private static int cost(String first, String second) {
        int[] above = new int[second.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = EDIT * j;
        }
        for (int i = 1; i <= first.length(); i++) {
            int[] row = new int[above.length];
            row[0] = EDIT * i;
            for (int j = 1; j < row.length; j++) {
                int replaced = above[j - 1] + cost(first.charAt(i - 1), second.charAt(j - 1));
                row[j] = Math.min(replaced, EDIT + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[second.length()];
    }

    private static int cost(char first, char second) {
        if (first == second) {
            return 0;
        }
        return first < LETTERS && second < LETTERS && NEIGHBOURS[first][second] ? EDIT / 2 : EDIT;
    }
}
