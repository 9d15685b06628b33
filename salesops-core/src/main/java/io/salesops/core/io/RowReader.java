package io.salesops.core.io;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Iterables;
import io.salesops.core.crm.Blanks;
import io.salesops.core.crm.SalesforceId;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Location;
import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.jspecify.annotations.Nullable;

/** Reads the cells of one file's rows into values, and notes all that is wrong with a row. Not thread-safe. */
final class RowReader {
    private static final int CACHED = 4096;
    private static final char REPLACED = '\uFFFD';

    private final CompiledMapping mapping;
    private final Header header;
    private final String source;
    private final SourceRows row;
    private final Map<String, LocalDate> days = new HashMap<>();
    private final Map<String, Long> replaced = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Role[] roles;
    private final boolean[] filled;
    private boolean currencyRead;
    private String id = "";

    /**
     * What a column is for.
     *
     * @param identifies whether it identifies the row
     * @param needed whether a row without it is refused
     * @param requires the field without which its own has no place
     * @param requiredAt the position of the column of that field; -1 if it has none
     * @param endsRange whether it is the end of a range whose beginning is another column
     */
    private record Role(
            boolean identifies, boolean needed, @Nullable String requires, int requiredAt, boolean endsRange) {}

    RowReader(CompiledMapping mapping, Header header, String source, SourceRows row) {
        this.mapping = mapping;
        this.header = header;
        this.source = source;
        this.row = row;
        ImmutableList<Header.Column> columns = header.columns();
        this.filled = new boolean[columns.size()];
        this.roles = columns.stream().map(column -> role(column, columns)).toArray(Role[]::new);
    }

    private Role role(Header.Column column, ImmutableList<Header.Column> columns) {
        String field = column.field();
        boolean identifies = field.equals("id") || mapping.mapping.ids().equals(Optional.of(field));
        String other = mapping.shape.dependent().get(field);
        return new Role(
                identifies,
                mapping.shape.required().contains(field) && !identifies,
                other,
                Iterables.indexOf(columns, any -> any.field().equals(other)),
                field.equals("active.before"));
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
        currencyRead = false;
        Arrays.fill(filled, false);
        Values values = new Values();
        ImmutableList<Header.Column> columns = header.columns();
        for (int i = 0; i < roles.length; i++) {
            Header.Column column = columns.get(i);
            boolean identifies = roles[i].identifies();
            Optional<String> text = text(column);
            if (text.isPresent()) {
                filled[i] = true;
                id = identifies ? shown(text.get()) : id;
                Optional<?> value = value(column, text.get());
                if (value.isPresent()) {
                    values.add(column.field(), value.get());
                }
            } else if (identifies) {
                fail(column, "files.id.missing", "nothing identifies the row", "");
            }
            if (identifies) {
                values.text(column.field()).ifPresent(value -> {
                    id = value;
                    values.put("id", value);
                });
            }
        }
        for (int i = 0; i < roles.length; i++) {
            together(i, columns.get(i), values);
        }
        currencyWithoutAmount();
        return values;
    }

    /** What the cells of a row say about each other. */
    private void together(int at, Header.Column column, Values values) {
        String field = column.field();
        Role role = roles[at];
        if (role.needed() && !filled[at]) {
            fail(column, "files.value.missing", "there is no " + field, "");
        }
        if (role.requires() != null && filled[at] && (role.requiredAt() < 0 || !filled[role.requiredAt()])) {
            fail(
                    column,
                    "files.value.missing",
                    "there is no " + role.requires() + " for the " + field + " '" + cell(column) + "'",
                    "Maybe the cell of the " + role.requires() + " was lost, or the mapping needs no " + field + ".");
        }
        Optional<LocalDate> before = role.endsRange() ? values.day("active.before") : Optional.empty();
        if (before.isPresent()) {
            values.day("active.from")
                    .filter(from -> from.isAfter(before.get()))
                    .ifPresent(from -> fail(
                            column,
                            "files.date.invalid",
                            "active.before is " + before.get() + ", earlier than active.from, which is " + from,
                            "Maybe the two columns were exchanged."));
        }
    }

    /** A currency beside an empty amount says nothing, but a text that is none was meant for something. */
    private void currencyWithoutAmount() {
        if (!currencyRead && header.currencyCell().isPresent()) {
            int cell = header.currencyCell().get();
            String code = Blanks.strip(row.cell(cell));
            if (!code.isEmpty() && !mapping.missing.contains(code) && !Monetary.isCurrencyAvailable(code)) {
                findings.add(error(
                                "files.currency.unknown",
                                "currency",
                                "'" + shown(code) + "' is no known currency",
                                "Maybe use an ISO 4217 code such as EUR.")
                        .withEvidence(Map.of("column", mapping.currencyColumn.orElseThrow(), "value", shown(code)))
                        .withLocation(location(cell)));
            }
        }
    }

