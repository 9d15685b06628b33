package io.salesops.core.text;

import com.google.common.base.CharMatcher;
import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import java.math.BigDecimal;
import java.util.TreeSet;

/** The numbers in a text. */
final class Numerals {
    private static final Splitter BLANK = Splitter.on(' ').omitEmptyStrings();
    private static final Joiner BLANKS = Joiner.on(' ');
    private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');
    private static final CharMatcher OF_A_NUMBER = DIGITS.or(CharMatcher.anyOf(".-"));
    private static final int MOST_DIGITS = 30;

    private Numerals() {}

    /** The words that hold a digit, each once, in ascending order. */
    static String words(String raw) {
        TreeSet<String> words = new TreeSet<>();
        for (String word : BLANK.split(Folding.fold(raw))) {
            if (DIGITS.matchesAnyOf(word)) {
                words.add(word);
            }
        }
        return BLANKS.join(words);
    }

    /** The one number that the text is, without currency signs and thousands commas; empty where it is none. */
    static String number(String raw) {
        String digits = OF_A_NUMBER.retainFrom(raw);
        if (digits.isEmpty() || digits.length() > MOST_DIGITS || !DIGITS.matchesAnyOf(digits)) {
            return "";
        }
        try {
            return new BigDecimal(digits).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException noNumber) {
            return "";
        }
    }
}
