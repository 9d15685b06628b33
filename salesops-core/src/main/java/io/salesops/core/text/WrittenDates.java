package io.salesops.core.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people write them, brought to eight digits. */
final class WrittenDates {
    private static final Pattern EIGHT_DIGITS = Pattern.compile("\\d{8}");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/. ](\\d{1,2})[-/. ](\\d{1,2})(?:[t ].*)?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/. ]\\s?(\\d{1,2})[-/. ]\\s?(\\d{4}|\\d{2})");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(\\p{L}{3})\\p{L}*\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?,?\\s(\\d{4})");
    private static final Pattern MONTH_SECOND =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|\\.)?[- ](\\p{L}{3})\\p{L}*\\.?,?[- ](\\d{4}|\\d{2})");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final int MONTHS_A_YEAR = 12;
    /** Two digits up to this are of this century. */
    private static final int LATEST_SHORT_YEAR = 30;

    private WrittenDates() {}

    /**
     * The day as year, month, day; empty where the text is none. Where day and month can both be the month, the first is:
     * what matters here is that one source always gives one form, and a comparison tells swapped ones apart. A month or
     * day that cannot be, such as a mistyped 81, stays.
     */
    static String day(String raw) {
        String text = Folding.letters(raw).strip().toLowerCase(Locale.ROOT);
        if (EIGHT_DIGITS.matcher(text).matches()) {
            return text;
        }
        Matcher date = YEAR_FIRST.matcher(text);
        if (date.matches()) {
            return date.group(1) + two(date.group(2)) + two(date.group(3));
        }
        date = YEAR_LAST.matcher(text);
        if (date.matches()) {
            boolean dayFirst = Integer.parseInt(date.group(1)) > MONTHS_A_YEAR;
            return year(date.group(3)) + two(date.group(dayFirst ? 2 : 1)) + two(date.group(dayFirst ? 1 : 2));
        }
        date = MONTH_FIRST.matcher(text);
        if (date.matches()) {
            return named(date.group(3), date.group(1), date.group(2));
        }
        date = MONTH_SECOND.matcher(text);
        return date.matches() ? named(date.group(3), date.group(2), date.group(1)) : "";
    }

    private static String named(String year, String month, String day) {
        int at = MONTHS.indexOf(month);
        return at < 0 || at % 3 != 0 ? "" : year(year) + two(Integer.toString(at / 3 + 1)) + two(day);
    }

    private static String year(String digits) {
        if (digits.length() > 2) {
            return digits;
        }
        return (Integer.parseInt(digits) <= LATEST_SHORT_YEAR ? "20" : "19") + digits;
    }

    private static String two(String digits) {
        return digits.length() < 2 ? "0" + digits : digits;
    }
}
