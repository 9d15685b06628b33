package io.salesops.core.time;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.time.FiscalPeriod.Kind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a fiscal period says.
 *
 * @param number which of its kind in the year, from 1; 1 for the year itself
 */
record PeriodName(Kind kind, int year, int number) {
    private static final Pattern SHAPE = Pattern.compile("FY(\\d{4})(?:-(?:([HQ])(\\d)|([MW])(\\d{2})))?");
    private static final ImmutableMap<String, Kind> KINDS =
            ImmutableMap.of("H", Kind.HALF, "Q", Kind.QUARTER, "M", Kind.MONTH, "W", Kind.WEEK);

    static PeriodName parse(String name) {
        Matcher matcher = SHAPE.matcher(name);
        checkArgument(
                matcher.matches(),
                "no name of a fiscal period: '%s'. Maybe write it like FY2026, FY2026-H1, FY2026-Q1, FY2026-M01 or FY2026-W01.",
                name);
        int year = Integer.parseInt(matcher.group(1));
        String letter = matcher.group(2) != null ? matcher.group(2) : matcher.group(4);
        if (letter == null) {
            return new PeriodName(Kind.YEAR, year, 1);
        }
        String number = matcher.group(3) != null ? matcher.group(3) : matcher.group(5);
        return new PeriodName(KINDS.getOrDefault(letter, Kind.YEAR), year, Integer.parseInt(number));
    }

    @Override
    public String toString() {
        String text = "FY" + padded(year, 4);
        return switch (kind) {
            case YEAR -> text;
            case HALF -> text + "-H" + number;
            case QUARTER -> text + "-Q" + number;
            case MONTH -> text + "-M" + padded(number, 2);
            case WEEK -> text + "-W" + padded(number, 2);
        };
    }

    private static String padded(int number, int digits) {
        return Strings.padStart(Integer.toString(number), digits, '0');
    }
}
