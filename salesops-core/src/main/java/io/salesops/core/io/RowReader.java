package io.salesops.core.io;

import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Location;
import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;

/** Reads the cells of one file's rows into values, and notes all that is wrong with a row. Not thread-safe. */
final class RowReader {
    private static final int CACHED = 4096;
    private static final char REPLACED = '\uFFFD';

    /** Offsets with and without a colon: Salesforce writes {@code 2026-01-31T09:00:00.000+0000}. */
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter(Locale.ROOT);

    private final CompiledMapping mapping;
    private final Header header;
    private final String source;
    private final DelimitedReader row;
    private final Map<String, LocalDate> days = new HashMap<>();
    private final Map<String, Long> replaced = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private String id = "";

    RowReader(CompiledMapping mapping, Header header, String source, DelimitedReader row) {
        this.mapping = mapping;
        this.header = header;
        this.source = source;
        this.row = row;
    }

    /** What is wrong or worth knowing about the row that was read last, in the order of its cells. */
    List<Finding> findings() {
        return findings;
    }

    /** How many values were read as others, by {@code field: from -> to}. */
    ImmutableSortedMap<String, Long> replaced() {
        return ImmutableSortedMap.copyOf(replaced);
    }

    /** Reads the row that the reader stands on. */
    Values read() {
        findings.clear();
        id = "";
        Values values = new Values();
        for (Header.Column column : header.columns()) {
            text(column).ifPresent(text -> value(column, text).ifPresent(value -> values.put(column.field(), value)));
            if (column.field().equals("id") || mapping.mapping.ids().equals(Optional.of(column.field()))) {
                identify(column, values);
            }
        }
        for (Header.Column column : header.columns()) {
            if (mapping.shape.required().contains(column.field())
                    && !column.field().equals("id")
                    && !mapping.mapping.ids().equals(Optional.of(column.field()))
                    && values.text(column.field()).isEmpty()) {
                fail(column, "files.value.missing", "there is no " + column.field(), "");
            }
        }
        return values;
    }

    private void identify(Header.Column column, Values values) {
        Optional<String> text = values.text(column.field());
        text.ifPresent(value -> {
            id = value;
            values.put("id", value);
        });
        if (text.isEmpty()) {
            fail(column, "files.id.missing", "nothing identifies the row", "");
        }
    }

    private Optional<String> text(Header.Column column) {
        String text = row.cell(column.cell()).strip();
        if (text.isEmpty() || mapping.missing.contains(text)) {
            return Optional.empty();
        }
        if (text.indexOf(REPLACED) >= 0) {
            findings.add(Finding.warning(
                            "files.character.replaced",
                            id + "/" + column.field(),
                            "'" + shown(text) + "' has characters that were lost when the file was opened")
                    .maybe("Maybe the file is not written in the charset it was opened with.")
                    .withLocation(location(column.cell())));
        }
        String alias = column.aliases().get(text);
        if (alias != null) {
            replaced.merge(column.field() + ": " + text + " -> " + alias, 1L, Long::sum);
            return Optional.of(alias);
        }
        return Optional.of(text);
    }

    private Optional<?> value(Header.Column column, String text) {
        return switch (column.type()) {
            case TEXT -> Optional.of(text);
            case NUMBER -> number(column, text);
            case WHOLE -> whole(column, text);
            case MONEY -> money(column, text);
            case DAY -> day(column, text);
            case INSTANT -> instant(column, text);
            case FLAG -> flag(column, text);
        };
    }

    private Optional<BigDecimal> number(Header.Column column, String text) {
        Optional<BigDecimal> number = mapping.numbers.read(text);
        if (number.isEmpty()) {
            notNumber(column, text, "number");
        }
        return number;
    }

    private Optional<Long> whole(Header.Column column, String text) {
        try {
            Optional<Long> whole = mapping.numbers.read(text).map(BigDecimal::longValueExact);
            if (whole.isEmpty()) {
                notNumber(column, text, "number");
            }
            return whole;
        } catch (ArithmeticException e) {
            notNumber(column, text, "whole number of at most 63 bits");
            return Optional.empty();
        }
    }

    private void notNumber(Header.Column column, String text, String what) {
        String notation = "decimals after '" + mapping.mapping.decimal() + "'"
                + mapping.mapping
                        .grouping()
                        .map(by -> " and groups of three split by '" + by + "'")
                        .orElse("");
        fail(
                column,
                "files.number.invalid",
                "'" + shown(text) + "' is no " + what + " with " + notation,
                "Maybe the mapping needs another decimal or grouping.");
    }

