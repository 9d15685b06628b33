package io.salesops.core.io;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads moments: ISO 8601 with an offset, and those of a pattern of the user, without offset in a zone. Thread-safe. */
final class MomentReader {
    /** Offsets with and without a colon: Salesforce writes {@code 2026-01-31T09:00:00.000+0000}. */
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter(Locale.ROOT);

    private static final LocalDateTime PROBE = LocalDateTime.of(2021, 11, 29, 17, 43, 0);

    private final Optional<DateTimeFormatter> pattern;
    private final String words;
    private final ZoneId zone;

    private MomentReader(Optional<DateTimeFormatter> pattern, String words, ZoneId zone) {
        this.pattern = pattern;
        this.words = words;
        this.zone = zone;
    }

    /**
     * Obtains a reader.
     *
     * @throws IllegalArgumentException if the pattern cannot be understood or does not name a moment
     */
    static MomentReader of(Optional<String> pattern, ZoneId zone) {
        Optional<DateTimeFormatter> formatter =
                pattern.map(text -> DateTimeFormatter.ofPattern(DayReader.yearOfEra(text), Locale.ENGLISH)
                        .withResolverStyle(ResolverStyle.STRICT));
        MomentReader reader = new MomentReader(
                formatter, pattern.map(text -> text + " or ").orElse("") + "2026-01-31T09:00:00Z", zone);
        formatter.ifPresent(known -> {
            try {
                if (reader.read(known.format(PROBE.atZone(zone))).isEmpty()) {
                    throw new IllegalArgumentException("'" + pattern.orElse("") + "' does not name day and time");
                }
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        "'" + pattern.orElse("") + "' is no pattern of a moment: " + e.getMessage(), e);
            }
        });
        return reader;
    }

    /** Whether a text is meant as a moment: only days have no time behind them. */
    static boolean isMeant(String text) {
        return text.indexOf('T') > 0 || text.indexOf(':') > 0;
    }

    /** The moment; empty where the text is none. */
    Optional<Instant> read(String text) {
        return isMeant(text) ? iso(text).or(() -> pattern.flatMap(known -> byPattern(known, text))) : Optional.empty();
    }

    private static Optional<Instant> iso(String text) {
        OptionalLong second = utcSecond(text);
        if (second.isPresent()) {
            return Optional.of(Instant.ofEpochSecond(second.getAsLong()));
        }
        try {
            return text.indexOf('T') > 0
                    ? Optional.of(OffsetDateTime.parse(text, ISO).toInstant())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The form that most files have, {@code 2026-01-31T09:00:00Z}, read without a formatter; any other is left to it. */
    private static OptionalLong utcSecond(String text) {
        if (text.length() != "2026-01-31T09:00:00Z".length() || text.charAt(19) != 'Z') {
            return OptionalLong.empty();
        }
        boolean isSeparated = text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
        for (int i = 0; i < 19; i++) {
            char c = text.charAt(i);
            isSeparated &= (c >= '0' && c <= '9') || i == 4 || i == 7 || i == 10 || i == 13 || i == 16;
        }
        if (!isSeparated) {
            return OptionalLong.empty();
        }
        int month = digits(text, 5, 2);
        int day = digits(text, 8, 2);
        int hour = digits(text, 11, 2);
        int minute = digits(text, 14, 2);
        int second = digits(text, 17, 2);
        int year = digits(text, 0, 4);
        boolean isDay = month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
        if (!isDay || hour > 23 || minute > 59 || second > 59) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                LocalDate.of(year, month, day).toEpochDay() * 86_400 + hour * 3_600L + minute * 60L + second);
    }

    private static int digits(String text, int from, int count) {
        int number = 0;
        for (int i = from; i < from + count; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private Optional<Instant> byPattern(DateTimeFormatter known, String text) {
        try {
            TemporalAccessor moment = known.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    moment instanceof OffsetDateTime offset
                            ? offset.toInstant()
                            : LocalDateTime.from(moment).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The notations in words. */
    String words() {
        return words;
    }
}
