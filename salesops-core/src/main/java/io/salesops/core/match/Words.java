package io.salesops.core.match;

import io.salesops.core.text.TextPattern;
import java.util.Arrays;
import java.util.function.ToIntFunction;

/**
 * The words of the texts of a column, by number, with how much each tells: the logarithm of the share of records that
 * hold it, inverted. Immutable and thread-safe.
 *
 * <p>Similarity is the soft TF-IDF of W. Cohen, P. Ravikumar and S. Fienberg, A Comparison of String Distance Metrics for
 * Name-Matching Tasks, 2003: the cosine of weighted words, in which words that nearly agree by Jaro-Winkler count as far
 * as they agree.
 */
final class Words {
    private static final double CLOSE = 0.88;
    private static final int SHORTEST = 3;
    /** Beyond so many pairs of left-over words only equal ones count: bounds the cost of hostile texts. */
    private static final int MOST_PAIRS = 400;

    private final String[] columnTexts;
    private final WordSets sets;
    private final double[] weights;
    private final int[] records;
    private final boolean[] isAlphabetic;
    private final double[] norms;
    /** Which letters a word has: letters that share a bit make the bound below weaker, not wrong. */
    private final long[] letters;

    private Words(String[] columnTexts, int size, WordSets sets, int[] records) {
        this.columnTexts = columnTexts;
        this.sets = sets;
        this.records = records;
        this.weights = new double[sets.size()];
        this.isAlphabetic = new boolean[sets.size()];
        this.letters = new long[sets.size()];
        for (int word = 0; word < weights.length; word++) {
            String text = sets.word(word);
            weights[word] = StrictMath.log(1 + (double) size / Math.max(1, records[word]));
            isAlphabetic[word] = isAlphabetic(text);
            for (int i = 0; i < text.length(); i++) {
                letters[word] |= 1L << text.charAt(i);
            }
        }
        this.norms = new double[sets.texts()];
        for (int text = 0; text < norms.length; text++) {
            double squares = 0;
            for (int word : sets.of(text)) {
                squares += weights[word] * weights[word];
            }
            norms[text] = StrictMath.sqrt(squares);
        }
    }

    private static boolean isAlphabetic(String word) {
        return word.length() >= SHORTEST && word.chars().noneMatch(Character::isDigit);
    }

    /** The words of the texts of a column, counted there. */
    static Words of(String[] columnTexts, int[] frequencies, int size) {
        WordSets sets = WordSets.of(columnTexts);
        int[] records = new int[sets.size()];
        for (int text = 0; text < sets.texts(); text++) {
            for (int word : sets.of(text)) {
                records[word] += frequencies[text];
            }
        }
        return new Words(columnTexts, size, sets, records);
    }

    /** The words of some texts of a column, counted in all of its {@code size} records. */
    static Words of(String[] columnTexts, ToIntFunction<String> records, int size) {
        WordSets sets = WordSets.of(columnTexts);
        return new Words(
                columnTexts,
                size,
                sets,
                Arrays.stream(sets.all()).mapToInt(records).toArray());
    }

    WordSets sets() {
        return sets;
    }

    /** The words of a text, ascending by number, each once. */
    int[] of(int text) {
        return sets.of(text);
    }

    String text(int word) {
        return sets.word(word);
    }

    /** How many records hold the word. */
    int records(int word) {
        return records[word];
    }

    /** Soft TF-IDF of two texts, from 0 to 1; symmetric. */
    double similarity(int a, int b, Scratch scratch) {
        int[] first = sets.of(a);
        int[] second = sets.of(b);
        scratch.clear(first.length, second.length);
        double product = 0;
        int i = 0;
        int j = 0;
        while (i < first.length || j < second.length) {
            if (j == second.length || (i < first.length && first[i] < second[j])) {
                scratch.leaveFirst(first[i], isAlphabetic[first[i]]);
                i++;
            } else if (i == first.length || second[j] < first[i]) {
                scratch.leaveSecond(second[j], isAlphabetic[second[j]]);
                j++;
            } else {
                product += weights[first[i]] * weights[first[i]];
                i++;
                j++;
            }
        }
        long pairs = (long) scratch.leftFirst * scratch.leftSecond;
        if (pairs > 0 && pairs <= MOST_PAIRS) {
            // Left-over words are paired greedily: which text leads must not depend on which came first.
            if (columnTexts[a].compareTo(columnTexts[b]) > 0) {
                scratch.swap();
            }
            product += close(scratch);
        }
        double norm = norms[a] * norms[b];
        return norm == 0 ? 0 : Math.min(1, product / norm);
    }

    private double close(Scratch scratch) {
        double product = 0;
        for (int i = 0; i < scratch.leftFirst; i++) {
            double best = CLOSE;
            int partner = -1;
            boolean isSet = false;
            for (int j = 0; j < scratch.leftSecond; j++) {
                if (scratch.second[j] >= 0 && mayBeClose(scratch.first[i], scratch.second[j])) {
                    if (!isSet) {
                        scratch.pattern.set(sets.word(scratch.first[i]));
                        isSet = true;
                    }
                    double similarity = scratch.pattern.jaroWinkler(sets.word(scratch.second[j]));
                    if (similarity >= best) {
                        best = similarity;
                        partner = j;
                    }
                }
            }
            if (partner >= 0) {
                product += best * weights[scratch.first[i]] * weights[scratch.second[partner]];
                scratch.second[partner] = -1;
            }
        }
        return product;
    }

    /** Whether the letters that two words have in common could make them close: an upper bound of Jaro-Winkler. */
    private boolean mayBeClose(int one, int other) {
        String first = sets.word(one);
        String second = sets.word(other);
        int alone = Long.bitCount(letters[one] & ~letters[other]);
        int otherAlone = Long.bitCount(letters[other] & ~letters[one]);
        double common = Math.min(first.length() - alone, second.length() - otherAlone);
        double jaro = (common / first.length() + common / second.length() + 1) / 3;
        int prefix = 0;
        int most = Math.min(4, Math.min(first.length(), second.length()));
        while (prefix < most && first.charAt(prefix) == second.charAt(prefix)) {
            prefix++;
        }
        return jaro + 0.1 * prefix * (1 - jaro) >= CLOSE;
    }

    /** Memory of one thread. */
    static final class Scratch {
        private final TextPattern pattern = TextPattern.of("");
        private int[] first = new int[16];
        private int[] second = new int[16];
        private int leftFirst;
        private int leftSecond;

        private void clear(int firstSize, int secondSize) {
            leftFirst = 0;
            leftSecond = 0;
            if (first.length < firstSize) {
                first = new int[firstSize];
            }
            if (second.length < secondSize) {
                second = new int[secondSize];
            }
        }

        private void swap() {
            int[] words = first;
            first = second;
            second = words;
            int left = leftFirst;
            leftFirst = leftSecond;
            leftSecond = left;
        }

        private void leaveFirst(int word, boolean counts) {
            if (counts) {
                first[leftFirst++] = word;
            }
        }

        private void leaveSecond(int word, boolean counts) {
            if (counts) {
                second[leftSecond++] = word;
            }
        }
    }
}
