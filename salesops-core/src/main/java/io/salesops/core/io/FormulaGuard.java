package io.salesops.core.io;

/**
 * Keeps spreadsheets from reading a text as a formula: an apostrophe before a text that begins with {@code =}, {@code +},
 * {@code -} or {@code @}, and before one that begins with apostrophes and then one of these, so that taking one apostrophe
 * away gives the text back.
 *
 * <p>Source: OWASP, CSV Injection.
 */
final class FormulaGuard {
    private FormulaGuard() {}

    static String guard(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    /** The text that was guarded so; any other text stays as it is. */
    static String unguard(String text) {
        return !text.isEmpty() && text.charAt(0) == '\'' && isFormula(text) ? text.substring(1) : text;
    }

    /** Whether a spreadsheet could read the text, or what is left of it without apostrophes before it, as a formula. */
    static boolean isFormula(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) == '\'') {
            first++;
        }
        return first < text.length() && "=+-@".indexOf(text.charAt(first)) >= 0;
    }
}
