package io.salesops.core.crm;

import java.util.regex.Pattern;

/**
 * Characters of a text that show nothing: white space of every width, characters of no width, and marks of direction.
 *
 * <p>Spreadsheets and web pages leave them around cells, where nobody sees them: {@code "001"} and {@code "001"} with a
 * no-break space behind it would be two ids. Between words they may have a meaning (Persian and emoji need some), so
 * there only white space is touched. All methods are pure and thread-safe.
 */
public final class Blanks {
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private Blanks() {}

    /** Returns the text without the characters at its beginning and end that show nothing. */
    public static String strip(String text) {
        int from = 0;
        int before = text.length();
        while (from < before && showsNothing(text.charAt(from))) {
            from++;
        }
        while (before > from && showsNothing(text.charAt(before - 1))) {
            before--;
        }
        return text.substring(from, before);
    }

    /** Returns whether no character of the text shows anything. */
    public static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!showsNothing(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the text stripped, and with one plain space for each run of white space in it. */
    public static String single(String text) {
        return strip(SPACES.matcher(text).replaceAll(" "));
    }

    private static boolean showsNothing(char c) {
        if (c < '\u007F') {
            return c <= ' ' && Character.isWhitespace(c);
        }
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || hasNoWidth(c);
    }

    /** Soft hyphen, marks of direction, fillers of Hangul, joiners and other characters of no width, empty Braille. */
    private static boolean hasNoWidth(char c) {
        return c == '\u00AD'
                || c == '\u061C'
                || c == '\u115F'
                || c == '\u1160'
                || c == '\u180E'
                || (c >= '\u200B' && c <= '\u200F')
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2060' && c <= '\u206F')
                || c == '\u2800'
                || c == '\u3164'
                || c == '\uFEFF'
                || c == '\uFFA0';
    }
}