    private Optional<String> text(Header.Column column) {
        String cell = Blanks.strip(row.cell(column.cell()));
        String text = column.type() == FieldType.TEXT && mapping.guardsFormulas ? FormulaGuard.unguard(cell) : cell;
        if (text.isEmpty() || (!mapping.missing.isEmpty() && mapping.missing.contains(text))) {
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
        String alias = column.aliases().isEmpty() ? null : column.aliases().get(text);
        if (alias != null) {
            replaced.merge(column.field() + ": " + text + " -> " + alias, 1L, Long::sum);
            return Optional.of(alias);
        }
        return Optional.of(text);
    }

    private Optional<?> value(Header.Column column, String text) {
        return switch (column.type()) {
            case TEXT ->
                mapping.mapping.salesforceIds() && RowShape.isIdentifier(column.field())
                        ? salesforceId(column, text)
                        : Optional.of(text);
            case NUMBER -> number(column, text);
            case WHOLE -> whole(column, text);
            case MONEY -> money(column, text);
            case DAY -> day(column, text);
            case INSTANT -> instant(column, text);
            case FLAG -> flag(column, text);
        };
    }

    /** Keeps the form with 18 characters, so that both forms of an id are one. */
    private Optional<String> salesforceId(Header.Column column, String text) {
        return SalesforceId.parse(text, id + "/" + column.field())
                .match(read -> Optional.of(read.value()), problems -> {
                    problems.forEach(problem ->
                            findings.add(problem.withEvidence(Map.of("column", column.name(), "value", shown(text)))
                                    .withLocation(location(column.cell()))));
                    return Optional.empty();
                });
    }

    private Optional<BigDecimal> number(Header.Column column, String text) {
        Optional<BigDecimal> number = mapping.numbers.read(text);
        if (number.isEmpty()) {
            notNumber(column, text, "number");
        }
        return number.filter(read -> isCounted(column, text, read.signum()));
    }

    private boolean isCounted(Header.Column column, String text, int sign) {
        boolean negative = sign < 0 && RowShape.isCount(column.field());
        if (negative) {
            fail(
                    column,
                    "files.number.invalid",
                    column.field() + " must not be negative: '" + shown(text) + "'",
                    "Maybe the sign is a mistake, or the column is another one.");
        }
        return !negative;
    }

    private Optional<Long> whole(Header.Column column, String text) {
        try {
            Optional<Long> whole = mapping.numbers.read(text).map(BigDecimal::longValueExact);
            if (whole.isEmpty()) {
                notNumber(column, text, "number");
            }
            return whole.filter(read -> isCounted(column, text, Long.signum(read)));
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
        currencyRead = true;
        int cell = header.currencyCell().orElseThrow();
        String code = Blanks.strip(row.cell(cell));
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
        LocalDate iso = mapping.days.iso(text);
        if (iso != null) {
            return Optional.of(iso);
        }
        LocalDate cached = days.get(text);
        if (cached != null) {
            return Optional.of(cached);
        }
        Optional<Instant> moment = mapping.moments.read(text);
        if (moment.isPresent()) {
            return Optional.of(moment.get().atZone(mapping.mapping.zone()).toLocalDate());
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
        Optional<Instant> moment = mapping.moments.read(text);
        if (moment.isPresent()) {
            return moment;
        }
        if (MomentReader.isMeant(text)) {
            fail(
                    column,
                    "files.date.invalid",
                    "'" + shown(text) + "' is no moment like " + mapping.moments.words(),
                    "Maybe its offset from UTC is missing, or the mapping needs the pattern of moments.");
            return Optional.empty();
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
                .withEvidence(Map.of("column", column.name(), "value", cell(column)))
                .withLocation(location(column.cell())));
    }

    private String cell(Header.Column column) {
        return shown(Blanks.strip(row.cell(column.cell())));
    }

    private Finding error(String code, String field, String message, String remedy) {
        Finding finding = Finding.error(code, id + "/" + field, message);
        return remedy.isEmpty() ? finding : finding.maybe(remedy);
    }

    private Location location(int cell) {
        return new Location(source, row.line(cell), row.column(cell));
    }

    /** The beginning of a text, short enough for a message. */
    static String shown(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "...";
    }
}
