package io.salesops.core.io;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Blanks;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.finding.Finding;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.money.Monetary;

/** Finds what is wrong with a mapping: fields that its kind does not have, and notations that cannot be understood. */
final class MappingCheck {
    private static final String QUOTES_AND_LINE_ENDS = "\"\r\n";

    private final CrmMapping mapping;
    private final RowShape<?> shape;
    private final ImmutableList.Builder<Finding> findings = ImmutableList.builder();

    private MappingCheck(CrmMapping mapping) {
        this.mapping = mapping;
        this.shape = RowShape.of(mapping.into());
    }

    static ImmutableList<Finding> of(CrmMapping mapping) {
        MappingCheck check = new MappingCheck(mapping);
        check.names();
        check.columns();
        check.dependent();
        check.custom();
        check.identity();
        check.notation();
        check.format();
        check.currency();
        check.aliases();
        return check.findings.build();
    }

    /** Returns the type of a field, or null where the kind has no such field. */
    static @org.jspecify.annotations.Nullable FieldType type(CrmMapping mapping, RowShape<?> shape, String field) {
        if (field.startsWith(CustomFields.PREFIX) && shape.hasCustom()) {
            String name = field.substring(CustomFields.PREFIX.length());
            return Blanks.isBlank(name) || name.startsWith(CustomFields.PREFIX)
                    ? null
                    : mapping.custom().getOrDefault(name, FieldType.TEXT);
        }
        return shape.fields().get(field);
    }

    private void names() {
        if (Blanks.isBlank(mapping.id())) {
            error("name", "/id", "the mapping has no name: '" + mapping.id() + "'", "Maybe name it after its file.");
        }
        if (Blanks.isBlank(mapping.version())) {
            error("name", "/version", "the version is blank: '" + mapping.version() + "'", "Maybe use \"1\".");
        }
    }

    private void columns() {
        Map<String, String> columnOf = new HashMap<>();
        mapping.columns().forEach((column, field) -> {
            if (type(mapping, shape, field) == null) {
                error(
                        "field",
                        "/columns/" + column,
                        "'" + field + "' is no field of " + mapping.into().word(),
                        known());
            }
            String other = columnOf.putIfAbsent(field, column);
            if (other != null) {
                error(
                        "twice",
                        "/columns/" + column,
                        "'" + field + "' is already mapped from column '" + other + "'",
                        "Maybe one of the columns is not needed.");
            }
        });
        for (String field : shape.required()) {
            if (!field.equals("id") && !mapping.columns().containsValue(field)) {
                error(
                        "required",
                        "/columns",
                        mapping.into().word() + " needs '" + field + "', but no column is mapped to it",
                        "Maybe add the column.");
            }
        }
    }

    private void dependent() {
        mapping.columns().forEach((column, field) -> {
            String other = shape.dependent().get(field);
            if (other != null && !mapping.columns().containsValue(other)) {
                error(
                        "required",
                        "/columns/" + column,
                        "'" + field + "' has no place without '" + other + "', to which no column is mapped",
                        "Maybe add the column of the " + other + ".");
            }
        });
    }

    private String known() {
        return "Maybe one of " + String.join(", ", shape.fields().keySet())
                + (shape.hasCustom() ? ", or " + CustomFields.PREFIX + " and a name." : ".");
    }

    private void custom() {
        mapping.custom().forEach((name, type) -> {
            if (!mapping.columns().containsValue(CustomFields.PREFIX + name)) {
                error(
                        "custom",
                        "/custom/" + name,
                        "no column is mapped to '" + CustomFields.PREFIX + name + "'",
                        "Maybe the name is written differently under columns.");
            }
            if (type == FieldType.WHOLE || type == FieldType.INSTANT) {
                error(
                        "custom",
                        "/custom/" + name,
                        "fields of the CRM's own have no values of type " + type,
                        "Maybe use number or day.");
            }
        });
    }

