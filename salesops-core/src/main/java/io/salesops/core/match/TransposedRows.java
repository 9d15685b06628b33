package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import io.salesops.core.text.ReferenceLists;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table, and behind them the same rows with the texts of two columns in each other's place; those that lack one
 * of the two are empty there.
 */
final class TransposedRows implements Rows {
    private final Rows rows;
    private final int one;
    private final int other;

    private TransposedRows(Rows rows, int one, int other) {
        this.rows = rows;
        this.one = one;
        this.other = other;
    }

    /** The rows alone where no two columns are transposed, or one of them is not there. */
    static Rows of(Rows rows, List<String> transposed) {
        boolean isKnown = !transposed.isEmpty() && rows.columns().containsAll(transposed);
        return isKnown
                ? new TransposedRows(
                        rows,
                        rows.columns().indexOf(transposed.get(0)),
                        rows.columns().indexOf(transposed.get(1)))
                : rows;
    }

    @Override
    public int size() {
        return 2 * rows.size();
    }

    @Override
    public ImmutableList<String> columns() {
        return rows.columns();
    }

    @Override
    public @Nullable String cell(int row, int column) {
        if (row < rows.size()) {
            return rows.cell(row, column);
        }
        int same = row - rows.size();
        if (rows.cell(same, one) == null || rows.cell(same, other) == null) {
            return null; // not transposed: no text, so that no block takes it
        }
        return rows.cell(same, column == one ? other : column == other ? one : column);
    }

    @Override
    public String label(int row) {
        return rows.label(row % rows.size());
    }

    @Override
    public ReferenceLists lists() {
        return rows.lists();
    }
}
