package io.salesops.core.match;

import com.google.common.base.CharMatcher;
import io.salesops.core.text.Folding;
import io.salesops.core.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the values of a column look like, each counted as often as it occurs: tells the kind of a column from its content,
 * whatever it is called.
 */
final class ColumnProfile {
    private static final Pattern MONEY = Pattern.compile("[$€£]?-?\\d{1,3}(,\\d{3})*(\\.\\d+)?|[$€£]?-?\\d+(\\.\\d+)?");
    private static final CharMatcher MARKS_MONEY = CharMatcher.anyOf(".,$€£");
    private static final Pattern WEB =
            Pattern.compile("(https?://)?(www\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,}(/\\S*)?");
    private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');
    private static final CharMatcher BETWEEN_DIGITS = CharMatcher.anyOf(" ()+./-");
    private static final int FEWEST_PHONE_DIGITS = 6;
    private static final double MOST_WORDS_OF_A_CODE = 2.6;
    private static final double FEWEST_WORDS_OF_A_TEXT = 1.8;
    private static final int FEWEST_FILLED = 10;
    private static final double LEAST_FILLED = 0.02;
    /** In a table of fewer records a number that never repeats may be chance. */
    private static final int FEWEST_NUMBERED = 50;

    private final int records;
    private int filled;
    private int distinct;
    private int emails;
    private int amounts;
    private int days;
    private int webs;
    private int digitsOnly;
    private int halfDigits;
    private long words;
    private long digits;

    private ColumnProfile(int records) {
        this.records = records;
    }

    static ColumnProfile of(Rows rows, int column) {
        ColumnProfile profile = new ColumnProfile(rows.size());
        Map<String, int[]> counts = new HashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            String raw = rows.cell(row, column);
            if (raw != null) {
                counts.computeIfAbsent(raw, first -> new int[1])[0]++;
            }
        }
        counts.forEach((raw, count) -> profile.add(raw, count[0]));
        return profile;
    }

    private void add(String raw, int count) {
        String text = CharMatcher.whitespace().trimAndCollapseFrom(Folding.letters(Column.bounded(raw)), ' ');
        filled += count;
        distinct++;
        int at = text.indexOf('@');
        emails += at > 0 && at < text.length() - 1 ? count : 0;
        amounts += MARKS_MONEY.matchesAnyOf(text) && MONEY.matcher(text).matches() ? count : 0;
        days += isDay(Normalizer.DATE.apply(text)) ? count : 0;
        webs += WEB.matcher(text).matches() ? count : 0;
        int inner = BETWEEN_DIGITS.removeFrom(text).length();
        int digitCount = DIGITS.countIn(text);
        digitsOnly += digitCount > 0 && digitCount >= 0.8 * inner ? count : 0;
        halfDigits += digitCount > 0.4 * inner ? count : 0;
        digits += (long) digitCount * count;
        words += (long) (CharMatcher.is(' ').countIn(Folding.fold(text)) + 1) * count;
    }

    /** Whether eight digits are a day that can be. */
    private static boolean isDay(String day) {
        if (day.length() != 8) {
            return false;
        }
        int year = Integer.parseInt(day.substring(0, 4));
        int month = Integer.parseInt(day.substring(4, 6));
        int dayOfMonth = Integer.parseInt(day.substring(6));
        return year >= 1000 && year <= 2200 && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= 31;
    }

    /** Whether there are too few values, or too few different ones, to tell records apart or together. */
    boolean isPoor() {
        double fewest = Math.min(FEWEST_FILLED, Math.max(2, records / 10.0));
        return filled < Math.max(fewest, LEAST_FILLED * records) || distinct < 2;
    }

    /** Whether every record has a number of its own: the key of the table, which duplicates do not share. */
    boolean isRecordNumber() {
        ColumnKind kind = kind();
        return (kind == ColumnKind.CODE || kind == ColumnKind.PHONE)
                && records >= FEWEST_NUMBERED
                && distinct == filled
                && filled > 0.9 * records;
    }

    int filled() {
        return filled;
    }

    int distinct() {
        return distinct;
    }

    ColumnKind kind() {
        double meanWords = (double) words / Math.max(1, filled);
        if (emails > 0.7 * filled) {
            return ColumnKind.EMAIL;
        } else if (amounts > 0.5 * filled) {
            return ColumnKind.NUMBER;
        } else if (days > 0.7 * filled) {
            return ColumnKind.DATE;
        } else if (webs > 0.7 * filled) {
            return ColumnKind.WEB;
        } else if (digitsOnly > 0.8 * filled && digits > (FEWEST_PHONE_DIGITS + 0.5) * filled) {
            return ColumnKind.PHONE;
        } else if (halfDigits > 0.4 * filled && meanWords < MOST_WORDS_OF_A_CODE) {
            return ColumnKind.CODE;
        }
        return meanWords >= FEWEST_WORDS_OF_A_TEXT ? ColumnKind.TEXT : ColumnKind.NAME;
    }
}
