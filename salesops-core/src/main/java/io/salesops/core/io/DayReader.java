package io.salesops.core.io;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads days by one pattern or by several at once; several may disagree, and the reader says so. Thread-safe. */
final class DayReader {
    /** What is tried where a mapping states no pattern. */
    private static final String COMMON = "yyyy-MM-dd|M/d/yyyy|d/M/yyyy|d.M.yyyy|M-d-yyyy|d-M-yyyy|yyyy/M/d|d MMM yyyy";

    private static final LocalDate PROBE = LocalDate.of(2021, 11, 29);

    private static final String ISO = "yyyy-MM-dd";

    private final ImmutableList<Pattern> patterns;
    private final boolean isIso;

    private record Pattern(String text, DateTimeFormatter formatter) {}

    private DayReader(ImmutableList<Pattern> patterns) {
        this.patterns = patterns;
        this.isIso = patterns.size() == 1 && patterns.get(0).text().equals(ISO);
    }

    /**
     * Obtains a reader.
     *
     * @throws IllegalArgumentException if a pattern cannot be understood or does not name a whole day
     */
    static DayReader of(Optional<String> patterns) {
        ImmutableList.Builder<Pattern> all = ImmutableList.builder();
        for (String text : Splitter.on('|').trimResults().omitEmptyStrings().split(patterns.orElse(COMMON))) {
            DateTimeFormatter formatter = DateTimeFormatter.ofPattern(yearOfEra(text), Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
            if (!PROBE.equals(day(formatter, formatted(formatter, text)))) {
                throw new IllegalArgumentException("'" + text + "' does not name year, month and day");
            }
            all.add(new Pattern(text, formatter));
        }
        ImmutableList<Pattern> read = all.build();
        if (read.isEmpty()) {
            throw new IllegalArgumentException("'" + patterns.orElse("") + "' names no pattern");
        }
        return new DayReader(read);
    }

    private static String formatted(DateTimeFormatter formatter, String text) {
        try {
            return formatter.format(PROBE);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no pattern of a day: " + e.getMessage(), e);
        }
    }

    /** Strict resolving knows {@code y} only beside an era; of our era it is {@code u}. */
    static String yearOfEra(String pattern) {
        StringBuilder text = new StringBuilder(pattern);
        boolean literal = false;
        boolean era = false;
        for (int i = 0; i < text.length(); i++) {
            literal ^= text.charAt(i) == '\'';
            era |= !literal && text.charAt(i) == 'G';
        }
        for (int i = 0; i < text.length() && !era; i++) {
            literal ^= text.charAt(i) == '\'';
            if (!literal && text.charAt(i) == 'y') {
                text.setCharAt(i, 'u');
            }
        }
        return text.toString();
    }

    private static @org.jspecify.annotations.Nullable LocalDate day(DateTimeFormatter formatter, String text) {
        ParsePosition position = new ParsePosition(0);
        TemporalAccessor fields = formatter.parseUnresolved(text, position);
        if (fields == null || position.getErrorIndex() >= 0 || position.getIndex() < text.length()) {
            return null;
        }
        try {
            LocalDate day = formatter.parse(text).query(TemporalQueries.localDate());
            return day == null || day.getYear() < 1 || day.getYear() > 9999 ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Returns each day that the text may be, with the first pattern that reads it so; empty where it is none. */
    Map<LocalDate, String> read(String text) {
        Map<LocalDate, String> days = new TreeMap<>();
        for (Pattern pattern : patterns) {
            LocalDate day = day(pattern.formatter(), text);
            if (day != null) {
                days.putIfAbsent(day, pattern.text());
            }
        }
        return days;
    }

    /**
     * The day of a text by the one pattern {@code yyyy-MM-dd}, read without a formatter; null where there are other patterns,
     * or the text is left to the formatter.
     */
    @org.jspecify.annotations.Nullable
    LocalDate iso(String text) {
        if (!isIso || text.length() != ISO.length() || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        // Other days exist or not, as the formatter says.
        return year < 1 || month < 1 || month > 12 || day < 1 || day > 28 ? null : LocalDate.of(year, month, day);
    }

    /** The number that stands between two places; -1 where something else does. */
    private static int digits(String text, int from, int before) {
        int number = 0;
        for (int i = from; i < before; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }

    /** How many patterns there are. */
    int size() {
        return patterns.size();
    }

    /** The text of a pattern. */
    String pattern(int at) {
        return patterns.get(at).text();
    }

    /** The day that a text is by one pattern; empty where it is none. */
    Optional<LocalDate> read(int at, String text) {
        return Optional.ofNullable(day(patterns.get(at).formatter(), text));
    }

    /** The day as the first pattern writes it under which it is read as this day and no other; empty where none does. */
    Optional<String> write(LocalDate day) {
        for (Pattern pattern : patterns) {
            String text = pattern.formatter().format(day);
            if (read(text).keySet().equals(Set.of(day))) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    /** The patterns in words. */
    String words() {
        return patterns.stream().map(Pattern::text).collect(java.util.stream.Collectors.joining(" or "));
    }
}