    private Optional<MonetaryAmount> money(Header.Column column, String text) {
        Optional<BigDecimal> number = number(column, text);
        Optional<CurrencyUnit> currency = mapping.currency.or(() -> currency(column));
        return number.isPresent() && currency.isPresent()
                ? Optional.of(Amounts.of(number.get(), currency.get()))
                : Optional.empty();
    }

    private Optional<CurrencyUnit> currency(Header.Column amount) {
        int cell = header.currencyCell().orElseThrow();
        String code = row.cell(cell).strip();
        boolean known = Monetary.isCurrencyAvailable(code);
        if (!known) {
            boolean none = code.isEmpty() || mapping.missing.contains(code);
            String column = mapping.currencyColumn.orElseThrow();
            String message = none
                    ? "there is no currency for the " + amount.field()
                    : "'" + shown(code) + "' is no known currency of the " + amount.field();
            findings.add(error(
                            none ? "files.currency.missing" : "files.currency.unknown",
                            amount.field(),
                            message,
                            none ? "" : "Maybe use an ISO 4217 code such as EUR.")
                    .withEvidence(Map.of("column", column, "value", shown(code)))
                    .withLocation(location(cell)));
        }
        return known ? Optional.of(Monetary.getCurrency(code)) : Optional.empty();
    }

    private Optional<LocalDate> day(Header.Column column, String text) {
        LocalDate cached = days.get(text);
        if (cached != null) {
            return Optional.of(cached);
        }
        Map<LocalDate, String> read = mapping.days.read(text);
        if (read.size() != 1) {
            if (read.isEmpty()) {
                fail(
                        column,
                        "files.date.invalid",
                        "'" + shown(text) + "' is no " + mapping.days.words() + " date",
                        "Maybe the day does not exist, or the mapping needs other dates.");
            } else {
                fail(
                        column,
                        "files.date.ambiguous",
                        "'" + shown(text) + "' is "
                                + read.entrySet().stream()
                                        .map(day -> day.getKey() + " by " + day.getValue())
                                        .collect(Collectors.joining(" and ")),
                        "Maybe state the one pattern of the file in dates.");
            }
            return Optional.empty();
        }
        LocalDate day = read.keySet().iterator().next();
        if (days.size() < CACHED) {
            days.put(text, day);
        }
        return Optional.of(day);
    }

    private Optional<Instant> instant(Header.Column column, String text) {
        if (text.indexOf('T') > 0) {
            try {
                return Optional.of(OffsetDateTime.parse(text, MOMENT).toInstant());
            } catch (DateTimeParseException e) {
                fail(
                        column,
                        "files.date.invalid",
                        "'" + shown(text) + "' is no moment like 2026-01-31T09:00:00Z",
                        "Maybe its offset from UTC is missing.");
                return Optional.empty();
            }
        }
        return day(column, text).flatMap(day -> {
            try {
                return Optional.of(day.atStartOfDay(mapping.mapping.zone()).toInstant());
            } catch (DateTimeException e) {
                fail(column, "files.date.invalid", "'" + shown(text) + "' has no first moment", "");
                return Optional.empty();
            }
        });
    }

    private Optional<Boolean> flag(Header.Column column, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> Optional.of(true);
            case "false", "no", "0" -> Optional.of(false);
            default -> {
                fail(
                        column,
                        "files.flag.invalid",
                        "'" + shown(text) + "' is neither true, yes or 1 nor false, no or 0",
                        "Maybe add aliases for the words of the file.");
                yield Optional.empty();
            }
        };
    }

    private void fail(Header.Column column, String code, String message, String remedy) {
        findings.add(error(code, column.field(), message, remedy)
                .withEvidence(Map.of(
                        "column",
                        column.name(),
                        "value",
                        shown(row.cell(column.cell()).strip())))
                .withLocation(location(column.cell())));
    }

    private Finding error(String code, String field, String message, String remedy) {
        Finding finding = Finding.error(code, id + "/" + field, message);
        return remedy.isEmpty() ? finding : finding.maybe(remedy);
    }

    private Location location(int cell) {
        return new Location(source, row.line(cell), cell + 1);
    }

    /** The beginning of a text, short enough for a message. */
    static String shown(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "...";
    }
}
