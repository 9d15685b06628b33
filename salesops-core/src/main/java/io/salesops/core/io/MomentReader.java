package io.salesops.core.io;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

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
        try {
            return text.indexOf('T') > 0
                    ? Optional.of(OffsetDateTime.parse(text, ISO).toInstant())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
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
