package io.salesops.core.match;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The words of some texts by number, in ascending order of the words: so sums over words depend on no numbering. Immutable and thread-safe. */
final class WordSets {
    private static final int[] NONE = {};

    private final int[][] ofText;
    private final String[] words;

    private WordSets(int[][] ofText, String[] words) {
        this.ofText = ofText;
        this.words = words;
    }

    /** Splits normalised texts at blanks. */
    static WordSets of(String... texts) {
        Map<String, Integer> numbers = new HashMap<>();
        int[][] ofText = new int[texts.length][];
        for (int text = 0; text < texts.length; text++) {
            ofText[text] = numbersOf(texts[text], numbers);
        }
        String[] words = numbers.keySet().toArray(String[]::new);
        Arrays.sort(words);
        int[] ranks = new int[words.length];
        for (int word = 0; word < words.length; word++) {
            ranks[numbers.getOrDefault(words[word], 0)] = word;
        }
        for (int[] of : ofText) {
            for (int i = 0; i < of.length; i++) {
                of[i] = ranks[of[i]];
            }
            Arrays.sort(of);
        }
        return new WordSets(ofText, words);
    }

    /** Each once. */
    private static int[] numbersOf(String text, Map<String, Integer> numbers) {
        if (text.isEmpty()) {
            return NONE;
        }
        int[] found = new int[(text.length() + 1) / 2];
        int count = 0;
        for (int from = 0; from < text.length(); ) {
            int blank = text.indexOf(' ', from);
            int to = blank < 0 ? text.length() : blank;
            if (to > from) {
                Integer known = numbers.putIfAbsent(text.substring(from, to), numbers.size());
                int number = known == null ? numbers.size() - 1 : known;
                if (!contains(found, count, number)) {
                    found[count++] = number;
                }
            }
            from = to + 1;
        }
        return Arrays.copyOf(found, count);
    }

    private static boolean contains(int[] found, int count, int number) {
        for (int i = 0; i < count; i++) {
            if (found[i] == number) {
                return true;
            }
        }
        return false;
    }

    /** How many different words there are. */
    int size() {
        return words.length;
    }

    /** The words, ascending; not to be changed. */
    String[] all() {
        return words;
    }

    String word(int word) {
        return words[word];
    }

    /** How many texts there are. */
    int texts() {
        return ofText.length;
    }

    /** The words of a text, ascending by number, each once; not to be changed. */
    int[] of(int text) {
        return ofText[text];
    }

    int shared(int a, int b) {
        int[] first = ofText[a];
        int[] second = ofText[b];
        int shared = 0;
        for (int i = 0, j = 0; i < first.length && j < second.length; ) {
            int one = first[i];
            int other = second[j];
            shared += one == other ? 1 : 0;
            i += one <= other ? 1 : 0;
            j += other <= one ? 1 : 0;
        }
        return shared;
    }

    double jaccard(int a, int b) {
        int both = shared(a, b);
        int either = ofText[a].length + ofText[b].length - both;
        return either == 0 ? 1 : (double) both / either;
    }

    double overlap(int a, int b) {
        int smaller = Math.min(ofText[a].length, ofText[b].length);
        return smaller == 0 ? 1 : (double) shared(a, b) / smaller;
    }
}