    private void identity() {
        boolean column = mapping.columns().containsValue("id");
        if (!column && mapping.ids().isEmpty()) {
            error("id", "/ids", "nothing identifies a row", "Maybe map a column to id, or name a field under ids.");
        }
        if (column && mapping.ids().isPresent()) {
            error(
                    "id",
                    "/ids",
                    "a column is mapped to id, so ids cannot be '"
                            + mapping.ids().get() + "'",
                    "Maybe drop ids.");
        }
        mapping.ids()
                .filter(field ->
                        !mapping.columns().containsValue(field) || type(mapping, shape, field) != FieldType.TEXT)
                .ifPresent(field -> error(
                        "id", "/ids", "ids names '" + field + "', which is no mapped text", "Maybe use \"name\"."));
    }

    private void notation() {
        try {
            DayReader.of(mapping.dates());
        } catch (IllegalArgumentException e) {
            error("dates", "/dates", String.valueOf(e.getMessage()), "Maybe use a pattern like M/d/yyyy.");
        }
        try {
            MomentReader.of(mapping.moments(), mapping.zone());
        } catch (IllegalArgumentException e) {
            error(
                    "moments",
                    "/moments",
                    String.valueOf(e.getMessage()),
                    "Maybe use a pattern like yyyy-MM-dd HH:mm:ss.");
        }
        separator("decimal", mapping.decimal());
        mapping.grouping().ifPresent(grouping -> {
            separator("grouping", grouping);
            if (grouping.equals(mapping.decimal())) {
                error(
                        "number",
                        "/grouping",
                        "'" + grouping + "' separates both groups and decimals",
                        "Maybe use a comma and a point.");
            }
        });
        mapping.delimiter().ifPresent(delimiter -> {
            if (delimiter.length() != 1 || QUOTES_AND_LINE_ENDS.contains(delimiter)) {
                error(
                        "delimiter",
                        "/delimiter",
                        "'" + delimiter + "' cannot separate cells",
                        "Maybe use \",\" or \";\".");
            }
            if (delimiter.equals(mapping.decimal()) || mapping.grouping().equals(Optional.of(delimiter))) {
                error(
                        "delimiter",
                        "/delimiter",
                        "'" + delimiter + "' separates both cells and digits",
                        "Maybe drop the delimiter: where the file quotes such numbers, the header tells it.");
            }
        });
    }

    /** Names that lead to a value cannot lead through it, and only JSON has names of records. */
    private void format() {
        if (mapping.format() == FileFormat.DELIMITED) {
            mapping.recordsAt()
                    .ifPresent(name -> error(
                            "records",
                            "/recordsAt",
                            "a file of cells has no records under '" + name + "'",
                            "Maybe add \"format\": \"json\"."));
            return;
        }
        for (String column : mapping.columns().keySet()) {
            for (String other : mapping.columns().keySet()) {
                if (other.startsWith(column + ".")) {
                    error(
                            "column",
                            "/columns/" + other,
                            "'" + column + "' is mapped as a value, so nothing stands below it",
                            "Maybe one of the two names is wrong.");
                }
            }
        }
    }

    private void separator(String name, String text) {
        if (text.length() != 1 || text.chars().anyMatch(Character::isLetterOrDigit) || "+-".contains(text)) {
            error("number", "/" + name, "'" + text + "' cannot separate digits", "Maybe use \",\" or \".\".");
        }
    }

    private void currency() {
        boolean money =
                mapping.columns().values().stream().anyMatch(field -> type(mapping, shape, field) == FieldType.MONEY);
        if (money && mapping.currency().isEmpty()) {
            error(
                    "currency",
                    "/currency",
                    "an amount is mapped, but nothing says its currency",
                    "Maybe add \"currency\": \"USD\", or the column that has it.");
        }
    }

    private void aliases() {
        for (String field : mapping.aliases().keySet()) {
            if (!mapping.columns().containsValue(field)) {
                error(
                        "alias",
                        "/aliases/" + field,
                        "no column is mapped to '" + field + "'",
                        "Maybe the field is written differently under columns.");
            }
        }
    }

    private void error(String problem, String path, String message, String remedy) {
        findings.add(Finding.error("files.mapping." + problem, path, message).maybe(remedy));
    }

    /** Whether the currency of the mapping is a code; if not, it is the name of a column. */
    static boolean isCode(String currency) {
        return Monetary.isCurrencyAvailable(currency);
    }
}
