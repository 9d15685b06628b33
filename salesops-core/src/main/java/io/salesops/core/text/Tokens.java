package io.salesops.core.text;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSortedSet;

/**
 * The set of words of a text: order and repetition do not matter. Immutable and thread-safe.
 *
 * <p>Source of the coefficients: P. Jaccard, 1912, and D. Szymkiewicz, 1934. Cost is linear in the number of words.
 *
 * @param words what stands between white space
 */
public record Tokens(ImmutableSortedSet<String> words) {
    private static final Splitter WORDS = Splitter.on(CharMatcher.whitespace()).omitEmptyStrings();

    /** Obtains the words of a text. */
    public static Tokens of(String text) {
        return new Tokens(ImmutableSortedSet.copyOf(WORDS.split(text)));
    }

    /** Returns the Jaccard coefficient, from 0 to 1: words in both over words in either; 1 where neither has any. */
    public double jaccard(Tokens other) {
        int either = words.size() + other.words.size();
        int both = shared(other);
        return either == 0 ? 1 : (double) both / (either - both);
    }

    /**
     * Returns the overlap coefficient, from 0 to 1: words in both over the words of the smaller set, so that a part of a
     * longer name scores 1; 1 where neither has any, 0 where only one has.
     */
    public double overlap(Tokens other) {
        int smaller = Math.min(words.size(), other.words.size());
        return smaller == 0 ? (words.size() == other.words.size() ? 1 : 0) : (double) shared(other) / smaller;
    }

    private int shared(Tokens other) {
        int shared = 0;
        for (String word : words) {
            shared += other.words.contains(word) ? 1 : 0;
        }
        return shared;
    }
}
