package io.salesops.core.text;

import java.text.Normalizer.Form;
import java.util.Locale;

/**
 * Folds a text to what people mean by the same letters: compatibility forms and accents are dropped, case is folded
 * without any locale, letters that Unicode does not decompose (&#322;, &#248;, &#240;) become their Latin neighbours, and runs of
 * everything that is neither letter nor digit become one blank. Folding twice changes nothing.
 *
 * <p>Source: Unicode Standard Annex 15 (NFKD). Unpaired surrogates count as blanks. Cost is linear.
 */
public final class Folding {

    private Folding() {}

    /** Returns the folded text: letters and digits in words with one blank between them. */
    public static String fold(String text) {
        return words(text, false);
    }

    /** Returns the folded text without the blanks. */
    public static String compact(String text) {
        return words(text, false).replace(" ", "");
    }

    /** As {@link #fold}, but full stops and apostrophes vanish instead of parting words: {@code S.A.} is one word. */
    public static String foldAbbreviations(String text) {
        return words(text, true);
    }

    /** Returns the text without accents and case; punctuation stays. */
    public static String letters(String text) {
        if (isPlain(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String folded = decomposed(decomposed(text).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
        StringBuilder letters = new StringBuilder(folded.length());
        folded.codePoints().filter(Folding::isNoMark).forEach(point -> append(letters, point));
        return letters.toString();
    }

    private static String words(String text, boolean joinAbbreviations) {
        String letters = letters(text);
        StringBuilder words = new StringBuilder(letters.length());
        boolean parted = false;
        for (int i = 0; i < letters.length(); ) {
            int point = letters.codePointAt(i);
            i += Character.charCount(point);
            if (Character.isLetterOrDigit(point)) {
                if (parted && words.length() > 0) {
                    words.append(' ');
                }
                parted = false;
                words.appendCodePoint(point);
            } else {
                parted |= !(joinAbbreviations && (point == '.' || point == '\'' || point == '\u2019'));
            }
        }
        return words.toString();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static String decomposed(String text) {
        return java.text.Normalizer.normalize(text, Form.NFKD);
    }

    private static boolean isNoMark(int point) {
        int type = Character.getType(point);
        return type != Character.NON_SPACING_MARK && type != Character.ENCLOSING_MARK && type != Character.FORMAT;
    }

    private static void append(StringBuilder letters, int point) {
        switch (point) {
            case '\u00e6' -> letters.append("ae");
            case '\u00df' -> letters.append("ss");
            case '\u0153' -> letters.append("oe");
            case '\u00f8' -> letters.append('o');
            case '\u0142' -> letters.append('l');
            case '\u0111', '\u00f0' -> letters.append('d');
            case '\u00fe' -> letters.append("th");
            case '\u0127' -> letters.append('h');
            case '\u0131' -> letters.append('i');
            case '\u0167' -> letters.append('t');
            case '\u03c2' -> letters.append('\u03c3');
            default -> letters.appendCodePoint(point);
        }
    }
}
