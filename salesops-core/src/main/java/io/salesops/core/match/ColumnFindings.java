package io.salesops.core.match;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.finding.Finding;
import java.util.Optional;

/** Finds the columns that a model names and the records lack, and texts that are not compared as a whole. */
final class ColumnFindings {
    private final MatchModel model;
    private final ImmutableSet<String> known;
    private final ImmutableList.Builder<Finding> findings = ImmutableList.builder();

    private ColumnFindings(MatchModel model, ImmutableSet<String> known) {
        this.model = model;
        this.known = known;
    }

    /** The findings of records with these columns, as they were read for the comparisons. */
    static ImmutableList<Finding> of(MatchModel model, ImmutableSet<String> known, ImmutableList<Column> read) {
        return of(model, known, read, "/comparisons/");
    }

    /** The same for comparisons that stand elsewhere in the user's document. */
    static ImmutableList<Finding> of(
            MatchModel model, ImmutableSet<String> known, ImmutableList<Column> read, String within) {
        ColumnFindings run = new ColumnFindings(model, known);
        for (int c = 0; c < model.comparisons().size(); c++) {
            run.comparison(model.comparisons().get(c), read.get(c), within + c);
        }
        run.blocking();
        return run.findings.build();
    }

    /** The findings of one table, or of two that are linked. */
    static ImmutableList<Finding> of(Rows rows, MatchModel model, ImmutableList<Column> read) {
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        findings.addAll(of(model, ImmutableSet.copyOf(rows.columns()), read));
        for (int c = 0; c < model.comparisons().size(); c++) {
            String column = model.comparisons().get(c).column();
            if (rows.oneSided().containsKey(column)) {
                findings.add(oneSided(rows, column, "/comparisons/" + c + "/column"));
            }
        }
        return findings.build();
    }

    /** Says that one of two tables lacks a column of the other. */
    static Finding oneSided(Rows rows, String column, String path) {
        String table = checkNotNull(rows.oneSided().get(column));
        return Finding.warning(
                        "match.column.oneSided",
                        path,
                        "the " + table + " table has no column '" + column + "', which therefore tells nothing")
                .maybe("Maybe it is called differently there: columns of one name are compared.");
    }

    private void comparison(FieldComparison comparison, Column read, String path) {
        require(comparison.column(), path + "/column", "");
        for (int w = 0; w < comparison.without().size(); w++) {
            require(comparison.without().get(w), path + "/without/" + w, "");
        }
        if (read.cut() > 0) {
            findings.add(Finding.info(
                    "match.text.cut",
                    path + "/column",
                    read.cut() + " texts of column '" + comparison.column() + "' are compared by their first "
                            + Column.LONGEST + " characters"));
        }
    }

    /** A key reads a comparison by its name, or a column that is not compared. */
    private void blocking() {
        ImmutableSet<String> compared =
                model.comparisons().stream().map(FieldComparison::name).collect(ImmutableSet.toImmutableSet());
        for (int rule = 0; rule < model.blocking().size(); rule++) {
            ImmutableList<String> keys = model.blocking().get(rule).keys();
            for (int k = 0; k < keys.size(); k++) {
                Optional<BlockKey> key = BlockKey.parse(keys.get(k));
                if (key.isPresent() && !compared.contains(key.get().column())) {
                    require(key.get().column(), "/blocking/" + rule + "/keys/" + k, ": the rule gives no pair");
                }
            }
        }
    }

    private void require(String column, String path, String consequence) {
        if (!known.contains(column)) {
            findings.add(Finding.warning(
                            "match.column.missing", path, "the records have no column '" + column + "'" + consequence)
                    .maybe("Maybe it is called differently: " + known + "."));
        }
    }
}
