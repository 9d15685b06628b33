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

    private final ImmutableList<Pattern> patterns;

    private record Pattern(String text, DateTimeFormatter formatter) {}

    private DayReader(ImmutableList<Pattern> patterns) {
        this.patterns = patterns;
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
